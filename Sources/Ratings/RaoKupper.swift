/// Rao and Kupper's tie model (Rao and Kupper 1967).
///
/// P(a) = π_a/(π_a + κπ_b), P(b) = π_b/(π_b + κπ_a), κ ≥ 1, and a tie is the rest. A tie and a
/// both-bad are a tie. Its points are on a scale of their own.
public struct RaoKupper: Sendable, Equatable {
    /// The name and version of the method.
    public static let method = "rao-kupper/1"

    /// Standard deviation of a normal prior on every strength, in log-odds; nil for none.
    public let prior: Double?
    /// The level of the intervals.
    public let level: Double

    /// Creates the parameters of a fit.
    public init(prior: Double? = nil, level: Double = 0.95) {
        self.prior = prior
        self.level = level
    }

    /// Fits a tally. O(rounds·(n³ + pairs)).
    /// - Throws: as `Davidson.fit`.
    public func fit(_ tally: Tally) throws(FitError) -> TieFit {
        let climb = try OutcomeClimb(
            RaoKupperModel(isGrounded: false), tally: tally, prior: prior, level: level)
        return TieFit(method: RaoKupper.method, parameter: 1 + exponential(climb.tie), climb)
    }

    /// The chances of the outcomes for strengths `a` and `b` in log-odds and a threshold κ ≥ 1.
    public static func chances(_ a: Double, _ b: Double, threshold: Double) -> OutcomeChances {
        RaoKupperModel(isGrounded: false).slopes(a, b, naturalLog(threshold - 1)).chances
    }
}

/// Rao and Kupper's model with κ = 1 + e^tie; grounded, an answer not worth using is a third
/// contender of strength 0.
///
/// With g = 1 if grounded, else 0: P(a) = π_a/(π_a + κπ_b + g), P(b) likewise,
/// P(both bad) = g/(π_a + π_b + g), and a tie is the rest. The rest is computed as
/// (κ − 1)·π_aπ_b·(D_a + D_b)/(D_a·D_b·D_0), D the three denominators: nothing is subtracted.
struct RaoKupperModel: OutcomeModel {
    let isGrounded: Bool

    func slopes(_ a: Double, _ b: Double, _ tie: Double) -> ChanceSlopes {
        let largest = isGrounded ? max(a, b, 0) : max(a, b)
        let x = exponential(a - largest)
        let y = exponential(b - largest)
        let g = isGrounded ? exponential(-largest) : 0
        let m = exponential(tie)
        let k = 1 + m
        let (forA, forB, all) = (x + k * y + g, y + k * x + g, x + y + g)
        let (pA, pB, bad) = (x / forA, y / forB, g / all)
        let tied = m * x * y * (forA + forB) / (forA * forB * all)
        let aA = pA * (1 - pA)
        let bA = -pA * k * y / forA
        let tA = -pA * m * y / forA
        let bB = pB * (1 - pB)
        let aB = -pB * k * x / forB
        let tB = -pB * m * x / forB
        let (aBad, bBad) = (-bad * x / all, -bad * y / all)
        return ChanceSlopes(
            chance: SIMD4(pA, pB, tied, bad),
            byFirst: SIMD4(aA, aB, -(aA + aB + aBad), aBad),
            bySecond: SIMD4(bA, bB, -(bA + bB + bBad), bBad),
            byTie: SIMD4(tA, tB, -(tA + tB), 0))
    }
}
