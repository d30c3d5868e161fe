import Catalogue
import CatalogueReader
import Foundation
import Testing

/// What the five reference pages say, as it is shipped.
struct ShippedTests {
    private let catalogue: ModelCatalogue

    init() throws {
        catalogue = try ModelCatalogue.shipped()
    }

    private func model(_ slug: String) throws -> ModelRecord {
        try #require(catalogue[slug])
    }

    private func price(
        _ field: RouteField, _ provider: String, of slug: String
    ) throws -> String? {
        let route = try model(slug).routes.first { $0.provider == provider }
        return try #require(route).fact(field, of: slug, as: Money.self)?.value.description
    }

    @Test func `the models of the reference pages are there, Gemma 3 as a family`() throws {
        #expect(
            catalogue.sorted.map(\.slug) == [
                "gpt-4-1-mini", "gpt-4-1-nano", "gemma-3", "llama-3-2-1b-instruct",
                "llama-3-2-3b-instruct", "o3-mini", "o4-mini",
            ])
        #expect(try model("gemma-3").kind == .family)
        #expect(catalogue.sorted.filter { $0.kind != .model }.count == 1)
        #expect(
            catalogue.benchmarks.keys.sorted() == ["bfcl", "gpqa", "ifeval", "mmlu", "mmlu-pro"])
    }

    @Test func `every file of the folder is embedded`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/CatalogueReader/Models")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        #expect(names.count == catalogue.models.count + 2)
        #expect(try ModelCatalogue.read(folder: folder.path()) == catalogue)
    }

    @Test func `the exact price is shown where the page rounds it`() throws {
        #expect(
            try price(.priceIn, "Cloudflare Workers AI", of: "llama-3-2-1b-instruct") == "0.027")
        #expect(
            try price(.priceOut, "Cloudflare Workers AI", of: "llama-3-2-1b-instruct") == "0.201")
        #expect(try price(.priceIn, "unnamed", of: "llama-3-2-1b-instruct") == "0.027")
        let route = try #require(try model("llama-3-2-1b-instruct").routes.first)
        let fact = try #require(route.fact(.priceIn, of: "x", as: Money.self))
        #expect(fact.origin.others.map(\.precision?.description) == ["0.01"])
        #expect(fact.origin.shown.note?.contains("0.027") == true)
    }

    @Test func `the prices are those of the pages`() throws {
        #expect(try price(.priceIn, "OpenAI API", of: "gpt-4-1-mini") == "0.4")
        #expect(try price(.priceOut, "OpenAI API", of: "gpt-4-1-mini") == "1.6")
        #expect(try price(.priceIn, "DeepInfra", of: "llama-3-2-3b-instruct") == "0.01")
        #expect(try price(.priceOut, "DeepInfra", of: "llama-3-2-3b-instruct") == "0.02")
        #expect(try price(.priceIn, "unnamed", of: "gpt-4-1-nano") == "0.1")
        #expect(try price(.priceIn, "unnamed", of: "o4-mini") == "0.5")
        #expect(try price(.priceOut, "OpenRouter", of: "o3-mini") == "4.4")
    }

    @Test func `a price whose provider the page does not name is marked so`() throws {
        let routes = try model("o4-mini").routes
        let unnamed = try #require(routes.first { !$0.isNamed })
        #expect(unnamed.tier == .unknown)
        #expect(unnamed.label == "provider not named (tier not named)")
        #expect(routes.filter(\.isNamed).map(\.label).contains("OpenAI API (batch)"))
        #expect(routes.filter { $0.isNamed && $0.observations[.priceIn] != nil }.isEmpty)
    }

    @Test func `both observations stand where two pages disagree`() throws {
        let model = try model("llama-3-2-1b-instruct")
        let licence = try #require(model.fact(.licenseName, as: String.self))
        #expect(licence.value == "Llama 3 Community")
        #expect(licence.origin.disagreeing.map(\.value) == [.text("Open Source")])
        #expect(model.fact(.licenseClass)?.value == LicenseClass.openWeightsRestricted)
    }

    @Test func `a context that is only rounded elsewhere is shown exactly`() throws {
        let fact = try #require(try model("gpt-4-1-mini").fact(.contextTokens, as: Int.self))
        #expect(fact.value == 1_047_576)
        #expect(fact.origin.others.map(\.value) == [.count(1_000_000)])
        let nano = try #require(try model("gpt-4-1-nano").fact(.contextTokens, as: Int.self))
        #expect(fact.origin.shown.agrees(with: nano.origin.shown))
    }

    @Test func `every value has a source and a date, and none an invented address`() throws {
        for model in catalogue.sorted {
            let observations =
                model.observations.values.flatMap(\.self)
                + model.routes.flatMap { $0.listings + $0.observations.values.flatMap(\.self) }
                + model.results.flatMap { $0.scores + $0.errors }
            #expect(!observations.isEmpty)
            for observation in observations {
                #expect(observation.asOf != nil && observation.source.url == nil)
                #expect([.independent, .admin].contains(observation.source.kind))
            }
        }
    }

    @Test func `the number of questions is known for GPQA and IFEval only`() throws {
        let items = { (id: String) in
            catalogue.benchmarks[id]?.items[""]?.first?.value
        }
        #expect(items("gpqa") == .count(198))
        #expect(items("ifeval") == .count(541))
        #expect(items("mmlu-pro") == nil)
        #expect(catalogue.benchmarks["gpqa"]?.items["diamond"]?.count == 1)
    }

    @Test func `sizes of one family are siblings, and names lead to records`() throws {
        #expect(catalogue.siblings(of: try model("gpt-4-1-mini")).map(\.slug) == ["gpt-4-1-nano"])
        #expect(catalogue.siblings(of: try model("o3-mini")).isEmpty)
        #expect(catalogue.model(named: "GPT-4.1 Mini")?.slug == "gpt-4-1-mini")
        #expect(catalogue.closest(to: "gpt-4-mini").first == "gpt-4-1-mini")
        #expect(catalogue.closest(to: "o3mini").first == "o3-mini")
        #expect(catalogue.closest(to: "zzzzzzzz").isEmpty)
    }
}
