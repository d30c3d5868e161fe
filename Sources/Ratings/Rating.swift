/// What the likelihood alone can say about a contender's strength.
public enum Boundedness: String, Sendable, CaseIterable, Codable {
    /// The strength has a finite maximum of the likelihood.
    case bounded
    /// Every vote was a win: the likelihood grows without end as the strength does.
    case onlyWins
    /// Every vote was a loss.
    case onlyLosses
    /// No chain of wins leads both from and to the main group of the component, so that the gap to
    /// that group has no finite maximum although the contender won some votes and lost some.
    case separated
    /// The contender has no vote.
    case unmet

    /// Whether the points rest on a ridge, not on the votes alone, and must be shown as such.
    public var isUnbounded: Bool { self != .bounded }
}

/// One contender's place on the scale: points with an interval.
public struct Rating: Sendable, Equatable, Codable {
    /// The contender's name.
    public let contender: String
    /// θ, natural log-odds, with the same zero as `points`.
    public let strength: Double
    /// 400·θ/ln 10 + offset.
    public let points: Double
    /// Standard error of `points`; 0 for an anchor.
    public let standardError: Double
    /// The interval of `points` at the fit's level.
    public let interval: Interval
    /// Index of the component, in which alone the points have a meaning.
    public let component: Int
    /// Whether the votes alone bound the strength.
    public let standing: Boundedness
    /// The votes behind it.
    public let record: Record
}
