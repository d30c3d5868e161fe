import Arena
import Catalogue
import Foundation
import Pages
import Phrases
import Testing

/// The twins of the leaderboard: the same rows in the same order.
@Suite struct BoardSheetTests {
    private func board() throws -> Leaderboard {
        var query = BoardQuery()
        query.sort = .votes
        query.columns = [.wins, .released]
        return Samples.board(
            Samples.snapshot([
                try Samples.standing("Aspen", 1066.54, votes: 40, ranks: 1...2),
                try Samples.standing("=cmd|Birch", 1_000, votes: 90, ranks: 1...2),
                try Samples.standing("Elm", 900, votes: 12, ranks: 3...3),
            ]), query: query, notes: [.hidden(1)])
    }

    @Test func `CSV is exact, in the page's order, and runs nothing in a spreadsheet`() throws {
        let lines = BoardSheet(try board()).csv.components(separatedBy: "\r\n")
        #expect(lines.count == 5 && lines[4].isEmpty)
        #expect(lines[0].hasPrefix("id,name,group,rank,rating,votes,share,cost,first_word,"))
        #expect(lines[1].hasPrefix("cmdbirch,'=cmd|Birch,1,1–2,1000.0,90,0.5555,"))
        #expect(lines[2].hasPrefix("aspen,Aspen,1,1–2,1066.54,40,"))
        #expect(lines[3].hasPrefix("elm,Elm,1,,900.0,12,"))
        for line in lines.dropLast() {
            #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == 26)
        }
    }

    @Test func `Markdown has the sentence, the notes and the chosen columns`() throws {
        let text = BoardSheet(try board()).markdown
        #expect(text.hasPrefix("# Leaderboard\n\n1800 votes, 3 models, ratings as of 2026-11-"))
        #expect(text.contains("1 model that does not play any more is left out."))
        #expect(text.contains("| Rank | Model | Rating ± 95% | Votes |"))
        #expect(text.contains("| Won | Released |"))
        #expect(text.contains("| =cmd\\|Birch | 1000 ±20 | 90 |"))
    }

    @Test func `JSON says the same rows in the same order`() throws {
        let document = LeaderboardDocument(try board())
        #expect(document.models.map(\.id) == ["cmdbirch", "aspen", "elm"])
        #expect(document.models.map(\.ranked) == [true, true, false])
        #expect(document.minVotes == 30)
        #expect(document.notes == ["1 model that does not play any more is left out."])
    }

    @Test func `an address of a query is short, and in a fixed order`() {
        var query = BoardQuery()
        #expect(query.text.isEmpty)
        query.category = .french
        query.period = .month
        query.at = "a b&c"
        query.columns = [.wins, .maker]
        query.sort = .cost
        query.isReversed = true
        #expect(
            query.text
                == "?category=language-fr&period=30&at=a%20b%26c&sort=cost&dir=desc"
                + "&columns=wins&columns=maker")
    }

    @Test func `the methodology says what is set, and in Markdown the same`() throws {
        let page = BoardSamples.methodology
        let text = page.document(in: Samples.context(path: "/methodology")).text
        let markdown = page.markdown(in: .english)
        for words in [
            "at the pace of the slower one", "A place is given after 30 votes.",
            "A won 51.0% of 1,000 decided votes", "Of 42 votes on them 22 called it a tie",
            "10% of all draws are uniform", "Newer ratings are shown as soon as they are fitted.",
        ] {
            #expect(text.contains(words), "\(words)")
            #expect(markdown.contains(words), "\(words)")
        }
        var evidence = MethodologyPage.Evidence(settings: Settings(pacing: .live))
        evidence.settings.counters = .batched
        let other = MethodologyPage(evidence).markdown(in: .english)
        #expect(other.contains("Answers are shown here as they come"))
        #expect(other.contains("at most every 15 minutes"))
        #expect(!other.contains("A model against itself") && !other.contains("Left or right"))
    }
}
