import Phrases

/// One plot of categories being drawn.
struct CategoryDrawing {
    let plot: CategoryPlot
    let style: PlotStyle

    private static let numbers = 120.0

    private var frame: RowFrame {
        let measures = ForestMeasures.rows(
            plot.rows.map { "\(style.shown($0.label))  \(style.text(Self.votes(of: $0)))" },
            numbers: Self.numbers, top: 76,
            in: style.layout)
        return RowFrame(style: style, measures: measures, axis: axis, count: plot.rows.count)
    }

    /// As far to the left of 50% as to the right; a provisional interval does not widen it.
    private var axis: Axis {
        let known = plot.rows.filter(\.isKnown)
        let firm = known.filter { !$0.isProvisional }
        let ends = known.map(\.share) + firm.flatMap { [$0.low, $0.high] }
        let widest = ends.map { ($0 - 0.5).magnitude }.max() ?? 0
        let (half, step) =
            [(0.1, 0.05), (0.2, 0.1), (0.3, 0.1)].first { widest <= $0.0 } ?? (0.5, 0.25)
        let count = (half / step).rounded()
        return Axis(
            ticks: stride(from: -count, through: count, by: 1).map { 0.5 + $0 * step }, step: step)
    }

    var svg: String {
        let frame = frame
        let height = frame.bottom + (hasProvisional ? 76 : 56)
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading("Expected share of a vote, by category", in: style)
        drawing.legend(a: plot.a, b: plot.b, at: 52, width: style.width - 32)
        frame.drawGrid(in: &drawing, origin: 0.5, label: NumberFormat.percent)
        let even = frame.place(of: 0.5)
        drawing.path(
            [(even, frame.measures.top - 4), (even, frame.bottom + 4)],
            Ink(stroke: .muted, width: 1.5))
        for (index, row) in plot.rows.enumerated() {
            drawing.group(titled: style.text(description(of: row))) {
                draw(row, index, in: frame, &$0)
            }
        }
        drawKey(at: frame.bottom + 44, frame, in: &drawing)
        return style.document(of: plot, height: height, drawing.text)
    }

    private func draw(
        _ row: CategoryPlot.Row, _ index: Int, in frame: RowFrame, _ drawing: inout Drawing
    ) {
        let isFirm = row.ahead != nil && !row.isProvisional && row.isKnown
        drawName(of: row, index, isStrong: isFirm, in: frame, &drawing)
        let (edge, words) = (style.width - 16, frame.words(of: index))
        guard row.isKnown else {
            drawing.label("unknown", "p-soft", at: (edge, words), anchor: .end)
            return
        }
        drawing.label(
            NumberFormat.percent(row.share), isFirm ? "p-strong" : "p-soft",
            at: (edge - 76, words), anchor: .end)
        let ends = "\(NumberFormat.whole(row.low * 100))–\(NumberFormat.percent(row.high))"
        drawing.label(ends, "p-soft", at: (edge, words), anchor: .end)
        drawInterval(of: row, at: frame.marks(of: index), in: frame, &drawing)
    }

    /// The category with the number of its votes.
    private func drawName(
        of row: CategoryPlot.Row, _ index: Int, isStrong: Bool, in frame: RowFrame,
        _ drawing: inout Drawing
    ) {
        let votes = style.text(Self.votes(of: row))
        let size = PlotStyle.fontSize * (isStrong ? PlotStyle.boldness : 1)
        let room =
            frame.measures.nameWidth - TextWidth.estimate(votes, size: PlotStyle.fontSize) - 10
        let name = TextWidth.shortened(style.shown(row.label), toFit: room, size: size)
        let (x, y) = (frame.measures.nameLeft, frame.words(of: index))
        drawing.label(name, isStrong ? "p-strong" : "p-soft", at: (x, y))
        let end = x + TextWidth.estimate(name, size: size)
        drawing.label(votes, "p-soft", at: (end + 10, y))
    }

    private static func votes(of row: CategoryPlot.Row) -> Saying {
        .votes(row.votes)
    }

    private func drawInterval(
        of row: CategoryPlot.Row, at y: Double, in frame: RowFrame, _ drawing: inout Drawing
    ) {
        let (low, high) = (frame.place(of: row.low), frame.place(of: row.high))
        let best = (frame.place(of: row.share), y)
        if row.low < frame.axis.low - 1e-9 { drawing.arrow("p-tip", at: (low, y), turn: -1) }
        if row.high > frame.axis.high + 1e-9 { drawing.arrow("p-tip", at: (high, y), turn: 1) }
        guard let side = row.ahead, !row.isProvisional else {
            let dash = row.isProvisional ? "2 3" : ""
            drawing.path([(low, y), (high, y)], Ink(stroke: .muted, width: 2, dash: dash))
            drawing.dot("p-open", at: best, radius: 5.5)
            return
        }
        drawing.path([(low, y), (high, y)], Ink(stroke: Ink.of(side), width: 6, opacity: 0.35))
        drawing.mark(side, at: best)
    }

    private func drawKey(at y: Double, _ frame: RowFrame, in drawing: inout Drawing) {
        let size = PlotStyle.fontSize
        let words = { (name: String) in
            style.text("Right: voters prefer \(name). Grey: too close.")
        }
        let room =
            style.width - 16 - frame.measures.plotLeft - TextWidth.estimate(words(""), size: size)
        let name = TextWidth.shortened(plot.a, toFit: room, size: size)
        drawing.label(words(name), "p-soft", at: (frame.measures.plotLeft, y))
        guard hasProvisional else { return }
        drawing.label("Dotted: too few votes.", "p-soft", at: (frame.measures.plotLeft, y + 20))
    }

    private var hasProvisional: Bool { plot.rows.contains { $0.isKnown && $0.isProvisional } }

    private func description(of row: CategoryPlot.Row) -> Saying {
        """
        \(Saying(phrase: row.label)): \(figure: NumberFormat.percent(row.share)), 95% interval \
        \(figure: NumberFormat.percent(row.low)) to \(figure: NumberFormat.percent(row.high)), \
        \(Self.votes(of: row)), \(plot.verdict(of: row))
        """
    }
}
