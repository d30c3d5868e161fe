/// The elementary functions that drawings need, the same to the last bit on every machine.
package enum Elementary {
    /// eˣ; zero and infinity where the result would leave the range of numbers.
    ///
    /// x is parted into k·ln 2 + r with |r| ≤ ½ ln 2; the series of eʳ is exact after 15 terms.
    package static func exponential(_ x: Double) -> Double {
        guard !x.isNaN else { return x }
        guard x < 709 else { return .infinity }
        guard x > -708 else { return 0 }
        let k = (x / ln2).rounded()
        let r = (x - k * ln2Head) - k * ln2Tail
        let series = stride(from: 15.0, through: 1, by: -1).reduce(1) { 1 + r * $0 / $1 }
        return series * Double(sign: .plus, exponent: Int(k), significand: 1)
    }

    /// ln x; not a number for what is not above zero.
    ///
    /// The significand is brought near one and goes through the series of 2·artanh.
    package static func logarithm(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return x == .infinity ? x : .nan }
        let isLarge = x.significand > 1.4142135623730951
        let m = isLarge ? x.significand / 2 : x.significand
        let t = (m - 1) / (m + 1)
        let series = stride(from: 23.0, through: 1, by: -2).reduce(0) { $0 * t * t + 1 / $1 }
        return (Double(x.exponent) + (isLarge ? 1 : 0)) * ln2 + 2 * t * series
    }

    /// x to the power y, for x ≥ 0.
    package static func power(_ x: Double, _ y: Double) -> Double {
        x == 0 ? 0 : exponential(y * logarithm(x))
    }

    /// Φ(x), the probability that a standard normal draw lies below x, after Marsaglia (2004):
    /// ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …).
    package static func normalProbability(below x: Double) -> Double {
        guard x.magnitude < 8 else { return x < 0 ? 0 : 1 }
        var (term, sum, odd) = (x, x, 3.0)
        while term.magnitude > 1e-18 {
            term *= x * x / odd
            sum += term
            odd += 2
        }
        return 0.5 + sum * exponential(-x * x / 2) / 2.5066282746310002
    }

    private static let ln2 = 0.6931471805599453
    private static let ln2Head = 0.693145751953125
    private static let ln2Tail = 1.42860682030941723212e-6
}
