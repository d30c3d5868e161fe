package import Phrases

/// The rating of one model over time with its 95% interval as a band.
package struct HistoryPlot: Plot {
    /// The rating of one day.
    package struct Row: Equatable, Sendable {
        /// The day.
        package let day: PlotDay
        /// The rating.
        package let value: Double
        /// Lower end of the interval.
        package let low: Double
        /// Upper end of the interval.
        package let high: Double

        /// A row from its parts.
        package init(day: PlotDay, value: Double, low: Double, high: Double) {
            self.day = day
            self.value = value
            self.low = low
            self.high = high
        }

        /// Whether the rating is one that can be drawn.
        var isKnown: Bool { value.magnitude < 1e6 }

        /// Whether the interval can be drawn too.
        var hasBand: Bool { isKnown && low > -1e6 && high < 1e6 && low <= value && value <= high }

        /// `1055 ±20`; without an interval the rating alone.
        var words: String {
            let half = hasBand ? " ±" + NumberFormat.rating((high - low) / 2) : ""
            return NumberFormat.rating(value) + half
        }
    }

    /// The model.
    package let model: String
    /// The days, ascending.
    package let rows: [Row]

    /// A plot of days, in any order.
    package init(model: String, rows: [Row]) {
        self.model = model
        self.rows = rows.sorted { $0.day < $1.day }
    }

    /// What is drawn.
    package var saidTitle: Saying { "Rating of \(model) over time, with 95% interval" }

    /// What it says: the rating on the first and on the last day.
    package var saidFinding: Saying {
        guard let first = known.first, let last = known.last else {
            return Saying(phrase: Self.unknown)
        }
        guard first.day != last.day else {
            return "\(model) was rated \(last.words) on \(last.day.said)."
        }
        return """
            \(model) was rated \(first.words) on \(first.day.said) and \(last.words) on \
            \(last.day.said).
            """
    }

    /// The numbers behind it: date, rating, both ends of the interval.
    package var table: PlotTable {
        PlotTable(
            columns: ["Date", "Rating", "Low", "High"],
            rows: rows.map { row in
                [row.day.words]
                    + [row.value, row.low, row.high].map { NumberFormat.fixed($0, places: 2) }
            })
    }

    /// The drawing as an SVG element; the same rows and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard !known.isEmpty else {
            return style.empty(self, heading: Self.heading, reason: Self.unknown)
        }
        return HistoryDrawing(plot: self, style: style).svg
    }

    static let heading = "Rating over time"

    var known: [Row] { rows.filter(\.isKnown) }

    private static let unknown = "No rating has been kept yet."
}
