import Arena
import Foundation
import Logging
import Ratings
import SQLiteStore
import Testing

struct RetentionTests {
    private let folder = TemporaryFolder()

    private func voted(_ store: SQLiteStore, openedAt: Date, prompt: String) async throws -> Battle
    {
        var battle = try await store.play(openedAt: openedAt, prompt: prompt)
        let vote = try battle.cast(.a, by: battle.voter, at: openedAt)
        _ = try await store.cast(Ballot(vote, in: [], pace: .even))
        return battle
    }

    @Test func `texts go when their days are over, votes and the chain stay`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let day = 86_400.0
        let old = try await voted(store, openedAt: time(0), prompt: "canary-old-text")
        let new = try await voted(store, openedAt: time(20 * day), prompt: "canary-new-text")
        let before = try await store.tally(of: .real)
        let retention = Retention(
            store: store, days: 30, now: { time(31 * day) }, log: Logger(label: "test"))
        #expect(try await retention.clear() == 1)
        #expect(try await retention.clear() == 0)
        let faded = try #require(try await store.battle(old.id))
        #expect(faded.turns[0].prompt.text == "[erased]")
        #expect(faded.turns[0].replies.both { $0.text == "[erased]" })
        #expect(faded.vote?.outcome == .a && faded.voter == old.voter)
        #expect(try await store.battle(new.id)?.turns[0].prompt.text == "canary-new-text")
        #expect(try await store.tally(of: .real) == before)
        try await store.inspectChain()
        try store.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data()
            #expect(bytes.firstRange(of: Data("canary-old-text".utf8)) == nil, "\(name)")
        }
    }

    @Test func `a battle that can still be voted on keeps its texts`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let open = try await store.play(openedAt: time(0))
        let count = try await store.fade(
            openedBefore: time(1_000_000), limit: 9, at: time(1_000_000))
        #expect(count == 0)
        #expect(try await store.battle(open.id)?.turns[0].prompt.text != "[erased]")
    }
}
