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

    /// The solid colour of a side.
    static func of(_ side: PlotSide) -> Paint { side == .a ? .a : .b }
}

extension Drawing {
    /// The attributes that paint a shape.
    mutating func paint(_ ink: Ink) {
        raw(" fill=\"")
        raw(ink.fill?.value ?? "none")
        if let stroke = ink.stroke {
            raw("\" stroke=\"")
            raw(stroke.value)
            number("\" stroke-width=\"", ink.width)
        }
        if ink.opacity < 1 {
            raw(ink.fill == nil ? "\" stroke-opacity=\"" : "\" fill-opacity=\"")
            raw(NumberFormat.fixed(ink.opacity, places: 2))
        }
        if !ink.dash.isEmpty {
            raw("\" stroke-dasharray=\"")
            raw(ink.dash)
        }
        raw("\"")
    }

    mutating func box(
        at corner: (x: Double, y: Double), size: (width: Double, height: Double), _ ink: Ink,
        clip: String = ""
    ) {
        number("<rect x=\"", corner.x)
        number("\" y=\"", corner.y)
        number("\" width=\"", size.width)
        number("\" height=\"", size.height)
        raw("\"")
        paint(ink)
        if !clip.isEmpty { raw(" clip-path=\"url(#\(clip))\"") }
        raw("/>")
    }

    /// Straight lines from point to point.
    mutating func path(_ points: [(x: Double, y: Double)], _ ink: Ink, isClosed: Bool = false) {
        guard !points.isEmpty else { return }
        raw("<path d=\"")
        outline(of: points)
        raw(isClosed ? "Z\"" : "\"")
        paint(ink)
        raw("/>")
    }

    /// The mark of a side: a circle, or a square that looks as large; hollow where it says little.
    mutating func mark(_ side: PlotSide, at center: (x: Double, y: Double), isHollow: Bool = false)
    {
        let ink =
            isHollow
            ? Ink(fill: .paper, stroke: Ink.of(side)) : Ink(fill: Ink.of(side), stroke: .paper)
        switch side {
        case .a:
            number("<circle cx=\"", center.x)
            number("\" cy=\"", center.y)
            raw("\" r=\"6\"")
            paint(ink)
            raw("/>")
        case .b:
            box(at: (center.x - 5.5, center.y - 5.5), size: (11, 11), ink)
        }
    }
}
