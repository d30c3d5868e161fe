/// All model records and the tests their results are from.
package struct ModelCatalogue: Sendable, Hashable {
    /// The records, by slug.
    package let models: [String: ModelRecord]
    /// The tests, by identifier.
    package let benchmarks: [String: Benchmark]

    /// A catalogue of these records and tests; of two with one name the later stays.
    package init(models: [ModelRecord] = [], benchmarks: [Benchmark] = []) {
        self.models = Dictionary(models.map { ($0.slug, $0) }) { $1 }
        self.benchmarks = Dictionary(benchmarks.map { ($0.id, $0) }) { $1 }
    }

    /// The record of a slug.
    package subscript(slug: String) -> ModelRecord? { models[slug] }

    /// The records by name.
    package var sorted: [ModelRecord] {
        models.values.sorted { ($0.name, $0.slug) < ($1.name, $1.slug) }
    }
}
