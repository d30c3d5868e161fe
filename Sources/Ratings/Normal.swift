#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The standard normal distribution.
public enum Normal {
    /// Φ(x), the probability of a value below `x`, as ½·erfc(−x/√2).
    public static func probability(below x: Double) -> Double {
        0.5 * erfc(-x / 2.0.squareRoot())
    }

    /// Φ⁻¹(p), the value below which a draw falls with probability `p`, to the last few digits;
    /// infinite at 0 and 1.
    ///
    /// Starts from a rational guess in t = √(−2 ln p), after Abramowitz and Stegun 26.2.22,
    /// and polishes with Halley’s rule until it rests.
    public static func quantile(_ p: Double) -> Double {
        guard p > 0, p < 1 else { return p <= 0 ? -.infinity : .infinity }
        guard p != 0.5 else { return 0 }
        let tail = min(p, 1 - p)
        let x = -lowerQuantile(tail)
        return p < 0.5 ? -x : x
    }

    /// The half-width in standard errors of a two-sided interval that holds `level` of the
    /// distribution: 1.959964 at 0.95.
    public static func halfWidth(level: Double) -> Double {
        -quantile((1 - level) / 2)
    }

    private static func lowerQuantile(_ tail: Double) -> Double {
        let t = (-2 * log(tail)).squareRoot()
        var x = (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)) - t
        for _ in 0..<12 {
            let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
            let newton = (probability(below: x) - tail) / density
            let step = newton / (1 + x * newton / 2)
            x -= step
            if abs(step) <= 1e-15 * max(1, abs(x)) { break }
        }
        return x
    }
}

/// ln x.
func naturalLog(_ x: Double) -> Double { log(x) }

/// eˣ.
func exponential(_ x: Double) -> Double { exp(x) }

/// The two shares of a battle, 1/(1+e^−d) and 1/(1+e^d), each to full precision however far d is
/// from zero.
@inline(__always)
func logistic(_ d: Double) -> (p: Double, q: Double) {
    let small = exp(-abs(d))
    let large = 1 / (1 + small)
    return d >= 0 ? (large, small * large) : (small * large, large)
}
