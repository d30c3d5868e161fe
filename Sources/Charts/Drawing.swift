/// Writes the elements of an SVG drawing; text is escaped on the way.
struct Drawing {
    private(set) var text = ""

    /// Appends elements as they are.
    mutating func raw(_ elements: String) { text += elements }

    mutating func line(
        _ style: String, from start: (x: Double, y: Double), to end: (x: Double, y: Double)
    ) {
        text += "<line class=\"\(style)\" x1=\"\(Self.at(start.x))\" y1=\"\(Self.at(start.y))\" "
        text += "x2=\"\(Self.at(end.x))\" y2=\"\(Self.at(end.y))\"/>"
    }

    mutating func dot(_ style: String, at center: (x: Double, y: Double), radius: Double) {
        text += "<circle class=\"\(style)\" cx=\"\(Self.at(center.x))\" "
        text += "cy=\"\(Self.at(center.y))\" r=\"\(Self.at(radius))\"/>"
    }

    /// A small arrow head that says that a line goes on; `turn` is 1 to the right, -1 to the left.
    mutating func arrow(_ style: String, at tip: (x: Double, y: Double), turn: Double) {
        let back = Self.at(tip.x - 5 * turn)
        text += "<path class=\"\(style)\" d=\"M\(back) \(Self.at(tip.y - 4))"
        text += "L\(Self.at(tip.x)) \(Self.at(tip.y))L\(back) \(Self.at(tip.y + 4))\"/>"
    }

    /// A row's interval and dot; ends outside the axis are arrows.
    mutating func interval(
        of row: ForestPlot.Row, at y: Double, along axis: Axis, place: (Double) -> Double
    ) {
        guard row.value.isFinite, !row.low.isNaN, !row.high.isNaN else { return }
        let (low, high) = (place(row.low), place(row.high))
        line(row.isProvisional ? "p-thin" : "p-band", from: (low, y), to: (high, y))
        if row.low < axis.low { arrow("p-tip", at: (low, y), turn: -1) }
        if row.high > axis.high { arrow("p-tip", at: (high, y), turn: 1) }
        dot(row.isProvisional ? "p-open" : "p-dot", at: (place(row.value), y), radius: 6)
    }

    mutating func sheet(width: Double, height: Double) {
        text += "<rect class=\"p-paper\" width=\"\(Self.at(width))\" "
        text += "height=\"\(Self.at(height))\"/>"
    }

    mutating func label(
        _ words: String, _ style: String, at place: (x: Double, y: Double),
        anchor: Anchor = .start
    ) {
        let kind = style.isEmpty ? "" : "class=\"\(style)\" "
        let side = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        text += "<text \(kind)x=\"\(Self.at(place.x))\" y=\"\(Self.at(place.y))\"\(side)>"
        text += Self.escape(words) + "</text>"
    }

    mutating func group(titled title: String, _ body: (inout Drawing) -> Void) {
        text += "<g><title>\(Self.escape(title))</title>"
        body(&self)
        text += "</g>\n"
    }

    enum Anchor: String {
        case start, middle, end
    }

    static func at(_ value: Double) -> String { NumberFormat.coordinate(value) }

    /// Text for XML: the five special characters replaced, control characters left out.
    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\u{FFFE}", "\u{FFFF}": break
            case _ where scalar.value < 0x20: break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
