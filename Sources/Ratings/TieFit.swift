/// The result of a model with ties: strengths on the model's own scale, and its tie parameter.
public struct TieFit: Sendable {
    /// One contender's place on the model's scale.
    public struct Place: Sendable, Equatable {
        /// The contender's name.
        public let contender: String
        /// θ in log-odds, the mean at zero.
        public let strength: Double
        /// 400·θ/ln 10 + 1000, comparable within this model only.
        public let points: Double
        /// The interval of `points` from the expected information.
        public let interval: Interval
    }

    /// The name and version of the method.
    public let method: String
    /// The fitted contenders, in the order of the tally.
    public let places: [Place]
    /// ν of Davidson's model, κ of Rao and Kupper's.
    public let tieParameter: Double
    /// Contenders that were not fitted: those of other components, and without a prior those whose
    /// strength the votes do not bound.
    public let leftOut: [String]
    /// Rounds of the ascent.
    public let rounds: Int
    /// The largest entry of the gradient, each divided by the votes of its contender.
    public let gradient: Double

    private let climb: OutcomeClimb
    private let indices: [String: Int]

    init(method: String, parameter: Double, _ climb: OutcomeClimb) {
        self.method = method
        self.climb = climb
        tieParameter = parameter
        leftOut = climb.leftOut
        rounds = climb.rounds
        var indices: [String: Int] = [:]
        for (place, member) in climb.members.enumerated() {
            indices[climb.contenders[member]] = place
        }
        self.indices = indices
        gradient = climb.gradient
        let z = Normal.halfWidth(level: climb.level) * Scale.pointsPerLogOdds
        places = climb.members.enumerated().map { place, member in
            let strength = climb.strengths[place]
            let points = strength * Scale.pointsPerLogOdds + Scale.mean
            return Place(
                contender: climb.contenders[member], strength: strength, points: points,
                interval: Interval(centre: points, halfWidth: z * climb.standardError(place)))
        }
    }

    /// The index of a contender in `places`, or nil if it was not fitted.
    public func index(of contender: String) -> Int? { indices[contender] }

    /// The chances of the outcomes between two contenders, or nil if one was not fitted.
    public func chances(_ a: String, _ b: String) -> OutcomeChances? {
        guard let i = indices[a], let j = indices[b] else { return nil }
        return climb.chances(i, j)
    }
}

extension OutcomeClimb {
    /// The names of the contenders that were not fitted.
    var leftOut: [String] {
        let inside = Set(members)
        return contenders.indices.filter { !inside.contains($0) }.map { contenders[$0] }
    }

    /// The standard error of a strength, in log-odds.
    func standardError(_ place: Int) -> Double {
        max(0, covariance[place, place]).squareRoot()
    }
}
