import Arena
import Foundation
import Ratings
import SQLiteStore
import Testing

@Suite struct BattleTests {
    private let folder = TemporaryFolder()

    @Test func `a battle comes back as it was kept, at every step`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        var battle = try streaming()
        try await store.open(battle)
        #expect(try await store.battle(battle.id) == battle)
        answer(&battle)
        try await store.keep(battle)
        #expect(try await store.battle(battle.id) == battle)

        _ = try battle.begin(try Prompt("And at night?"), at: time(30))
        try await store.begin(try #require(battle.turns.last), of: battle.id)
        #expect(try await store.battle(battle.id) == battle)
        battle.append("Half an ans", to: .a)
        battle.fail(.a, with: ReplyFault(.stalled, detail: "no byte for 30 s", retryAfter: 2.5))
        battle.fail(.b, with: ReplyFault(.rateLimited))
        try await store.keep(battle)
        #expect(battle.state == .ready)
        #expect(try await store.battle(battle.id) == battle)

        _ = try battle.cast(.bothBad, by: battle.voter, at: time(60))
        let sequence = try await store.cast(.bothBad, on: battle)
        let kept = try #require(try await store.battle(battle.id))
        #expect(kept.vote?.sequence == sequence && kept.vote?.exclusion == nil)
        #expect(kept.turns == battle.turns && kept.state == .voted)
        #expect(kept.vote?.castAt == battle.vote?.castAt)
    }

    @Test(arguments: [
        "null \u{0} inside", "e\u{301} and é", "👩‍👩‍👧‍👦 \r\n\t",
        String(repeating: "long ", count: 100_000),
        "'; DROP TABLE votes; --", "\u{FEFF}x\u{200B}",
    ])
    func `an answer keeps every byte`(text: String) async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        var battle = try streaming()
        try await store.open(battle)
        answer(&battle, a: text)
        try await store.keep(battle)
        let stored = try #require(try await store.battle(battle.id)).turns[0].replies.a.text
        #expect(Array(stored.utf8) == Array(text.utf8))
    }

    @Test func `a contender that is changed later does not change the battles before`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try streaming()
        try await store.open(battle)
        let old = battle.contenders.a
        let new = Contender(
            id: old.id, name: "Renamed", model: nil, provider: old.provider,
            upstreamModel: old.upstreamModel, settings: old.settings,
            systemPrompt: old.systemPrompt, price: nil, pool: .real)
        try await store.register([new], at: time(1))
        #expect(try await store.battle(battle.id) == battle)
        let later = Battle(
            voter: VoterID(), contenders: Sides(a: new, b: battle.contenders.b),
            probability: 1, openedAt: time(2))
        try await store.open(later)
        #expect(try await store.battle(later.id) == later)
        #expect(try await store.census().contenderVersions == 3)
    }

    @Test func `an unknown battle is nil, and takes nothing`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        var battle = try streaming()
        answer(&battle)
        #expect(try await store.battle(battle.id) == nil)
        let turn = battle.turns[0]
        await #expect(throws: ArenaError.noSuchBattle) {
            try await store.begin(turn, of: battle.id)
        }
        await #expect(throws: ArenaError.noSuchBattle) { try await store.keep(battle) }
        await #expect(throws: ArenaError.noSuchBattle) {
            try await store.end(battle.id, as: .expired)
        }
    }

    @Test func `a battle that is over takes no turn and no reply`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        let next = Turn(number: 2, prompt: try Prompt("More"), begunAt: time(1))
        try await store.end(battle.id, as: .skipped)
        await #expect(throws: ArenaError.closed(.skipped)) {
            try await store.begin(next, of: battle.id)
        }
        await #expect(throws: ArenaError.closed(.skipped)) { try await store.keep(battle) }
        try await store.end(battle.id, as: .expired)
        #expect(try await store.battle(battle.id)?.state == .skipped)

        let voted = try await store.play()
        try await store.cast(.a, on: voted)
        await #expect(throws: ArenaError.alreadyVoted(voted.id)) {
            try await store.begin(next, of: voted.id)
        }
        #expect(try await store.battle(voted.id)?.turns.count == 1)
    }

    @Test func `a second turn waits for the first`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try streaming()
        try await store.open(battle)
        let next = Turn(number: 2, prompt: try Prompt("More"), begunAt: time(1))
        await #expect(throws: ArenaError.stillWriting) {
            try await store.begin(next, of: battle.id)
        }
    }

    @Test func `a turn is closed once`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        await #expect(throws: ArenaError.storage("no turn is being written")) {
            try await store.keep(battle)
        }
        #expect(try await store.battle(battle.id) == battle)
    }

    @Test func `only skipped and expired end a battle, and its replies are cancelled`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try streaming()
        try await store.open(battle)
        await #expect(throws: ArenaError.self) { try await store.end(battle.id, as: .voted) }
        try await store.end(battle.id, as: .expired)
        let stored = try #require(try await store.battle(battle.id))
        #expect(stored.state == .expired)
        #expect(stored.turns[0].replies.both { $0.fault == ReplyFault(.cancelled) })
    }

    @Test func `the same battle is not opened twice`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try streaming()
        try await store.open(battle)
        await #expect(throws: ArenaError.self) { try await store.open(battle) }
        #expect(try await store.battle(battle.id) == battle)
    }

    @Test func `a write goes through though its caller is cancelled`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try streaming()
        await withTaskGroup(of: Void.self) { group in
            group.cancelAll()
            group.addTask {
                await #expect(throws: Never.self) { try await store.open(battle) }
            }
        }
        #expect(try await store.battle(battle.id) == battle)
    }
}
