/// What is known of one language model: observations by field, routes to it, benchmark results.
package struct ModelRecord: Sendable, Hashable {
    /// What kind of thing the record describes; only equals are compared.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case model, family, system
    }

    /// Names the record in addresses: lower-case letters, digits and single dashes.
    package let slug: String
    /// What people call it.
    package let name: String
    /// What kind of thing it is.
    package let kind: Kind
    /// Other names of it.
    package let aliases: [String]
    /// The records of a family that are its members; empty for a model.
    package let members: [String]
    /// What was observed, by field.
    package let observations: [Field: [Observation]]
    /// Where it is served.
    package let routes: [Route]
    /// Its results in benchmarks.
    package let results: [BenchmarkResult]

    /// A record from its parts.
    package init(
        slug: String, name: String, kind: Kind = .model, aliases: [String] = [],
        members: [String] = [], observations: [Field: [Observation]] = [:], routes: [Route] = [],
        results: [BenchmarkResult] = []
    ) {
        self.slug = slug
        self.name = name
        self.kind = kind
        self.aliases = aliases
        self.members = members
        self.observations = observations
        self.routes = routes
        self.results = results
    }

    /// How many values are sourced: fields, prices and limits of routes, results.
    package var sourcedValues: Int {
        observations.count + results.count + routes.reduce(0) { $0 + $1.observations.count }
    }

    /// The shown fact of a field; `nil` when it is not sourced.
    package func fact<Value: FactRepresentable>(
        _ field: Field, as type: Value.Type = Value.self
    ) -> Fact<Value>? {
        observations[field]?.fact(at: "\(slug)/\(field.rawValue)", order: SourceKind.standardOrder)
    }
}

/// One way to be served by a model: a provider, in a region, at a tier.
package struct Route: Sendable, Hashable {
    /// At what service level a route is sold.
    package enum Tier: String, Sendable, Hashable, CaseIterable {
        case standard, batch, priority, free
        /// The source does not say at which level its price holds.
        case unknown
    }

    /// What stands for the provider where a source gives a price and does not say whose it is.
    package static let unnamedProvider = "unnamed"

    /// The provider's name, as `OpenRouter`.
    package let provider: String
    /// The region, where the provider tells it.
    package let region: String?
    /// The service level.
    package let tier: Tier
    /// That the provider serves the model at all, as sources say it.
    package let listings: [Observation]
    /// What was observed, by field.
    package let observations: [RouteField: [Observation]]

    /// A route from its parts.
    package init(
        provider: String, region: String? = nil, tier: Tier = .standard,
        listings: [Observation] = [], observations: [RouteField: [Observation]] = [:]
    ) {
        self.provider = provider
        self.region = region
        self.tier = tier
        self.listings = listings
        self.observations = observations
    }

    /// Whether the source says who serves there; only such routes count as providers.
    package var isNamed: Bool { provider != Self.unnamedProvider }

    /// Names the route within its model: `OpenAI API`, `OpenAI API (batch)`.
    package var label: String {
        let provider = isNamed ? provider : "provider not named"
        let marks = [region, tier == .standard ? nil : tier.words].compactMap(\.self)
        return marks.isEmpty ? provider : "\(provider) (\(marks.joined(separator: ", ")))"
    }

    /// The shown fact of a field; `nil` when it is not sourced.
    package func fact<Value: FactRepresentable>(
        _ field: RouteField, of slug: String, as type: Value.Type = Value.self
    ) -> Fact<Value>? {
        observations[field]?.fact(
            at: "\(path(of: slug))/\(field.rawValue)", order: SourceKind.routeOrder)
    }
}

extension Route.Tier {
    /// As it stands in a route's label.
    fileprivate var words: String { self == .unknown ? "tier not named" : rawValue }
}

/// A model's result in one test: what must be equal for two results to be compared, and the score.
package struct BenchmarkResult: Sendable, Hashable {
    /// The test, as `gpqa`.
    package let benchmark: String
    /// Its version; empty when the source names none.
    package let version: String
    /// What is counted, as `accuracy`.
    package let metric: String
    /// Shots, effort, tools; empty when the source names none.
    package let setting: String
    /// Scores in points of the test's scale.
    package let scores: [Observation]
    /// Standard errors of the score in points, where a source gives one.
    package let errors: [Observation]

    /// A result from its parts.
    package init(
        benchmark: String, version: String = "", metric: String = "accuracy", setting: String = "",
        scores: [Observation], errors: [Observation] = []
    ) {
        self.benchmark = benchmark
        self.version = version
        self.metric = metric
        self.setting = setting
        self.scores = scores
        self.errors = errors
    }
}

/// A test that models are put to.
package struct Benchmark: Sendable, Hashable {
    /// Names it in files, as `gpqa`.
    package let id: String
    /// What people call it, as `GPQA Diamond`.
    package let name: String
    /// Other names of it in sources.
    package let aliases: [String]
    /// What it tests, in a word, as `knowledge`.
    package let category: String?
    /// The best and worst possible score.
    package let scale: ClosedRange<Int>
    /// How many questions it has, by version; what noise is computed from.
    package let items: [String: [Observation]]

    /// A test from its parts.
    package init(
        id: String, name: String, aliases: [String] = [], category: String? = nil,
        scale: ClosedRange<Int> = 0...100, items: [String: [Observation]] = [:]
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.category = category
        self.scale = scale
        self.items = items
    }
}
