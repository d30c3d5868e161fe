import Arena
import Ratings
import Testing

/// What a battle does when answers fail or are stopped.
@Suite struct RepairTests {
    private func begun() throws -> Battle {
        var battle = try Samples.battle()
        _ = try battle.begin(try Prompt("Why?"), at: Samples.time)
        return battle
    }

    /// A battle whose side a answered and whose side b broke off.
    private func halfFailed() throws -> Battle {
        var battle = try begun()
        battle.append("Because.", to: .a)
        battle.complete(.a, with: Samples.report())
        battle.append("Well", to: .b)
        battle.fail(.b, with: ReplyFault(.stalled))
        return battle
    }

    @Test func `only the side that failed is asked again`() throws {
        var battle = try halfFailed()
        #expect(battle.state == .failed)
        #expect(try battle.retry() == [.b])
        #expect(battle.state == .streaming)
        #expect(battle.turns[0].replies.a.text == "Because.")
        #expect(battle.turns[0].replies.b == Reply())
        battle.append("Why not.", to: .b)
        battle.complete(.b, with: Samples.report())
        #expect(battle.isVotable)
        #expect(throws: ArenaError.nothingFailed) { try battle.retry() }
    }

    @Test func `a failed follow-up may be asked again, a battle that is over may not`() throws {
        let voter = VoterID()
        var battle = try Samples.readyBattle(voter: voter)
        _ = try battle.begin(try Prompt("And then?"), at: Samples.time)
        #expect(throws: ArenaError.stillWriting) { try battle.retry() }
        for side in Side.allCases { battle.fail(side, with: ReplyFault(.unavailable)) }
        #expect(battle.state == .ready)
        #expect(try battle.retry() == [.a, .b])
        for side in Side.allCases { battle.fail(side, with: ReplyFault(.unavailable)) }
        _ = try battle.cast(.a, by: voter, at: Samples.time)
        #expect(throws: ArenaError.alreadyVoted(battle.id)) { try battle.retry() }
        var expired = try halfFailed()
        _ = try expired.retry()
        expired.expire()
        #expect(throws: ArenaError.closed(.expired)) { try expired.retry() }
    }

    @Test func `a stop keeps what was shown and nothing more`() throws {
        var battle = try begun()
        battle.append("One two three", to: .a)
        battle.complete(.a, with: Samples.report())
        battle.append("Four five", to: .b)
        battle.stop(keeping: Sides(a: "One two", b: "Four"))
        battle.halt(.b, after: 2)
        #expect(battle.state == .ready && battle.marks == [.stopped])
        #expect(battle.turns[0].replies.map(\.text) == Sides(a: "One two", b: "Four"))
        #expect(battle.turns[0].replies.b.report?.timing.total == 2)
        #expect(battle.blind(under: LinkVeil()).isStopped)
    }

    @Test func `a stop before anything was shown leaves nothing to vote on`() throws {
        var battle = try begun()
        battle.append("Received, not shown", to: .a)
        battle.complete(.a, with: Samples.report())
        battle.stop(keeping: Sides(a: "", b: " "))
        battle.halt(.b, after: 1)
        #expect(battle.state == .failed)
        #expect(battle.turns[0].replies.both { $0.fault?.kind == .cancelled })
    }

    @Test func `an answer is taken over whole or not at all`() throws {
        var battle = try begun()
        battle.adopt(Reply(text: "Half", state: .failed), on: .a)
        #expect(battle.turns[0].replies.a.state == .writing)
        battle.adopt(Reply(text: "Whole", state: .complete, report: Samples.report()), on: .a)
        battle.append("Mine", to: .b)
        battle.complete(.b, with: Samples.report())
        #expect(battle.isVotable)
    }

    @Test(arguments: BattleKind.allCases)
    func `names are told before the vote only where the voter asked for them`(
        kind: BattleKind
    ) throws {
        let names = OpenNames(try Samples.readyBattle(kind: kind))
        #expect((names != nil) == (kind == .named))
    }

    @Test func `a live battle goes on showing where a retry begins, and stops where it is seen`()
        async throws
    {
        let live = LiveBattle(try halfFailed(), pacing: .even, now: .now)
        #expect(await live.blind.state == .failed)
        try await live.change { (battle) throws(ArenaError) in _ = try battle.retry() }
        #expect(await live.blind.turns[0].replies.map(\.text) == Sides(a: "Because.", b: ""))
        await live.receive("A rather long text that is shown bit by bit", from: .b)
        await live.tick()
        let seen = await live.blind.turns[0].replies.b.text
        #expect(!seen.isEmpty && seen.count < 20)
        await live.stop()
        await live.receive(" and more", from: .b)
        #expect(await live.isStopping)
        #expect(await live.value.turns[0].replies.b.text == seen)
    }

    @Test func `whoever hurries sees what is there, and it is noted`() async throws {
        let live = LiveBattle(try begun(), pacing: .hold, now: .now)
        await live.receive("Hello, ", from: .a)
        await live.tick()
        #expect(await live.blind.turns[0].replies.a.text == "")
        await live.hurry()
        // The last character waits: what comes next may still belong to it.
        #expect(await live.blind.turns[0].replies.a.text == "Hello,")
        #expect(await live.value.marks == [.hurried])
    }
}
