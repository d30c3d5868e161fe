package import Phrases

/// Values with intervals, one row each: a dot on a bar, after the forest plots of medicine.
package struct ForestPlot: Plot {
    /// One row.
    package struct Row: Equatable, Sendable {
        /// Who is rated.
        package let label: String
        /// Words before the name, as a rank; empty for none.
        package let lead: String
        /// The value.
        package let value: Double
        /// Lower end of the interval.
        package let low: Double
        /// Upper end of the interval.
        package let high: Double
        /// How many votes it rests on.
        package let votes: Int
        /// Whether the value does not stand by itself yet; drawn hollow and dashed.
        package let isProvisional: Bool

        /// A row from its parts.
        package init(
            label: String, lead: String = "", value: Double, low: Double, high: Double,
            votes: Int, isProvisional: Bool = false
        ) {
            self.label = label
            self.lead = lead
            self.value = value
            self.low = low
            self.high = high
            self.votes = votes
            self.isProvisional = isProvisional
        }
    }

    /// The rows, top to bottom.
    package let rows: [Row]
    /// What is drawn.
    package let saidTitle: Saying
    /// What it says, as a computed sentence.
    package let saidFinding: Saying

    /// A plot of rows.
    package init(rows: [Row], title: Saying, finding: Saying) {
        self.rows = rows
        saidTitle = title
        saidFinding = finding
    }

    /// The drawing as an SVG element; the same rows and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        switch style.layout {
        case .wide: ForestDrawing(plot: self, style: style, measures: wideMeasures).svg
        case .narrow: ForestDrawing(plot: self, style: style, measures: .narrow).svg
        }
    }

    /// The numbers behind it: model, rating, both ends of its interval, votes.
    package var table: PlotTable {
        PlotTable(
            columns: ["Model", "Rating", "Low", "High", "Votes"],
            rows: rows.map { row in
                let points = [row.value, row.low, row.high]
                return [row.label] + points.map { NumberFormat.fixed($0, places: 2) }
                    + [NumberFormat.whole(Double(row.votes))]
            })
    }

    private var wideMeasures: ForestMeasures {
        let widest = rows.map { TextWidth.estimate($0.label, size: ForestMeasures.fontSize) }.max()
        let leads = rows.map { TextWidth.estimate($0.lead, size: ForestMeasures.fontSize) }.max()
        return .wide(names: widest ?? 0, leads: leads ?? 0)
    }
}

/// Where things stand in a forest plot.
struct ForestMeasures {
    static let fontSize = 13.0

    var rowHeight: Double
    var top: Double
    var nameLeft: Double
    var nameWidth: Double
    var plotLeft: Double
    var plotRight: Double
    /// How far above the middle of a row its words stand.
    var wordsAbove: Double
    var ticks: Int

    /// Names in a column of their own, as wide as the names need up to a third of the drawing.
    static func wide(names: Double, leads: Double) -> ForestMeasures {
        let nameLeft = leads > 0 ? 16 + leads + 14 : 16
        let nameWidth = min(max(names, 60), 240)
        return ForestMeasures(
            rowHeight: 34, top: 56, nameLeft: nameLeft, nameWidth: nameWidth,
            plotLeft: nameLeft + nameWidth + 20, plotRight: 608, wordsAbove: 0, ticks: 6)
    }

    /// Names above their bars.
    static let narrow = ForestMeasures(
        rowHeight: 50, top: 50, nameLeft: 50, nameWidth: 210, plotLeft: 16, plotRight: 344,
        wordsAbove: 20, ticks: 4)
}
