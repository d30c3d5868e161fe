package import Phrases

/// The tests that both of two models took: a mark for each, and how far apart noise alone would
/// put them.
package struct DumbbellPlot: Plot {
    /// One test.
    package struct Row: Equatable, Sendable {
        /// The test, with its version and setting where that matters.
        package let label: String
        /// What the first model reached, in points.
        package let a: Double
        /// What the second model reached, in points.
        package let b: Double
        /// Half the width of the 95% interval of the difference, in points; `nil` if unknown.
        package let noise: Double?

        /// A row from its parts.
        package init(label: String, a: Double, b: Double, noise: Double?) {
            self.label = label
            self.a = a
            self.b = b
            self.noise = noise
        }

        /// The points by which the first is ahead.
        package var difference: Double { a - b }

        /// Whether the difference says nothing: it is smaller than the noise, or than one point
        /// where the noise is unknown.
        package var isWithinNoise: Bool {
            difference == 0 || !(difference.magnitude >= knownNoise ?? 1)
        }

        /// Whether both reached a number that can be drawn.
        var isKnown: Bool { a.magnitude < 1e9 && b.magnitude < 1e9 }

        var knownNoise: Double? { noise.flatMap { $0 >= 0 && $0 < 1e9 ? $0 : nil } }
    }

    /// The model named first.
    package let a: String
    /// The model named second.
    package let b: String
    /// The tests, top to bottom.
    package let rows: [Row]

    /// A plot of tests.
    package init(a: String, b: String, rows: [Row]) {
        self.a = a
        self.b = b
        self.rows = rows
    }

    /// What is drawn.
    package var saidTitle: Saying { "Tests taken by both \(a) and \(b)" }

    /// What it says: who is ahead on how many tests.
    package var saidFinding: Saying {
        let known = rows.filter(\.isKnown)
        guard !known.isEmpty else { return Saying(phrase: Self.unknown) }
        let firm = known.filter { !$0.isWithinNoise }
        let ahead = firm.filter { $0.difference > 0 }.count
        let counts: Saying = """
            \(a) is ahead on \(ahead), \(b) on \(firm.count - ahead), \
            \(known.count - firm.count) within noise, of \(known.count) shared \
            \(known.count == 1 ? "test" : "tests" as Saying).
            """
        return known.count < 3 ? "\(counts) \("Too few tests to generalise." as Saying)" : counts
    }

    /// The numbers behind it: test, both models, difference in points, noise, what that means.
    package var table: PlotTable {
        PlotTable(
            columns: ["Test", a, b, "Difference", "± noise", "Verdict"],
            rows: rows.map { row in
                guard row.isKnown else {
                    return [row.label] + [row.a, row.b].map(Self.score) + ["–", "–", "not sourced"]
                }
                return [
                    row.label, Self.score(row.a), Self.score(row.b),
                    NumberFormat.signed(row.difference, places: 1),
                    row.knownNoise.map { NumberFormat.fixed($0, places: 1) } ?? "noise unknown",
                    row.isWithinNoise ? "within noise" : "\(row.difference > 0 ? a : b) ahead",
                ]
            }, sayings: ["\(a) ahead", "\(b) ahead"])
    }

    /// The drawing as an SVG element; the same rows and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard !rows.isEmpty else {
            return style.empty(self, heading: "Tests taken by both", reason: Self.unknown)
        }
        return DumbbellDrawing(plot: self, style: style).svg
    }

    static func score(_ value: Double) -> String {
        value.magnitude < 1e9 ? NumberFormat.fixed(value, places: 1) : "not sourced"
    }

    private static let unknown = "No test is sourced for both."
}
