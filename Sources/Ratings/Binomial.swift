#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Random {
    /// The number of successes in `trials` independent trials of chance `p`; exact in
    /// distribution.
    ///
    /// Counts up the distribution where fewer than ten are expected; above that, transformed
    /// rejection (Hörmann 1993, algorithm BTRS, near the mode with the ratios of BTRD). Constant
    /// expected time.
    package mutating func binomial(_ trials: Int, _ p: Double) -> Int {
        guard trials > 0, p > 0 else { return 0 }
        guard p < 1 else { return trials }
        if p > 0.5 { return trials - binomial(trials, 1 - p) }
        return Double(trials) * p < 10
            ? smallBinomial(trials, p) : largeBinomial(Double(trials), p)
    }

    private mutating func smallBinomial(_ trials: Int, _ p: Double) -> Int {
        let odds = p / (1 - p)
        let step = Double(trials + 1) * odds
        var chance = exp(Double(trials) * log1p(-p))
        var u = uniform()
        var count = 0
        while u > chance && count < trials {
            u -= chance
            count += 1
            chance *= step / Double(count) - odds
        }
        return count
    }

    private mutating func largeBinomial(_ n: Double, _ p: Double) -> Int {
        let spread = (n * p * (1 - p)).squareRoot()
        let b = 1.15 + 2.53 * spread
        let a = -0.0873 + 0.0248 * b + 0.01 * p
        let c = n * p + 0.5
        let accept = 0.92 - 4.2 / b
        let alpha = (2.83 + 5.1 / b) * spread
        let mode = ((n + 1) * p).rounded(.down)
        while true {
            let u = openUniform() - 0.5
            var v = openUniform()
            let us = 0.5 - abs(u)
            let k = ((2 * a / us + b) * u + c).rounded(.down)
            if us >= 0.07 && v <= accept { return Int(k) }
            guard k >= 0, k <= n else { continue }
            v *= alpha / (a / (us * us) + b)
            if abs(k - mode) <= 20 {
                if v <= climb(from: mode, to: k, trials: n, odds: p / (1 - p)) { return Int(k) }
                continue
            }
            let bound =
                (mode + 0.5) * log((mode + 1) * (1 - p) / (p * (n - mode + 1)))
                + (n + 1) * log((n - mode + 1) / (n - k + 1))
                + (k + 0.5) * log(p * (n - k + 1) / ((1 - p) * (k + 1)))
                + tail(mode) + tail(n - mode) - tail(k) - tail(n - k)
            if log(v) <= bound { return Int(k) }
        }
    }

    /// The chance of `end` successes over that of `start`, by the ratio of neighbours.
    private func climb(from start: Double, to end: Double, trials: Double, odds: Double) -> Double {
        let step = (trials + 1) * odds
        var ratio = 1.0
        var place = min(start, end)
        while place < max(start, end) {
            place += 1
            ratio *= step / place - odds
        }
        return start < end ? ratio : 1 / ratio
    }

    /// ln k! less Stirling's formula in k + ½, from a table below ten.
    private func tail(_ k: Double) -> Double {
        if k <= 9 { return stirlingTails[Int(k)] }
        let x = 1 / (k + 1)
        return (1.0 / 12 - (1.0 / 360 - x * x / 1260) * x * x) * x
    }
}

/// ln k! − (½ ln 2π + (k + ½)·ln(k + 1) − (k + 1)) for k from 0 to 9.
private let stirlingTails = [
    0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.0207906721037650,
    0.0166446911898211, 0.0138761288230707, 0.0118967099458917, 0.0104112652619720,
    0.00925546218271273, 0.00833056343336287,
]
