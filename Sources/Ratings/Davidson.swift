/// Davidson's tie model (Davidson 1970).
///
/// D = π_a + π_b + ν√(π_a π_b); P(a) = π_a/D, P(tie) = ν√(π_a π_b)/D, π = e^θ. A tie and a
/// both-bad are a tie. Its points are not the default fit's: a gap means odds among decided votes,
/// and is wider the more ties there are.
public struct Davidson: Sendable, Equatable {
    /// The name and version of the method.
    public static let method = "davidson/1"

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
    /// - Throws: `FitError.tooFewVotes` if the votes bound no two strengths and there is no prior,
    ///   `.invalidParameter`, `.notConverged`.
    public func fit(_ tally: Tally) throws(FitError) -> TieFit {
        let climb = try OutcomeClimb(
            DavidsonModel(), tally: tally, prior: prior, level: level)
        return TieFit(method: Davidson.method, parameter: exponential(climb.tie), climb)
    }

    /// The chances of the outcomes for strengths `a` and `b` in log-odds and a tie parameter ν ≥ 0.
    public static func chances(_ a: Double, _ b: Double, ties nu: Double) -> OutcomeChances {
        DavidsonModel().slopes(a, b, naturalLog(nu)).chances
    }
}

/// Davidson's model with ν = e^tie.
struct DavidsonModel: OutcomeModel {
    let isGrounded = false

    func slopes(_ a: Double, _ b: Double, _ tie: Double) -> ChanceSlopes {
        let half = (a - b) / 2
        let largest = max(half, -half, tie)
        let parts = SIMD4(
            exponential(half - largest), exponential(-half - largest), exponential(tie - largest),
            0)
        let chance = parts / parts.sum()
        let lean = (chance[0] - chance[1]) / 2
        let byFirst = chance * (SIMD4(0.5, -0.5, 0, 0) - lean)
        return ChanceSlopes(
            chance: chance, byFirst: byFirst, bySecond: -byFirst,
            byTie: chance * (SIMD4(0, 0, 1, 0) - chance[2]))
    }
}
