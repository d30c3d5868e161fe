package import Catalogue

/// Two results in the same test under the same conditions.
package struct BenchmarkRow: Sendable, Hashable {
    /// Whether the difference says anything.
    package enum Finding: String, Sendable, Hashable {
        /// Larger than 95% of what chance alone would do.
        case beyondNoise = "beyond noise"
        /// Not.
        case withinNoise = "within noise"
        /// A point or more, but the number of questions is not sourced.
        case noiseUnknown = "noise unknown"
    }

    /// The test's name for people, with version and setting where they are known.
    package let name: Name
    /// The scores.
    package let scores: Sides<Fact<FixedPoint>>
    /// The first less the second, in points.
    package let difference: Rational
    /// Half the width of what chance alone would do at 95%, in points; `nil` where not known.
    package let noise: Double?
    /// Whether the difference says anything.
    package let finding: Finding
    /// Whether the maker's own figure stands against somebody else's.
    package let isMixed: Bool

    /// The side that is ahead beyond noise, as far as noise is known.
    package var ahead: PairSide? {
        finding == .withinNoise ? nil : difference < .zero ? .b : .a
    }

    init?(_ results: Sides<BenchmarkResult>, _ slugs: Sides<String>, _ benchmark: Benchmark?) {
        let facts = Sides { results[$0].score(of: slugs[$0]) }
        guard let scores: Sides<Fact<FixedPoint>> = facts.both() else { return nil }
        self.scores = scores
        name = Name(results.a.label(benchmark))
        difference = Rational(scores.a.value) - Rational(scores.b.value)
        let errors: Sides<Double>? = Sides {
            results[$0].standardError(scores[$0].value, benchmark)
        }.both()
        noise = errors.map { Self.z * ($0.a * $0.a + $0.b * $0.b).squareRoot() }
        let size = difference.magnitude
        if let noise {
            finding = size.double < noise ? .withinNoise : .beyondNoise
        } else {
            finding = size < Rational(1) ? .withinNoise : .noiseUnknown
        }
        let isVendor = scores.map { $0.origin.shown.source.kind == .vendor }
        isMixed = isVendor.a != isVendor.b
    }

    private static let z = 1.96

    /// The difference without its sign, for the side in front: `13.9`.
    var size: Figure {
        Figure(Form.decimal(difference.magnitude, places: 1), .points, of: bases)
    }

    /// `+13.9`.
    var signed: Figure { Figure(Form.signed(difference), .points, of: bases) }

    /// `± 9.6`; `nil` where noise is not known.
    var margin: Figure? {
        noise.flatMap { Rational($0) }.map {
            Figure("± " + Form.decimal($0, places: 1), .noise, of: bases)
        }
    }

    private var bases: [Basis] { [scores.a.basis, scores.b.basis] }
}

extension BenchmarkResult {
    /// The score as a fact.
    func score(of slug: String) -> Fact<FixedPoint>? {
        scores.fact(at: path(of: slug), order: SourceKind.standardOrder)
    }

    /// The test's name with version and setting, where they are known.
    func label(_ benchmark: Benchmark?) -> String {
        let marks = [version, setting].filter { !$0.isEmpty }
        let name = benchmark?.name ?? self.benchmark
        return marks.isEmpty ? name : "\(name) (\(marks.joined(separator: ", ")))"
    }

    /// The score's standard error in points: the source's, else √(p(100 − p)/n) for a test that
    /// counts right answers; `nil` where neither is known.
    func standardError(_ score: FixedPoint, _ benchmark: Benchmark?) -> Double? {
        let sourced: Fact<FixedPoint>? = errors.fact(at: "", order: SourceKind.standardOrder)
        if let sourced { return sourced.value.double }
        guard metric == "accuracy", benchmark?.scale ?? 0...100 == 0...100,
            let items: Fact<Int> = benchmark?.items[version]?.fact(
                at: "", order: SourceKind.standardOrder),
            items.value > 0, (0.0...100).contains(score.double)
        else { return nil }
        return (score.double * (100 - score.double) / Double(items.value)).squareRoot()
    }
}
