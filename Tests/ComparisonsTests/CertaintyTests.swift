import Catalogue
import Comparisons
import Ratings
import Testing

struct CertaintyTests {
    private func words(_ points: Double, _ error: Double, connected: Bool = true) throws -> String {
        let comparison = try compare(
            Arena6.cedar, Arena6.dogwood,
            votes: Arena6.votes(points, error, connected: connected))
        return comparison.verdict.section.sentences.first?.text ?? ""
    }

    private func state(_ points: Double, _ error: Double) -> Certainty.State {
        Certainty(
            Gap(points: points, standardError: error), votes: Sides(a: 99, b: 99), minimum: 30
        ).state
    }

    @Test(arguments: [
        (63.5, 15.8, Certainty.State.ahead), (2.1, 15.2, .open), (22, 15.2, .leaning),
        (3, 6, .even), (12, 4, .even), (25, 8, .ahead),
    ])
    func `the golden gaps have their golden words`(
        points: Double, error: Double, state: Certainty.State
    ) {
        #expect(self.state(points, error) == state)
        #expect(self.state(-points, error) == state)
    }

    @Test func `the golden certainties come out`() {
        #expect(Gap(points: 63.5, standardError: 15.8).pBetter > 0.999)
        #expect(abs(Gap(points: 2.1, standardError: 15.2).pNegligible() - 0.74) < 0.005)
        #expect(abs(Gap(points: 22, standardError: 15.2).pBetter - 0.926) < 0.0005)
        #expect(abs(Gap(points: 3, standardError: 6).pNegligible() - 0.99) < 0.005)
        #expect(abs(Gap(points: 12, standardError: 4).pNegligible() - 0.91) < 0.005)
    }

    @Test func `the clear example reads as the design writes it`() throws {
        #expect(
            try words(63.48, 15.8)
                == "Voters prefer Cedar. Expected share 59% (55–63%), more than 99% sure.")
        #expect(
            try words(-63.48, 15.8)
                == "Voters prefer Dogwood. Expected share 59% (55–63%), more than 99% sure.")
    }

    @Test func `the close example says for whom, and that votes will not settle it`() throws {
        #expect(
            try words(2.12, 15.2)
                == "Too close to call. Expected share 50% (46–55%), 56% sure of Cedar.")
        let comparison = try compare(
            Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(2.1, 15.2))
        #expect(comparison.text(.votes).contains("More votes are unlikely to settle it."))
    }

    @Test func `a probable lead says probably`() throws {
        #expect(try words(22, 15.2).hasPrefix("Cedar is probably ahead. Expected share 53%"))
        #expect(try words(22, 15.2).hasSuffix("93% sure."))
    }

    @Test func `no practical difference wins over a sure one`() throws {
        #expect(
            try words(12, 4).hasPrefix("No practical difference: the gap is at most 20 points."))
    }

    @Test func `unlinked models are not ranked`() throws {
        let comparison = try compare(
            Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(80, 3, connected: false))
        #expect(comparison.votes.certainty?.state == .unmet)
        #expect(comparison.text(.votes).contains("They have not met, even indirectly."))
        #expect(comparison.chooseIf.reasons.a.allSatisfy { !$0.text.contains("people prefer") })
    }

    @Test func `below thirty votes nothing is said but their number`() throws {
        let comparison = try compare(
            Arena6.cedar, Arena6.dogwood,
            votes: Arena6.votes(200, 10, each: Sides(a: 29, b: 300)))
        #expect(
            comparison.verdict.section.sentences[0].text == "Not enough votes yet (29 of 30).")
        #expect(!comparison.text(.votes).contains("Expected share 7"))
    }

    @Test(arguments: [Double.nan, .infinity])
    func `a gap that is no number is no gap`(points: Double) throws {
        let comparison = try compare(
            Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(points, 10))
        #expect(comparison.votes.certainty?.state == .unmet)
        #expect(!comparison.everything.lowercased().contains("nan"))
    }

    @Test(
        arguments: zip([10, 17.386, 25, 50, 100, 200, 400], [514, 525, 536, 571, 640, 760, 909]))
    func `expected shares are those of the scale`(points: Double, thousandths: Int) {
        #expect(Int((Scale.expectedShare(atGap: points) * 1000).rounded()) == thousandths)
    }

    @Test(
        arguments: zip([0.52, 0.55, 0.57, 0.60, 0.65, 0.70], [2402, 385, 197, 97, 44, 25]))
    func `votes needed from nothing`(share: Double, votes: Int) throws {
        let gap = Gap(points: Scale.gap(atShare: share), standardError: .infinity)
        #expect(Int(try #require(gap.votesStillNeeded).rounded()) == votes)
    }

    @Test(arguments: [(66, 109, 0.512, 0.692), (7, 10, 0.397, 0.892), (3, 3, 0.438, 1.0)])
    func `wilson intervals`(wins: Int, of: Int, low: Double, high: Double) {
        let interval = Interval.wilson(wins, of: of)
        #expect(abs(interval.low - low) < 0.001 && abs(interval.high - high) < 0.001)
    }

    @Test func `shares of both add up to a hundred`() throws {
        for points in stride(from: -300.0, through: 300, by: 7.3) {
            let comparison = try compare(
                Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(points, 15))
            let cells = try #require(comparison.row("scorecard", "voters")).cells
            let shares = cells.prefix(2).compactMap { Int($0.words.text.filter(\.isNumber)) }
            #expect(shares.reduce(0, +) == 100, "\(points): \(shares)")
        }
    }

    @Test func `a share never reads as all or nothing`() throws {
        let comparison = try compare(
            Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(1200, 15))
        let cells = try #require(comparison.row("scorecard", "voters")).cells
        #expect(cells[0].words.text == "more than 99%")
        #expect(cells[1].words.text == "less than 1%")
    }

    @Test func `the direct record stands with its interval and its draws`() throws {
        let text = try compare(Arena6.cedar, Arena6.dogwood, votes: Arena6.votes()).text(.votes)
        #expect(text.contains("In 140 direct battles Cedar won 66 and Dogwood 43, with 23 ties"))
        #expect(text.contains("8 in which both were bad"))
        #expect(text.contains("Cedar won 61% of the decided ones (51–69%)."))
    }

    @Test func `a record that contradicts the fit says so`() throws {
        var votes = Arena6.votes(-120, 10)
        votes.direct = PairTally(first: 0, second: 1, firstWins: 80, secondWins: 20)
        let text = try compare(Arena6.cedar, Arena6.dogwood, votes: votes).text(.votes)
        #expect(
            text.contains("look different from what their other battles suggest (80% against 33%)"))
        #expect(
            try !compare(Arena6.cedar, Arena6.dogwood, votes: Arena6.votes()).text(.votes)
                .contains("look different"))
    }

    @Test func `evidence seen from the other side is the same evidence`() {
        #expect(Arena6.votes().swapped.swapped == Arena6.votes())
        #expect(Arena6.measured().swapped.swapped == Arena6.measured())
    }
}
