package import Phrases

/// What the votes let one believe about the rating difference of two models: a normal curve.
package struct BeliefCurve: Plot {
    /// The model named first.
    package let a: String
    /// The model named second.
    package let b: String
    /// Best estimate of the points by which the first is ahead.
    package let difference: Double
    /// Standard error of the difference, from the full covariance of the fit.
    package let standardError: Double

    /// A curve; a difference that is no number stands for models that never met.
    package init(a: String, b: String, difference: Double, standardError: Double) {
        self.a = a
        self.b = b
        self.difference = difference
        self.standardError = standardError
    }

    /// A difference of at most so many points either way is too small to notice: an expected share
    /// between 47.5% and 52.5%.
    package static let tooSmallToNotice = 17.4

    /// What is drawn.
    package var saidTitle: Saying { "Belief about the rating difference of \(a) and \(b)" }

    /// What it says: how sure one can be of whom, and the difference with its 95% interval.
    package var saidFinding: Saying {
        guard isKnown else { return Saying(phrase: Self.unknown) }
        let leader = difference < 0 ? b : a
        let sure = Self.words(for: max(probability, 1 - probability))
        let ends = [low, high].map { NumberFormat.signed($0) }
        let points = NumberFormat.signed(difference)
        return """
            \(figure: Self.capitalised(sure)) sure that \(leader) is better. \(a) minus \(b): \
            \(figure: points) points, 95% between \(figure: ends[0]) and \(figure: ends[1]).
            """
    }

    /// The numbers behind it: difference, ends of the 95% interval, how sure of each.
    package var table: PlotTable {
        guard isKnown else { return PlotTable(columns: ["What", "Value"], rows: []) }
        let points = [
            ("Difference", difference), ("Low", low), ("High", high),
            ("Standard error", standardError),
        ]
        return PlotTable(
            columns: ["What", "Value"],
            rows: points.map { [$0.0, NumberFormat.fixed($0.1, places: 1)] }
                + [
                    ["\(a) is better", Self.words(for: probability)],
                    ["\(b) is better", Self.words(for: 1 - probability)],
                ], sayings: ["\(a) is better", "\(b) is better"])
    }

    /// The probability that the first is really better, given the votes: Φ(d/s).
    package var probability: Double {
        guard isKnown else { return .nan }
        guard standardError > 0 else { return difference == 0 ? 0.5 : difference > 0 ? 1 : 0 }
        return Elementary.normalProbability(below: difference / standardError)
    }

    /// The drawing as an SVG element; the same numbers and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard isKnown else {
            return style.empty(self, heading: "Who is better?", reason: Self.unknown)
        }
        return BeliefDrawing(plot: self, style: style).svg
    }

    /// Whether there is a curve; no rating is a million points from another.
    var isKnown: Bool {
        difference.magnitude < 1e6 && standardError >= 0 && standardError < 1e6
    }

    var low: Double { difference - 1.959964 * standardError }
    var high: Double { difference + 1.959964 * standardError }

    /// `+64 points, 95% between +33 and +94`.
    var estimate: Saying {
        let ends = [low, high].map { NumberFormat.signed($0) }
        return """
            \(figure: NumberFormat.signed(difference)) points, 95% between \(figure: ends[0]) and \
            \(figure: ends[1])
            """
    }

    /// A probability as the rules of certainty say it.
    static func words(for probability: Double) -> String {
        if probability >= 0.995 { return "more than 99%" }
        if probability < 0.005 { return "less than 1%" }
        return NumberFormat.percent(probability)
    }

    private static let unknown = "They have not met, even indirectly."

    private static func capitalised(_ words: String) -> String {
        words.prefix(1).uppercased() + words.dropFirst()
    }
}
