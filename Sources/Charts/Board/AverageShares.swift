package import Phrases

/// The share of votes each model is expected to take, averaged over all others alike.
package struct AverageShares: Plot {
    /// One model.
    package struct Row: Equatable, Sendable {
        /// The model.
        package let label: String
        /// Its average expected share, 0 to 1.
        package let share: Double
        /// Lower end of the 95% interval.
        package let low: Double
        /// Upper end of the 95% interval.
        package let high: Double
        /// Whether the share does not stand by itself yet; drawn hollow and dashed.
        package let isProvisional: Bool

        /// A row from its parts.
        package init(
            label: String, share: Double, low: Double, high: Double, isProvisional: Bool = false
        ) {
            self.label = label
            self.share = share
            self.low = low
            self.high = high
            self.isProvisional = isProvisional
        }

        /// Whether it can be drawn.
        var isKnown: Bool {
            [share, low, high].allSatisfy { $0 >= 0 && $0 <= 1 } && low <= share && share <= high
        }
    }

    /// The models, in the order of the board.
    package let rows: [Row]

    /// A plot of models.
    package init(rows: [Row]) {
        self.rows = rows
    }

    /// What is drawn.
    package var saidTitle: Saying {
        .count(
            rows.count, "Average expected share of votes of {n} model",
            "Average expected share of votes of {n} models")
    }

    /// What it says: the highest and the lowest.
    package var saidFinding: Saying {
        let known = rows.filter(\.isKnown)
        guard let best = known.max(by: { $0.share < $1.share }),
            let worst = known.min(by: { $0.share < $1.share }), known.count > 1
        else { return Saying(phrase: Self.unknown) }
        return """
            Against all others alike \(best.label) is expected to take \
            \(figure: NumberFormat.percent(best.share)) of the votes, \(worst.label) \
            \(figure: NumberFormat.percent(worst.share)).
            """
    }

    /// The numbers behind it: model, share, both ends of the interval.
    package var table: PlotTable {
        PlotTable(
            columns: ["Model", "Average share", "Low", "High"],
            rows: rows.map { row in
                [row.label]
                    + [row.share, row.low, row.high].map {
                        row.isKnown ? NumberFormat.fixed($0 * 100, places: 1) + "%" : "unknown"
                    }
            })
    }

    /// The drawing as an SVG element; the same rows and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard rows.contains(where: \.isKnown) else {
            return style.empty(self, heading: Self.heading, reason: Self.unknown)
        }
        return AverageDrawing(plot: self, style: style).svg
    }

    static let heading = "Average share against all others"
    private static let unknown = "No model has an opponent yet."
}

/// One plot of average shares being drawn.
struct AverageDrawing {
    let plot: AverageShares
    let style: PlotStyle

    var svg: String {
        let axis = axis
        let measures = ForestMeasures.rows(
            plot.rows.map(\.label), numbers: 108, top: 52, in: style.layout)
        let frame = RowFrame(
            style: style, measures: measures, axis: axis, count: plot.rows.count)
        let height = frame.bottom + 54
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading(AverageShares.heading, in: style)
        frame.drawGrid(in: &drawing, origin: 50) { axis.label(of: $0) + "%" }
        if (axis.low...axis.high).contains(50) {
            let even = frame.place(of: 50)
            drawing.path(
                [(even, measures.top - 4), (even, frame.bottom + 4)],
                Ink(stroke: .muted, width: 1.5))
        }
        for (index, row) in plot.rows.enumerated() {
            drawing.group(titled: style.text(Self.description(of: row))) {
                draw(row, index, in: frame, &$0)
            }
        }
        drawing.label(
            "Bars: 95% interval. Right is better.", "p-soft", at: (measures.plotLeft, height - 10))
        return style.document(of: plot, height: height, drawing.text)
    }

    private var axis: Axis {
        let known = plot.rows.filter(\.isKnown)
        let firm = known.filter { !$0.isProvisional }
        let ends = (firm.isEmpty ? known : firm).flatMap { [$0.low * 100, $0.high * 100] }
        return Axis(
            holding: known.map { $0.share * 100 } + ends, parts: style.layout == .wide ? 6 : 4,
            least: 10)
    }

    private func draw(
        _ row: AverageShares.Row, _ index: Int, in frame: RowFrame, _ drawing: inout Drawing
    ) {
        frame.drawName(
            row.label, of: index, isStrong: row.isKnown && !row.isProvisional, in: &drawing)
        let (edge, words) = (style.width - 16, frame.words(of: index))
        guard row.isKnown else {
            drawing.label("unknown", "p-soft", at: (edge, words), anchor: .end)
            return
        }
        drawing.interval(
            of: ForestPlot.Row(
                label: row.label, value: row.share * 100, low: row.low * 100, high: row.high * 100,
                votes: 0, isProvisional: row.isProvisional),
            at: frame.marks(of: index), along: frame.axis, place: frame.place(of:))
        drawing.label(
            NumberFormat.percent(row.share), row.isProvisional ? "p-soft" : "p-strong",
            at: (edge - 66, words), anchor: .end)
        drawing.label(
            "\(NumberFormat.whole(row.low * 100))–\(NumberFormat.percent(row.high))", "p-soft",
            at: (edge, words), anchor: .end)
    }

    private static func description(of row: AverageShares.Row) -> Saying {
        guard row.isKnown else { return "\(row.label): unknown" }
        return """
            \(row.label): \(figure: NumberFormat.percent(row.share)), 95% interval \
            \(figure: NumberFormat.percent(row.low)) to \
            \(figure: NumberFormat.percent(row.high))
            """
    }
}
