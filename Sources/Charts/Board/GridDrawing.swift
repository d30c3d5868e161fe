import Phrases

/// A square of models against models being drawn.
struct GridDrawing {
    /// What stands where a row and a column meet.
    struct Cell {
        /// The number in it.
        var words: String
        /// Whose colour it is shaded in.
        var side: PlotSide
        /// How densely, 0 to 1.
        var shade: Double
        /// All of it in words, for the mouse.
        var title: Saying
    }

    private let style: PlotStyle
    private let models: GridModels
    private let heading: String
    private let notes: [String]
    private let cell: (Int, Int) -> Cell?

    private let nameWidth: Double
    private let left: Double
    private let column: Double
    private let isNumbered: Bool

    private static let top = 72.0
    private static let gap = 2.0
    /// More models than these have no words for the mouse: the table says them in fewer bytes.
    private static let mostTitles = 12

    private var drawn: [Int] { models.drawn }
    private var hasWords: Bool { column >= 26 }
    private var rowHeight: Double { hasWords ? 34 : 22 }
    private var bottom: Double { Self.top + rowHeight * Double(drawn.count) }
    private var patterns: Patterns { Patterns(name: style.name) }

    private var lines: [String] {
        let rest = style.text("\(models.hidden) more in the table.")
        return models.hidden == 0 ? notes : notes + [rest]
    }

    init(
        _ models: GridModels, style: PlotStyle, heading: String, notes: [String],
        cell: @escaping (Int, Int) -> Cell?
    ) {
        self.models = models
        self.style = style
        self.heading = heading
        self.notes = notes
        self.cell = cell
        let size = PlotStyle.fontSize * PlotStyle.boldness
        let names = models.drawn.map { models.names[$0] }
        let widest = names.map { TextWidth.estimate($0, size: size) }.max() ?? 0
        nameWidth = min(max(widest, 40), style.layout == .wide ? 170 : 92)
        let room = style.width - 16 - (16 + nameWidth + 12)
        isNumbered = widest > min(room / Double(max(names.count, 1)), 96) - 8
        left = 16 + nameWidth + 12 + (isNumbered ? 24 : 0)
        column = min((style.width - 16 - left) / Double(max(names.count, 1)), 96)
    }

    func svg(of plot: some Plot) -> String {
        let height = bottom + 14 + 20 * Double(lines.count)
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        if !hasWords { drawing.raw("<defs>\(patterns.hatchDefinition)</defs>") }
        drawing.heading(heading, in: style)
        drawHeads(in: &drawing)
        for (place, model) in drawn.enumerated() {
            draw(model, at: place, in: &drawing)
        }
        for (index, words) in lines.enumerated() {
            drawing.label(
                style.fitted(words), "p-soft", at: (16, bottom + 22 + 20 * Double(index)))
        }
        return style.document(of: plot, height: height, drawing.text)
    }

    private func drawHeads(in drawing: inout Drawing) {
        let every = column < 24 ? 5 : 1
        for (place, model) in drawn.enumerated() {
            guard !isNumbered || every == 1 || (place + 1) % every == 0 else { continue }
            let words = isNumbered ? String(place + 1) : models.names[model]
            let x = left + column * (Double(place) + 0.5)
            drawing.label(words, "p-soft", at: (x, Self.top - 10), anchor: .middle)
        }
    }

    private func draw(_ model: Int, at place: Int, in drawing: inout Drawing) {
        let y = Self.top + rowHeight * Double(place)
        let words = y + rowHeight / 2 + 3.5
        let size = PlotStyle.fontSize * PlotStyle.boldness
        if isNumbered { drawing.label(String(place + 1), "p-soft", at: (16, words)) }
        drawing.label(
            TextWidth.shortened(models.names[model], toFit: nameWidth, size: size), "p-strong",
            at: (isNumbered ? 40 : 16, words))
        for (column, other) in drawn.enumerated() where other != model {
            draw(cell(model, other), at: (left + self.column * Double(column), y), in: &drawing)
        }
        drawing.raw("\n")
    }

    private func draw(
        _ cell: Cell?, at corner: (x: Double, y: Double), in drawing: inout Drawing
    ) {
        guard let cell else {
            if hasWords { drawWords("–", colour: nil, at: corner, in: &drawing) }
            return
        }
        guard drawn.count <= Self.mostTitles else {
            return drawShade(of: cell, at: corner, in: &drawing)
        }
        drawing.group(titled: style.text(cell.title)) { drawShade(of: cell, at: corner, in: &$0) }
    }

    private func drawShade(
        of cell: Cell, at corner: (x: Double, y: Double), in drawing: inout Drawing
    ) {
        let shade = (cell.shade * 100).rounded() / 100
        let isHatched = cell.side == .b && !hasWords
        drawing.box(
            at: (corner.x + Self.gap / 2, corner.y),
            size: (column - Self.gap, rowHeight - Self.gap),
            Ink(fill: isHatched ? patterns.hatch : Ink.of(cell.side), opacity: shade))
        guard hasWords else { return }
        drawWords(
            cell.words, colour: style.letters(over: shade, of: cell.side), at: corner,
            in: &drawing)
    }

    private func drawWords(
        _ words: String, colour: String?, at corner: (x: Double, y: Double),
        in drawing: inout Drawing
    ) {
        guard TextWidth.estimate(words, size: PlotStyle.fontSize) <= column - 2 else { return }
        let place = (x: corner.x + column / 2, y: corner.y + rowHeight / 2 + 3.5)
        guard let colour else {
            return drawing.label(words, "p-soft", at: place, anchor: .middle)
        }
        drawing.raw("<text x=\"\(Drawing.at(place.x))\" y=\"\(Drawing.at(place.y))\" ")
        drawing.raw("text-anchor=\"middle\"><tspan fill=\"\(colour)\" stroke=\"none\">")
        drawing.raw(Drawing.escape(style.shown(words)) + "</tspan></text>")
    }
}

extension GridDrawing.Cell {
    /// A share of votes: blue above a half, orange below, densest at 80% and at 20%.
    static func share(_ share: Double, title: Saying) -> GridDrawing.Cell {
        GridDrawing.Cell(
            words: NumberFormat.percent(share), side: share < 0.5 ? .b : .a,
            shade: min((share - 0.5).magnitude / 0.3, 1), title: title)
    }
}
