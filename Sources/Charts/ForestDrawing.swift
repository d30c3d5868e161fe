import Phrases

/// One forest plot being drawn.
struct ForestDrawing {
    let plot: ForestPlot
    let style: PlotStyle
    let measures: ForestMeasures

    private var frame: RowFrame {
        RowFrame(
            style: style, measures: measures, axis: .of(plot.rows, parts: measures.ticks),
            count: plot.rows.count)
    }

    var svg: String {
        let frame = frame
        let height = frame.bottom + 54
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.label("Rating with 95% interval", "p-head", at: (16, 26))
        frame.drawGrid(in: &drawing, label: frame.axis.label(of:))
        for (index, row) in plot.rows.enumerated() {
            drawing.group(titled: style.text(row.said)) { draw(row, index, in: frame, &$0) }
        }
        drawing.label(
            "Arena points. Right is better.", "p-soft", at: (measures.plotLeft, height - 10))
        return style.document(of: plot, height: height, drawing.text)
    }

    private func draw(
        _ row: ForestPlot.Row, _ index: Int, in frame: RowFrame, _ drawing: inout Drawing
    ) {
        let words = frame.words(of: index)
        if !row.lead.isEmpty { drawing.label(row.lead, "p-soft", at: (16, words)) }
        let left = row.lead.isEmpty ? 16 : measures.nameLeft
        let name = TextWidth.shortened(
            row.label, toFit: measures.nameWidth, size: ForestMeasures.fontSize)
        drawing.label(name, row.isProvisional ? "p-soft" : "p-strong", at: (left, words))
        drawing.interval(
            of: row, at: frame.marks(of: index), along: frame.axis, place: frame.place(of:))
        drawing.label(
            NumberFormat.rating(row.value), row.isProvisional ? "p-soft" : "p-strong",
            at: (style.width - 58, words), anchor: .end)
        drawing.label(
            "±" + NumberFormat.rating((row.high - row.low) / 2), "p-soft",
            at: (style.width - 16, words), anchor: .end)
    }
}

extension ForestPlot.Row: CustomStringConvertible {
    /// The row in words: `Aspen: 1067, 95% interval 1046 to 1087, 665 votes`.
    package var description: String { said.english }

    /// The same for any language.
    var said: Saying {
        let words: Saying = """
            \(label): \(figure: NumberFormat.rating(value)), 95% interval \
            \(figure: NumberFormat.rating(low)) to \(figure: NumberFormat.rating(high)), \
            \(Saying.votes(votes))
            """
        return isProvisional ? "\(words), provisional" : words
    }
}
