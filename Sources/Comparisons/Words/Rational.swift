package import Catalogue

/// An exact fraction in lowest terms: money and ratios stay whole until they are printed, once.
///
/// Holds what comparisons need with room to spare: dollars counted in units of 10⁻¹², times
/// tokens, times traffic in its ranges, stay below 10³⁶ of the 10³⁸ there are.
package struct Rational: Sendable, Hashable, Comparable {
    /// Above the line.
    package let numerator: Int128
    /// Below the line, above zero.
    package let denominator: Int128

    /// No part of anything.
    package static let zero = Rational(0)

    /// A fraction; `denominator` must not be zero.
    package init(_ numerator: Int128, over denominator: Int128) {
        let sign: Int128 = denominator < 0 ? -1 : 1
        let divisor = sign * Self.commonDivisor(numerator.magnitude, denominator.magnitude)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// A whole number.
    package init(_ whole: Int) {
        (numerator, denominator) = (Int128(whole), 1)
    }

    /// Dollars.
    package init(_ money: Money) {
        self.init(Int128(money.picodollars), over: 1_000_000_000_000)
    }

    /// A source's decimal.
    package init(_ number: FixedPoint) {
        self.init(Int128(number.millionths), over: 1_000_000)
    }

    /// A statistic to twelve decimals; `nil` where it is not a number or beyond a million million.
    package init?(_ statistic: Double) {
        guard statistic.isFinite, statistic.magnitude < 1e12 else { return nil }
        self.init(Int128((statistic * 1e12).rounded()), over: 1_000_000_000_000)
    }

    /// The nearest binary number, for thresholds of statistics.
    package var double: Double { Double(numerator) / Double(denominator) }

    /// The size without the sign.
    package var magnitude: Rational { numerator < 0 ? Rational.zero - self : self }

    /// The sum.
    package static func + (left: Rational, right: Rational) -> Rational {
        let (one, other, below) = common(left, right)
        return Rational(one + other, over: below)
    }

    /// The difference.
    package static func - (left: Rational, right: Rational) -> Rational {
        let (one, other, below) = common(left, right)
        return Rational(one - other, over: below)
    }

    /// The product.
    package static func * (left: Rational, right: Rational) -> Rational {
        let one = Rational(left.numerator, over: right.denominator)
        let other = Rational(right.numerator, over: left.denominator)
        return Rational(
            one.numerator * other.numerator, over: one.denominator * other.denominator)
    }

    /// The quotient; `right` must not be zero.
    package static func / (left: Rational, right: Rational) -> Rational {
        let (one, other, _) = common(left, right)
        return Rational(one, over: other)
    }

    /// By size.
    package static func < (left: Rational, right: Rational) -> Bool {
        let (one, other, _) = common(left, right)
        return one < other
    }

    /// The value in units of 10^−places, rounded half away from zero.
    package func scaled(places: Int) -> Int128 {
        let factor = (0..<places).reduce(Int128(1)) { product, _ in product * 10 }
        let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        let twice = rest.magnitude * UInt128(factor) * 2 + UInt128(denominator)
        let part = Int128(twice / (UInt128(denominator) * 2))
        return whole * factor + (numerator < 0 ? -part : part)
    }

    private static func common(_ left: Rational, _ right: Rational) -> (Int128, Int128, Int128) {
        if left.denominator == right.denominator {
            return (left.numerator, right.numerator, left.denominator)
        }
        let divisor = commonDivisor(left.denominator.magnitude, right.denominator.magnitude)
        let (one, other) = (right.denominator / divisor, left.denominator / divisor)
        return (left.numerator * one, right.numerator * other, left.denominator * one)
    }

    private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> Int128 {
        if left <= UInt128(UInt64.max), right <= UInt128(UInt64.max) {
            return Int128(commonDivisor(UInt64(left), UInt64(right)))
        }
        var (larger, smaller) = (left, right)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return Int128(larger)
    }

    private static func commonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
        var (larger, smaller) = (left, right)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}
