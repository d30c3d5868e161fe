package import Phrases

/// How long the first word of one or two models takes: five quantiles on a strip each.
package struct QuantileStrip: Plot {
    /// The measurements of one model.
    package struct Row: Equatable, Sendable {
        /// The model.
        package let label: String
        /// Seconds within which 5, 25, 50, 75 and 95% of the first words came, in this order.
        package let quantiles: [Double]
        /// How many answers were measured.
        package let count: Int

        /// A row from its parts, in seconds.
        package init(
            label: String, p5: Double, p25: Double, p50: Double, p75: Double, p95: Double,
            count: Int
        ) {
            self.label = label
            quantiles = [p5, p25, p50, p75, p95]
            self.count = count
        }

        /// Whether there is enough to draw: twenty measurements, quantiles in order.
        var isKnown: Bool {
            count >= QuantileStrip.fewest && quantiles.allSatisfy { $0 >= 0 && $0 < 1e9 }
                && zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 }
        }

        var median: Double { quantiles[2] }

        /// Why nothing is drawn.
        var reason: String { count < QuantileStrip.fewest ? "too few to say" : "not measured" }
    }

    /// Below so many measurements a row is not drawn.
    package static let fewest = 20

    /// The models, top to bottom; the first is drawn as side a, the second as side b.
    package let rows: [Row]

    /// A plot of models.
    package init(rows: [Row]) {
        self.rows = rows
    }

    /// What is drawn.
    package var saidTitle: Saying {
        let names = rows.map { "\($0.label)" as Saying }.joined(by: " and ")
        return rows.isEmpty
            ? "Seconds until the first word" : "Seconds until the first word of \(names)"
    }

    /// What it says: the median of each.
    package var saidFinding: Saying {
        guard !rows.isEmpty else { return Saying(phrase: Self.unknown) }
        return rows.map { row -> Saying in
            guard row.isKnown else { return "\(row.label): \(Saying(phrase: row.reason))." }
            return """
                Half the first words of \(row.label) come within \
                \(figure: Self.seconds(row.median)) s, 19 in 20 within \
                \(figure: Self.seconds(row.quantiles[4])) s.
                """
        }.joined()
    }

    /// The numbers behind it: model, five quantiles in seconds, answers.
    package var table: PlotTable {
        PlotTable(
            columns: ["Model", "5%", "25%", "50%", "75%", "95%", "Answers"],
            rows: rows.map { row in
                let isFew = row.count < Self.fewest
                return [row.label]
                    + row.quantiles.map { isFew ? "too few to say" : Self.seconds($0) }
                    + [NumberFormat.whole(Double(row.count))]
            })
    }

    /// The drawing as an SVG element; the same rows and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard !rows.isEmpty else {
            return style.empty(self, heading: Self.heading, reason: Self.unknown)
        }
        return QuantileDrawing(plot: self, style: style).svg
    }

    static let heading = "Seconds until the first word"

    static func seconds(_ value: Double) -> String { NumberFormat.significant(value, digits: 2) }

    private static let unknown = "No answer has been measured yet."
}
