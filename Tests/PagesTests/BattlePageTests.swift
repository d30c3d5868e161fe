import Arena
import Foundation
import Pages
import Phrases
import Testing

@Suite struct BattlePageTests {
    static func text(_ battle: Battle, problem: Saying? = nil, draft: String = "") -> String {
        BattlePage(
            battle: battle.blind(under: LinkVeil()), streamKey: "k-ey", problem: problem,
            draft: draft
        )
        .document(in: Samples.context(path: "/b/\(battle.id)")).text
    }

    @Test(arguments: BattleState.allCases)
    func `before the vote nothing of a contender is in the page`(state: BattleState) throws {
        let battle = try Samples.battle(state)
        let random = [battle.seal.digest, String(battle.seal.digest.prefix(8)), battle.id.text]
        let text = random.reduce(Self.text(battle)) { $0.replacing($1, with: "") }.lowercased()
        for secret in ["canary", "contender-0", "contender-1", "0.46", "412", "0.0046"] {
            #expect(!text.contains(secret), "\(secret)")
        }
    }

    @Test
    func `two battles that differ in their names only give pages that differ in the seal only`()
        throws
    {
        let one = try Samples.battle(.ready)
        let other = Battle(
            id: one.id, voter: one.voter,
            contenders: Sides(a: one.contenders.b, b: one.contenders.a), probability: 0.5,
            seal: one.seal, openedAt: one.openedAt, state: .ready, turns: one.turns, vote: nil)
        #expect(Self.text(one) == Self.text(other))
    }

    @Test func `while answers are written, script gets a stream and others get two frames`() throws
    {
        let battle = try Samples.battle(.streaming)
        let markup = Markup(Self.text(battle))
        #expect(
            markup.values(of: "data-stream") == ["/api/v1/battles/\(battle.id)/stream"])
        let frames = markup.all("iframe")
        #expect(
            frames.map { $0.attributes["src"] } == [
                "/b/\(battle.id)/stream/a?k=k-ey", "/b/\(battle.id)/stream/b?k=k-ey",
            ])
        #expect(
            frames.allSatisfy { $0.attributes["sandbox"] == "" && $0.attributes["title"] != nil })
        #expect(Self.text(battle).components(separatedBy: "<noscript><iframe").count == 3)
        #expect(!Self.text(battle).contains("Rayleigh"), "the stream brings all of the text")
    }

    @Test func `when both are complete the texts are in the page and nothing is streamed`() throws {
        let text = Self.text(try Samples.battle(.ready))
        #expect(text.contains("Rayleigh") && text.contains("Air scatters."))
        #expect(!text.contains("data-stream") && !text.contains("<iframe"))
        #expect(!text.contains("aria-busy"))
    }

    @Test func `the four choices are buttons in reading order and are never disabled`() throws {
        for state in [BattleState.streaming, .ready] {
            let markup = Markup(Self.text(try Samples.battle(state)))
            let buttons = markup.all("button").filter { $0.attributes["name"] == "outcome" }
            #expect(buttons.map { $0.attributes["value"] } == ["a", "tie", "both_bad", "b"])
            #expect(buttons.allSatisfy { $0.attributes["disabled"] == nil })
        }
    }

    @Test(arguments: [BattleState.failed, .expired, .skipped])
    func `a battle that is over offers a new pair and no vote`(state: BattleState) throws {
        let text = Self.text(try Samples.battle(state))
        #expect(!text.contains("name=\"outcome\"") && !text.contains("/turns\""))
        #expect(text.contains("Same prompt, new pair"))
    }

    @Test func `an answer that failed is told in one neutral sentence`() throws {
        let turn = Samples.turn(
            a: Reply(text: "Half an", state: .failed, fault: ReplyFault(.stalled)),
            b: Reply(text: "", state: .failed, fault: ReplyFault(.rateLimited)))
        let text = Self.text(try Samples.battle(.failed, turns: [turn]))
        #expect(text.contains(">This answer broke off.</p>"))
        #expect(text.contains(">This answer did not arrive.</p>"))
        #expect(text.contains("Half an"))
    }

    @Test func `a refused follow-up is given back with the reason beside it`() throws {
        let text = Self.text(
            try Samples.battle(.ready), problem: "The text is too long.", draft: "And then?")
        #expect(text.contains("And then?</textarea>"))
        #expect(text.contains("aria-describedby=\"prompt-error\" aria-invalid=\"true\" autofocus"))
        #expect(text.components(separatedBy: "The text is too long.").count == 2)
    }

    @Test func `the last turn allowed has no follow-up`() throws {
        let turns = (1...Battle.turnLimit).map { Samples.turn($0) }
        let text = Self.text(try Samples.battle(.ready, turns: turns))
        #expect(!text.contains("/turns\""))
        #expect(text.contains("name=\"outcome\""))
    }

    @Test func `a prompt that begins with a line end keeps it in the field`() {
        let text = PromptPage(draft: "\nsecond line").document(in: Samples.context()).text
        #expect(text.contains(">\n\nsecond line</textarea>"))
    }

    @Test func `plain text shows an answer's Markdown as it was written`() throws {
        let turn = Samples.turn(1, a: Samples.reply("**bold** <b>"), b: Samples.reply("# Head"))
        let battle = try Samples.battle(.ready, turns: [turn])
        let page = BattlePage(battle: battle.blind(under: LinkVeil()), streamKey: "k")
        var chosen = Preferences()
        let rendered = page.document(in: Samples.context(preferences: chosen)).text
        #expect(rendered.contains("<strong>bold</strong>") && !rendered.contains("**bold**"))
        chosen.isPlain = true
        let plain = page.document(in: Samples.context(preferences: chosen)).text
        #expect(plain.contains("**bold** &lt;b&gt;") && plain.contains("# Head"))
    }
}
