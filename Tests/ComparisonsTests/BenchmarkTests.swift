import Catalogue
import Comparisons
import Ratings
import Testing

struct BenchmarkTests {
    @Test func `the siblings' tests have their noise`() throws {
        let page = try compare(Shelf.mini, Shelf.nano)
        let rows = page.benchmarks.shared
        #expect(rows.map(\.name.text) == ["GPQA", "IFEval"])
        #expect(rows.map(\.finding) == [.beyondNoise, .beyondNoise])
        let cells = page.sections.flatMap(\.tables).first { $0.id == "benchmarks" }?.rows
        #expect(cells?.map(\.cells[2].words.text).prefix(2) == ["+13.9 ± 9.6", "+5.3 ± 4.1"])
        #expect(page.text(.benchmarks).contains("Too few tests to generalise."))
    }

    @Test func `only equal versions and settings are compared`() throws {
        let a = Shelf.with(
            [],
            [
                Shelf.score("gpqa", "60", setting: "5-shot"),
                Shelf.score("bfcl", "40", version: "2"),
            ],
            Shelf.mini)
        let b = Shelf.with(
            [], [Shelf.score("gpqa", "30"), Shelf.score("bfcl", "30", version: "3")], Shelf.nano)
        let page = try compare(a, b)
        #expect(page.benchmarks.shared.isEmpty)
        let text = page.text(.benchmarks)
        #expect(text.contains("No test is sourced for both."))
        #expect(
            text.contains("Results in a different version or setting of a test are not compared."))
        #expect(text.contains("GPQA (5-shot)"))
    }

    @Test func `without a number of questions a point is the least that counts`() throws {
        func finding(_ one: String, _ other: String) throws -> BenchmarkRow.Finding? {
            try compare(
                Shelf.with([], [Shelf.score("bfcl", one)], Shelf.mini),
                Shelf.with([], [Shelf.score("bfcl", other)], Shelf.nano)
            ).benchmarks.shared.first?.finding
        }
        #expect(try finding("50", "50.9") == .withinNoise)
        #expect(try finding("50", "51") == .noiseUnknown)
    }

    @Test func `a source's own standard error comes first`() throws {
        var results = [Shelf.score("gpqa", "64"), Shelf.score("gpqa", "50")]
        results = results.map {
            BenchmarkResult(
                benchmark: $0.benchmark, scores: $0.scores,
                errors: [Shelf.said(.number(FixedPoint(millionths: 20_000_000)))])
        }
        let row = try #require(
            try compare(
                Shelf.with([], [results[0]], Shelf.mini), Shelf.with([], [results[1]], Shelf.nano)
            ).benchmarks.shared.first)
        #expect(row.finding == .withinNoise)
        #expect(abs((row.noise ?? 0) - 1.96 * 20 * 2.0.squareRoot()) < 1e-9)
    }

    @Test func `a maker's figure against somebody else's is told`() throws {
        let page = try compare(
            Shelf.with([], [Shelf.score("gpqa", "64", .vendor)], Shelf.mini),
            Shelf.with([], [Shelf.score("gpqa", "50", .independent)], Shelf.nano))
        #expect(page.benchmarks.shared[0].isMixed)
        #expect(
            page.text(.benchmarks).contains(
                "A maker's own figure stands against somebody else's in GPQA."))
    }

    @Test func `adjusting for many tests follows Holm`() {
        let adjusted = Holm.adjust([0.01, 0.04, 0.03, 0.005])
        for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
            #expect(abs(value - expected) < 1e-12)
        }
        #expect(Holm.adjust([0.9, 0.8]) == [1, 1])
        #expect(Holm.adjust([]).isEmpty)
    }

    @Test func `a category that is ahead alone may be only probable among many`() throws {
        var votes = Arena6.votes()
        votes.categories = (0..<8).map { index in
            CategoryGap(
                category: "topic \(Character(UnicodeScalar(UInt8(97 + index))))",
                gap: .init(points: index == 0 ? 64 : 30, standardError: 30),
                votes: Sides(a: 60, b: 60))
        }
        let many = try compare(Arena6.cedar, Arena6.dogwood, votes: votes)
        #expect(many.categories.findings[0].certainty.state != .ahead)
        votes.categories = [votes.categories[0]]
        let one = try compare(Arena6.cedar, Arena6.dogwood, votes: votes)
        #expect(one.categories.findings[0].certainty.state == .ahead)
        #expect(
            one.text(.categories).contains(
                "Voters prefer Cedar for topic a; Dogwood for none; 0 categories too close."))
    }
}
