package import struct Foundation.Date

/// All ratings of one moment with their covariance and the votes behind them.
///
/// Codable, because stores keep the rows as one JSON document.
package struct Snapshot: Equatable, Sendable, Codable {
    /// The first 12 hexadecimal digits of the SHA-256 of what went into the fit.
    package let id: String
    /// Which pool was rated.
    package let pool: Pool
    /// When it was computed.
    package let asOf: Date
    /// How many votes went in.
    package let votes: Int
    /// The sequence number of the newest vote in it.
    package let lastSequence: Int64
    /// Name and version of the method, as `bradley-terry/1 sandwich`.
    package let method: String
    /// Standard deviation of the normal prior in log-odds, when one was needed; `nil` without.
    package let prior: Double?
    /// Rounds the solver took.
    package let rounds: Int
    /// Largest entry of the gradient at the end, in votes.
    package let gradient: Double
    /// The rated contenders: by component, then best first.
    package let rows: [Standing]
    /// Covariance of the rows' ratings in points², row by row, as long as `rows.count` squared.
    package let covariance: [Double]
    /// What style is worth, where it was taken out; `nil` where it was not.
    package let style: [StyleEffect]?

    /// A snapshot from its parts.
    package init(
        id: String, pool: Pool, asOf: Date, votes: Int, lastSequence: Int64, method: String,
        prior: Double?, rounds: Int, gradient: Double, rows: [Standing], covariance: [Double],
        style: [StyleEffect]? = nil
    ) {
        self.id = id
        self.pool = pool
        self.asOf = asOf
        self.votes = votes
        self.lastSequence = lastSequence
        self.method = method
        self.prior = prior
        self.rounds = rounds
        self.gradient = gradient
        self.rows = rows
        self.covariance = covariance
        self.style = style
    }
}

/// One contender's row on a leaderboard.
package struct Standing: Equatable, Sendable, Codable {
    /// Which contender.
    package let contender: ContenderID
    /// Its name for people.
    package let name: String
    /// Points; the mean of a component is 1000.
    package let rating: Double
    /// Lower end of the 95% interval, in points.
    package let low: Double
    /// Upper end of the 95% interval, in points.
    package let high: Double
    /// Best place it may hold in its component: 1 + contenders that are surely better.
    package let rankLow: Int
    /// Worst place it may hold in its component.
    package let rankHigh: Int
    /// Contenders linked by votes bear the same number; 0 is the largest group.
    package let component: Int
    /// Whether the rating stands only by a prior or ridge: it has only won or only lost, or is
    /// otherwise not tied into its group in both directions.
    package let isProvisional: Bool
    /// Votes it took part in.
    package let votes: Int
    /// Votes it won.
    package let wins: Int
    /// Votes it lost.
    package let losses: Int
    /// Ties.
    package let ties: Int
    /// Votes in which both were bad.
    package let bothBad: Int
    /// Mean expected share of votes against every other of its component, 0 to 1; `nil` alone.
    package let averageShare: Double?

    /// A row from its parts.
    package init(
        contender: ContenderID, name: String, rating: Double, low: Double, high: Double,
        rankLow: Int, rankHigh: Int, component: Int, isProvisional: Bool, votes: Int, wins: Int,
        losses: Int, ties: Int, bothBad: Int, averageShare: Double?
    ) {
        self.contender = contender
        self.name = name
        self.rating = rating
        self.low = low
        self.high = high
        self.rankLow = rankLow
        self.rankHigh = rankHigh
        self.component = component
        self.isProvisional = isProvisional
        self.votes = votes
        self.wins = wins
        self.losses = losses
        self.ties = ties
        self.bothBad = bothBad
        self.averageShare = averageShare
    }
}
