import Arena
import Foundation
import Pages
import Testing

@Suite struct LeaderboardPageTests {
    static func text(_ snapshot: Snapshot?, isPractice: Bool = false) -> String {
        LeaderboardPage(snapshot: snapshot, minimumVotes: 30)
            .document(in: Samples.context(path: "/leaderboard", isPractice: isPractice)).text
    }

    /// The table in the page, without the plot below it.
    static func table(_ snapshot: Snapshot) -> String {
        text(snapshot).components(separatedBy: "<figure")[0]
    }

    @Test func `without two rated contenders it says what is needed`() throws {
        let words = "Ratings need votes between at least two models."
        #expect(Self.text(nil).contains(words))
        #expect(Self.text(nil).contains("There are none yet."))
        let one = Samples.snapshot([try Samples.standing("Aspen")], votes: 3)
        #expect(Self.text(one).contains(words) && Self.text(one).contains("There are 3 so far."))
        #expect(!Self.text(one).contains("<table"))
    }

    @Test func `a row tells place, name, rating with interval, votes and average share`() throws {
        let rows = [
            try Samples.standing("Aspen", 1066.54, votes: 1_665, ranks: 1...3),
            try Samples.standing("Birch", 887.78, ranks: 4...4),
        ]
        let table = Self.table(Samples.snapshot(rows))
        #expect(table.contains("role=\"cell\">1–3</td>") && table.contains("role=\"cell\">4</td>"))
        #expect(table.contains("<bdi>Aspen</bdi>") && table.contains("<b>1067</b>"))
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
        #expect(parts[1].components(separatedBy: "role=\"cell\">–</td>").count == 3)
        #expect(parts[1].contains("p-open") && !parts[0].contains("p-open"))
    }

    @Test func `groups that never met have a table and a plot each, and are not ranked together`()
        throws
    {
        let rows = [
            try Samples.standing("Aspen"), try Samples.standing("Birch"),
            try Samples.standing("Elm", component: 1), try Samples.standing("Fir", component: 1),
        ]
        let text = Self.text(Samples.snapshot(rows))
        #expect(text.contains("These groups have never met"))
        #expect(text.components(separatedBy: "<table class=\"ratings\"").count == 3)
        #expect(text.components(separatedBy: "<figure").count == 3)
        #expect(text.contains("Ratings, group 2 of 2"))
    }

    @Test func `the plot is drawn for both screens with its table behind it`() throws {
        let rows = [try Samples.standing("Aspen", 1066.54), try Samples.standing("Birch")]
        let figure = Self.text(Samples.snapshot(rows)).components(separatedBy: "<figure")[1]
        #expect(figure.contains("plot-wide") && figure.contains("plot-narrow"))
        #expect(figure.contains("<details") && figure.contains("<td>1,066.54</td>"))
        #expect(figure.contains("<td>1,046.44</td><td>1,086.64</td>"))
    }

    @Test func `practice votes are called so`() throws {
        let rows = [try Samples.standing("Guide: short"), try Samples.standing("Guide: long")]
        let text = Self.text(
            Samples.snapshot(rows, pool: .practice, votes: 1), isPractice: true)
        #expect(text.contains("1 practice vote ·"))
    }

    @Test func `forty contenders are forty rows within the bytes of a picture`() throws {
        let rows = try (0..<40).map { try Samples.standing("Model \($0)", Double(1_200 - $0 * 9)) }
        let text = Self.text(Samples.snapshot(rows))
        #expect(
            Self.table(Samples.snapshot(rows)).components(separatedBy: "scope=\"row\"").count == 41)
        #expect(text.utf8.count < 120_000)
    }
}
