/// How wide text is likely to be, without asking a font.
///
/// Advances are averages of the common sans-serif families, in hundredths of the font size; 5% is
/// added, so that text rather fits than not.
package enum TextWidth {
    /// The estimated width of a text at a font size, in the same unit.
    package static func estimate(_ text: String, size: Double) -> Double {
        let plain = plain
        let advances =
            text.utf8.allSatisfy { 0x20..<0x80 ~= $0 }
            ? text.utf8.reduce(0) { $0 + plain[Int($1)] }
            : text.reduce(0) { $0 + ($1.unicodeScalars.first.map(advance) ?? 0) }
        return Double(advances) / 100 * size * 1.05
    }

    /// The advances of ASCII.
    private static let plain = (0..<0x80).map { advance(of: Unicode.Scalar(UInt8($0))) }

    /// The text, or its beginning and end around an ellipsis so that it is no wider than `width`.
    package static func shortened(_ text: String, toFit width: Double, size: Double) -> String {
        guard estimate(text, size: size) > width else { return text }
        let characters = Array(text)
        for kept in stride(from: characters.count - 1, to: 1, by: -1) {
            let head = characters.prefix((kept + 1) / 2)
            let tail = characters.suffix(kept / 2)
            let candidate = String(head) + "…" + String(tail)
            if estimate(candidate, size: size) <= width { return candidate }
        }
        return "…"
    }

    private static func advance(of scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "i", "j", "l", "'", "|", "!", ".", ",", ":", ";": return 30
        case "I", "f", "t", "r", "(", ")", "[", "]", "-", "/", " ", "\"", "`": return 38
        case "m", "w", "M", "W", "@", "%", "…": return 92
        case "0"..."9": return 62
        case "a"..."z": return 58
        case "A"..."Z": return 70
        case "\u{1100}"..."\u{115F}", "\u{2E80}"..."\u{A4CF}", "\u{AC00}"..."\u{D7A3}",
            "\u{F900}"..."\u{FAFF}", "\u{FE30}"..."\u{FE6F}", "\u{FF00}"..."\u{FF60}",
            "\u{1F000}"..."\u{3FFFD}":
            return 100
        default: return 60
        }
    }
}
