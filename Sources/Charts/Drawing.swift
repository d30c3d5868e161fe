/// Writes the elements of an SVG drawing; text is escaped on the way.
///
/// They are gathered as bytes: to make a text of each element and each number first took most of the
/// time of a page with figures.
struct Drawing {
    private var bytes: [UInt8] = []
    /// How it is drawn: it knows the words.
    let style: PlotStyle

    init(_ style: PlotStyle) {
        self.style = style
        bytes.reserveCapacity(6144)
    }

    /// What was drawn so far.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends elements as they are.
    mutating func raw(_ elements: String) {
        guard
            elements.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil
        else { return }
        bytes.append(contentsOf: elements.utf8)
    }

    /// Appends text, escaped.
    mutating func words(_ text: String) { raw(Self.escape(text)) }

    /// Appends a coordinate after the elements that lead to it.
    mutating func number(_ elements: String, _ value: Double) {
        raw(elements)
        NumberFormat.append(coordinate: value, to: &bytes)
    }

    mutating func line(
        _ style: String, from start: (x: Double, y: Double), to end: (x: Double, y: Double)
    ) {
        raw("<line class=\"")
        raw(style)
        number("\" x1=\"", start.x)
        number("\" y1=\"", start.y)
        number("\" x2=\"", end.x)
        number("\" y2=\"", end.y)
        raw("\"/>")
    }

    mutating func dot(_ style: String, at center: (x: Double, y: Double), radius: Double) {
        raw("<circle class=\"")
        raw(style)
        number("\" cx=\"", center.x)
        number("\" cy=\"", center.y)
        number("\" r=\"", radius)
        raw("\"/>")
    }

    /// A small arrow head that says that a line goes on; `turn` is 1 to the right, -1 to the left.
    mutating func arrow(_ style: String, at tip: (x: Double, y: Double), turn: Double) {
        let back = tip.x - 5 * turn
        raw("<path class=\"")
        raw(style)
        raw("\" d=\"")
        outline(of: [(back, tip.y - 4), tip, (back, tip.y + 4)])
        raw("\"/>")
    }

    /// `M1 2L3 4` for points.
    mutating func outline(of points: [(x: Double, y: Double)]) {
        for (index, point) in points.enumerated() {
            number(index == 0 ? "M" : "L", point.x)
            number(" ", point.y)
        }
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
        number("<rect class=\"p-paper\" width=\"", width)
        number("\" height=\"", height)
        raw("\"/>")
    }

    mutating func label(
        _ words: String, _ style: String, at place: (x: Double, y: Double),
        anchor: Anchor = .start
    ) {
        raw("<text ")
        if !style.isEmpty {
            raw("class=\"")
            raw(style)
            raw("\" ")
        }
        number("x=\"", place.x)
        number("\" y=\"", place.y)
        if anchor != .start {
            raw("\" text-anchor=\"")
            raw(anchor.rawValue)
        }
        raw("\">")
        self.words(self.style.shown(words))
        raw("</text>")
    }

    mutating func group(titled title: String, _ body: (inout Drawing) -> Void) {
        raw("<g><title>")
        words(title)
        raw("</title>")
        body(&self)
        raw("</g>\n")
    }

    enum Anchor: String {
        case start, middle, end
    }

    static func at(_ value: Double) -> String { NumberFormat.coordinate(value) }

    /// Text for XML: the five special characters replaced, control characters left out.
    static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: isNoted) else { return text }
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

    /// Whether a byte may begin what is replaced or left out; 0xEF begins U+FFFE and U+FFFF.
    private static func isNoted(_ byte: UInt8) -> Bool {
        byte < 0x40 ? noted >> UInt64(byte) & 1 == 1 : byte == 0xEF
    }

    /// A bit for each control character and each of `"`, `&`, `'`, `<` and `>`.
    private static let noted: UInt64 = 0x5000_00C4_FFFF_FFFF
}
