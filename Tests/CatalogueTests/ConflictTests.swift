import Catalogue
import Testing

/// What cannot be right is flagged, and nothing else.
struct ConflictTests {
    private let today: CalendarDate

    init() throws {
        today = try #require(CalendarDate("2026-11-21"))
    }

    private func seen(
        _ value: FactValue, step: String? = nil, by title: String = "one",
        on date: String? = "2026-11-01"
    ) -> Observation {
        Observation(
            value: value, precision: step.flatMap { FixedPoint(decimal: $0) },
            source: Source(kind: .vendor, title: title), asOf: date.flatMap { CalendarDate($0) })
    }

    private func date(_ text: String) -> FactValue {
        CalendarDate(text).map(FactValue.date) ?? .notPublished
    }
    private func money(_ text: String) -> FactValue {
        Money(decimal: text).map(FactValue.money) ?? .notPublished
    }
    private func points(_ text: String) -> FactValue {
        FixedPoint(decimal: text).map(FactValue.number) ?? .notPublished
    }

    private func found(_ observations: [Field: [Observation]]) -> [Conflict] {
        ModelRecord(slug: "m", name: "M", observations: observations).conflicts(today: today)
    }

    private func routed(
        _ observations: [RouteField: [Observation]], _ tier: Route.Tier = .standard
    ) -> [Conflict] {
        let route = Route(provider: "P", tier: tier, observations: observations)
        return ModelRecord(slug: "m", name: "M", routes: [route]).conflicts(today: today)
    }

    private func found(version: String = "v1", _ score: String) -> [Conflict] {
        let result = BenchmarkResult(
            benchmark: "b", version: version, scores: [seen(points(score))])
        return ModelRecord(slug: "m", name: "M", results: [result])
            .conflicts(today: today, benchmarks: ["b": Benchmark(id: "b", name: "B")])
    }

