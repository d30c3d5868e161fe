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
        votes.reserve(rows: 2 * tally.total.pairs.count)
        for pair in tally.sides {
            votes.open(pair.left.first, pair.left.second)
            votes.add(pair.left, features: [1, 0, 0, 0])
            votes.add(pair.right, features: [-1, 0, 0, 0])
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
