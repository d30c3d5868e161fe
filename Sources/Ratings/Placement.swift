/// A component's strengths and covariance with their zero in its final place.
struct Placement {
    let strengths: [Double]
    /// In squared log-odds.
    let covariance: SquareMatrix
    private let offset: Double
    private let halfWidth: Double
    private let intervals: [Int: Interval]

    /// Places strengths and a covariance that are already centred as the points are to be.
    init(
        strengths: [Double], covariance: SquareMatrix, parameters: BradleyTerry, isAnchored: Bool
    ) {
        self.strengths = strengths
        self.covariance = covariance
        offset = parameters.offset(isAnchored: isAnchored)
        halfWidth = Normal.halfWidth(level: parameters.level)
        intervals = [:]
    }

    /// Places a solution, its zero at the anchor or at the mean of the rated.
    init(_ solution: Solution, anchor: Int?, draws: Draws?) {
        let level = solution.parameters.level
        let zero = anchor.map { solution.strengths[$0] } ?? 0
        strengths = solution.strengths.map { $0 - zero }
        offset = solution.parameters.offset(isAnchored: anchor != nil)
        halfWidth = Normal.halfWidth(level: level)
        let full = solution.covariance(draws: draws)
        covariance = solution.zeroWeights(anchor: anchor).map(full.centred) ?? full
        intervals = Placement.percentiles(solution, anchor: anchor, draws: draws)
    }

    func points(_ place: Int) -> Double { strengths[place] * Scale.pointsPerLogOdds + offset }

    func standardError(_ place: Int) -> Double {
        max(0, covariance[place, place]).squareRoot() * Scale.pointsPerLogOdds
    }

    func interval(_ place: Int) -> Interval {
        guard let own = intervals[place] else {
            return Interval(
                centre: points(place), halfWidth: halfWidth * standardError(place))
        }
        let unit = Scale.pointsPerLogOdds
        return Interval(low: own.low * unit + offset, high: own.high * unit + offset)
    }

    private static func percentiles(
        _ solution: Solution, anchor: Int?, draws: Draws?
    ) -> [Int: Interval] {
        guard let draws else { return [:] }
        let reference = anchor.flatMap { solution.leaders.firstIndex(of: $0) }
        guard anchor == nil || reference != nil else { return [:] }
        let found = draws.intervals(level: solution.parameters.level, reference: reference)
        return Dictionary(uniqueKeysWithValues: zip(solution.leaders, found))
    }
}

extension Solution {
    /// How the zero of the scale is made from the strengths: the anchor alone, or the mean of the
    /// core, or without a core of all. Nil for a contender alone, whose interval is the ridge's.
    fileprivate func zeroWeights(anchor: Int?) -> [Double]? {
        var weights = [Double](repeating: 0, count: strengths.count)
        if let anchor {
            weights[anchor] = 1
            return weights
        }
        guard strengths.count > 1 else { return nil }
        let mean = leaders.isEmpty ? followers : leaders
        for place in mean { weights[place] = 1 / Double(mean.count) }
        return weights
    }
}

extension BradleyTerry {
    /// The points at strength zero.
    fileprivate func offset(isAnchored: Bool) -> Double {
        isAnchored ? anchor?.points ?? Scale.mean : Scale.mean
    }
}
