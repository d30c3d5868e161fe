import Arena
import Charts
import Foundation
import Pages
import Ratings
import Testing

@Suite struct LeaderboardPageTests {
    static func text(
        _ snapshot: Snapshot?, query: BoardQuery = BoardQuery(), notes: [Leaderboard.Note] = [],
        isPractice: Bool = false
    ) -> String {
        LeaderboardPage(
            snapshot.map { Samples.board($0, query: query, notes: notes) }, query: query,
            minimumVotes: 30, figures: BoardSamples.figures
        ).document(in: Samples.context(path: "/leaderboard", isPractice: isPractice)).text
    }

    /// The tables in the page, without the plots below them.
    static func table(_ snapshot: Snapshot, query: BoardQuery = BoardQuery()) -> String {
        text(snapshot, query: query).components(separatedBy: "<h2 id=\"plots\"")[0]
    }

    @Test func `without two rated contenders it says what is needed`() throws {
        let words = "Ratings need votes between at least two models."
        #expect(Self.text(nil).contains(words))
        #expect(Self.text(nil).contains("There are none yet."))
        #expect(Self.text(nil).contains("after 30 votes."))
        let one = Samples.snapshot([try Samples.standing("Aspen")], votes: 3)
        #expect(Self.text(one).contains(words) && Self.text(one).contains("There are 3 so far."))
        #expect(!Self.text(one).contains("<table"))
    }

    @Test func `a choice without votes says so and keeps the form`() {
        var query = BoardQuery()
        query.category = .math
        let text = Self.text(nil, query: query)
        #expect(text.contains("No two models have votes in this choice yet."))
        #expect(text.contains("<option value=\"math\" selected>math</option>"))
    }

    @Test func `a row tells place, name, rating with interval, votes and average share`() throws {
        let rows = [
            try Samples.standing("Aspen", 1066.54, votes: 1_665, ranks: 1...3),
            try Samples.standing("Birch", 887.78, ranks: 4...4),
        ]
        let table = Self.table(Samples.snapshot(rows))
        #expect(table.contains("role=\"cell\">1–3</td>") && table.contains("role=\"cell\">4</td>"))
        #expect(table.contains("<a href=\"/models/aspen\"><bdi>Aspen</bdi></a>"))
        #expect(table.contains("<b>1067</b>"))
        #expect(table.contains("±20</span>") && table.contains(">1,665<span"))
        #expect(table.contains(">56%<span"))
    }

    @Test func `the computed sentence stands above the table`() throws {
        let rows = [
            try Samples.standing("Aspen", ranks: 1...2),
            try Samples.standing("Birch", ranks: 1...2),
        ]
        let snapshot = Samples.snapshot(rows)
        let above = Self.text(snapshot).components(separatedBy: "<table")[0]
        #expect(above.contains("Aspen and Birch cannot be told apart yet."))
        #expect(above.contains(snapshot.finding(minimumVotes: 30)))
    }

    @Test func `too few votes and provisional ratings stand grey below, without a place`() throws {
        let rows = [
            try Samples.standing("Aspen", 1_200, votes: 12, ranks: 1...1),
            try Samples.standing("Birch", ranks: 2...2),
            try Samples.standing("Cedar", 900, votes: 90, ranks: 3...3, isProvisional: true),
        ]
        let table = Self.table(Samples.snapshot(rows))
        let parts = table.components(separatedBy: "<tbody class=\"waiting\"")
        #expect(parts.count == 2)
        #expect(parts[0].contains("Birch") && !parts[0].contains("<bdi>Aspen"))
        #expect(parts[1].contains("Aspen") && parts[1].contains("Cedar"))
        #expect(parts[1].contains("12 of 30") && parts[1].contains("Not enough votes yet"))
        #expect(parts[1].components(separatedBy: "class=\"rank\" role=\"cell\">–</td>").count == 3)
        #expect(parts[1].contains("p-open") && !parts[0].contains("p-open"))
    }

