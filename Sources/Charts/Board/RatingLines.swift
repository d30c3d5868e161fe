package import Phrases

/// The ratings of several models over time: a line a model, with its 95% interval as a band.
package struct RatingLines: Plot {
    /// The days of one model.
    package struct Line: Equatable, Sendable {
        /// The model.
        package let label: String
        /// Its ratings, one a day, ascending.
        package let rows: [HistoryPlot.Row]

        /// A line of days, in any order; days that cannot be drawn are left out.
        package init(label: String, rows: [HistoryPlot.Row]) {
            self.label = label
            self.rows = rows.filter(\.isKnown).sorted { $0.day < $1.day }
        }
    }

    /// The models, best first.
    package let lines: [Line]

    /// A plot of models; those without a day are left out.
    package init(lines: [Line]) {
        self.lines = lines.filter { !$0.rows.isEmpty }
    }

    /// More models than these are in the table only: more lines cannot be told apart.
    package static let most = 6

    /// What is drawn.
    package var saidTitle: Saying {
        .count(lines.count, "Ratings of {n} model over time", "Ratings of {n} models over time")
    }

    /// What it says: who was and who is first, and since when there are ratings.
    package var saidFinding: Saying {
        let all = lines.flatMap { line in line.rows.map { (line.label, $0) } }
        guard let first = all.map(\.1.day).min(), let last = all.map(\.1.day).max() else {
            return Saying(phrase: Self.unknown)
        }
        let leader = { (day: PlotDay) in
            all.filter { $0.1.day == day }.max { $0.1.value < $1.1.value }
        }
        guard let now = leader(last) else { return Saying(phrase: Self.unknown) }
        let today: Saying = "\(now.0) is first with \(now.1.words) on \(last.said)"
        guard first != last, let before = leader(first) else { return "\(today)." }
        return "\(before.0) was first with \(before.1.words) on \(first.said); \(today)."
    }

    /// The numbers behind it: model, date, rating, both ends of the interval.
    package var table: PlotTable {
        PlotTable(
            columns: ["Model", "Date", "Rating", "Low", "High"],
            rows: lines.flatMap { line in
                line.rows.map { row in
                    [line.label, row.day.words]
                        + [row.value, row.low, row.high].map { NumberFormat.fixed($0, places: 2) }
                }
            })
    }

    /// The drawing as an SVG element; the same lines and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard !lines.isEmpty else {
            return style.empty(self, heading: Self.heading, reason: Self.unknown)
        }
        return RatingLinesDrawing(plot: self, style: style).svg
    }

    static let heading = "Rating over time"
    private static let unknown = "No rating has been kept yet."

    var drawn: [Line] { Array(lines.prefix(Self.most)) }
}
