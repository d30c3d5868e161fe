package import Phrases

/// How likely each model takes each place: a row a model, a column a place, a stronger shade is likelier.
package struct RankMatrix: Plot {
    /// One model.
    package struct Row: Equatable, Sendable {
        /// The model.
        package let label: String
        /// The probability of each place, the first place first, 0 to 1.
        package let probabilities: [Double]

        /// A row from its parts.
        package init(label: String, probabilities: [Double]) {
            self.label = label
            self.probabilities = probabilities
        }

        /// The probability of a place that is drawn; `nil` for what is none.
        func probability(at place: Int) -> Double? {
            guard probabilities.indices.contains(place) else { return nil }
            let value = probabilities[place]
            return value >= 0 && value <= 1.001 ? min(value, 1) : nil
        }
    }

    /// The models, best first.
    package let rows: [Row]

    /// A matrix of models; those after the twenty-fifth are in the table only.
    package init(rows: [Row]) {
        self.rows = rows
    }

    /// More models than these, and more places, are not drawn.
    package static let most = 25

    /// What is drawn.
    package var saidTitle: Saying {
        .count(
            rows.count, "Chance of each place of {n} model", "Chance of each place of {n} models")
    }

    /// What it says: who is likeliest first.
    package var saidFinding: Saying {
        let first = rows.compactMap { row in row.probability(at: 0).map { (row.label, $0) } }
        guard let best = first.max(by: { $0.1 < $1.1 }) else {
            return Saying(phrase: Self.unknown)
        }
        let chance = BeliefCurve.words(for: best.1)
        return "\(best.0) is most likely first, \(figure: chance) sure."
    }

    /// The numbers behind it in long form: model, place, probability; what rounds to zero is left
    /// out.
    package var table: PlotTable {
        PlotTable(
            columns: ["Model", "Place", "Probability"],
            rows: rows.flatMap { row in
                row.probabilities.indices.compactMap { place in
                    guard let value = row.probability(at: place), value >= 0.0005 else {
                        return nil
                    }
                    return [row.label, String(place + 1), NumberFormat.fixed(value, places: 3)]
                }
            })
    }

    /// The drawing as an SVG element; the same rows and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard places > 0 else {
            return style.empty(self, heading: Self.heading, reason: Self.unknown)
        }
        return MatrixDrawing(plot: self, style: style).svg
    }

    static let heading = "Chance of each place, in percent"

    var drawn: ArraySlice<Row> { rows.prefix(Self.most) }

    var places: Int { min(drawn.map(\.probabilities.count).max() ?? 0, Self.most) }

    private static let unknown = "No model has a place yet."
}
