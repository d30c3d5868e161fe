import Arena
import Foundation
import Ratings
import SQLiteStore
import Testing

@Suite struct AdminTests {
    private let folder = TemporaryFolder()

    @Test func `registering twice records once, and a new version beside the old`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let alpha = try contender("alpha")
        try await store.register([alpha, try contender("beta"), alpha], at: time(0))
        try await store.register([alpha], at: time(9))
        #expect(try await store.census().contenderVersions == 2)
        let warmer = Contender(
            id: alpha.id, provider: "local", upstreamModel: "alpha:1b",
            settings: Sampling(temperature: 0.8))
        try await store.register([warmer], at: time(10))
        #expect(try await store.census().contenderVersions == 3)
    }

    @Test func `what a stop left behind is ended`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let writing = try streaming(openedAt: time(100))
        try await store.open(writing)
        var second = try await store.play(openedAt: time(100))
        _ = try second.begin(try Prompt("More"), at: time(101))
        try await store.begin(second.turns[1], of: second.id)
        var old = try await store.play(openedAt: time(10))
        _ = try old.begin(try Prompt("More"), at: time(101))
        try await store.begin(old.turns[1], of: old.id)
        let forgotten = try await store.play(openedAt: time(20))
        let fresh = try await store.play(openedAt: time(100))
        let voted = try await store.play(openedAt: time(10))
        try await store.cast(.a, on: voted)
        let unopened = Battle(
            voter: VoterID(), contenders: fresh.contenders, probability: 1, openedAt: time(10))
        try await store.open(unopened)

        #expect(try await store.recover(expiringBefore: time(50)) == 5)
        let states: [(Battle, BattleState)] = [
            (writing, .failed), (second, .ready), (old, .expired), (forgotten, .expired),
            (fresh, .ready), (voted, .voted), (unopened, .expired),
        ]
        for (battle, state) in states {
            #expect(try await store.battle(battle.id)?.state == state)
        }
        let cancelled = try #require(try await store.battle(second.id)).turns[1]
        #expect(cancelled.replies.both { $0.fault == ReplyFault(.cancelled) })
        #expect(try await store.recover(expiringBefore: time(50)) == 0)
        try await store.cast(.b, on: second)
    }

    @Test func `the census counts battles, votes and versions`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let empty = try await store.census()
        #expect(empty.battles == [:] && empty.votes == [:] && empty.contenderVersions == 0)
        for index in 0..<5 {
            let battle = try await store.play(pool: index == 0 ? .practice : .real)
            if index < 4 { try await store.cast(.tie, on: battle) }
        }
        let census = try await store.census()
        #expect(census.battles == [.voted: 4, .ready: 1])
        #expect(census.votes == [.practice: 1, .real: 3])
        #expect(census.engine.contains("SQLite 3."))
        #expect(census.engine.contains(store.file))
        #expect(census.engine.contains("wal"))
    }
}
