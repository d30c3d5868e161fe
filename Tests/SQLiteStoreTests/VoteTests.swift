import Arena
import Foundation
import Ratings
import SQLiteStore
import Testing

@Suite struct VoteTests {
    private let folder = TemporaryFolder()

    @Test func `votes are numbered from one without a gap`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        for expected in Int64(1)...5 {
            let battle = try await store.play()
            #expect(try await store.cast(.tie, on: battle) == expected)
            await #expect(throws: ArenaError.alreadyVoted(battle.id)) {
                try await store.cast(.a, on: battle)
            }
        }
    }

    @Test func `a vote that cannot be taken says why, and leaves nothing`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let ready = try await store.play()
        let unknown = try streaming()
        await #expect(throws: ArenaError.noSuchBattle) { try await store.cast(.a, on: unknown) }
        let stranger = Vote(battle: ready.id, voter: VoterID(), outcome: .a, castAt: time(1))
        await #expect(throws: ArenaError.noSuchBattle) {
            try await store.cast(Ballot(stranger, in: []))
        }

        try await store.open(unknown)
        await #expect(throws: ArenaError.notComplete) { try await store.cast(.a, on: unknown) }
        try await store.end(unknown.id, as: .expired)
        await #expect(throws: ArenaError.closed(.expired)) {
            try await store.cast(.a, on: unknown)
        }
        let skipped = try await store.play()
        try await store.end(skipped.id, as: .skipped)
        await #expect(throws: ArenaError.closed(.skipped)) {
            try await store.cast(.a, on: skipped)
        }
        var failed = try streaming()
        try await store.open(failed)
        for side in Side.allCases { failed.fail(side, with: ReplyFault(.unreachable)) }
        try await store.keep(failed)
        await #expect(throws: ArenaError.closed(.failed)) { try await store.cast(.a, on: failed) }

        #expect(try await store.votes(of: nil, after: 0, limit: 9) == [])
        #expect(try await store.tally(of: .real).tally == Tally())
        #expect(try await store.battle(ready.id) == ready)
    }

    @Test func `a stranger hears the same of a battle that has its vote`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        try await store.cast(.a, on: battle)
        let stranger = Vote(battle: battle.id, voter: VoterID(), outcome: .a, castAt: time(1))
        await #expect(throws: ArenaError.noSuchBattle) {
            try await store.cast(Ballot(stranger, in: []))
        }
    }

    @Test func `of fifty votes on each of two hundred battles at once, one each is taken`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        var battles: [Battle] = []
        for _ in 0..<200 { battles.append(try await store.play()) }
        let answers = await withTaskGroup(of: Answer.self) { group in
            for attempt in 0..<50 {
                for battle in battles {
                    group.addTask { await Answer(attempt, on: battle, in: store) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let taken = answers.filter { $0.sequence != nil }
        #expect(taken.compactMap(\.sequence).sorted() == Array(1...200))
        #expect(answers.count { $0.error == .alreadyVoted($0.battle) } == 49 * 200)
        #expect(Set(taken.map(\.battle)).count == 200)
        let votes = try await store.votes(of: nil, after: 0, limit: 1000)
        #expect(votes.map(\.sequence) == Array(1...200))
        #expect(try await store.tally(of: .real).tally.votes == 200)
    }

    @Test func `votes that fail take no other with them`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        var battles: [Battle] = []
        for index in 0..<64 {
            battles.append(index % 2 == 0 ? try await store.play() : try streaming())
        }
        let unknown = await withTaskGroup(of: Bool.self) { group in
            for battle in battles {
                group.addTask {
                    do throws(ArenaError) {
                        try await store.cast(.b, on: battle)
                        return false
                    } catch {
                        return error == .noSuchBattle
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(unknown == 32)
        #expect(try await store.votes(of: nil, after: 0, limit: 99).count == 32)
        #expect(try await store.tally(of: .real).lastSequence == 32)
    }
}

/// What came of one of many votes on a battle.
private struct Answer: Sendable {
    let battle: BattleID
    private(set) var sequence: Int64?
    private(set) var error: ArenaError?

    init(_ attempt: Int, on battle: Battle, in store: SQLiteStore) async {
        self.battle = battle.id
        do throws(ArenaError) {
            sequence = try await store.cast(Outcome.allCases[attempt % 4], on: battle)
        } catch {
            self.error = error
        }
    }
}
