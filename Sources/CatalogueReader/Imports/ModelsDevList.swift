import Catalogue

/// The form of `https://models.dev/api.json`: providers by identifier, each with its models.
///
/// Source: anomalyco/models.dev, `packages/core/src/schema.ts`.
enum ModelsDevList {
    /// The providers that serve their own models there.
    private static let homes: Set<String> = [
        "alibaba", "anthropic", "cohere", "deepseek", "google", "inception", "llama", "minimax",
        "mistral", "moonshotai", "openai", "perplexity", "sakana", "stepfun", "upstage", "xai",
        "xiaomi", "zai",
    ]

    /// The entries that `choose` takes by their slug.
    static func entries(
        _ top: JSONCursor, choose: (String) -> String?
    ) throws(FactProblem) -> [ImportEntry] {
        var entries: [ImportEntry] = []
        for (id, provider) in try top.members() {
            _ = try ImportEntry.slug(of: id, at: provider)
            guard let models = try provider.member("models"),
                let name = try provider.member("name")?.text()
            else {
                throw provider.problem(
                    .wrongType, "A provider here has no name or no models.",
                    "Is this the api.json of models.dev?")
            }
            for (model, cursor) in try models.members() {
                let found = try ImportEntry.slug(of: model, at: cursor)
                guard let slug = choose(found) else { continue }
                _ = try cursor.read { () throws(Refusal) in try ValueForm.slug(slug) }
                entries.append(
                    try entry(
                        model, slug, of: id, ProviderName.modelsDev[id] ?? name, cursor))
            }
        }
        return entries
    }

    private static func entry(
        _ id: String, _ slug: String, of provider: String, _ name: String, _ cursor: JSONCursor
    ) throws(FactProblem) -> ImportEntry {
        var entry = ImportEntry(
            id: "\(provider)/\(id)", slug: slug, isHome: homes.contains(provider))
        try entry.name(try cursor.member("name"))
        try readFacts(of: cursor, into: &entry)
        var route = ImportedRoute(provider: name, tier: id.hasSuffix(":free") ? .free : .standard)
        route.fields[.endpointModel] = .text(id)
        if let limit = try cursor.member("limit") {
            route.fields[.contextTokens] = try entry.tokens(try limit.member("context"))
            route.fields[.outputTokensMax] = try entry.tokens(try limit.member("output"))
            entry.fields[.inputTokensMax] = try entry.tokens(try limit.member("input"))
            entry.fields[.contextTokens] = route.fields[.contextTokens]
            entry.fields[.outputTokensMax] = route.fields[.outputTokensMax]
        }
        if let cost = try cursor.member("cost") {
            try readPrices(of: cost, into: &route, of: &entry)
        }
        entry.routes = [route]
        return entry
    }

    private static func readFacts(
        of cursor: JSONCursor, into entry: inout ImportEntry
    ) throws(FactProblem) {
        let flags: [(String, Field)] = [
            ("reasoning", .reasoning), ("tool_call", .tools),
            ("structured_output", .structuredOutput), ("open_weights", .openWeights),
        ]
        for (key, field) in flags {
            guard let flag = try cursor.member(key)?.flag() else { continue }
            entry.fields[field] = .flag(flag)
        }
        for (key, field) in [("release_date", Field.releaseDate), ("knowledge", .knowledgeCutoff)] {
            try entry.date(field, try cursor.member(key))
        }
        guard let modalities = try cursor.member("modalities") else { return }
        try entry.modalities(.modalitiesIn, try modalities.member("input"))
        try entry.modalities(.modalitiesOut, try modalities.member("output"))
    }

    private static func readPrices(
        of cost: JSONCursor, into route: inout ImportedRoute, of entry: inout ImportEntry
    ) throws(FactProblem) {
        let prices: [(String, RouteField)] = [
            ("input", .priceIn), ("output", .priceOut), ("cache_read", .priceCachedIn),
            ("cache_write", .priceCacheWrite), ("reasoning", .priceReasoning),
        ]
        for (key, field) in prices {
            try entry.take(field, try cost.member(key), into: &route)
        }
        for key in ["tiers", "context_over_200k"] where try cost.member(key) != nil {
            route.notes[.priceIn] = "long inputs have another price"
        }
    }
}
