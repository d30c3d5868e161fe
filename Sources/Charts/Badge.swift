/// A line on a coloured ground, to be shown on other sites: `arena | Cedar 1055 ±20 · rank 1–3 of 6`.
///
/// It stands alone: colours and font are in the file, contrast is that of white on the grounds
/// (10.4 and 6.7).
package struct Badge: Equatable, Sendable {
    /// What stands on the left.
    package let label: String
    /// What it says.
    package let words: String

    /// A badge of two texts.
    package init(label: String, words: String) {
        self.label = label
        self.words = words
    }

    /// The drawing, as wide as its texts.
    package var svg: String {
        let left = Self.width(of: label)
        let right = Self.width(of: words)
        let name = Self.escaped("\(label): \(words)")
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(left + right)" height="20" role="img" \
            aria-label="\(name)"><title>\(name)</title>\
            <rect width="\(left)" height="20" fill="#3A4048"/>\
            <rect x="\(left)" width="\(right)" height="20" fill="#0B5CAD"/>\
            <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">\
            <text x="7" y="14" textLength="\(left - 14)">\(Self.escaped(label))</text>\
            <text x="\(left + 7)" y="14" textLength="\(right - 14)">\(Self.escaped(words))</text>\
            </g></svg>
            """
    }

    private static func width(of text: String) -> Int {
        Int(TextWidth.estimate(text, size: 11).rounded(.up)) + 14
    }

    private static func escaped(_ text: String) -> String {
        let safe = text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" }
        return String(String.UnicodeScalarView(safe)).replacing("&", with: "&amp;")
            .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
