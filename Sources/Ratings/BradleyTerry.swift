/// The Bradley–Terry fit and its parameters.
///
/// p(a beats b) = 1/(1 + e^(θ_b − θ_a)); a tie or a both-bad is half a win for each. The strengths
/// maximise Σ w_ij ln p_ij + w_ji ln p_ji (Bradley and Terry 1952), found by Newton's method to a
/// gradient below 10⁻⁹ of each contender's votes.
///
/// Contenders whose strength the votes do not bound are placed by a small ridge *after* the
/// others, whose ratings they therefore never move, and are marked in `Rating.standing`. Each
/// component is a table of its own, with a mean of its own.
public struct BradleyTerry: Sendable, Equatable, Codable {
    /// The name and version of the method, kept with every result.
    public static let method = "bradley-terry/1"

    /// Standard deviation of a normal prior on every strength, in log-odds; nil for none.
    ///
    /// The penalty is θ²/(2σ²) in units of one vote. With a prior all points are finite and shrunk
    /// towards the mean; `Rating.standing` still says what the votes alone bound.
    public var prior: Double?
    /// λ of the penalty ½λθ² that places unbounded contenders, in units of one vote.
    public var ridge: Double
    /// Added to the Hessian when an interval is computed, in units of one vote: 0, or for
    /// arena-rank's interval 10⁻⁵ times the number of votes.
    public var hessianRidge: Double
    /// A contender whose points are given; nil sets each component's mean to 1000.
    public var anchor: Anchor?
    /// The level of the intervals.
    public var level: Double
    /// How intervals are made.
    public var interval: IntervalMethod

    /// Creates the parameters of a fit.
    ///
    /// Without a word about intervals they are sandwich intervals, or with a prior the Laplace
    /// approximation of its posterior.
    public init(
        prior: Double? = nil, ridge: Double = 0.01, hessianRidge: Double = 0,
        anchor: Anchor? = nil, level: Double = 0.95, interval: IntervalMethod? = nil
    ) {
        self.prior = prior
        self.ridge = ridge
        self.hessianRidge = hessianRidge
        self.anchor = anchor
        self.level = level
        self.interval = interval ?? (prior == nil ? .sandwich : .laplace)
    }

    /// Fits a tally.
    ///
    /// A warm start saves rounds and changes nothing else. O(n³ + pairs) for n contenders,
    /// whatever the number of votes; a bootstrap adds its rounds.
    /// - Throws: `FitError.invalidParameter`, `.unknownAnchor`, `.unknownVoters` if intervals by
    ///   voter are asked for, and the errors of an ascent that fails.
    public func fit(_ tally: Tally, warmStart: Fit? = nil) throws(FitError) -> Fit {
        guard interval != .clustered else { throw .unknownVoters }
        return try finished(Problem(tally, parameters: self), warmStart: warmStart)
    }

    /// Fits a tally whose votes have weights.
    /// - Throws: as `fit(_:warmStart:)`.
    public func fit(_ tally: WeightedTally, warmStart: Fit? = nil) throws(FitError) -> Fit {
        guard interval != .clustered else { throw .unknownVoters }
        return try finished(
            Problem(tally.tally, masses: tally.masses, parameters: self), warmStart: warmStart)
    }

    /// Fits a tally that knows its voters.
    /// - Throws: as `fit(_:warmStart:)`, but for `.unknownVoters`.
    public func fit(_ tally: VoterTally, warmStart: Fit? = nil) throws(FitError) -> Fit {
        let problem = try Problem(tally.total, voters: tally, parameters: self)
        return try finished(problem, warmStart: warmStart)
    }

    /// Fits a tally with the bootstrap's rounds spread over `tasks` child tasks; the digits are
    /// those of `fit(_:warmStart:)`, whatever their number.
    /// - Throws: as `fit(_:warmStart:)`, and `.cancelled`.
    public func fit(
        _ tally: Tally, warmStart: Fit? = nil, tasks: Int
    ) async throws(FitError) -> Fit {
        guard interval != .clustered else { throw .unknownVoters }
        let problem = try Problem(tally, parameters: self)
        let solutions = try problem.solved(warmStart: warmStart)
        var draws: [Draws?] = []
        for solution in solutions {
            draws.append(try await Bootstrap(interval)?.draws(of: solution, tasks: tasks))
        }
        return problem.fit(solutions, draws: draws)
    }

    private func finished(_ problem: Problem, warmStart: Fit?) throws(FitError) -> Fit {
        let solutions = try problem.solved(warmStart: warmStart)
        var draws: [Draws?] = []
        for solution in solutions {
            draws.append(try Bootstrap(interval)?.draws(of: solution))
        }
        return problem.fit(solutions, draws: draws)
    }
}

/// A contender whose points are given.
public struct Anchor: Sendable, Hashable, Codable {
    /// The contender's name.
    public let contender: String
    /// Its points.
    public let points: Double

    /// Gives `contender` the stated points.
    public init(_ contender: String, at points: Double) {
        self.contender = contender
        self.points = points
    }
}

/// How the uncertainty of ratings is estimated.
public enum IntervalMethod: Sendable, Hashable, Codable {
    /// V = H⁻¹GH⁻¹ with G summed over votes: right also where ties make the model wrong about the
    /// spread, as long as votes are independent.
    case sandwich
    /// The same with G summed over voters: right also where the votes of one voter depend on each
    /// other, given many voters.
    case clustered
    /// H⁻¹, the curvature of the likelihood or with a prior of the posterior.
    case laplace
    /// Multinomial resampling of the tally, so many rounds from the seed; percentile intervals.
    case bootstrap(rounds: Int, seed: UInt64)
}
