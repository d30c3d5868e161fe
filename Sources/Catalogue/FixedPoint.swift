/// An exact decimal number with six places, as scores and shares are printed by their sources.
package struct FixedPoint: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Millionths.
    package let millionths: Int64

    /// So many millionths.
    package init(millionths: Int64) {
        self.millionths = millionths
    }

    /// Reads a plain decimal such as `64.2` or `-0.5`; `nil` unless it is digits with at most six
    /// places and below 10¹² in size.
    package init?(decimal text: some StringProtocol) {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        let parts = text.utf8.dropFirst(isNegative ? 1 : 0)
            .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...12).contains(parts[0].count),
            parts.count == 1 || (1...6).contains(parts[1].count),
            parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        var value = Self.whole(parts[0]) * 1_000_000
        if parts.count == 2 {
            let scale = (parts[1].count..<6).reduce(Int64(1)) { product, _ in product * 10 }
            value += Self.whole(parts[1]) * scale
        }
        millionths = isNegative ? -value : value
    }

    /// The nearest binary number, for statistics.
    package var double: Double { Double(millionths) / 1_000_000 }

    /// The exact decimal without needless zeros: `64.2`.
    package var description: String {
        let magnitude = millionths.magnitude
        let digits = String(magnitude % 1_000_000)
        var fraction = String(repeating: "0", count: 6 - digits.count) + digits
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return (millionths < 0 ? "-" : "") + String(magnitude / 1_000_000)
            + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// By size.
    package static func < (left: FixedPoint, right: FixedPoint) -> Bool {
        left.millionths < right.millionths
    }

    private static func whole(_ digits: some Sequence<UInt8>) -> Int64 {
        digits.reduce(0) { $0 * 10 + Int64($1) - 48 }
    }
}
