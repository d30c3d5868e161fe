import Phrases

/// One matrix of places being drawn.
struct MatrixDrawing {
    let plot: RankMatrix
    let style: PlotStyle

    private static let top = 72.0
    private static let gap = 2.0

    private let nameWidth: Double
    private let left: Double
    private let column: Double

    /// Cells without a number need less room.
    private var rowHeight: Double { hasNumbers ? 32 : 22 }

    private var hasNumbers: Bool { column >= 26 }

    private var hidden: Int { plot.rows.count - plot.drawn.count }

    init(plot: RankMatrix, style: PlotStyle) {
        self.plot = plot
        self.style = style
        let size = PlotStyle.fontSize * PlotStyle.boldness
        let widest = plot.drawn.map { TextWidth.estimate($0.label, size: size) }.max() ?? 0
        nameWidth = min(max(widest, 40), style.layout == .wide ? 200 : 104)
        left = 16 + nameWidth + 12
        column = min((style.width - 16 - left) / Double(plot.places), 110)
    }

    private var bottom: Double { Self.top + rowHeight * Double(plot.drawn.count) }

    private var height: Double { bottom + (hidden > 0 ? 54 : 34) }

    var svg: String {
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading(RankMatrix.heading, in: style)
        drawPlaces(in: &drawing)
        for (index, row) in plot.drawn.enumerated() {
            draw(row, at: Self.top + rowHeight * Double(index), in: &drawing)
        }
        drawing.label(
            "Stronger blue is likelier; empty is under 0.5%.", "p-soft", at: (16, bottom + 24))
        if hidden > 0 {
            drawing.label(
                style.text("\(hidden) more in the table."), "p-soft", at: (16, bottom + 44))
        }
        return style.document(of: plot, height: height, drawing.text)
    }

    private func drawPlaces(in drawing: inout Drawing) {
        let every = column < 24 ? 5 : 1
        for place in 0..<plot.places where every == 1 || place == 0 || (place + 1) % every == 0 {
            let x = left + column * (Double(place) + 0.5)
            drawing.label(
                String(place + 1), "p-soft", at: (x, Self.top - 10), anchor: .middle)
        }
    }

    private func draw(_ row: RankMatrix.Row, at y: Double, in drawing: inout Drawing) {
        let size = PlotStyle.fontSize * PlotStyle.boldness
        let name = TextWidth.shortened(row.label, toFit: nameWidth, size: size)
        let end = left + column * Double(plot.places)
        drawing.line(
            "p-grid", from: (16, y + rowHeight - 1), to: (end, y + rowHeight - 1))
        drawing.label(name, "p-strong", at: (16, y + rowHeight / 2 + 3.5))
        for place in 0..<plot.places {
            guard let chance = row.probability(at: place), chance >= 0.005 else { continue }
            let title = style.text(
                "\(row.label), place \(place + 1): \(figure: NumberFormat.percent(chance))")
            drawing.group(titled: title) { draw(chance, place, at: y, in: &$0) }
        }
    }

    private func draw(_ chance: Double, _ place: Int, at y: Double, in drawing: inout Drawing) {
        let x = left + column * Double(place)
        let shade = (chance * 100).rounded() / 100
        drawing.box(
            at: (x + Self.gap / 2, y), size: (column - Self.gap, rowHeight - Self.gap),
            Ink(fill: .a, opacity: shade))
        guard hasNumbers else { return }
        drawing.raw("<text x=\"\(Drawing.at(x + column / 2))\" y=\"\(Drawing.at(y + 19.5))\" ")
        drawing.raw(
            "text-anchor=\"middle\"><tspan fill=\"\(style.letters(over: shade))\" stroke=\"none\">")
        drawing.raw(NumberFormat.whole(chance * 100) + "</tspan></text>")
    }
}
