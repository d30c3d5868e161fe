import Phrases

/// One belief curve being drawn.
struct BeliefDrawing {
    let plot: BeliefCurve
    let style: PlotStyle

    private static let top = 82.0
    private static let peak = 104.0
    private static let base = 226.0
    private static let reach = 3.6

    private var isWide: Bool { style.layout == .wide }
    private var height: Double { Self.base + 76 }
    private var clip: String { style.name + "-curve" }
    private var patterns: Patterns { Patterns(name: style.name) }

    var svg: String {
        let axis = axis
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.raw("<defs>\(patterns.hatchDefinition)<clipPath id=\"\(clip)\"><path d=\"")
        drawing.outline(of: curve(along: axis))
        drawing.raw("Z\"/></clipPath></defs>")
        drawing.heading(style.text("Is \(plot.a) better than \(plot.b)?"), in: style)
        drawSides(in: &drawing)
        drawZone(along: axis, in: &drawing)
        drawAxis(axis, in: &drawing)
        drawing.group(titled: style.text(plot.saidFinding)) { drawCurve(along: axis, in: &$0) }
        drawWords(in: &drawing)
        return style.document(of: plot, height: height, drawing.text)
    }

    /// Zero, the zone too small to notice and the whole curve stand between the ends.
    private var axis: Axis {
        let (d, s, zone) = (plot.difference, plot.standardError, BeliefCurve.tooSmallToNotice)
        let reach = max(Self.reach * s, zone / 2)
        return Axis(holding: [-zone, zone, d - reach, d + reach], parts: isWide ? 7 : 4)
    }

    private func place(of value: Double, along axis: Axis) -> Double {
        let (left, right) = isWide ? (36.0, style.width - 36) : (16, style.width - 16)
        return left + axis.position(of: value) * (right - left)
    }

    /// The density, a point at each tenth of a standard error; straight lines between them are
    /// never a fifth of a unit from the curve.
    private func curve(along axis: Axis) -> [(x: Double, y: Double)] {
        guard plot.standardError > 0 else { return [] }
        return stride(from: -36, through: 36, by: 1).map { tenth in
            let z = Double(tenth) / 10
            let rise = Elementary.exponential(-z * z / 2) * (Self.base - Self.peak)
            let x = place(of: plot.difference + z * plot.standardError, along: axis)
            return (x, Self.base - rise)
        }
    }

    private func drawSides(in drawing: inout Drawing) {
        let room = (style.width - 32 - 16) / 2 - 20
        let sure = [1 - plot.probability, plot.probability].map(BeliefCurve.words(for:))
        let size = PlotStyle.fontSize * PlotStyle.boldness
        drawing.mark(.b, at: (22, 51.5))
        drawing.mark(.a, at: (style.width - 22, 51.5))
        for (index, name) in [plot.b, plot.a].enumerated() {
            let words = { (name: String) in
                isWide ? style.text("\(name) is better: \(figure: sure[index])") : name
            }
            let name = TextWidth.shortened(
                name, toFit: room - TextWidth.estimate(words(""), size: size), size: size)
            let (x, anchor) =
                index == 0 ? (34, Drawing.Anchor.start) : (style.width - 34, Drawing.Anchor.end)
            drawing.label(words(name), "p-strong", at: (x, 56), anchor: anchor)
            if !isWide {
                drawing.label(style.say.numeral(sure[index]), "p-soft", at: (x, 73), anchor: anchor)
            }
        }
    }

    private func drawZone(along axis: Axis, in drawing: inout Drawing) {
        let zone = BeliefCurve.tooSmallToNotice
        let (left, right) = (place(of: -zone, along: axis), place(of: zone, along: axis))
        drawing.box(
            at: (left, Self.top), size: (right - left, Self.base - Self.top),
            Ink(fill: .muted, opacity: 0.16))
    }

    private func drawAxis(_ axis: Axis, in drawing: inout Drawing) {
        let parts = Double(max(axis.ticks.count - 1, 1))
        let room = (place(of: axis.high, along: axis) - place(of: axis.low, along: axis)) / parts
        let labelled = TickLabels.chosen(of: axis, room: room, label: number)
        for tick in axis.ticks {
            let x = place(of: tick, along: axis)
            drawing.line("p-grid", from: (x, Self.base), to: (x, Self.base + 6))
            guard labelled.contains(tick) else { continue }
            drawing.centred(
                number(tick), "p-soft", at: (x, Self.base + 22), within: 8...style.width - 8)
        }
    }

    private func number(_ tick: Double) -> String {
        NumberFormat.signed(tick)
    }

    private func drawCurve(along axis: Axis, in drawing: inout Drawing) {
        let (zero, best) = (place(of: 0, along: axis), place(of: plot.difference, along: axis))
        let (low, high) = (place(of: plot.low, along: axis), place(of: plot.high, along: axis))
        if plot.standardError > 0 {
            shade(from: 0, to: zero, area(.b, 0.3), in: &drawing)
            shade(from: zero, to: style.width, area(.a, 0.3), in: &drawing)
            shade(from: low, to: min(high, zero), area(.b, 0.75), in: &drawing)
            shade(from: max(low, zero), to: high, area(.a, 0.6), in: &drawing)
        }
        let ends = [axis.low, axis.high].map { (place(of: $0, along: axis), Self.base) }
        drawing.path(ends, Ink(stroke: .muted, width: 1))
        drawing.line("p-thin", from: (zero, Self.top), to: (zero, Self.base))
        drawing.path([(low, Self.base), (high, Self.base)], Ink(stroke: .ink, width: 4))
        drawing.path([(best, Self.peak), (best, Self.base)], Ink(stroke: .ink, width: 1.5))
        drawing.centred(
            NumberFormat.signed(plot.difference), "p-strong", at: (best, Self.peak - 8),
            within: 16...style.width - 16)
    }

    /// A stretch of the area under the curve.
    private func shade(from left: Double, to right: Double, _ ink: Ink, in drawing: inout Drawing) {
        guard right > left else { return }
        drawing.box(
            at: (left, Self.top), size: (right - left, Self.base - Self.top), ink, clip: clip)
    }

    private func area(_ side: PlotSide, _ opacity: Double) -> Ink {
        Ink(fill: side == .a ? .a : patterns.hatch, opacity: opacity)
    }

    private func drawWords(in drawing: inout Drawing) {
        let y = Self.base + 46
        drawing.path([(16, y - 4.5), (30, y - 4.5)], Ink(stroke: .ink, width: 4))
        drawing.label(style.text(plot.estimate), "", at: (40, y))
        drawing.box(at: (16, y + 9), size: (14, 14), Ink(fill: .muted, opacity: 0.16))
        drawing.label("Too small to notice: within 17.4 points", "p-soft", at: (40, y + 20))
    }
}
