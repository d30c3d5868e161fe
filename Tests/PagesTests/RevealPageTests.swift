import Arena
import Foundation
import Pages
import Ratings
import Testing

@Suite struct RevealPageTests {
    static func text(
        _ outcome: VoteOutcome, snapshot: Snapshot? = nil, pool: Pool = .real,
        battle: Battle? = nil
    ) throws -> String {
        let battle = try battle ?? Samples.battle(.voted, outcome: outcome, pool: pool)
        return RevealPage(
            battle: battle.blind(under: LinkVeil()), reveal: try #require(battle.reveal),
            snapshot: snapshot,
            minimumVotes: 30
        ).document(in: Samples.context(path: "/b/\(battle.id)")).text
    }

    @Test(arguments: [
        (VoteOutcome.a, "You chose A, <bdi>Canary-Alpha-7Q</bdi>."),
        (.b, "You chose B, <bdi>Canary-Beta-9Z</bdi>."), (.tie, "You called it a tie."),
        (.bothBad, "You found both bad."),
    ])
    func `the heading says what was chosen and takes the focus`(
        outcome: VoteOutcome, words: String
    ) throws {
        let text = try Self.text(outcome)
        #expect(text.contains("<h1 tabindex=\"-1\" autofocus>\(words)<span"))
        #expect(text.contains("A was Canary-Alpha-7Q. B was Canary-Beta-9Z.</span></h1>"))
        let chosen = text.components(separatedBy: "✓ your vote").count - 1
        #expect(chosen == (outcome == .a || outcome == .b ? 1 : 0))
    }

    @Test func `both are named, with what was measured of each`() throws {
        let text = try Self.text(.tie)
        for fact in ["Canary-Alpha-7Q", "Canary-Beta-9Z", "0.46 s", "412 tokens", "0.46 ¢"] {
            #expect(text.contains(fact), "\(fact)")
        }
        #expect(text.contains("118 tokens/s"))
    }

    @Test func `a rated contender shows rating, interval and place, another how many votes it has`()
        throws
    {
        let battle = try Samples.battle(.voted, outcome: .a)
        let rated = Standing(
            contender: battle.contenders.a.id, name: "x", rating: 1055.36, low: 1035.36,
            high: 1075.36, rankLow: 1, rankHigh: 3, component: 0, isProvisional: false, votes: 682,
            wins: 0, losses: 0, ties: 0, bothBad: 0, averageShare: 0.5)
        let fresh = Standing(
            contender: battle.contenders.b.id, name: "y", rating: 992, low: 900, high: 1_100,
            rankLow: 1, rankHigh: 2, component: 0, isProvisional: false, votes: 12, wins: 0,
            losses: 0, ties: 0, bothBad: 0, averageShare: 0.5)
        let text = try Self.text(
            .a, snapshot: Samples.snapshot([rated, fresh]), battle: battle)
        #expect(text.contains("<b>1055</b> <span class=\"pm\">±20</span> <span>rank 1–3 of 2"))
        #expect(text.contains("Not enough votes yet: 12 of 30."))
    }

    @Test func `ratings of another pool are not shown`() throws {
        let battle = try Samples.battle(.voted, outcome: .a, pool: .practice)
        let rows = [battle.contenders.a, battle.contenders.b].map { contender in
            Standing(
                contender: contender.id, name: "x", rating: 1_000, low: 980, high: 1_020,
                rankLow: 1, rankHigh: 2, component: 0, isProvisional: false, votes: 99, wins: 0,
                losses: 0, ties: 0, bothBad: 0, averageShare: 0.5)
        }
        let practice = Samples.snapshot(rows, pool: .practice)
        #expect(try Self.text(.a, snapshot: practice, battle: battle).contains("rank 1–2 of 2"))
        let text = try Self.text(.a, snapshot: Samples.snapshot(rows), battle: battle)
        #expect(text.components(separatedBy: "Not rated yet.").count == 3)
    }

    @Test func `the seal is checked, and one that does not match is told`() throws {
        #expect(try Self.text(.a).contains("Seal checked: the names were fixed before you voted."))
        let one = try Samples.battle(.voted, outcome: .a)
        let swapped = Battle(
            id: one.id, voter: one.voter,
            contenders: Sides(a: one.contenders.b, b: one.contenders.a), probability: 0.5,
            seal: one.seal, openedAt: one.openedAt, state: .voted, turns: one.turns,
            vote: one.vote)
        #expect(try Self.text(.a, battle: swapped).contains("The seal does not match."))
    }
}
