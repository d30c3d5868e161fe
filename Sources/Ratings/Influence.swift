/// How far single votes move the ratings of a fit: one Newton step from the optimum,
/// Δθ = H⁻¹(y − p)(e_i − e_j), in points.
///
/// The votes of one voter add up: his part in the ratings is H⁻¹ times his score, the vector that
/// the sandwich clustered by voter is made of.
public struct Influence: Sendable {
    private let fit: Fit
    /// What an ordinary vote on each contender moves it by, in points: the mean over the votes of
    /// the tally; 0 for one without votes. In the order of the fit's ratings.
    public let ordinary: [Double]

    /// The influence of votes on a tally's ratings.
    ///
    /// - Parameter prior: standard deviation of the prior of the fit, if it has one.
    /// - Throws: `FitError` as `BradleyTerry.fit` does. O(n³ + pairs).
    public init(_ tally: Tally, prior: Double? = nil, warmStart: Fit? = nil) throws(FitError) {
        let fit = try BradleyTerry(prior: prior, interval: .laplace).fit(
            tally, warmStart: warmStart)
        var sums = [Double](repeating: 0, count: fit.ratings.count)
        var counts = sums
        for pair in tally.pairs {
            for outcome in Outcome.allCases {
                let count = Double(pair.count(of: outcome))
                let score = abs(Self.score(outcome, pair.first, pair.second, in: fit))
                for place in [pair.first, pair.second] {
                    sums[place] +=
                        count * score
                        * abs(Self.reach(place, pair.first, pair.second, in: fit))
                    counts[place] += count
                }
            }
        }
        self.fit = fit
        ordinary = sums.indices.map { counts[$0] > 0 ? sums[$0] / counts[$0] : 0 }
    }

    /// The contenders, in the order of ``ordinary`` and of moves.
    public var contenders: [String] { fit.contenders }

    /// Adds what a vote moves each rating by to `moves`, in the order of ``contenders``; a vote on
    /// a contender that is not in the fit moves nothing.
    public func add(
        _ outcome: Outcome, between a: String, and b: String, to moves: inout [Double]
    ) {
        guard let i = fit.index(of: a), let j = fit.index(of: b), i != j else { return }
        let score = Self.score(outcome, i, j, in: fit)
        for place in moves.indices { moves[place] += score * Self.reach(place, i, j, in: fit) }
    }

    /// y − p of a vote for contender `i` against `j`.
    private static func score(_ outcome: Outcome, _ i: Int, _ j: Int, in fit: Fit) -> Double {
        let p = logistic(fit.ratings[i].strength - fit.ratings[j].strength).p
        switch outcome {
        case .a: return 1 - p
        case .b: return -p
        case .tie, .bothBad: return 0.5 - p
        }
    }

    /// Points that a score of one between `i` and `j` moves a contender by.
    private static func reach(_ place: Int, _ i: Int, _ j: Int, in fit: Fit) -> Double {
        (fit.covariance[place, i] - fit.covariance[place, j]) / Scale.pointsPerLogOdds
    }
}
