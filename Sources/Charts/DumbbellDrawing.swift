import Phrases

/// One plot of shared tests being drawn.
struct DumbbellDrawing {
    let plot: DumbbellPlot
    let style: PlotStyle

    /// The column of differences.
    private static let numbers = 106.0
    /// Room for a number outside of a mark.
    private static let margin = 36.0

    private var frame: RowFrame {
        var measures = ForestMeasures.rows(
            plot.rows.map(\.label), numbers: Self.numbers, top: 76, in: style.layout)
        measures.plotLeft += Self.margin
        measures.plotRight -= Self.margin
        let known = plot.rows.filter(\.isKnown)
        let marks = known.flatMap { row in
            let half = (row.knownNoise ?? 0) / 2
            let middle = row.b + row.difference / 2
            return [row.a, row.b, middle - half, middle + half]
        }
        return RowFrame(
            style: style, measures: measures, axis: Axis(holding: marks, parts: measures.ticks),
            count: plot.rows.count)
    }

    var svg: String {
        let frame = frame
        let height = frame.bottom + (hasUnknownNoise ? 96 : 76)
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading("Tests taken by both", in: style)
        drawing.legend(a: plot.a, b: plot.b, at: 52, width: style.width - 32)
        frame.drawGrid(in: &drawing, label: frame.axis.label(of:))
        for (index, row) in plot.rows.enumerated() {
            drawing.group(titled: style.text(description(of: row))) {
                draw(row, index, in: frame, &$0)
            }
        }
        drawKey(at: frame.bottom + 44, in: &drawing)
        return style.document(of: plot, height: height, drawing.text)
    }

    private func draw(
        _ row: DumbbellPlot.Row, _ index: Int, in frame: RowFrame, _ drawing: inout Drawing
    ) {
        frame.drawName(row.label, of: index, isStrong: !row.isWithinNoise, in: &drawing)
        drawNumbers(of: row, at: frame.words(of: index), in: &drawing)
        guard row.isKnown else { return }
        let y = frame.marks(of: index)
        let (a, b) = (frame.place(of: row.a), frame.place(of: row.b))
        if let noise = row.knownNoise {
            let middle = row.b + row.difference / 2
            let left = frame.place(of: middle - noise / 2)
            let width = frame.place(of: middle + noise / 2) - left
            drawing.box(
                at: (left, y - 7), size: (width, 14), Ink(fill: .muted, opacity: 0.22))
        }
        drawing.path([(a, y), (b, y)], Ink(stroke: .muted, width: 1.5))
        drawing.mark(.b, at: (b, y), isHollow: row.isWithinNoise)
        drawing.mark(.a, at: (a, y), isHollow: row.isWithinNoise)
        for (x, value, isLeft) in [(a, row.a, row.a < row.b), (b, row.b, row.a >= row.b)] {
            drawing.label(
                DumbbellPlot.score(value), "p-soft", at: (x + (isLeft ? -11 : 11), y + 4.5),
                anchor: isLeft ? .end : .start)
        }
    }

    private var hasUnknownNoise: Bool {
        plot.rows.contains { $0.isKnown && $0.knownNoise == nil }
    }

    private func drawNumbers(of row: DumbbellPlot.Row, at y: Double, in drawing: inout Drawing) {
        let edge = style.width - 16
        guard row.isKnown else {
            drawing.label("not sourced", "p-soft", at: (edge, y), anchor: .end)
            return
        }
        let noise = row.knownNoise.map { "±" + NumberFormat.fixed($0, places: 1) }
        drawing.label(
            NumberFormat.signed(row.difference, places: 1),
            row.isWithinNoise ? "p-soft" : "p-strong", at: (edge - 52, y), anchor: .end)
        drawing.label(noise ?? "±?", "p-soft", at: (edge, y), anchor: .end)
    }

    private func drawKey(at y: Double, in drawing: inout Drawing) {
        drawing.box(at: (16, y - 11), size: (14, 14), Ink(fill: .muted, opacity: 0.22))
        drawing.label("How far apart noise alone would put them", "p-soft", at: (40, y))
        drawing.mark(.a, at: (23, y + 15.5), isHollow: true)
        drawing.label("Hollow: within noise. Points; right is better.", "p-soft", at: (40, y + 20))
        guard hasUnknownNoise else { return }
        drawing.label("±?", "p-soft", at: (16, y + 40))
        drawing.label("Noise unknown", "p-soft", at: (40, y + 40))
    }

    private func description(of row: DumbbellPlot.Row) -> Saying {
        let scores: Saying = """
            \(plot.a) \(figure: DumbbellPlot.score(row.a)), \
            \(plot.b) \(figure: DumbbellPlot.score(row.b))
            """
        guard row.isKnown else { return "\(row.label): \(scores)" }
        let noise: Saying =
            row.knownNoise.map { "\(figure: "±" + NumberFormat.fixed($0, places: 1))" }
            ?? "noise unknown"
        let words: Saying = """
            \(row.label): \(scores), difference \
            \(figure: NumberFormat.signed(row.difference, places: 1)) \(noise) points
            """
        return row.isWithinNoise ? "\(words), within noise" : words
    }
}