    @Test func `a cut-off after the release is flagged, with both observations`() {
        let conflicts = found([
            .releaseDate: [seen(date("2025-04-16"))], .knowledgeCutoff: [seen(date("2025-08"))],
        ])
        #expect(conflicts.map(\.kind) == [.cutoffAfterRelease])
        #expect(
            conflicts.first?.observations.map(\.value) == [date("2025-08"), date("2025-04-16")])
        #expect(conflicts.first?.path == "m/knowledge_cutoff")
        #expect(
            conflicts.first?.sentence
                == "The knowledge cut-off 2025-08 lies after the release 2025-04-16.")
    }

    @Test(arguments: [("2025-04", 0), ("2025", 0), ("2025-04-16", 0), ("2025-04-17", 1)])
    func `a cut-off that may lie before the release is none`(cutoff: String, count: Int) {
        let conflicts = found([
            .releaseDate: [seen(date("2025-04-16"))], .knowledgeCutoff: [seen(date(cutoff))],
        ])
        #expect(conflicts.count == count)
    }

    @Test func `a release after today is flagged`() {
        #expect(found([.releaseDate: [seen(date("2026-11-22"))]]).map(\.kind) == [.releaseInFuture])
        #expect(found([.releaseDate: [seen(date("2026-11-21"))]]).isEmpty)
        #expect(found([.releaseDate: [seen(date("2026-11"))]]).isEmpty)
        #expect(found([.releaseDate: [seen(date("2027"))]]).map(\.kind) == [.releaseInFuture])
    }

    @Test func `an output limit is not above the context, and not the context itself`() {
        let kinds = { (context: Int, output: Int) in
            found([
                .contextTokens: [seen(.count(context))], .outputTokensMax: [seen(.count(output))],
            ]).map(\.kind)
        }
        #expect(kinds(128_000, 128_000) == [.outputEqualsContext])
        #expect(kinds(128_000, 128_001) == [.outputAboveContext])
        #expect(kinds(128_000, 127_999).isEmpty)
        let conflicts = routed([
            .contextTokens: [seen(.count(8))], .outputTokensMax: [seen(.count(8))],
        ])
        #expect(conflicts.map(\.kind) == [.outputEqualsContext])
        #expect(conflicts.first?.field == "routes/P/output_tokens_max")
        #expect(conflicts.first?.sentence.contains("no separate output limit is sourced") == true)
    }

    @Test func `tokens written do not cost less than tokens read, nor nothing unless free`() {
        let kinds = { (tier: Route.Tier, read: String, written: String) in
            routed([.priceIn: [seen(money(read))], .priceOut: [seen(money(written))]], tier)
                .map(\.kind)
        }
        #expect(kinds(.standard, "0.2", "0.1") == [.outputPriceBelowInput])
        #expect(kinds(.standard, "0.1", "0.1").isEmpty)
        #expect(kinds(.standard, "0", "0.1") == [.zeroPrice])
        #expect(kinds(.unknown, "0", "0") == [.zeroPrice, .zeroPrice])
        #expect(kinds(.free, "0", "0").isEmpty)
    }

    @Test func `sources differ when more than one hundredth lies between them`() {
        let kinds = { (one: Int, two: Int, step: String?) in
            found([
                .paramsTotal: [seen(.count(one)), seen(.count(two), step: step, by: "two")]
            ]).map(\.kind)
        }
        #expect(kinds(1000, 1010, nil).isEmpty)
        #expect(kinds(1000, 1011, nil) == [.disagreement])
        #expect(kinds(1_047_576, 1_000_000, nil) == [.disagreement])
        #expect(kinds(1_047_576, 1_000_000, "1000000").isEmpty)
        #expect(kinds(1_600_000, 1_000_000, "1000000") == [.disagreement])
        #expect(kinds(0, 0, nil).isEmpty && kinds(0, 1, nil) == [.disagreement])
        let prices = routed(
            [.priceIn: [seen(money("0.027")), seen(money("0.03"), step: "0.01", by: "two")]])
        #expect(prices.isEmpty)
    }

    @Test func `words that differ are a disagreement, dates that may be one day are none`() {
        let conflicts = found([
            .licenseName: [
                seen(.text("Llama 3 Community")), seen(.text("Open Source"), by: "two"),
            ],
            .releaseDate: [seen(date("2025-04-14")), seen(date("2025-04"), by: "two")],
            .tools: [seen(.flag(true)), seen(.notPublished, by: "two")],
        ])
        #expect(conflicts.map(\.field) == ["license_name", "cap.tools"])
        #expect(conflicts.first?.sentence == "one says Llama 3 Community, two says Open Source.")
    }

    @Test func `one source is not in conflict with itself`() {
        #expect(found([.maker: [seen(.text("A")), seen(.text("B"))]]).isEmpty)
    }

    @Test func `a score lies on its scale and names its version`() {
        #expect(found("100").isEmpty && found("0").isEmpty)
        #expect(found("100.000001").map(\.kind) == [.scoreOutsideScale])
        #expect(found("-0.1").map(\.kind) == [.scoreOutsideScale])
        #expect(found(version: "", "50").map(\.kind) == [.versionMissing])
        #expect(found("50").isEmpty)
    }

    @Test(arguments: [
        ("2026-08-23", 0, 0), ("2026-08-22", 1, 0), ("2025-11-21", 1, 0), ("2025-11-20", 1, 1),
        ("2026-09", 0, 0), ("2026", 1, 0), ("2025", 1, 1),
    ])
    func `a price grows old after 90 days, the rest after 365`(
        date: String, price: Int, rest: Int
    ) {
        #expect(routed([.priceIn: [seen(money("1"), on: date)]]).map(\.kind) == old(price))
        #expect(
            found([.contextTokens: [seen(.count(1), on: date)]])
                .map(\.kind) == old(rest))
    }

    @Test func `a value without a date is old`() {
        #expect(found([.maker: [seen(.text("A"), on: nil)]]).map(\.kind) == [.old])
    }

    private func old(_ count: Int) -> [Conflict.Kind] { Array(repeating: .old, count: count) }
}
