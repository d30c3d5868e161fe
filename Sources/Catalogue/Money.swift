/// An exact amount of US dollars, counted in units of 10⁻¹² dollars.
///
/// Prices are per million tokens with at most six decimals, so price × tokens is always whole
/// here: nothing is ever rounded before it is shown. The range is ±9 million dollars.
package struct Money: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Units of 10⁻¹² dollars.
    package let picodollars: Int64

    /// No money.
    package static let zero = Money(picodollars: 0)

    /// So many units of 10⁻¹² dollars.
    package init(picodollars: Int64) {
        self.picodollars = picodollars
    }

    /// Reads a plain decimal such as `0.40`; `nil` unless it is digits with at most six decimals
    /// and below one million.
    package init?(decimal text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].count <= 6,
            let whole = Self.digits(parts[0])
        else { return nil }
        var value = whole * 1_000_000_000_000
        if parts.count == 2 {
            guard parts[1].count <= 6, let fraction = Self.digits(parts[1]) else { return nil }
            let scale = (0..<(12 - parts[1].count)).reduce(Int64(1)) { product, _ in product * 10 }
            value += fraction * scale
        }
        picodollars = value
    }

    /// The exact decimal, without needless zeros: `0.0046`.
    package var description: String {
        let magnitude = picodollars.magnitude
        let digits = String(magnitude % 1_000_000_000_000)
        var fraction = String(repeating: "0", count: 12 - digits.count) + digits
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let sign = picodollars < 0 ? "-" : ""
        let whole = String(magnitude / 1_000_000_000_000)
        return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// By amount.
    package static func < (left: Money, right: Money) -> Bool {
        left.picodollars < right.picodollars
    }

    /// The sum; traps only beyond nine million dollars.
    package static func + (left: Money, right: Money) -> Money {
        Money(picodollars: left.picodollars + right.picodollars)
    }

    private static func digits(_ part: Substring.UTF8View) -> Int64? {
        let zero = UInt8(ascii: "0")
        guard !part.isEmpty, part.allSatisfy({ (zero...zero + 9).contains($0) }) else { return nil }
        return part.reduce(0) { $0 * 10 + Int64($1 - zero) }
    }
}
