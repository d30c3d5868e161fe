/// The colours of a drawing in one light, the same as in the page's style sheet.
package struct PlotColours: Equatable, Sendable {
    /// A colour as its red, green and blue, eight bits each: `0x0B5CAD`.
    package typealias Code = UInt32

    /// Behind everything.
    package let paper: Code
    /// Words and numbers.
    package let ink: Code
    /// Words that stand back.
    package let muted: Code
    /// Lines of the grid.
    package let line: Code
    /// The first of two.
    package let a: Code
    /// The second of two.
    package let b: Code

    /// Dark on light.
    package static let light = PlotColours(
        paper: 0xFFFFFF, ink: 0x1B1F24, muted: 0x57606A, line: 0xDFE3E8, a: 0x0B5CAD, b: 0xB3470B)
    /// Light on dark.
    package static let dark = PlotColours(
        paper: 0x14171C, ink: 0xE6EAF0, muted: 0xA3ADBA, line: 0x2C323B, a: 0x7CB7FF, b: 0xFFB07A)

    /// The colours as variables of a style sheet.
    var variables: String {
        let named = [
            ("paper", paper), ("ink", ink), ("muted", muted), ("line", line), ("a", a), ("b", b),
        ]
        return named.map { "--\($0.0):\(Self.text($0.1))" }.joined(separator: ";")
    }

    /// One colour laid over another, each channel mixed as a browser does it.
    package static func mix(_ top: Code, over ground: Code, opacity: Double) -> Code {
        let share = min(max(opacity, 0), 1)
        return channels(of: top).enumerated().reduce(0) { mixed, channel in
            let below = channels(of: ground)[channel.offset]
            return mixed << 8 | Code((channel.element * share + below * (1 - share)).rounded())
        }
    }

    /// How well two colours stand out from one another, 1 to 21, after WCAG 2.
    package static func contrast(_ first: Code, _ second: Code) -> Double {
        let (x, y) = (luminance(of: first), luminance(of: second))
        return (max(x, y) + 0.05) / (min(x, y) + 0.05)
    }

    private static func luminance(of code: Code) -> Double {
        zip(channels(of: code), [0.2126, 0.7152, 0.0722]).reduce(0) { sum, channel in
            let value = channel.0 / 255
            let linear =
                value <= 0.04045
                ? value / 12.92 : Elementary.power((value + 0.055) / 1.055, 2.4)
            return sum + linear * channel.1
        }
    }

    private static func channels(of code: Code) -> [Double] {
        [16, 8, 0].map { Double(code >> $0 & 0xFF) }
    }

    private static func text(_ code: Code) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
