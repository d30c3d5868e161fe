import Arena
import Catalogue
import Foundation
import Ratings
import Testing

struct BattleTests {
    @Test func `a battle goes from created over streaming and ready to voted`() throws {
        let voter = VoterID()
        var battle = try Samples.battle(voter: voter)
        #expect(battle.state == .created)
        #expect(try battle.begin(try Prompt("Hello"), at: Samples.time) == 1)
        #expect(battle.state == .streaming)
        battle.append("Hi", to: .a)
        battle.complete(.a, with: Samples.report())
        #expect(battle.state == .streaming)
        battle.append("Hey", to: .b)
        battle.complete(.b, with: Samples.report())
        #expect(battle.state == .ready)
        let vote = try battle.cast(.b, by: voter, at: Samples.time)
        #expect(vote.outcome == .b)
        #expect(battle.state == .voted)
    }

    @Test(arguments: [BattleState.created, .streaming])
    func `no vote is taken before both replies are complete`(state: BattleState) throws {
        let voter = VoterID()
        var battle = try Samples.battle(voter: voter)
        if state == .streaming {
            _ = try battle.begin(try Prompt("Hello"), at: Samples.time)
            battle.append("Hi", to: .a)
            battle.complete(.a, with: Samples.report())
        }
        #expect(throws: ArenaError.notComplete) {
            try battle.cast(.a, by: voter, at: Samples.time)
        }
        #expect(battle.vote == nil)
    }

    @Test func `only the voter who opened a battle can vote on it, once`() throws {
        let voter = VoterID()
        var battle = try Samples.readyBattle(voter: voter)
        #expect(throws: ArenaError.noSuchBattle) {
            try battle.cast(.a, by: VoterID(), at: Samples.time)
        }
        _ = try battle.cast(.tie, by: voter, at: Samples.time)
        #expect(throws: ArenaError.alreadyVoted(battle.id)) {
            try battle.cast(.a, by: voter, at: Samples.time)
        }
        #expect(battle.vote?.outcome == .tie)
    }

    @Test func `a reply without text is a failure and not an answer`() throws {
        var battle = try Samples.battle()
        _ = try battle.begin(try Prompt("Hello"), at: Samples.time)
        battle.append(" \n", to: .a)
        battle.complete(.a, with: Samples.report())
        battle.append("Hi", to: .b)
        battle.complete(.b, with: Samples.report())
        #expect(battle.state == .failed)
        #expect(battle.turns[0].replies.a.fault?.kind == .empty)
        #expect(battle.turns[0].replies.b.state == .complete)
    }

    @Test func `a later turn that fails leaves the earlier ones open to a vote`() throws {
        let voter = VoterID()
        var battle = try Samples.readyBattle(voter: voter)
        _ = try battle.begin(try Prompt("And at night?"), at: Samples.time)
        battle.fail(.a, with: ReplyFault(.stalled))
        battle.append("Dark.", to: .b)
        battle.complete(.b, with: Samples.report())
        #expect(battle.state == .ready)
        _ = try battle.cast(.a, by: voter, at: Samples.time)
        #expect(battle.reveal?.sides.a.report == Samples.report())
    }

    @Test func `a failed turn is left out of the conversation that goes on`() throws {
        var battle = try Samples.readyBattle()
        _ = try battle.begin(try Prompt("Lost"), at: Samples.time)
        battle.fail(.a, with: ReplyFault(.stalled))
        battle.fail(.b, with: ReplyFault(.stalled))
        _ = try battle.begin(try Prompt("Again"), at: Samples.time)
        #expect(
            battle.conversation(for: .b) == [
                Message(.user, "Why is the sky blue?"), Message(.assistant, "Because b."),
                Message(.user, "Again"),
            ])
    }

    @Test func `a conversation has at most ten turns`() throws {
        var battle = try Samples.readyBattle()
        for _ in 2...Battle.turnLimit {
            _ = try battle.begin(try Prompt("More"), at: Samples.time)
            for side in Side.allCases {
                battle.append("More.", to: side)
                battle.complete(side, with: Samples.report())
            }
        }
        #expect(throws: ArenaError.turnLimit(10)) {
            try battle.begin(try Prompt("More"), at: Samples.time)
        }
    }

    @Test func `nothing happens to a battle that is over`() throws {
        let voter = VoterID()
        var battle = try Samples.readyBattle(voter: voter)
        try battle.skip(by: voter)
        #expect(throws: ArenaError.closed(.skipped)) {
            try battle.cast(.a, by: voter, at: Samples.time)
        }
        #expect(throws: ArenaError.closed(.skipped)) {
            try battle.begin(try Prompt("More"), at: Samples.time)
        }
        battle.expire()
        #expect(battle.state == .skipped)
        #expect(battle.reveal == nil)
    }

    @Test func `a reveal exists after the vote and opens the seal`() throws {
        let voter = VoterID()
        var battle = try Samples.readyBattle(voter: voter)
        #expect(battle.reveal == nil)
        let shown = battle.blind(under: LinkVeil()).seal
        _ = try battle.cast(.a, by: voter, at: Samples.time)
        let reveal = try #require(battle.reveal)
        let opened = Seal(
            battle: battle.id, names: reveal.sides.map(\.contender), nonce: reveal.seal.nonce)
        #expect(opened.digest == shown)
        let swapped = Seal(
            battle: battle.id,
            names: Sides(a: reveal.sides.b.contender, b: reveal.sides.a.contender),
            nonce: reveal.seal.nonce)
        #expect(swapped.digest != shown)
    }

    @Test func `what is blind mentions neither contender, model nor provider`() throws {
        let battle = try Samples.readyBattle()
        let words = String(reflecting: battle.blind(under: LinkVeil())).lowercased()
        for secret in ["aspen", "birch", "upstream", "local"] {
            #expect(!words.contains(secret))
        }
        #expect(words.contains("because a."))
    }

    @Test func `the cost of a reply is exact`() throws {
        let price = Price(
            input: try #require(Money(decimal: "0.40")),
            output: try #require(Money(decimal: "1.60")))
        var battle = Battle(
            voter: VoterID(),
            contenders: Sides(
                a: try Samples.contender("aspen", price: price),
                b: try Samples.contender("birch")),
            probability: 1, openedAt: Samples.time)
        _ = try battle.begin(try Prompt("Hello"), at: Samples.time)
        battle.append("Hi", to: .a)
        battle.complete(.a, with: Samples.report())
        // 10 × 0.40 + 21 × 1.60 = 37.6 dollars per million.
        #expect(battle.turns[0].replies.a.cost?.description == "0.0000376")
    }
}
