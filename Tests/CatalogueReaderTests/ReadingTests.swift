import Catalogue
import CatalogueReader
import Testing

/// What is written in a file is what the record holds.
struct ReadingTests {
    @Test func `every kind of value is read exactly`() throws {
        let model = try #require(
            try record(
                """
                name: Model M
                kind: system
                aliases: ["M", m-1]
                maker: [{value: Maker, source: x}]
                release_date: [{value: 2025-04, source: x}]
                params_total: [{value: 1230000000, precision: 10000000, source: x}]
                architecture: [{value: moe, source: x}]
                open_weights: [{value: true, source: x}]
                homepage: [{value: "https://example.org/m", source: x}]
                modalities_in: [{value: [text, image], source: x}]
                knowledge_cutoff: [{missing: not_published, source: x, note: asked}]
                tokenizer: [{missing: does_not_apply, source: x, as_of: 2026-10}]
                routes:
                  - provider: P
                    region: eu
                    tier: batch
                    listed: [{source: x, retrieved: 2026-11-02}]
                    price_in: [{value: 0.027, source: x}]
                    uptime_30d: [{value: 0.9995, source: x}]
                results:
                  - benchmark: gpqa
                    version: diamond
                    setting: 5-shot
                    score: [{value: 64.2, precision: 0.1, source: x}]
                    error: [{value: 3.4, source: x}]
                """))
        #expect(model.name == "Model M" && model.kind == .system && model.aliases == ["M", "m-1"])
        #expect(model.fact(.maker)?.value == "Maker")
        #expect(model.fact(.releaseDate)?.value == CalendarDate(year: 2025, month: 4))
        let size = try #require(model.observations[.paramsTotal]?.first)
        #expect(size.value == .count(1_230_000_000))
        #expect(size.precision == FixedPoint(decimal: "10000000"))
        #expect(size.source == Source(kind: .vendor, title: "X", url: "https://example.org/x"))
        #expect(size.asOf == CalendarDate(year: 2026, month: 11, day: 1))
        #expect(model.fact(.openWeights)?.value == true)
        #expect(model.fact(.modalitiesIn)?.value == ["image", "text"])
        #expect(model.observations[.knowledgeCutoff]?.first?.value == .notPublished)
        #expect(model.observations[.knowledgeCutoff]?.first?.note == "asked")
        #expect(model.observations[.tokenizer]?.first?.asOf == CalendarDate("2026-10"))
        let route = try #require(model.routes.first)
        #expect(route.label == "P (eu, batch)")
        #expect(route.listings.first?.retrieved == CalendarDate("2026-11-02"))
        #expect(route.fact(.priceIn, of: "m")?.value == Money(decimal: "0.027"))
        #expect(route.fact(.uptime, of: "m")?.value == FixedPoint(decimal: "0.9995"))
        let result = try #require(model.results.first)
        #expect(result.version == "diamond" && result.setting == "5-shot")
        #expect(result.metric == "accuracy")
        #expect(result.scores.first?.value == FixedPoint(decimal: "64.2").map(FactValue.number))
    }

    @Test func `an operator's file extends the shipped record, and the order of belief decides`()
        throws
    {
        let folder = try WorkingFolder([
            "sources.yaml": sources,
            "o3-mini.yaml": """
            aliases: [o3-mini-2025-01-31]
            context_tokens: [{value: 190000, source: x}]
            knowledge_cutoff: [{value: 2023-10, source: x}]
            routes:
              - {provider: OpenRouter, price_cached_in: [{value: 0.55, source: x}]}
              - {provider: Elsewhere, listed: [{source: x}]}
            """,
            "brand-new.yaml": "name: Brand new\n",
        ])
        let shipped = try ModelCatalogue.shipped()
        let both = try ModelCatalogue.shipped(extendedBy: folder.path)
        let model = try #require(both["o3-mini"])
        #expect(model.name == "o3 Mini" && model.aliases == ["o3-mini", "o3-mini-2025-01-31"])
        let cutoff = try #require(model.fact(.knowledgeCutoff, as: CalendarDate.self))
        #expect(cutoff.value == CalendarDate("2023-10"))
        #expect(cutoff.origin.others.count == 1)
        let route = try #require(model.routes.first { $0.provider == "OpenRouter" })
        #expect(route.observations.keys.count == 3)
        #expect(model.routes.count == (shipped["o3-mini"]?.routes.count ?? 0) + 1)
        #expect(both["brand-new"]?.name == "Brand new")
        #expect(both["gpt-4-1-mini"] == shipped["gpt-4-1-mini"])
    }

    @Test func `a file with replace stands alone`() throws {
        let folder = try WorkingFolder(["o3-mini.yaml": "replace: true\nname: Mine\n"])
        let model = try #require(try ModelCatalogue.shipped(extendedBy: folder.path)["o3-mini"])
        #expect(model.name == "Mine" && model.observations.isEmpty && model.routes.isEmpty)
    }

    @Test func `an import's folder lies below what people wrote`() throws {
        let folder = try WorkingFolder([
            "imports/models-dev/m.yaml": "name: From an import\naliases: [one]\n",
            "m.yaml": "name: By hand\naliases: [two]\n",
            "README.md": "not a record", ".hidden.yaml": "not: read",
        ])
        let model = try #require(try ModelCatalogue.read(folder: folder.path)["m"])
        #expect(model.name == "By hand" && model.aliases == ["one", "two"])
    }

    @Test func `Windows line ends and an empty folder are read`() throws {
        #expect(try record("name: M\r\nkind: model\r\n")?.kind == .model)
        let folder = try WorkingFolder()
        #expect(try ModelCatalogue.read(folder: folder.path) == ModelCatalogue())
    }
}
