import Arena
import Pages
import Phrases
import Ratings
import Testing

/// Values for a visitor's own pages.
enum OwnSamples {
    static func votes() throws -> [OwnVote] {
        let contenders = try Sides(a: Samples.id("contender-0"), b: Samples.id("contender-1"))
        return [VoteOutcome.a, .a, .b, .tie].map {
            OwnVote(
                battle: BattleID(), pool: .real, kind: .random, contenders: contenders,
                outcome: $0, isCounted: true)
        }
    }

    static func page(_ states: [BattleState] = BattleState.allCases) throws -> MyVotesPage {
        let battles = try states.map { state in
            OwnBattle(
                try Samples.battle(
                    state, turns: [Samples.turn(1, prompt: Samples.hostile)],
                    outcome: state == .voted ? .a : nil), under: LinkVeil())
        }
        let votes = try votes()
        return MyVotesPage(
            battles: battles, next: "x.y",
            records: [OwnRecord(votes, of: .real, among: Tally())],
            meetings: OwnRecord.meetings(in: votes),
            names: [try Samples.id("contender-0"): Samples.names[0]])
    }
}

@Suite struct OwnPageTests {
    private func text(_ page: MyVotesPage) -> String {
        page.main(in: Samples.context(path: "/me")).text
    }

    @Test func `a battle without a vote is listed without a name`() throws {
        for state in BattleState.allCases where state != .voted {
            let page = try OwnSamples.page([state])
            let bare = MyVotesPage(battles: page.battles)
            #expect(!text(bare).contains("Canary"), "\(state)")
            #expect(text(bare).contains("/b/\(page.battles[0].blind.id)"))
        }
        #expect(text(try OwnSamples.page([.ready])).contains("the names are sealed"))
    }

    @Test func `a voted battle is named, and the pair's other votes are counted`() throws {
        let words = text(try OwnSamples.page([.voted]))
        #expect(words.contains("you chose <bdi>Canary-Alpha-7Q</bdi> over"))
        #expect(words.contains("you have judged this pair 4 times"))
    }

    @Test func `the share won stands with its interval`() throws {
        let words = text(try OwnSamples.page())
        #expect(words.contains("4 votes from this browser."))
        #expect(words.contains("<td>67%</td><td>21%–94%</td>"))
        #expect(words.contains("told for pairs with 30 votes of others"))
    }

    @Test func `without a battle there is one sentence and the way to one`() {
        let words = text(MyVotesPage())
        #expect(words.contains("No votes from this browser."))
        #expect(!words.contains("/me/delete"))
    }
}

@Suite struct TextDocumentTests {
    @Test func `the page and its twin say the same`() {
        let document = TextDocument.data(DataHoldings(votes: 12, models: 2, asOf: Samples.now))
        let page = TextPage(document, path: "/data", origin: "https://a.example")
        let markup = page.main(in: Samples.context()).text
        for word in ["`", "](", "&lt;", "**"] { #expect(!markup.contains(word), "\(word)") }
        let markdown = document.markdown
        for line in ["12 votes", "prompt_chars", "Scalars".lowercased(), "two exports"] {
            #expect(markup.contains(line) && markdown.contains(line), "\(line)")
        }
        #expect(markdown.hasPrefix("# Data\n\n"))
        #expect(markdown.contains("| `voter` | A pseudonym, new in every export. |"))
    }

    @Test func `what stands in a text is escaped, and its two marks are elements`() {
        let document = TextDocument(
            title: "<b>", summary: "\"",
            blocks: [.paragraph("a < b, `x<y`, [c & d](/e?f=\"g\"), [h")])
        let markup = TextPage(document, path: "/x", origin: "o").main(in: Samples.context()).text
        #expect(
            markup.contains(
                "<p>a &lt; b, <code>x&lt;y</code>, "
                    + "<a href=\"/e?f=&quot;g&quot;\">c &amp; d</a>, [h</p>"))
    }

    @Test func `every column of an export is explained`() {
        let columns = VoteRow.columns + BattleExport.columns + RatingExport.columns
        for column in columns { #expect(ExportColumn.meanings[column] != nil, "\(column)") }
        #expect(Set(ExportColumn.meanings.keys) == Set(columns))
    }

    @Test func `in another language the text says that it is English`() throws {
        let french = try #require(Phrasebooks().book(for: "fr"))
        let document = TextDocument(
            title: "Rules", summary: "Words that no catalogue has.",
            blocks: [.paragraph("Be kind.")])
        let page = TextPage(document, path: "/x", origin: "o").main(
            in: Samples.context(say: french))
        #expect(page.text.contains("<article class=\"paper\" lang=\"en\" dir=\"ltr\">"))
    }

    @Test func `what is shown beside a link to a battle is what is shown of any page`() throws {
        let battle = try Samples.battle(.voted, outcome: .a)
        let reveal = RevealPage(
            battle: battle.blind(under: LinkVeil()), reveal: try #require(battle.reveal),
            snapshot: nil,
            minimumVotes: 30)
        let text = reveal.document(in: Samples.context()).text
        let lines = text.split(separator: "\n").filter { $0.contains("property=\"og:") }
        #expect(lines.contains { $0.contains("og:title\" content=\"Blind Arena\"") })
        #expect(!lines.contains { $0.contains("Canary") || $0.contains("og:url") })
        #expect(
            Samples.privacy.document(in: Samples.context()).text
                .contains("og:url\" content=\"https://a.example/privacy\""))
    }
}
