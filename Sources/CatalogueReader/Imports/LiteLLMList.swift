import Catalogue

/// The form of LiteLLM's `model_prices_and_context_window.json`: one object a model and provider,
/// prices in dollars for one token.
enum LiteLLMList {
    private static let homes: Set<String> = [
        "anthropic", "cohere", "cohere_chat", "deepseek", "gemini", "mistral", "moonshot", "openai",
        "perplexity", "xai",
    ]
    private static let modes: Set<String> = ["chat", "completion", "responses"]

    /// The entries that `choose` takes by their slug; what is no language model is passed over.
    static func entries(
        _ top: JSONCursor, choose: (String) -> String?
    ) throws(FactProblem) -> [ImportEntry] {
        var entries: [ImportEntry] = []
        for (id, cursor) in try top.members() where id != "sample_spec" {
            let found = try ImportEntry.slug(of: id, at: cursor)
            guard let slug = choose(found) else { continue }
            _ = try cursor.read { () throws(Refusal) in try ValueForm.slug(slug) }
            if let mode = try cursor.member("mode")?.text(), !modes.contains(mode) { continue }
            guard let provider = try cursor.member("litellm_provider")?.text(),
                Slug.text(of: provider).count > 1
            else {
                throw cursor.problem(
                    .missingKey, "Its litellm_provider is missing.",
                    "Is this LiteLLM's model_prices_and_context_window.json?")
            }
            entries.append(try entry(id, slug, of: provider, cursor))
        }
        return entries
    }

    private static func entry(
        _ id: String, _ slug: String, of provider: String, _ cursor: JSONCursor
    ) throws(FactProblem) -> ImportEntry {
        var entry = ImportEntry(id: id, slug: slug, isHome: homes.contains(provider))
        try readFacts(of: cursor, into: &entry)
        var route = ImportedRoute(
            provider: ProviderName.liteLLM[provider] ?? provider, region: region(id, provider),
            tier: id.hasSuffix(":free") ? .free : .standard)
        route.fields[.endpointModel] = .text(id)
        route.fields[.outputTokensMax] = try entry.tokens(try cursor.member("max_output_tokens"))
        entry.fields[.outputTokensMax] = route.fields[.outputTokensMax]
        try readPrices(of: cursor, "", into: &route, of: &entry)
        try entry.take(
            .priceRequest, try cursor.member("input_cost_per_request"), into: &route)
        entry.routes = [route]
        for (suffix, tier) in [("_batches", Route.Tier.batch), ("_priority", .priority)] {
            var other = ImportedRoute(provider: route.provider, region: route.region, tier: tier)
            try readPrices(of: cursor, suffix, into: &other, of: &entry)
            if !other.fields.isEmpty { entry.routes.append(other) }
        }
        return entry
    }

    private static func readPrices(
        of cursor: JSONCursor, _ suffix: String, into route: inout ImportedRoute,
        of entry: inout ImportEntry
    ) throws(FactProblem) {
        let prices: [(String, RouteField)] = [
            ("input_cost_per_token", .priceIn), ("output_cost_per_token", .priceOut),
            ("cache_read_input_token_cost", .priceCachedIn),
            ("cache_creation_input_token_cost", .priceCacheWrite),
            ("output_cost_per_reasoning_token", .priceReasoning),
        ]
        for (key, field) in prices {
            try entry.take(
                field, try cursor.member(key + suffix), timesTenTo: 6, into: &route)
        }
        let isTiered = try cursor.members().contains {
            $0.key.hasPrefix("input_cost_per_token_above_")
        }
        if suffix.isEmpty, isTiered { route.notes[.priceIn] = "long inputs have another price" }
    }

    private static func readFacts(
        of cursor: JSONCursor, into entry: inout ImportEntry
    ) throws(FactProblem) {
        let flags: [(String, Field)] = [
            ("supports_reasoning", .reasoning), ("supports_function_calling", .tools),
            ("supports_response_schema", .structuredOutput),
            ("supports_web_search", .webSearch), ("supports_prompt_caching", .promptCache),
        ]
        for (key, field) in flags {
            guard let flag = try cursor.member(key)?.flag() else { continue }
            entry.fields[field] = .flag(flag)
        }
        entry.fields[.inputTokensMax] = try entry.tokens(try cursor.member("max_input_tokens"))
        try entry.modalities(.modalitiesIn, try cursor.member("supported_modalities"))
        try entry.modalities(.modalitiesOut, try cursor.member("supported_output_modalities"))
    }

    /// The region that identifiers of Azure and Bedrock name in their middle: `azure/eu/gpt-4o`.
    private static func region(_ id: String, _ provider: String) -> String? {
        let parts = id.split(separator: "/")
        guard ["azure", "bedrock"].contains(provider), parts.count == 3 else { return nil }
        return String(parts[1])
    }
}
