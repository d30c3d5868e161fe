package import Phrases

/// What a rating costs in money or in waiting: a dot a model, and the line of those that nothing
/// beats on both.
package struct TradePlot: Plot {
    /// What the ratings are set against.
    package enum Measure: String, Sendable, CaseIterable {
        /// US cents for one answer, on a scale of equal factors; zero stands beside it.
        case cost
        /// Seconds to the first word, on a scale of equal factors.
        case firstWord = "first-word"
        /// Words a second.
        case wordsPerSecond = "words-per-second"
    }

    /// One model.
    package struct Point: Equatable, Sendable {
        /// The model.
        package let label: String
        /// The measure: cents, seconds or words a second.
        package let value: Double
        /// The rating in points.
        package let rating: Double
        /// Lower end of the rating's 95% interval.
        package let low: Double
        /// Upper end of the rating's 95% interval.
        package let high: Double

        /// A point from its parts.
        package init(label: String, value: Double, rating: Double, low: Double, high: Double) {
            self.label = label
            self.value = value
            self.rating = rating
            self.low = low
            self.high = high
        }
    }

    /// What the ratings are set against.
    package let measure: Measure
    /// The models that can be drawn.
    package let points: [Point]

    /// A plot of models; those whose measure or rating has no place on the scales are left out.
    package init(_ measure: Measure, points: [Point]) {
        self.measure = measure
        self.points = points.filter { point in
            let isPlaced =
                measure == .cost && point.value == 0
                || (measure == .wordsPerSecond ? 0...1e6 : 1e-5...1e6).contains(point.value)
            return isPlaced && point.rating.magnitude < 1e6
        }
    }

    /// What is drawn.
    package var saidTitle: Saying {
        """
        Rating against \(Saying(phrase: measure.words)) of \
        \(Saying.count(points.count, "{n} model", "{n} models"))
        """
    }

    /// What it says: which models no other beats on both.
    package var saidFinding: Saying {
        guard !points.isEmpty else { return Saying(phrase: measure.unknown) }
        let names = frontier.map { points[$0].label }
        let list = Self.list(names)
        return """
            No other model is both \(Saying(phrase: measure.better)) and rated higher than \(list).
            """
    }

    /// The numbers behind it: model, measure, rating, whether nothing beats it on both.
    package var table: PlotTable {
        let best = Set(frontier)
        return PlotTable(
            columns: ["Model", measure.column, "Rating", "Low", "High", "On the line"],
            rows: points.enumerated().map { index, point in
                [point.label, measure.text(point.value)]
                    + [point.rating, point.low, point.high].map {
                        NumberFormat.fixed($0, places: 2)
                    } + [best.contains(index) ? "yes" : "no"]
            })
    }

    /// The drawing as an SVG element; the same points and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard !points.isEmpty else {
            return style.empty(self, heading: measure.heading, reason: measure.unknown)
        }
        return TradeDrawing(plot: self, style: style).svg
    }

    /// The models that no other beats on both, the cheapest or quickest first. O(n log n).
    var frontier: [Int] {
        let order = points.indices.sorted { one, other in
            let (left, right) = (points[one], points[other])
            guard left.value == right.value else {
                return measure.isLessBetter
                    ? left.value < right.value : left.value > right.value
            }
            return left.rating > right.rating
        }
        var best = -Double.infinity
        return order.filter { index in
            guard points[index].rating > best else { return false }
            best = points[index].rating
            return true
        }
    }

    private static func list(_ names: [String]) -> Saying {
        guard let last = names.last, names.count > 1 else { return "\(names.joined())" }
        return "\(names.dropLast().joined(separator: ", ")) or \(last)"
    }
}

extension TradePlot.Measure {
    /// Whether a smaller value is the better one.
    var isLessBetter: Bool { self != .wordsPerSecond }

    var heading: String { "Rating against \(words)" }

    var words: String {
        switch self {
        case .cost: "cost of an answer"
        case .firstWord: "time to the first word"
        case .wordsPerSecond: "words a second"
        }
    }

    var column: String {
        switch self {
        case .cost: "Cents an answer"
        case .firstWord: "Seconds to the first word"
        case .wordsPerSecond: "Words a second"
        }
    }

    var better: String { self == .cost ? "cheaper" : "quicker" }

    var unknown: String {
        self == .cost ? "No cost has been measured yet." : "No answer has been timed yet."
    }

    /// What the scale is, and which way is good.
    func scale(isShort: Bool) -> String {
        switch (self, isShort) {
        case (.cost, false): "US cents an answer, equal factors alike. Left is cheaper."
        case (.cost, true): "US cents, log scale. Left is cheaper."
        case (.firstWord, false):
            "Seconds to the first word, equal factors alike. Left is quicker."
        case (.firstWord, true): "Seconds, log scale. Left is quicker."
        case (.wordsPerSecond, _): "Words a second while writing. Right is quicker."
        }
    }

    /// A value with the digits that count.
    func text(_ value: Double) -> String { NumberFormat.significant(value, digits: 2) }

    /// A tick's number.
    func tick(_ value: Double) -> String {
        let digits = value >= 1_000 ? NumberFormat.compact(value) : short(value)
        return digits + (self == .cost ? "¢" : self == .firstWord ? " s" : "")
    }

    private func short(_ value: Double) -> String {
        value >= 1 ? NumberFormat.whole(value) : NumberFormat.significant(value, digits: 1)
    }
}
