/// Markup as a value.
///
/// Written as a string literal, in which the literal parts are markup and every interpolated text
/// is escaped, for text and for quoted attributes alike:
///
/// ```swift
/// let name = "<Aspen & Birch>"
/// let item: HTML = "<li title=\"\(name)\">\(name)</li>"
/// ```
///
/// Attributes are always quoted. Markup made elsewhere comes in through ``init(trusted:)`` only.
package struct HTML: Equatable, Sendable {
    /// The markup as text.
    package private(set) var text: String

    /// Takes text as markup, without escaping: for what our own code drew, never for what anyone
    /// sent.
    package init(trusted markup: String) {
        text = markup
    }

    /// Nothing.
    package static let empty = HTML(trusted: "")

    /// The markup as UTF-8.
    package var bytes: [UInt8] { Array(text.utf8) }

    /// The text with every character that markup gives a meaning to replaced; NUL, which no HTML
    /// document may hold, becomes U+FFFD.
    package static func escape(_ text: String) -> String {
        guard hasSpecial(text) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            case 0: escaped += "\u{FFFD}".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func hasSpecial(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { $0.contains(where: isSpecial) }
            ?? text.utf8.contains(where: isSpecial)
    }

    /// A bit for each of NUL, `"`, `&`, `'`, `<` and `>`, by its place in ASCII.
    private static let special: UInt64 = 0x5000_00C4_0000_0001

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 64 && special >> UInt64(byte) & 1 == 1
    }
}

extension HTML: ExpressibleByStringInterpolation {
    /// Markup from a literal.
    package init(stringLiteral markup: String) {
        text = markup
    }

    /// Markup from a literal with escaped parts.
    package init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
    }

    /// Gathers a literal's parts: markup as it is, text escaped.
    package struct Interpolation: StringInterpolationProtocol {
        var text = ""

        /// Room for a literal.
        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        /// The markup of the literal itself.
        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// Text of any origin, escaped.
        package mutating func appendInterpolation(_ value: String) {
            text += HTML.escape(value)
        }

        /// A whole number.
        package mutating func appendInterpolation(_ number: Int) {
            text += String(number)
        }

        /// Markup.
        package mutating func appendInterpolation(_ markup: HTML) {
            makeRoom(for: markup.text.utf8.count)
            text += markup.text
        }

        /// Markup, where there is some.
        package mutating func appendInterpolation(_ markup: HTML?) {
            if let markup { appendInterpolation(markup) }
        }

        /// Markup one after the other, a line each.
        package mutating func appendInterpolation(_ parts: [HTML]) {
            makeRoom(for: parts.reduce(parts.count) { $0 + $1.text.utf8.count })
            for (index, part) in parts.enumerated() {
                if index > 0 { text += "\n" }
                text += part.text
            }
        }

        /// Markup that stands only under a condition.
        package mutating func appendInterpolation(_ markup: HTML, when condition: Bool) {
            if condition { text += markup.text }
        }

        /// Room for a large part and what commonly follows it: to double a whole page for its last
        /// lines takes longer than to write them.
        private mutating func makeRoom(for count: Int) {
            if count > 8192 { text.reserveCapacity(text.utf8.count + count + 16_384) }
        }
    }
}