    @Test func `groups that never met have a table each, and are not ranked together`() throws {
        let rows = [
            try Samples.standing("Aspen"), try Samples.standing("Birch"),
            try Samples.standing("Elm", component: 1), try Samples.standing("Fir", component: 1),
        ]
        let text = Self.text(Samples.snapshot(rows))
        #expect(text.contains("These groups have never met"))
        #expect(text.components(separatedBy: "<table class=\"ratings\"").count == 3)
        #expect(text.contains("Ratings, group 2 of 2"))
    }

    @Test func `heads are links that sort, and the sorted one turns the order round`() throws {
        let rows = [
            try Samples.standing("Aspen", 1_100, votes: 40),
            try Samples.standing("Birch", 1_000, votes: 90),
        ]
        var query = BoardQuery()
        query.sort = .votes
        let table = Self.table(Samples.snapshot(rows), query: query)
        let body = table.components(separatedBy: "<tbody")[1]
        let places = ["Birch", "Aspen"].compactMap { body.range(of: "<bdi>\($0)")?.lowerBound }
        #expect(places.count == 2 && places[0] < places[1])
        #expect(
            table.contains(
                "aria-sort=\"descending\"><a href=\"/leaderboard?sort=votes&amp;dir=asc\""))
        #expect(table.contains("<a href=\"/leaderboard?sort=rating\">"))
        #expect(table.contains("sorted by votes"))
    }

    @Test func `every note is said in words, and where more is to be seen`() throws {
        let rows = [try Samples.standing("Aspen"), try Samples.standing("Birch")]
        let effects = [
            StyleEffect(
                Coefficient(
                    name: "length", value: 0.6931, standardError: 0.07,
                    interval: Interval(centre: 0.6931, halfWidth: 0.1386)), deviation: 1 / 3.0)
        ]
        let text = Self.text(
            Samples.snapshot(rows),
            notes: [.past, .newerFit, .styleAdjusted(effects), .fewVotes(1), .hidden(2)])
        #expect(text.contains("Twice the length of the other answer is worth +120 ±24 points"))
        #expect(text.contains("These are past ratings."))
        #expect(text.contains("a newer fit is under way"))
        #expect(text.contains("There is only 1 vote in this choice."))
        #expect(text.contains("2 models that do not play any more are left out."))
        #expect(text.contains("/leaderboard?retired=1"))
    }

    @Test func `every figure is drawn for both screens, with its numbers and its files`() throws {
        let rows = [try Samples.standing("Aspen", 1066.54), try Samples.standing("Birch")]
        var query = BoardQuery()
        query.minimumVotes = 7
        let text = Self.text(Samples.snapshot(rows), query: query)
        let figures = text.components(separatedBy: "<figure").dropFirst()
        #expect(figures.count == BoardSamples.figures.count)
        for (figure, (name, _)) in zip(figures, BoardSamples.figures) {
            #expect(figure.contains("plot-wide") && figure.contains("plot-narrow"))
            #expect(figure.contains("<details") && text.contains("<a href=\"#\(name)\">"))
            #expect(figure.contains("/plots/\(name).svg?min_votes=7"))
            #expect(figure.contains("/plots/\(name).csv?min_votes=7"))
        }
    }

    @Test func `practice votes are called so`() throws {
        let rows = [try Samples.standing("Guide: short"), try Samples.standing("Guide: long")]
        let text = Self.text(
            Samples.snapshot(rows, pool: .practice, votes: 1), isPractice: true)
        #expect(text.contains("1 practice vote ·"))
    }

    @Test func `forty contenders are forty rows within the bytes of a picture`() throws {
        let rows = try (0..<40).map { try Samples.standing("Model \($0)", Double(1_200 - $0 * 9)) }
        let table = Self.table(Samples.snapshot(rows))
        #expect(table.components(separatedBy: "scope=\"row\"").count == 41)
        #expect(table.utf8.count < 120_000)
    }
}
