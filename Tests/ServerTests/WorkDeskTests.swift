import Arena
import Foundation
import Server
import Synchronization
import Testing

/// Whose work counts, and for how long.
@Suite struct WorkDeskTests {
    private let battle = BattleID()
    private let voter = VoterID()
    private let key = SigningKey()
    private static let start = Date(timeIntervalSince1970: 1_790_000_000)

    @Test func `work counts for its battle and voter, and for ten minutes`() throws {
        let desk = try desk(at: 0)
        let work = try #require(VoteWork.solution(of: desk.challenge(for: battle, voter)))
        #expect(desk.accepts(work, for: battle, voter))
        #expect(!desk.accepts(work, for: BattleID(), voter))
        #expect(!desk.accepts(work, for: battle, VoterID()))
        #expect(try self.desk(at: 600).accepts(work, for: battle, voter))
        #expect(!(try self.desk(at: 601)).accepts(work, for: battle, voter))
    }

    @Test func `easier, forged and mangled work does not count`() throws {
        let desk = try desk(at: 0)
        let easy = try #require(
            VoteWork.solution(of: try self.desk(at: 0, bits: 4).challenge(for: battle, voter)))
        #expect(!desk.accepts(easy, for: battle, voter))
        let challenge = desk.challenge(for: battle, voter)
        let work = try #require(VoteWork.solution(of: challenge))
        #expect(!desk.accepts("4" + work.dropFirst(2), for: battle, voter))
        let stranger = WorkDesk(key: SigningKey(), bits: 10, now: { Self.start })
        let other = try #require(stranger)
        let forged = try #require(VoteWork.solution(of: other.challenge(for: battle, voter)))
        #expect(!desk.accepts(forged, for: battle, voter))
        let idle = (0..<100).map { "\(challenge).n\($0)" }
        #expect(idle.filter { desk.accepts($0, for: battle, voter) }.count <= 3)
        for text in [
            nil, "", challenge, challenge + ".", "....", String(repeating: "9", count: 5000),
        ] {
            #expect(!desk.accepts(text, for: battle, voter))
        }
    }

    @Test func `where no bits are asked for there is no desk`() {
        #expect(WorkDesk(key: key, bits: 0) == nil)
    }

    private func desk(at seconds: Double, bits: Int = 10) throws -> WorkDesk {
        let desk = WorkDesk(
            key: key, bits: bits, now: { Self.start.addingTimeInterval(seconds) })
        return try #require(desk)
    }
}
