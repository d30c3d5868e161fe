import Catalogue

/// Records of the models of the five reference pages, with the values those pages print.
enum Shelf {
    static let pages: [String: CalendarDate?] = [
        "llm-stats": CalendarDate(year: 2026, month: 7),
        "LLM Reference (April)": CalendarDate(year: 2026, month: 4, day: 24),
        "LLM Reference (June)": CalendarDate(year: 2026, month: 6, day: 4),
        "BenchLM": CalendarDate(year: 2026, month: 4, day: 23),
    ]

    static func said(
        _ value: FactValue, by page: String = "llm-stats", _ kind: SourceKind = .independent
    ) -> Observation {
        Observation(
            value: value,
            source: Source(kind: kind, title: page, url: "https://example.org/page"),
            asOf: pages[page] ?? CalendarDate(year: 2026, month: 6, day: 1))
    }

    static func date(_ text: String) -> FactValue {
        CalendarDate(text).map { .date($0) } ?? .notPublished
    }

    static func route(
        _ provider: String, _ read: String?, _ written: String?, cached: String? = nil,
        tier: Route.Tier = .standard, by page: String = "llm-stats"
    ) -> Route {
        let prices: [(RouteField, String?)] = [
            (.priceIn, read), (.priceOut, written), (.priceCachedIn, cached),
        ]
        var observations: [RouteField: [Observation]] = [:]
        for case (let field, let price?) in prices {
            observations[field] = Money(decimal: price).map { [said(.money($0), by: page)] }
        }
        return Route(
            provider: provider, tier: tier, listings: [said(.flag(true), by: page)],
            observations: observations)
    }

    static func score(
        _ benchmark: String, _ score: String, version: String = "", setting: String = "",
        by page: String = "llm-stats", _ kind: SourceKind = .independent
    ) -> BenchmarkResult {
        BenchmarkResult(
            benchmark: benchmark, version: version, setting: setting,
            scores: FixedPoint(decimal: score).map { [said(.number($0), by: page, kind)] } ?? [])
    }

    static func record(
        _ slug: String, _ name: String, kind: ModelRecord.Kind = .model, members: [String] = [],
        _ facts: [Field: FactValue], by page: String = "llm-stats", routes: [Route] = [],
        results: [BenchmarkResult] = []
    ) -> ModelRecord {
        ModelRecord(
            slug: slug, name: name, kind: kind, members: members,
            observations: facts.mapValues { [said($0, by: page)] }, routes: routes,
            results: results)
    }

    static let catalogue = ModelCatalogue(
        models: [mini, nano, llama1, llama3, o4, o3, gemma, gemma4], benchmarks: benchmarks)

    static let benchmarks = [
        Benchmark(id: "gpqa", name: "GPQA", items: ["": [said(.count(198))]]),
        Benchmark(id: "ifeval", name: "IFEval", items: ["": [said(.count(541))]]),
        Benchmark(id: "mmlu-pro", name: "MMLU-Pro"), Benchmark(id: "bfcl", name: "BFCL"),
    ]

    static func without(_ field: Field, _ record: ModelRecord) -> ModelRecord {
        var observations = record.observations
        observations[field] = nil
        return ModelRecord(
            slug: record.slug, name: record.name, kind: record.kind, aliases: record.aliases,
            members: record.members, observations: observations, routes: record.routes,
            results: record.results)
    }

    static func with(
        _ routes: [Route], _ results: [BenchmarkResult], _ record: ModelRecord
    ) -> ModelRecord {
        ModelRecord(
            slug: record.slug, name: record.name, kind: record.kind, aliases: record.aliases,
            members: record.members, observations: record.observations, routes: routes,
            results: results)
    }
}
