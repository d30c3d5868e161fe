/// How a shape is painted, as presentation attributes: a page's policy forbids `style`.
struct Ink {
    /// A colour of the style sheet, or a pattern of the drawing.
    enum Paint {
        case a, b, ink, muted, line, paper
        /// A pattern by its identifier.
        case pattern(String)
        /// A colour written out.
        case plain(String)

        var value: String {
            switch self {
            case .a: "var(--a)"
            case .b: "var(--b)"
            case .ink: "var(--ink)"
            case .muted: "var(--muted)"
            case .line: "var(--line)"
            case .paper: "var(--paper)"
            case .pattern(let name): "url(#\(name))"
            case .plain(let colour): colour
            }
        }
    }

    var fill: Paint?
    var stroke: Paint?
    var width = 2.0
    /// How dense the fill or, without one, the line is, 0 to 1.
    var opacity = 1.0
    var dash = ""

    var attributes: String {
        var text = " fill=\"\(fill?.value ?? "none")\""
        if let stroke {
            text += " stroke=\"\(stroke.value)\" stroke-width=\"\(Drawing.at(width))\""
        }
        if opacity < 1 {
            let name = fill == nil ? "stroke-opacity" : "fill-opacity"
            text += " \(name)=\"\(NumberFormat.fixed(opacity, places: 2))\""
        }
        return dash.isEmpty ? text : text + " stroke-dasharray=\"\(dash)\""
    }

    /// The solid colour of a side.
    static func of(_ side: PlotSide) -> Paint { side == .a ? .a : .b }
}

extension Drawing {
    mutating func box(
        at corner: (x: Double, y: Double), size: (width: Double, height: Double), _ ink: Ink,
        clip: String = ""
    ) {
        let clipped = clip.isEmpty ? "" : " clip-path=\"url(#\(clip))\""
        raw("<rect x=\"\(Self.at(corner.x))\" y=\"\(Self.at(corner.y))\" ")
        raw("width=\"\(Self.at(size.width))\" height=\"\(Self.at(size.height))\"")
        raw(ink.attributes + clipped + "/>")
    }

    /// Straight lines from point to point.
    mutating func path(_ points: [(x: Double, y: Double)], _ ink: Ink, isClosed: Bool = false) {
        guard !points.isEmpty else { return }
        raw("<path d=\"\(Self.outline(of: points))\(isClosed ? "Z" : "")\"\(ink.attributes)/>")
    }

    /// The mark of a side: a circle, or a square that looks as large; hollow where it says little.
    mutating func mark(_ side: PlotSide, at center: (x: Double, y: Double), isHollow: Bool = false)
    {
        let ink =
            isHollow
            ? Ink(fill: .paper, stroke: Ink.of(side)) : Ink(fill: Ink.of(side), stroke: .paper)
        switch side {
        case .a:
            raw("<circle cx=\"\(Self.at(center.x))\" cy=\"\(Self.at(center.y))\" ")
            raw("r=\"6\"\(ink.attributes)/>")
        case .b:
            box(at: (center.x - 5.5, center.y - 5.5), size: (11, 11), ink)
        }
    }

    /// `M1 2L3 4` for points.
    static func outline(of points: [(x: Double, y: Double)]) -> String {
        var text = ""
        for (index, point) in points.enumerated() {
            text += (index == 0 ? "M" : "L") + at(point.x) + " " + at(point.y)
        }
        return text
    }
}
