import Catalogue
import CatalogueReader
import Foundation
import Testing

/// Published lists become facts with their source and date, after a look at what changes.
struct ImportTests {
    private let folder: WorkingFolder

    init() throws {
        folder = try WorkingFolder()
    }

    private func plan(_ list: PriceList, only: [String] = []) throws -> ImportPlan {
        try ImportPlan(list, into: folder.path, only: only)
    }

    private func imported(_ list: PriceList, only: [String] = []) throws -> ModelCatalogue {
        _ = try plan(list, only: only).apply()
        return try ModelCatalogue.shipped(extendedBy: folder.path)
    }

    private func money(
        _ field: RouteField, _ label: String, of model: ModelRecord?
    ) -> [String] {
        let route = model?.routes.first { $0.label == label }
        return (route?.observations[field] ?? []).filter { $0.source.kind == .imported }
            .map(\.value.words)
    }

    @Test func `without a word on which, the models of the catalogue are taken, no family`() throws
    {
        #expect(
            try plan(fixture(.modelsDev)).slugs == [
                "gpt-4-1-mini", "llama-3-2-1b-instruct", "llama-3-2-3b-instruct", "o4-mini",
            ])
        #expect(try plan(fixture(.liteLLM)).slugs == ["gpt-4-1-mini"])
        #expect(try plan(fixture(.modelsDev), only: ["*"]).slugs.contains("brand-new"))
        #expect(try plan(fixture(.modelsDev), only: ["brand-?ew"]).slugs == ["brand-new"])
        #expect(
            try plan(fixture(.modelsDev), only: ["*-mini"]).slugs == ["gpt-4-1-mini", "o4-mini"])
        #expect(try plan(fixture(.modelsDev), only: ["mini", "gpt"]).slugs.isEmpty)
    }

    @Test func `nothing is written before it is applied`() throws {
        _ = try plan(fixture(.modelsDev))
        #expect(try folder.contents().isEmpty)
    }

    @Test func `prices come out exactly, with the list as their source`() throws {
        let model = try imported(fixture(.modelsDev))["gpt-4-1-mini"]
        #expect(money(.priceIn, "OpenAI API", of: model) == ["0.4"])
        #expect(money(.priceOut, "OpenAI API", of: model) == ["1.6"])
        #expect(money(.priceCachedIn, "OpenAI API", of: model) == ["0.1"])
        let release = try #require(model?.observations[.releaseDate]?.last)
        #expect(
            release.source
                == Source(
                    kind: .imported, title: "models.dev", url: "https://example.org/list.json"))
        #expect(release.asOf == CalendarDate("2026-11-20") && release.retrieved == release.asOf)
    }

    @Test func `prices for one token become prices for a million, digit by digit`() throws {
        let catalogue = try imported(fixture(.liteLLM), only: ["*"])
        let mini = catalogue["gpt-4-1-mini"]
        #expect(money(.priceIn, "OpenAI API", of: mini) == ["0.4"])
        #expect(money(.priceOut, "OpenAI API", of: mini) == ["1.6"])
        #expect(money(.priceIn, "OpenAI API (batch)", of: mini) == ["0.2"])
        #expect(money(.priceOut, "OpenAI API (priority)", of: mini) == ["2.8"])
        #expect(money(.priceIn, "Azure OpenAI (eu)", of: mini) == ["0.44"])
        #expect(money(.priceOut, "Azure OpenAI (eu)", of: mini) == ["1.76"])
        let nova = catalogue["amazon-nova-2-pro"]
        #expect(money(.priceCachedIn, "AWS Bedrock", of: nova) == ["0.546875"])
        #expect(money(.priceIn, "AWS Bedrock", of: nova) == ["2.1875"])
        #expect(money(.priceOut, "somebody_new", of: catalogue["dust"]) == ["0.15"])
    }

    @Test func `what cannot be kept exactly is left out, and said`() throws {
        let plan = try plan(fixture(.modelsDev), only: ["*"])
        let said = { (part: String) in plan.remarks.contains { $0.contains(part) } }
        #expect(said("$0.39999999999999997 has more than six decimals"))
        #expect(said("o4-mini.knowledge: \"2025-02-31\" is not a date"))
        #expect(said("\"smell\" is not known here"))
        #expect(said("a limit of 0"))
        #expect(said("llama-3-2-1b-instruct/open_weights: the list's providers contradict"))
        #expect(said("llama-3-2-3b-instruct/routes/Vercel AI Gateway: the list has 2 entries"))
        #expect(said("acme/brand-new.name"))
        #expect(try self.plan(fixture(.liteLLM), only: ["dust"]).remarks.count == 1)
    }

    @Test func `the maker's own entry speaks for the model`() throws {
        let model = try #require(try imported(fixture(.modelsDev))["gpt-4-1-mini"])
        let cutoffs = model.observations[.knowledgeCutoff] ?? []
        #expect(cutoffs.contains { $0.value.words == "2024-04" })
        #expect(!cutoffs.contains { $0.value.words == "2025-01" })
        #expect(model.routes.contains { $0.provider == "Helicone" })
    }

    @Test func `a free route is free, and another price for long inputs is noted`() throws {
        let catalogue = try imported(fixture(.modelsDev))
        let free = catalogue["llama-3-2-3b-instruct"]?.routes.first { $0.tier == .free }
        #expect(free?.provider == "OpenRouter")
        let route = catalogue["o4-mini"]?.routes.first { $0.observations[.priceCachedIn] != nil }
        #expect(route?.observations[.priceIn]?.first?.note == "long inputs have another price")
    }

    @Test func `the difference is told against the catalogue, then against the last import`() throws
    {
        let first = try plan(fixture(.modelsDev), only: ["gpt-4-1-mini"])
        let kind = { (plan: ImportPlan, path: String) in
            plan.changes.first { $0.path == "gpt-4-1-mini/" + path }?.kind
        }
        #expect(kind(first, "cap.tools") == .added)
        #expect(kind(first, "release_date") == .unchanged)
        #expect(kind(first, "knowledge_cutoff") == .changed)
        let change = try #require(first.changes.first { $0.path.hasSuffix("/knowledge_cutoff") })
        #expect(
            change.description
                == "changed    gpt-4-1-mini/knowledge_cutoff: 2024-05 (llm-stats: GPT-4.1 mini vs "
                + "Llama 3.2 3B Instruct, 2026) → 2024-04 (models.dev, 2026-11-20)")
        _ = try first.apply()
        let again = try plan(fixture(.modelsDev), only: ["gpt-4-1-mini"])
        #expect(again.changes.allSatisfy { $0.kind == .unchanged })
        let text = """
            {"openai": {"name": "OpenAI", "models": {"gpt-4.1-mini":
            {"cost": {"input": 0.5, "output": 1.6}, "limit": {"context": 1047576}}}}}
            """
        let later = try plan(list(.modelsDev, text, on: "2026-12-01"))
        #expect(kind(later, "routes/OpenAI API/price_in") == .changed)
        #expect(kind(later, "routes/OpenAI API/price_out") == .unchanged)
        #expect(kind(later, "cap.tools") == .removed)
    }

    @Test func `files that people wrote stay as they are, and lists do not mix`() throws {
        let own = "# mine\nname: My mini\naliases: [mine]\n"
        try folder.write(own, to: "gpt-4-1-mini.yaml")
        _ = try plan(fixture(.modelsDev)).apply()
        _ = try plan(fixture(.liteLLM)).apply()
        let contents = try folder.contents()
        #expect(contents["gpt-4-1-mini.yaml"] == own)
        #expect(contents.keys.sorted().contains("imports/litellm/gpt-4-1-mini.yaml"))
        #expect(contents.keys.filter { $0.hasPrefix("imports/models-dev/") }.count == 4)
        #expect(!contents.keys.contains { $0.hasSuffix(".part") })
        let model = try ModelCatalogue.shipped(extendedBy: folder.path)["gpt-4-1-mini"]
        #expect(model?.name == "My mini" && model?.routes.isEmpty == false)
    }

    @Test func `a folder that cannot be written is said, and nothing is there`() throws {
        try folder.write("in the way", to: "imports")
        let failure = #expect(throws: FactProblems.self) {
            try plan(fixture(.modelsDev)).apply()
        }
        #expect(failure?.problems.map(\.code) == [.cannotWrite])
        #expect(try folder.contents() == ["imports": "in the way"])
    }

    @Test func `mistakes in the operator's files stop an import`() throws {
        try folder.write("nmae: x", to: "gpt-4-1-mini.yaml")
        #expect(throws: FactProblems.self) { try plan(fixture(.modelsDev)) }
    }
}
