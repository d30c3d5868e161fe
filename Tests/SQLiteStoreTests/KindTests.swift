import Arena
import Foundation
import Logging
import Ratings
import SQLiteStore
import Testing

/// Battles whose pair the voter chose, from the request to the ratings.
@Suite struct KindTests {
    private let folder = TemporaryFolder()

    @Test func `a battle keeps its kind, and so do its vote and the export`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        for kind in BattleKind.allCases {
            let battle = try await store.play(kind: kind)
            try await store.cast(.a, on: battle)
            #expect(try await store.battle(battle.id)?.kind == kind)
        }
        let records = try await store.votes(of: .real, after: 0, limit: 9)
        #expect(records.map(\.kind) == BattleKind.allCases)
        let rows = records.map { VoteRow($0, at: $0.vote.castAt, pseudonym: "p") }
        let column = try #require(VoteRow.columns.firstIndex(of: "kind"))
        #expect(rows.map { $0.cells[column] } == ["random", "pair", "named", "control"])
        #expect(rows[0].cells.count == VoteRow.columns.count)
        #expect(try await store.census().votes == [.real: 4])
    }

    @Test func `votes on chosen pairs move no tally, no rating and no next pair`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        for index in 0..<30 {
            try await store.cast(index % 3 == 0 ? .b : .a, on: try await store.play())
        }
        let before = try await store.tally(of: .real)
        let contenders = [try contender("alpha"), try contender("beta")]
        let ratings = RatingService(
            store: store, contenders: contenders, log: Logger(label: "test"))
        try await ratings.load()
        let snapshot = try #require(await ratings.snapshot(of: .real))
        for _ in 0..<50 { try await store.cast(.b, on: try await store.play(kind: .pair)) }
        #expect(try await store.tally(of: .real) == before)
        try await ratings.load()
        #expect(await ratings.snapshot(of: .real) == snapshot)
    }

    @Test func `a chosen pair is opened with shuffled sides, sealed and counted apart`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let service = try battles(store, ["alpha", "beta", "gamma"])
        let (alpha, beta) = (try id("alpha"), try id("beta"))
        var left: [ContenderID: Int] = [:]
        for _ in 0..<64 {
            let voter = VoterID()
            let blind = try await service.open(
                try Prompt("Hello"), for: voter, as: OpenWish(pair: ChosenPair(alpha, beta)))
            let battle = try #require(try await store.battle(blind.id))
            #expect(battle.kind == .pair && battle.probability == 1)
            #expect(battle.voter == voter)
            #expect(Set([battle.contenders.a.id, battle.contenders.b.id]) == [alpha, beta])
            left[battle.contenders.a.id, default: 0] += 1
            let words = String(reflecting: blind)
            for secret in ["alpha", "beta", "pair", "local"] { #expect(!words.contains(secret)) }
        }
        // A fair coin leaves 8…56 of 64 with probability above 1 − 10⁻⁹.
        #expect((8...56).contains(try #require(left[alpha])))
    }

    @Test func `a pair that cannot be played is refused, and nothing is stored`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let service = try battles(store, ["alpha", "beta"], practice: ["heron"])
        let prompt = try Prompt("Hello")
        let cases: [(ChosenPair, ArenaError)] = [
            (ChosenPair(try id("alpha"), try id("nobody")), .unknownContender),
            (ChosenPair([], [try id("alpha")]), .unknownContender),
            (ChosenPair(try id("alpha"), try id("alpha")), .sameContender),
            (ChosenPair(try id("heron"), try id("beta")), .notPlaying),
        ]
        for (pair, error) in cases {
            await #expect(throws: error) {
                try await service.open(prompt, for: VoterID(), as: OpenWish(pair: pair))
            }
        }
        #expect(try await store.census().battles == [:])
    }

    private func id(_ name: String) throws -> ContenderID { try #require(ContenderID(name)) }

    private func battles(
        _ store: SQLiteStore, _ names: [String], practice: [String] = []
    ) throws -> BattleService {
        let contenders =
            try names.map { try contender($0) }
            + practice.map { try contender($0, pool: .practice) }
        let log = Logger(label: "test")
        return BattleService(
            store: store,
            roster: Roster(contenders: contenders, providers: ["local": SilentProvider()]),
            ratings: RatingService(store: store, contenders: contenders, log: log),
            limits: Settings.Limits(concurrentReplies: 1000), log: log)
    }
}

/// A provider that is never asked: the service of these tests does not run.
struct SilentProvider: ModelProvider {
    func reply(
        to request: ReplyRequest, onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        throw ReplyFault(.unreachable)
    }
}
