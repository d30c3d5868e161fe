/// The result of a Bradley–Terry fit: ratings with their whole covariance, and how it was found.
///
/// The ratings stand in the order of the tally's contenders. Anything said about two contenders
/// (`gap`) or about all (`Ranking`) is computed from here without another look at the votes.
public struct Fit: Sendable, Equatable {
    /// One rating a contender, in the order of the tally.
    public let ratings: [Rating]
    /// The covariance of the points, in points², as centred as the points are; zero between
    /// components.
    public let covariance: SquareMatrix
    /// The components, each a table of its own.
    public let components: [Component]
    /// What a reader must know beside the numbers.
    public let notes: [Note]
    /// All votes behind the fit.
    public let votes: Int
    /// Newton rounds, over all components.
    public let rounds: Int
    /// The largest entry of the gradient where the ascent ended, each divided by the votes of its
    /// contender.
    public let gradient: Double
    /// The name and version of the method.
    public let method: String
    /// The parameters the fit was made with.
    public let parameters: BradleyTerry

    private let indices: [String: Int]

    init(
        ratings: [Rating], covariance: SquareMatrix, components: [Component], notes: [Note],
        votes: Int, rounds: Int, gradient: Double, method: String, parameters: BradleyTerry
    ) {
        self.ratings = ratings
        self.covariance = covariance
        self.components = components
        self.notes = notes
        self.votes = votes
        self.rounds = rounds
        self.gradient = gradient
        self.method = method
        self.parameters = parameters
        var indices: [String: Int] = [:]
        for (index, rating) in ratings.enumerated() { indices[rating.contender] = index }
        self.indices = indices
    }

    /// The index of a contender in `ratings`, or nil.
    public func index(of contender: String) -> Int? { indices[contender] }

    /// The rating of a contender, or nil.
    public func rating(of contender: String) -> Rating? { indices[contender].map { ratings[$0] } }

    /// The names, in the order of `ratings`.
    public var contenders: [String] { ratings.map(\.contender) }

    /// The points, in the order of `ratings`.
    public var points: [Double] { ratings.map(\.points) }

    /// The strengths, in the order of `ratings`.
    public var strengths: [Double] { ratings.map(\.strength) }

    /// The gap from contender `j` up to contender `i`, given by index, with its uncertainty from
    /// the whole covariance. Both must be indices of `ratings`.
    public func gap(_ i: Int, _ j: Int) -> Gap {
        Gap(
            points: ratings[i].points - ratings[j].points,
            standardError: covariance.differenceVariance(i, j).squareRoot(),
            connected: ratings[i].component == ratings[j].component,
            level: parameters.level)
    }

    /// The gap from contender `b` up to contender `a`, or nil if one of them is unknown.
    public func gap(from b: String, to a: String) -> Gap? {
        guard let i = indices[a], let j = indices[b] else { return nil }
        return gap(i, j)
    }
}

/// Contenders linked by votes, and the table they make.
public struct Component: Sendable, Equatable, Codable {
    /// The contenders' indices in `Fit.ratings`, by falling points.
    public let members: [Int]
    /// The contenders whose strengths the votes bound against each other, and whose mean is 1000
    /// unless there is an anchor; empty if the votes bound none.
    public let bounded: [Int]
    /// Votes within the component.
    public let votes: Int
}

/// Something a reader of a fit must be told.
public enum Note: Sendable, Equatable, Codable {
    /// There is more than one component: so many tables, not comparable with each other.
    case separateTables(Int)
    /// So many contenders are placed by the ridge, because the votes do not bound their strength.
    case unbounded(Int)
    /// In this component, by index, the voters are too few for an interval clustered by voter; the
    /// plain sandwich stands in.
    case tooFewVoters(component: Int, voters: Int)
    /// So many votes have no known voter and count as voters of their own.
    case unsignedVotes(Int)
    /// A prior shrinks all ratings towards the mean.
    case shrunk
}

extension Fit: Codable {
    private enum CodingKeys: String, CodingKey {
        case ratings, covariance, components, notes, votes, rounds, gradient, method, parameters
    }

    /// Reads a fit as it was written.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            ratings: try container.decode([Rating].self, forKey: .ratings),
            covariance: try container.decode(SquareMatrix.self, forKey: .covariance),
            components: try container.decode([Component].self, forKey: .components),
            notes: try container.decode([Note].self, forKey: .notes),
            votes: try container.decode(Int.self, forKey: .votes),
            rounds: try container.decode(Int.self, forKey: .rounds),
            gradient: try container.decode(Double.self, forKey: .gradient),
            method: try container.decode(String.self, forKey: .method),
            parameters: try container.decode(BradleyTerry.self, forKey: .parameters))
    }

    /// Writes all that the fit says.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ratings, forKey: .ratings)
        try container.encode(covariance, forKey: .covariance)
        try container.encode(components, forKey: .components)
        try container.encode(notes, forKey: .notes)
        try container.encode(votes, forKey: .votes)
        try container.encode(rounds, forKey: .rounds)
        try container.encode(gradient, forKey: .gradient)
        try container.encode(method, forKey: .method)
        try container.encode(parameters, forKey: .parameters)
    }
}
