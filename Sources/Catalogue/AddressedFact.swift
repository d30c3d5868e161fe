/// A fact of a record that has an address, with the unit of its value.
package struct AddressedFact: Sendable, Hashable {
    /// The fact with all that was observed of it.
    package let origin: Origin
    /// The unit, as `tokens`; `nil` for words, dates and flags.
    package let unit: String?
}

extension ModelRecord {
    /// The fact at an address as ``Origin/path`` writes it; `nil` where nothing is sourced there.
    ///
    /// Complexity: linear in the routes and results of the record.
    package func addressedFact(_ path: String) -> AddressedFact? {
        guard path.hasPrefix(slug + "/") else { return nil }
        if let field = Field(rawValue: String(path.dropFirst(slug.utf8.count + 1))) {
            return observations[field]?.addressed(
                path, SourceKind.standardOrder, unit: field.unit)
        }
        return routes.lazy.compactMap { $0.addressedFact(path, of: slug) }.first
            ?? results.lazy.compactMap { result in
                result.path(of: slug) == path
                    ? result.scores.addressed(path, SourceKind.standardOrder, unit: "points") : nil
            }.first
    }
}

extension BenchmarkResult {
    /// What must be equal for two results to be compared.
    package var condition: [String] { [benchmark, version, metric, setting] }

    /// The address of the score of a model.
    package func path(of slug: String) -> String {
        "\(slug)/benchmarks/" + condition.filter { !$0.isEmpty }.joined(separator: "/")
    }
}

extension Route {
    /// The address of the route itself, below which its fields stand.
    package func path(of slug: String) -> String { "\(slug)/routes/\(label)" }

    fileprivate func addressedFact(_ path: String, of slug: String) -> AddressedFact? {
        let own = self.path(of: slug)
        if path == own { return listings.addressed(path, SourceKind.routeOrder, unit: nil) }
        guard path.hasPrefix(own + "/"),
            let field = RouteField(rawValue: String(path.dropFirst(own.count + 1)))
        else { return nil }
        return observations[field]?.addressed(path, SourceKind.routeOrder, unit: field.unit)
    }
}

extension Field {
    /// The unit of its values; `nil` for words, dates and flags.
    package var unit: String? {
        switch self {
        case .contextTokens, .inputTokensMax, .outputTokensMax: "tokens"
        case .paramsTotal, .paramsActive: "parameters"
        default: nil
        }
    }
}

extension RouteField {
    /// The unit of its values; `nil` for words.
    package var unit: String? {
        switch self {
        case .priceIn, .priceOut, .priceCachedIn, .priceCacheWrite, .priceReasoning:
            "US dollars per million tokens"
        case .priceRequest: "US dollars per request"
        case .priceImage: "US dollars per image"
        case .contextTokens, .outputTokensMax: "tokens"
        case .uptime: "share of 30 days"
        case .rateLimit: "requests per minute"
        case .quantization, .endpointModel: nil
        }
    }
}

extension [Observation] {
    fileprivate func addressed(
        _ path: String, _ order: [SourceKind], unit: String?
    ) -> AddressedFact? {
        let sorted = believed(order)
        return sorted.first.map { shown in
            AddressedFact(
                origin: Origin(path: path, shown: shown, others: Array(sorted.dropFirst())),
                unit: unit)
        }
    }
}
