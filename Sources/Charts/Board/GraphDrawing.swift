import Phrases

/// One graph of battles being drawn.
struct GraphDrawing {
    private let plot: BattleGraph
    private let style: PlotStyle
    private let places: [(node: Int, at: (x: Double, y: Double))]
    private let radius: Double
    private let centre: (x: Double, y: Double)

    private static let top = 48.0
    /// From one name to the next below it.
    private static let line = 17.0

    init(plot: BattleGraph, style: PlotStyle) {
        self.plot = plot
        self.style = style
        let drawn = plot.drawn
        let isWide = style.layout == .wide
        let needed = Self.line * Double(drawn.count / 2 + 2)
        radius = isWide ? 150 : 84
        let half = max(radius + 14, needed / 2)
        let middle = (x: style.width / 2, y: Self.top + half)
        centre = middle
        let radius = radius
        places = drawn.enumerated().map { place, node in
            let angle = Double(place) / Double(drawn.count)
            return (
                node,
                (
                    middle.x + radius * Elementary.sine(ofTurns: angle),
                    middle.y - radius * Elementary.cosine(ofTurns: angle)
                )
            )
        }
    }

    var svg: String {
        let bottom = centre.y + (centre.y - Self.top)
        let hidden = plot.nodes.count - places.count
        let height = bottom + (hidden > 0 ? 56 : 36)
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading(BattleGraph.heading, in: style)
        drawEdges(in: &drawing)
        for (node, place) in places {
            drawing.group(titled: style.text(Self.description(of: plot.nodes[node]))) {
                $0.mark(plot.nodes[node].group % 2 == 0 ? .a : .b, at: place)
            }
        }
        drawNames(onRight: true, within: Self.top...bottom, in: &drawing)
        drawNames(onRight: false, within: Self.top...bottom, in: &drawing)
        drawing.label(
            style.fitted("A thicker line is more battles, by the logarithm."), "p-soft",
            at: (16, bottom + 24))
        if hidden > 0 {
            drawing.label(
                style.text("\(hidden) more in the table."), "p-soft", at: (16, bottom + 44))
        }
        return style.document(of: plot, height: height, drawing.text)
    }

    private func drawEdges(in drawing: inout Drawing) {
        let spots = Dictionary(uniqueKeysWithValues: places.map { ($0.node, $0.at) })
        let most = Double(plot.edges.map(\.battles).max() ?? 1)
        let scale = max(Elementary.logarithm(1 + most), 1e-9)
        for edge in plot.edges {
            guard let one = spots[edge.one], let other = spots[edge.other] else { continue }
            let share = Elementary.logarithm(1 + Double(edge.battles)) / scale
            drawing.path(
                [one, other], Ink(stroke: .muted, width: 0.5 + 4.5 * share * share, opacity: 0.4))
        }
        drawing.raw("\n")
    }

    /// The names of one half in a column beside the circle, each with a line to its mark.
    private func drawNames(
        onRight: Bool, within edges: ClosedRange<Double>, in drawing: inout Drawing
    ) {
        let half = places.filter { ($0.at.x >= centre.x - 0.05) == onRight }
            .sorted { $0.at.y < $1.at.y }
        let middles = LabelSpread.middles(
            wanted: half.map(\.at.y), sizes: half.map { _ in Self.line }, gap: 0, within: edges)
        let x = onRight ? centre.x + radius + 22 : centre.x - radius - 22
        let room = (onRight ? style.width - x : x) - 8
        for (place, middle) in zip(half, middles) {
            let name = TextWidth.shortened(
                plot.nodes[place.node].label, toFit: room, size: PlotStyle.fontSize)
            drawing.path(
                [
                    (place.at.x + (onRight ? 7 : -7), place.at.y), (x + (onRight ? -4 : 4), middle),
                ], Ink(stroke: .line, width: 1))
            drawing.label(name, "", at: (x, middle + 4.5), anchor: onRight ? .start : .end)
        }
    }

    private static func description(of node: BattleGraph.Node) -> Saying {
        "\(node.label): \(Saying.votes(node.votes))"
    }
}

extension Elementary {
    /// The sine of an angle in turns; exact to 1e-12 from -1 to 1.
    static func sine(ofTurns turns: Double) -> Double {
        let part = turns - turns.rounded()
        let folded = part > 0.25 ? 0.5 - part : part < -0.25 ? -0.5 - part : part
        let x = folded * 6.283185307179586
        return stride(from: 21.0, through: 3, by: -2).reduce(1.0) { sum, odd in
            1 - sum * x * x / (odd * (odd - 1))
        } * x
    }

    /// The cosine of an angle in turns.
    static func cosine(ofTurns turns: Double) -> Double { sine(ofTurns: turns + 0.25) }
}
