import Phrases

/// One plot of waiting times being drawn.
struct QuantileDrawing {
    let plot: QuantileStrip
    let style: PlotStyle

    private static let numbers = 104.0

    /// From zero on, because the room up to a mark is the time waited.
    private var frame: RowFrame {
        var measures = ForestMeasures.rows(
            plot.rows.map { "● \($0.label)" } + ["1,234 answers"], numbers: Self.numbers, top: 48,
            in: style.layout)
        measures.rowHeight = style.layout == .wide ? 54 : 76
        measures.nameLeft += 18
        measures.nameWidth -= 18
        let ends = plot.rows.filter(\.isKnown).map { $0.quantiles[4] }
        let axis = Axis(holding: [0] + ends, parts: measures.ticks, least: 0.05)
        return RowFrame(style: style, measures: measures, axis: axis, count: plot.rows.count)
    }

    var svg: String {
        let frame = frame
        let height = frame.bottom + 76
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading(QuantileStrip.heading, in: style)
        frame.drawGrid(in: &drawing, label: frame.axis.label(of:))
        for (index, row) in plot.rows.enumerated() {
            drawing.group(titled: style.text(title(of: row))) { draw(row, index, in: frame, &$0) }
        }
        drawKey(at: height - 32, in: &drawing)
        return style.document(of: plot, height: height, drawing.text)
    }

    private func draw(
        _ row: QuantileStrip.Row, _ index: Int, in frame: RowFrame, _ drawing: inout Drawing
    ) {
        let isWide = style.layout == .wide
        let words = frame.words(of: index) - (isWide ? 9 : 8)
        let below = isWide ? words + 18 : frame.marks(of: index) + 25
        let side: PlotSide = index % 2 == 0 ? .a : .b
        let size = PlotStyle.fontSize * PlotStyle.boldness
        let name = TextWidth.shortened(row.label, toFit: frame.measures.nameWidth, size: size)
        drawing.mark(side, at: (22, words - 4.5))
        drawing.label(name, "p-strong", at: (frame.measures.nameLeft, words))
        let answers = style.text(.answers(row.count))
        drawing.label(answers, "p-soft", at: (frame.measures.nameLeft, below))
        let edge = style.width - 16
        guard row.isKnown else {
            drawing.label(row.reason, "p-soft", at: (edge, words), anchor: .end)
            return
        }
        let ends = [row.quantiles[0], row.quantiles[4]].map(QuantileStrip.seconds)
        drawing.label(
            QuantileStrip.seconds(row.median) + " s", "p-strong", at: (edge, words), anchor: .end)
        drawing.label("\(ends[0])–\(ends[1]) s", "p-soft", at: (edge, below), anchor: .end)
        drawStrip(of: row, side, at: frame.marks(of: index), in: frame, &drawing)
    }

    private func drawStrip(
        of row: QuantileStrip.Row, _ side: PlotSide, at y: Double, in frame: RowFrame,
        _ drawing: inout Drawing
    ) {
        let x = row.quantiles.map(frame.place(of:))
        drawing.path([(x[0], y), (x[4], y)], Ink(stroke: Ink.of(side), width: 1.5))
        for end in [x[0], x[4]] {
            drawing.path([(end, y - 5), (end, y + 5)], Ink(stroke: Ink.of(side), width: 1.5))
        }
        drawing.box(
            at: (x[1], y - 6), size: (x[3] - x[1], 12), Ink(fill: .paper))
        drawing.box(
            at: (x[1], y - 6), size: (x[3] - x[1], 12), Ink(fill: Ink.of(side), opacity: 0.35))
        drawing.mark(side, at: (x[2], y))
    }

    private func drawKey(at y: Double, in drawing: inout Drawing) {
        drawing.label(
            "Mark: half came by then. Bar: the middle half.", "p-soft", at: (16, y))
        drawing.label("Line: from 5% to 95%. Left is sooner.", "p-soft", at: (16, y + 20))
    }

    private func title(of row: QuantileStrip.Row) -> Saying {
        guard row.isKnown else { return "\(row.label): \(Saying(phrase: row.reason))" }
        let shares = ["5%", "25%", "50%", "75%", "95%"]
        let parts = zip(shares, row.quantiles).map { share, seconds -> Saying in
            "\(figure: share) within \(figure: QuantileStrip.seconds(seconds)) s"
        }
        return "\(row.label): \(parts.joined(by: ", "))"
    }
}
