/// The distance between two contenders on the scale of points, with its standard error.
///
/// Every statement about who is better is made from these two numbers. The standard error must
/// come from the whole covariance, √(V_aa + V_bb − 2V_ab), never from two separate intervals.
public struct Gap: Sendable, Equatable, Codable {
    /// The first contender's points less the second's.
    public let points: Double
    /// Standard error of `points`; infinite before the first vote.
    public let standardError: Double
    /// Whether votes link the two; if not, `points` means nothing.
    public let connected: Bool
    /// The level of the intervals.
    public let level: Double

    /// Creates a gap from its two numbers.
    public init(
        points: Double, standardError: Double, connected: Bool = true, level: Double = 0.95
    ) {
        self.points = points
        self.standardError = standardError
        self.connected = connected
        self.level = level
    }

    /// The same gap seen from the second contender.
    public var swapped: Gap {
        Gap(points: -points, standardError: standardError, connected: connected, level: level)
    }

    /// The interval of `points` at the level.
    public var interval: Interval {
        guard standardError.isFinite else { return Interval(low: -.infinity, high: .infinity) }
        return Interval(centre: points, halfWidth: Normal.halfWidth(level: level) * standardError)
    }

    /// The probability that the first contender is really better, Φ(d/s).
    public var pBetter: Double { probability(below: points) }

    /// The probability that the gap is at most `margin` points either way: no practical difference.
    ///
    /// Φ((m − d)/s) − Φ((−m − d)/s); the margin is an expected share of 47.5–52.5 % unless told.
    public func pNegligible(within margin: Double = Scale.noticeable) -> Double {
        probability(below: margin - points) - probability(below: -margin - points)
    }

    /// The first contender's expected share of a vote, a tie counting half.
    public var expectedShare: Double { Scale.expectedShare(atGap: points) }

    /// The interval of `expectedShare` at the level, the transform of `interval`.
    public var expectedShareInterval: Interval {
        Interval(
            low: Scale.expectedShare(atGap: interval.low),
            high: Scale.expectedShare(atGap: interval.high))
    }

    /// How many more direct votes would settle which of the two is better, unrounded: 0 if the
    /// interval already excludes no difference, nil for a gap of zero, which no number settles.
    ///
    /// (1/s*² − 1/s²)/(E(1 − E)k²), s* = |d|/z the standard error at which the interval excludes
    /// zero, k = ln 10/400.
    public var votesStillNeeded: Double? {
        let wanted = abs(points) / Normal.halfWidth(level: level)
        guard wanted > 0 else { return nil }
        let missing = 1 / (wanted * wanted) - 1 / (standardError * standardError)
        let share = expectedShare
        let information = share * (1 - share) / (Scale.pointsPerLogOdds * Scale.pointsPerLogOdds)
        let needed = max(0, missing / information)
        return needed.isFinite ? needed : nil
    }

    private func probability(below x: Double) -> Double {
        if standardError > 0 { return Normal.probability(below: x / standardError) }
        return x == 0 ? 0.5 : x > 0 ? 1 : 0
    }
}
