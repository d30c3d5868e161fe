import Arena
import Foundation
import Testing

/// What a battle in play lets its voter see, and when it rings those who watch.
struct LiveBattleTests {
    private func battle(_ mode: PacingMode) throws -> LiveBattle {
        var battle = try Samples.battle()
        _ = try battle.begin(try Prompt("Why?"), at: Samples.time)
        return LiveBattle(battle, pacing: mode, now: .now)
    }

    private func complete(_ live: LiveBattle, _ side: Side) async {
        await live.change { value in value.complete(side, with: Samples.report()) }
    }

    /// Whether a watcher's bell rings, after its first ring, while something is done.
    private func rings(
        _ live: LiveBattle, while body: () async -> Void
    ) async throws -> Bool {
        var kept: AsyncStream<Void>?
        try await live.watch { bell in
            var iterator = bell.makeAsyncIterator()
            _ = await iterator.next()
            await body()
            kept = bell
        }
        return await kept?.first { true } != nil
    }

    @Test func `a character whose rest comes later is shown whole`() async throws {
        let live = try battle(.live)
        await live.receive("かか", from: .a)
        #expect(await live.blind.turns[0].replies.a.text == "か")
        await live.receive("\u{3099} 👩", from: .a)
        await live.receive("\u{200D}🔬", from: .a)
        #expect(await live.blind.turns[0].replies.a.text == "かか\u{3099} ")
        await complete(live, .a)
        await live.tick()
        #expect(await live.blind.turns[0].replies.a.text == "かか\u{3099} 👩\u{200D}🔬")
    }

    @Test func `text waits for the slower side and ends on a word`() async throws {
        let live = try battle(.even)
        await live.receive(String(repeating: "swimming pools ", count: 100), from: .a)
        await live.tick()
        #expect(await live.blind.turns[0].replies.a.text.isEmpty)
        await live.receive(String(repeating: "some other words ", count: 100), from: .b)
        for _ in 0..<3 { await live.tick() }
        let replies = await live.blind.turns[0].replies
        #expect(replies.a.text.hasSuffix(" ") && replies.b.text.hasSuffix(" "))
        #expect(abs(replies.a.text.count - replies.b.text.count) <= 12)
    }

    @Test func `an end is told once all is shown and kept, and only by a tick`() async throws {
        let live = try battle(.hold)
        await live.receive("One.", from: .a)
        await live.receive("Two.", from: .b)
        for side in Side.allCases { await complete(live, side) }
        await live.tick()
        #expect(await live.blind.state == .streaming)
        #expect(await live.blind.turns[0].replies.b.text == "Two.")
        await live.noteKept()
        #expect(await live.blind.state == .streaming)
        #expect(await live.tick())
        #expect(await live.blind.state == .ready)
        #expect(await live.blind.isVotable)
    }

    @Test func `a battle from the store takes a further prompt`() async throws {
        let battle = try Samples.readyBattle()
        let live = LiveBattle(battle, pacing: .even, now: .now)
        #expect(await live.blind == battle.blind(under: LinkVeil()))
        #expect(await live.tick())
    }

    @Test func `while a further turn is written the earlier ones stay behind the veil`()
        async throws
    {
        let live = try battle(.live)
        await live.receive("See https://openai.com/a, there.", from: .a)
        await live.receive("Two.", from: .b)
        for side in Side.allCases { await complete(live, side) }
        await live.noteKept()
        await live.tick()
        try await live.change { value throws(ArenaError) in
            _ = try value.begin(try Prompt("And?"), at: Samples.time)
        }
        await live.receive("More at claude.ai. And", from: .a)
        let turns = await live.blind.turns
        #expect(turns.map(\.replies.a.text) == ["See [link], there.", "More at [link]."])
        #expect(turns[0].replies.map(\.state) == Sides(a: .complete, b: .complete))
        #expect(turns[1].replies.map(\.state) == Sides(a: .writing, b: .writing))
    }

    @Test func `that a contender has ended rings no bell; what is shown does`() async throws {
        let live = try battle(.even)
        await live.receive("Because of this.", from: .a)
        await live.receive("Because of that.", from: .b)
        #expect(try await rings(live) { await complete(live, .a) } == false)
        #expect(try await rings(live) { await complete(live, .b) } == false)
        #expect(try await rings(live) { await live.noteKept() } == false)
        #expect(try await rings(live) { await live.tick() })
    }

    @Test func `under strict pacing every tick rings, whether or not it shows anything`()
        async throws
    {
        let live = try battle(.strict)
        for _ in 0..<30 { #expect(try await rings(live) { await live.tick() }) }
    }
}
