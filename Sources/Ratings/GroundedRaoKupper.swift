/// The usable level: Rao and Kupper's model with an answer not worth using as a third contender.
///
/// P(a) = π_a/(π_a + κπ_b + 1), P(b) = π_b/(π_b + κπ_a + 1), P(both bad) = 1/(1 + π_a + π_b), a
/// tie is the rest (the loss `GRK` of arXiv 2502.14855). The constant 1 nails the zero: strength 0
/// is the threshold of a usable answer, so that the level is absolute, which no rating is. It is
/// shown beside the rating, never mixed with it.
public struct GroundedRaoKupper: Sendable, Equatable {
    /// The name and version of the method.
    public static let method = "grounded-rao-kupper/1"

    /// Standard deviation of the normal prior on every strength, in log-odds; it keeps the level
    /// of a contender finite that was never called bad.
    public let prior: Double
    /// The level of the intervals.
    public let level: Double

    /// Creates the parameters of a fit; a prior of 10 log-odds shows only where votes say nothing.
    public init(prior: Double = 10, level: Double = 0.95) {
        self.prior = prior
        self.level = level
    }

    /// Fits a tally. O(rounds·(n³ + pairs)).
    /// - Throws: `FitError.tooFewVotes` without a both-bad vote, which alone tells the level from
    ///   the differences; `.invalidParameter`, `.notConverged`.
    public func fit(_ tally: Tally) throws(FitError) -> LevelFit {
        guard tally.pairs.contains(where: { $0.bothBad > 0 }) else {
            throw .tooFewVotes("no vote says that both are bad")
        }
        let climb = try OutcomeClimb(
            RaoKupperModel(isGrounded: true), tally: tally, prior: prior, level: level)
        return LevelFit(climb)
    }

    /// The chances of the outcomes for strengths `a` and `b` in log-odds and a threshold κ ≥ 1.
    public static func chances(_ a: Double, _ b: Double, threshold: Double) -> OutcomeChances {
        RaoKupperModel(isGrounded: true).slopes(a, b, naturalLog(threshold - 1)).chances
    }
}

/// The absolute levels of contenders.
public struct LevelFit: Sendable, Equatable {
    /// One contender's level.
    public struct Level: Sendable, Equatable {
        /// The contender's name.
        public let contender: String
        /// θ in log-odds; 0 is the threshold of a usable answer.
        public let strength: Double
        /// Standard error of `strength` from the expected information.
        public let standardError: Double
        /// The share of its answers worth using, 1/(1 + e^−θ): how often it wins against an
        /// answer that is just not worth using.
        public let usableShare: Double
        /// The interval of `usableShare`, the transform of the strength's.
        public let interval: Interval
    }

    /// The name and version of the method.
    public let method: String
    /// The fitted contenders, in the order of the tally.
    public let levels: [Level]
    /// κ, by how much a contender must be better to be preferred; 1 without ties.
    public let threshold: Double
    /// Contenders of components with fewer votes, which are not fitted.
    public let leftOut: [String]
    /// Rounds of the ascent.
    public let rounds: Int
    /// The largest entry of the gradient, each divided by the votes of its contender.
    public let gradient: Double

    init(_ climb: OutcomeClimb) {
        method = GroundedRaoKupper.method
        threshold = 1 + exponential(climb.tie)
        leftOut = climb.leftOut
        rounds = climb.rounds
        gradient = climb.gradient
        let z = Normal.halfWidth(level: climb.level)
        levels = climb.members.enumerated().map { place, member in
            let strength = climb.strengths[place]
            let error = climb.standardError(place)
            return Level(
                contender: climb.contenders[member], strength: strength, standardError: error,
                usableShare: logistic(strength).p,
                interval: Interval(
                    low: logistic(strength - z * error).p,
                    high: logistic(strength + z * error).p))
        }
    }
}
