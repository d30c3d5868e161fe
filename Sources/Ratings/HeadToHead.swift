/// What the direct votes between two contenders say, without help from a fit.
public struct HeadToHead: Sendable, Equatable {
    /// The counts, seen from the first contender.
    public let record: PairTally
    /// The level of the intervals.
    public let level: Double

    /// Reads a pair's record.
    public init(_ record: PairTally, level: Double = 0.95) {
        self.record = record
        self.level = level
    }

    /// The first contender's share of the decided votes, or nil if none is decided.
    public var decidedShare: Double? {
        record.decided > 0 ? Double(record.firstWins) / Double(record.decided) : nil
    }

    /// The Wilson interval of `decidedShare`.
    public var decidedInterval: Interval {
        Interval.wilson(record.firstWins, of: record.decided, level: level)
    }

    /// The first contender's share of all votes, ties and both-bad counting half, or nil if
    /// there is no vote: what a fit's expected share estimates.
    public var share: Double? {
        guard record.votes > 0 else { return nil }
        return (Double(record.firstWins) + Double(record.draws) / 2) / Double(record.votes)
    }

    /// Standard error of `share`, √(Σ(y − share)²)/n, or nil without a vote.
    public var shareError: Double? {
        guard let share else { return nil }
        let squares =
            Double(record.firstWins) * (1 - share) * (1 - share)
            + Double(record.secondWins) * share * share
            + Double(record.draws) * (0.5 - share) * (0.5 - share)
        return squares.squareRoot() / Double(record.votes)
    }

    /// Whether the direct votes differ from what the other battles suggest: the shares are more
    /// than two standard errors of the direct record apart.
    public func differs(from gap: Gap) -> Bool {
        guard let share, let shareError else { return false }
        return abs(share - gap.expectedShare) > 2 * shareError
    }
}

extension Interval {
    /// The Wilson score interval of a share (Wilson 1927): within 0…1, and all of it without a
    /// trial.
    public static func wilson(_ successes: Int, of trials: Int, level: Double = 0.95) -> Interval {
        guard trials > 0 else { return Interval(low: 0, high: 1) }
        let n = Double(trials)
        let z = Normal.halfWidth(level: level)
        let share = Double(successes) / n
        let stretch = 1 + z * z / n
        let centre = (share + z * z / (2 * n)) / stretch
        let spread = share * (1 - share) / n + z * z / (4 * n * n)
        let half = z * spread.squareRoot() / stretch
        return Interval(
            low: successes == 0 ? 0 : max(0, centre - half),
            high: successes == trials ? 1 : min(1, centre + half))
    }
}
