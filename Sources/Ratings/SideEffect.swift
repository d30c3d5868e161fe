/// The advantage of the left side: an intercept in the Bradley–Terry model.
///
/// logit p(left wins) = θ_left − θ_right + α. An α other than 0 is the arena's own presentation bias; with
/// sides drawn fairly it cancels out of the ratings, and is reported beside them.
public struct SideEffect: Sendable, Equatable {
    /// The name and version of the method.
    public static let method = "side-effect/1"

    /// Anchor, level and ridge of the ratings.
    public let parameters: BradleyTerry

    /// Creates the parameters of a fit.
    public init(parameters: BradleyTerry = BradleyTerry()) {
        self.parameters = parameters
    }

    /// Fits a tally with sides. O(rounds·(n³ + pairs)), whatever the number of votes.
    /// - Throws: `FitError` as `BradleyTerry.fit` does, and `tooFewVotes` without a vote.
    public func fit(_ tally: SidedTally) throws(FitError) -> SideFit {
        guard tally.total.votes > 0 else { throw .tooFewVotes("no vote") }
        var votes = ContextualVotes(width: 1)
        for pair in tally.sides {
            votes.open(pair.left.first, pair.left.second)
            for (record, sign) in [(pair.left, 1.0), (pair.right, -1.0)] {
                let cells = [(record.firstWins, 1.0), (record.secondWins, 0), (record.draws, 0.5)]
                for (count, score) in cells where count > 0 {
                    votes.add(
                        score: score, mass: Double(count), features: [SIMD4(sign, 0, 0, 0)])
                }
            }
        }
        let found = try ContextualFit(
            votes, tally: tally.total, parameters: parameters, strengthPenalty: 0,
            coefficientPenalties: [parameters.ridge])
        return SideFit(
            effect: found.coefficient(0, named: "left", level: parameters.level),
            fit: found.fit(method: SideEffect.method))
    }
}

/// The left side's advantage with the ratings that allow for it.
public struct SideFit: Sendable, Equatable {
    /// α in log-odds.
    public let effect: Coefficient
    /// The ratings at equal sides.
    public let fit: Fit

    /// The expected share of the left side between equals.
    public var leftShare: Double { logistic(effect.value).p }

    /// The interval of `leftShare`, the transform of the effect's.
    public var leftShareInterval: Interval {
        Interval(low: logistic(effect.interval.low).p, high: logistic(effect.interval.high).p)
    }
}
