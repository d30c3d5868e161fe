/// A number written in digits.
package struct NumberText {
    /// Its value to the nearest double; nil if it is no number of JSON, or infinite.
    package let value: Double?

    /// Reads the bytes of a range, all of which must belong to the number.
    package init(_ view: ByteView, _ range: Range<Int>) {
        var scanner = JSONScanner(view, at: range.lowerBound, lineFeedIsSpace: false)
        guard !range.isEmpty, (try? scanner.skipNumber()) != nil, scanner.at == range.upperBound
        else {
            value = nil
            return
        }
        let found = Self.exact(view, range) ?? Double(view.text(range))
        value = found.flatMap { $0.isFinite ? $0 : nil }
    }

    /// The value of a number with at most 15 digits and no exponent, for which one division of two
    /// exact doubles rounds right (Clinger 1990).
    private static func exact(_ view: ByteView, _ range: Range<Int>) -> Double? {
        let isNegative = view[range.lowerBound] == 0x2D
        guard range.count <= 16 else { return nil }
        var digits = 0
        var scale = 1.0
        var isBehindPoint = false
        for byte in view.bytes(range).dropFirst(isNegative ? 1 : 0) {
            if byte == 0x2E {
                isBehindPoint = true
            } else if byte &- 0x30 < 10 {
                digits = digits * 10 + Int(byte - 0x30)
                if isBehindPoint { scale *= 10 }
            } else {
                return nil
            }
        }
        guard digits < 1 << 53 else { return nil }
        return (isNegative ? -Double(digits) : Double(digits)) / scale
    }
}
