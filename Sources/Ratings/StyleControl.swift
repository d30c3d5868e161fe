/// Style control: contextual Bradley–Terry, logit p = θ_a − θ_b + βᵀx.
///
/// x are the style differences of the two replies, each divided by its standard deviation. The
/// penalty ½λβ² is in units of one vote: on a mean loss, as arena-rank has it by default, it would
/// shrink the coefficients at least five-fold whatever the number of votes.
public struct StyleControl: Sendable, Equatable {
    /// The name and version of the method.
    public static let method = "style-control/1"

    /// Which standard deviation features are divided by, and whether their mean is taken out.
    public enum Scaling: Sendable, Hashable, Codable {
        /// The root of the mean square: swapping the sides of a battle changes nothing.
        case rootMeanSquare
        /// (x − mean)/deviation of the population, as FastChat and arena-rank have it.
        case standardised
        /// (x − mean)/deviation of the sample.
        case sampleStandardised
    }

    /// λ of each coefficient.
    public var penalty: Double
    /// λ of each strength; FastChat's is 0.5, as that of its coefficients.
    public var strengthPenalty: Double
    /// How features are scaled.
    public var scaling: Scaling
    /// Whether the left side's advantage is fitted too; a must then be the contender on the left.
    public var includesSide: Bool
    /// The floor f of the weights 1/max(n, f), n the votes of a vote's pair, scaled to a mean of
    /// 1, so that no pair counts for its traffic; nil gives every vote the weight 1. arena-rank
    /// has 50 unless told otherwise.
    public var pairFloor: Int?
    /// Anchor, level and ridge of the ratings.
    public var parameters: BradleyTerry

    /// Creates the parameters of a fit.
    public init(
        penalty: Double = 1, strengthPenalty: Double = 0, scaling: Scaling = .rootMeanSquare,
        includesSide: Bool = false, pairFloor: Int? = nil,
        parameters: BradleyTerry = BradleyTerry()
    ) {
        self.penalty = penalty
        self.strengthPenalty = strengthPenalty
        self.scaling = scaling
        self.includesSide = includesSide
        self.pairFloor = pairFloor
        self.parameters = parameters
    }

    /// Fits votes with style. O(rounds·(votes·features² + n³)).
    ///
    /// A feature that never differs has the coefficient 0.
    /// - Throws: `FitError` as `BradleyTerry.fit` does, and `tooFewVotes` without a vote.
    public func fit(_ votes: StyledVotes) throws(FitError) -> StyleFit {
        guard votes.count > 0 else { throw .tooFewVotes("no vote") }
        guard penalty >= 0, penalty.isFinite else { throw .invalidParameter("penalty") }
        guard strengthPenalty >= 0, strengthPenalty.isFinite else {
            throw .invalidParameter("strengthPenalty")
        }
        if let pairFloor, pairFloor < 1 { throw .invalidParameter("pairFloor") }
        let scales = scaling.scales(of: votes)
        let names = votes.features + (includesSide ? ["left"] : [])
        var rows = votes.contextual(
            means: scales.map(\.mean), scales: scales.map(\.deviation), columns: names.count)
        if let pairFloor { rows.level(floor: pairFloor) }
        let found = try ContextualFit(
            rows, tally: votes.total, parameters: parameters, strengthPenalty: strengthPenalty,
            coefficientPenalties: votes.features.map { _ in penalty }
                + (includesSide ? [parameters.ridge] : []))
        let all = names.indices.map {
            found.coefficient($0, named: names[$0], level: parameters.level)
        }
        return StyleFit(
            fit: found.fit(method: StyleControl.method),
            coefficients: Array(all.prefix(votes.features.count)),
            side: includesSide ? all.last : nil, deviations: scales.map(\.deviation),
            parameters: self)
    }
}

extension StyleControl.Scaling {
    fileprivate func scales(of votes: StyledVotes) -> [(mean: Double, deviation: Double)] {
        switch self {
        case .rootMeanSquare:
            votes.moments(ddof: 0).map {
                (0, ($0.mean * $0.mean + $0.deviation * $0.deviation).squareRoot())
            }
        case .standardised: votes.moments(ddof: 0)
        case .sampleStandardised: votes.moments(ddof: 1)
        }
    }
}

/// Ratings with style taken out, and what style is worth.
public struct StyleFit: Sendable, Equatable {
    /// The ratings of replies of equal style.
    public let fit: Fit
    /// One coefficient a feature: the change of the log-odds by one standard deviation.
    public let coefficients: [Coefficient]
    /// The left side's advantage, if it was fitted.
    public let side: Coefficient?
    /// What each feature was divided by.
    public let deviations: [Double]
    /// The parameters the fit was made with.
    public let parameters: StyleControl
}
