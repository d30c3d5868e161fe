import Phrases

/// One bar of outcomes being drawn.
struct OutcomeDrawing {
    let plot: OutcomeBar
    let style: PlotStyle

    private static let gap = 2.0
    private static let top = 42.0
    private static let bottom = 76.0
    private static let swatch = 20.0

    private var patterns: Patterns { Patterns(name: style.name) }

    var svg: String {
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.raw("<defs>\(patterns.hatchDefinition)\(patterns.dotsDefinition)</defs>")
        drawing.heading(style.text(plot.battles), in: style)
        switch style.layout {
        case .wide: drawWide(in: &drawing)
        case .narrow: drawNarrow(in: &drawing)
        }
        return style.document(of: plot, height: height, drawing.text)
    }

    private var height: Double { style.layout == .wide ? 128 : 196 }

    /// Each label stands below its part; where labels are too crowded for that, all of them stand
    /// beside a swatch instead.
    private func drawWide(in drawing: inout Drawing) {
        let segments = plot.segments(names: 140)
        let bars = bars(of: segments)
        let near = middles(of: segments, under: bars, swatch: 0)
        let isCrowded = zip(segments.indices, near).contains { index, middle in
            let end = bars[index].start + bars[index].width
            return segments[index].count > 0 && !(bars[index].start...end).contains(middle)
        }
        let swatch = isCrowded ? Self.swatch : 0
        let middles = isCrowded ? middles(of: segments, under: bars, swatch: swatch) : near
        for (index, segment) in segments.enumerated() {
            drawing.group(titled: title(of: segment)) { drawing in
                draw(segment, bars[index], in: &drawing)
                drawLabel(of: segment, at: middles[index], swatch: swatch, in: &drawing)
            }
        }
    }

    private func drawLabel(
        of segment: OutcomeBar.Segment, at middle: Double, swatch: Double,
        in drawing: inout Drawing
    ) {
        let x = middle + swatch / 2
        drawing.label(
            style.text(segment.said), segment.count == 0 ? "p-soft" : "p-strong", at: (x, 98),
            anchor: .middle)
        drawing.label(words(for: segment), "p-soft", at: (x, 116), anchor: .middle)
        guard swatch > 0 else { return }
        let left = middle - (width(of: segment) + swatch) / 2
        drawing.box(at: (left, 86), size: (14, 14), ink(of: segment.kind))
    }

    private func middles(
        of segments: [OutcomeBar.Segment], under bars: [(start: Double, width: Double)],
        swatch: Double
    ) -> [Double] {
        LabelSpread.middles(
            wanted: bars.map { $0.start + $0.width / 2 },
            sizes: segments.map { width(of: $0) + swatch }, gap: 14, within: 16...704)
    }

    private func width(of segment: OutcomeBar.Segment) -> Double {
        let size = PlotStyle.fontSize * PlotStyle.boldness
        return max(
            TextWidth.estimate(style.text(segment.said), size: size),
            TextWidth.estimate(words(for: segment), size: size))
    }

    private func words(for segment: OutcomeBar.Segment) -> String {
        "\(style.shown(OutcomeBar.text(segment.count))) · \(style.shown(segment.share))"
    }

    private func drawNarrow(in drawing: inout Drawing) {
        let segments = plot.segments(names: 120)
        for (index, (segment, bar)) in zip(segments, bars(of: segments)).enumerated() {
            let y = 104 + 26 * Double(index)
            drawing.group(titled: title(of: segment)) { drawing in
                draw(segment, bar, in: &drawing)
                drawing.box(at: (16, y - 12), size: (14, 14), ink(of: segment.kind))
                drawing.label(style.text(segment.said), "", at: (40, y))
                drawing.label(
                    OutcomeBar.text(segment.count), "p-strong", at: (296, y), anchor: .end)
                drawing.label(segment.share, "p-soft", at: (344, y), anchor: .end)
            }
        }
    }

    private func draw(
        _ segment: OutcomeBar.Segment, _ bar: (start: Double, width: Double),
        in drawing: inout Drawing
    ) {
        guard bar.width > 0 else { return }
        drawing.box(
            at: (bar.start, Self.top), size: (bar.width, Self.bottom - Self.top),
            ink(of: segment.kind))
    }

    /// Where each part stands. The gaps are taken off first; a part of few battles is drawn two
    /// units wide, at the cost of the widest.
    private func bars(of segments: [OutcomeBar.Segment]) -> [(start: Double, width: Double)] {
        let drawn = Double(segments.filter { $0.count > 0 }.count)
        let room = style.width - 32 - Self.gap * (drawn - 1)
        var widths = segments.map { segment in
            segment.count == 0 ? 0 : max(room * Double(segment.count) / plot.total, 2)
        }
        if let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
            widths[widest] -= widths.reduce(0, +) - room
        }
        var start = 16.0
        return widths.map { width in
            defer { start += width > 0 ? width + Self.gap : 0 }
            return (start, width)
        }
    }

    private func ink(of kind: OutcomeBar.Kind) -> Ink {
        switch kind {
        case .a: Ink(fill: .a)
        case .tie: Ink(fill: patterns.dots)
        case .bothBad: Ink(fill: .muted)
        case .b: Ink(fill: patterns.hatch)
        }
    }

    private func title(of segment: OutcomeBar.Segment) -> String {
        let count = OutcomeBar.text(segment.count)
        return style.text("\(segment.said): \(figure: count) (\(figure: segment.share))")
    }
}
