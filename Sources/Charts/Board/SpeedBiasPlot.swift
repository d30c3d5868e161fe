package import Phrases

/// The share of decided battles that the quicker side won, by how answers were shown.
package struct SpeedBiasPlot: Plot {
    /// The battles of one way to show answers.
    package struct Row: Equatable, Sendable {
        /// The way, in words.
        package let label: String
        /// The quicker side's share of decided battles, 0 to 1.
        package let share: Double
        /// Lower end of the 95% interval.
        package let low: Double
        /// Upper end of the 95% interval.
        package let high: Double
        /// How many decided battles it rests on.
        package let votes: Int

        /// A row from its parts.
        package init(label: String, share: Double, low: Double, high: Double, votes: Int) {
            self.label = label
            self.share = share
            self.low = low
            self.high = high
            self.votes = max(votes, 0)
        }

        /// Whether it can be drawn.
        var isKnown: Bool {
            votes > 0 && [share, low, high].allSatisfy { $0 >= 0 && $0 <= 1 }
                && low <= share && share <= high
        }
    }

    /// The ways with a decided battle.
    package let rows: [Row]

    /// A plot of rows; those without a decided battle are left out.
    package init(rows: [Row]) {
        self.rows = rows.filter(\.isKnown)
    }

    /// What is drawn.
    package var saidTitle: Saying { "Share of decided battles won by the quicker side" }

    /// What it says: for each way, whether the quicker side wins more than half.
    package var saidFinding: Saying {
        guard !rows.isEmpty else { return Saying(phrase: Self.unknown) }
        return rows.map { row -> Saying in
            let verdict: Saying =
                row.low > 0.5
                ? "more than half" : row.high < 0.5 ? "less than half" : "half, within the noise"
            return """
                \(Saying(phrase: row.label)): the quicker side won \
                \(figure: NumberFormat.percent(row.share)) of \
                \(figure: NumberFormat.whole(Double(row.votes))), \(verdict).
                """
        }.joined()
    }

    /// The numbers behind it: way, share, both ends of the interval, battles.
    package var table: PlotTable {
        PlotTable(
            columns: ["Answers shown", "Share won by the quicker", "Low", "High", "Decided"],
            rows: rows.map { row in
                [row.label]
                    + [row.share, row.low, row.high].map {
                        NumberFormat.fixed($0 * 100, places: 1) + "%"
                    } + [NumberFormat.whole(Double(row.votes))]
            })
    }

    /// The drawing as an SVG element; the same rows and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard !rows.isEmpty else {
            return style.empty(self, heading: title, reason: Self.unknown)
        }
        return drawing(in: style)
    }

    private static let unknown = "No decided battle has times on both sides yet."

    private func drawing(in style: PlotStyle) -> String {
        let measures = ForestMeasures.rows(
            rows.map(\.label), numbers: 108, top: 52, in: style.layout)
        let ends = rows.flatMap { [$0.low * 100, $0.high * 100] }
        let axis = Axis(holding: ends + [50], parts: style.layout == .wide ? 6 : 4, least: 20)
        let frame = RowFrame(style: style, measures: measures, axis: axis, count: rows.count)
        let height = frame.bottom + 54
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading("Battles won by the quicker side", in: style)
        frame.drawGrid(in: &drawing, origin: 50) { axis.label(of: $0) + "%" }
        let even = frame.place(of: 50)
        drawing.path(
            [(even, measures.top - 4), (even, frame.bottom + 4)], Ink(stroke: .muted, width: 1.5))
        for (index, row) in rows.enumerated() {
            drawing.group(titled: style.shown(row.label)) {
                draw(row, index, in: frame, style, &$0)
            }
        }
        drawing.label(
            "At 50% speed does not matter.", "p-soft", at: (measures.plotLeft, height - 10))
        return style.document(of: self, height: height, drawing.text)
    }

    private func draw(
        _ row: Row, _ index: Int, in frame: RowFrame, _ style: PlotStyle,
        _ drawing: inout Drawing
    ) {
        frame.drawName(row.label, of: index, in: &drawing)
        drawing.interval(
            of: ForestPlot.Row(
                label: row.label, value: row.share * 100, low: row.low * 100,
                high: row.high * 100, votes: row.votes),
            at: frame.marks(of: index), along: frame.axis, place: frame.place(of:))
        let (edge, words) = (style.width - 16, frame.words(of: index))
        drawing.label(
            NumberFormat.percent(row.share), "p-strong", at: (edge - 66, words), anchor: .end)
        drawing.label(
            "\(NumberFormat.whole(row.low * 100))–\(NumberFormat.percent(row.high))", "p-soft",
            at: (edge, words), anchor: .end)
    }
}
