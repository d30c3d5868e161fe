import Catalogue

/// The tests both were put to, and what their differences say (B11).
package struct BenchmarkBlock: Sendable, Hashable {
    /// Tests under the same conditions, largest difference first.
    package let shared: [BenchmarkRow]
    /// How many of them each is ahead on.
    package let ahead: Sides<Int>
    /// The block as it is shown.
    package let section: Section

    /// How many are within noise.
    package var withinNoise: Int { shared.count - ahead.a - ahead.b }

    init(_ material: Material) {
        let matching = BenchmarkMatching(material)
        shared = matching.shared
        let rows = shared
        ahead = Sides { side in rows.count { $0.ahead == side } }
        section = BenchmarkWords(material, matching, ahead).section
    }
}

/// Which results of two models may be compared.
struct BenchmarkMatching {
    let shared: [BenchmarkRow]
    /// The rest, by side.
    let rest: Sides<[BenchmarkResult]>
    /// Whether both have a result in one test, but under different conditions.
    let hasUnlike: Bool

    init(_ material: Material) {
        let slugs = material.subjects.map(\.slug)
        let results = material.subjects.map { subject in
            subject.record.results.filter { $0.score(of: subject.slug) != nil }
        }
        let others = Dictionary(results.b.map { ($0.condition, $0) }) { first, _ in first }
        let pairs = results.a.compactMap { one in
            others[one.condition].map { Sides(a: one, b: $0) }
        }
        shared = pairs.compactMap { BenchmarkRow($0, slugs, material.benchmarks[$0.a.benchmark]) }
            .sorted {
                ($0.difference.magnitude, $1.name.text) > ($1.difference.magnitude, $0.name.text)
            }
        let used = Set(pairs.map(\.a.condition))
        let rest = results.map { $0.filter { !used.contains($0.condition) } }
        self.rest = rest
        hasUnlike = !Set(rest.a.map(\.benchmark)).isDisjoint(with: rest.b.map(\.benchmark))
    }
}
