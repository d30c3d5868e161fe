/// The field's scale of points: 400 points are odds of ten to one.
public enum Scale {
    /// Points to one unit of log-odds, 400/ln 10 ≈ 173.718.
    public static let pointsPerLogOdds = 400 / naturalLog(10)
    /// The mean of the rated contenders.
    public static let mean = 1000.0
    /// A gap of at most this many points is too small to notice: an expected share between 47.5 %
    /// and 52.5 %.
    public static let noticeable = 17.4

    /// The expected share of a vote at a gap of `points`, a tie counting half:
    /// 1/(1 + 10^(−points/400)).
    public static func expectedShare(atGap points: Double) -> Double {
        logistic(points / pointsPerLogOdds).p
    }

    /// The gap in points at which the expected share of a vote is `share`; infinite at 0 and 1.
    public static func gap(atShare share: Double) -> Double {
        (naturalLog(share) - naturalLog(1 - share)) * pointsPerLogOdds
    }
}

/// A range of values, both ends in it.
public struct Interval: Sendable, Hashable, Codable {
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// Creates an interval from its ends.
    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// `centre` ± `halfWidth`.
    public init(centre: Double, halfWidth: Double) {
        self.init(low: centre - halfWidth, high: centre + halfWidth)
    }

    /// Whether `value` lies between the ends.
    public func contains(_ value: Double) -> Bool { low <= value && value <= high }

    /// Half the distance between the ends.
    public var halfWidth: Double { (high - low) / 2 }
}
