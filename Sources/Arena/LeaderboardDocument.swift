package import struct Foundation.Date
package import struct Ratings.Coefficient

/// A leaderboard as the API and the command line write it.
///
/// `arena rate --format json` and `GET /api/v1/leaderboard` give this same shape.
package struct LeaderboardDocument: Encodable, Sendable {
    /// One rated contender.
    package struct Row: Encodable, Sendable {
        /// Its short name.
        package var id: String
        /// Its name for people.
        package var name: String
        /// Points, full precision; `nil` when no finite rating exists.
        package var rating: Double?
        /// Low and high end of the 95% interval.
        package var ci: [Double]?
        /// Best place it may hold among the contenders it is linked with.
        package var rankLo: Int
        /// Worst place it may hold.
        package var rankHi: Int
        /// Votes it took part in.
        package var votes: Int
        /// Votes won, lost, tied and both bad.
        package var wins: Int
        /// Votes lost.
        package var losses: Int
        /// Ties.
        package var ties: Int
        /// Votes in which both were bad.
        package var bothBad: Int
        /// Mean expected share against every other, 0 to 1.
        package var averageShare: Double?
        /// Group of contenders linked by votes; 0 is the largest.
        package var component: Int
        /// Whether the rating stands only by a prior or ridge.
        package var provisional: Bool
        /// Whether it has a place: enough votes, and no prior needed.
        package var ranked: Bool?
        /// Whether it does not play any more.
        package var retired: Bool?
        /// The name of its model's page.
        package var slug: String?
        /// Mean measured cost of an answer in dollars, exact to 10⁻¹².
        package var costPerAnswer: String?
        /// Median seconds to the first word.
        package var firstWord: Double?
        /// Median words a second.
        package var wordsPerSecond: Double?
        /// Mean tokens of an answer.
        package var tokensPerAnswer: Double?
        /// Calls in the days that were measured, and how many gave no whole answer.
        package var calls: Int?
        /// Calls without a whole answer.
        package var failures: Int?
        /// When the last vote on it was cast.
        package var lastVote: Date?

        /// A row with its record, not rated yet.
        package init(
            id: String, name: String, votes: Int, wins: Int, losses: Int, ties: Int, bothBad: Int
        ) {
            self.id = id
            self.name = name
            self.votes = votes
            self.wins = wins
            self.losses = losses
            self.ties = ties
            self.bothBad = bothBad
            (rankLo, rankHi, component, provisional) = (1, 1, 0, false)
        }
    }

    /// A coefficient of style or side, in log-odds.
    package struct Effect: Encodable, Sendable {
        /// What it belongs to: a style feature, or the left side.
        package let name: String
        /// The change of the log-odds by one standard deviation of the feature, or by the side.
        package let value: Double
        /// Standard error of `value`.
        package let standardError: Double
        /// Low and high end of its interval.
        package let ci: [Double]
        /// `value` in points.
        package let points: Double
        /// The points that twice as much of a feature as the other answer has is worth.
        package let twice: Double?

        /// What a fit found.
        package init(_ coefficient: Coefficient, twice: Double? = nil) {
            self.twice = twice
            name = coefficient.name
            value = coefficient.value
            standardError = coefficient.standardError
            ci = [coefficient.interval.low, coefficient.interval.high]
            points = coefficient.points
        }
    }

    /// Which pool.
    package var pool: Pool?
    /// The snapshot's name, where it is stored.
    package var snapshot: String?
    /// When it was computed.
    package var asOf: Date?
    /// Votes in it.
    package var votes: Int
    /// Method and version.
    package var method: String
    /// Standard deviation of the prior, when one was used.
    package var prior: Double?
    /// The rows: by component, then best first.
    package var models: [Row]
    /// Short names of contenders that votes link, largest group first.
    package var groups: [[String]]
    /// What the table says, in a sentence.
    package var sentence: String
    /// The level of the intervals, where it was chosen.
    package var level: Double?
    /// The advantage of the left side, where it can be fitted.
    package var side: Effect?
    /// What style is worth, where it was taken out.
    package var style: [Effect]?
    /// Davidson's ν.
    package var tieParameter: Double?
    /// What a reader must know of the fit, in sentences.
    package var notes: [String]?
    /// The category of prompts, where it is of one.
    package var category: String?
    /// The days it goes back, where not to the first vote.
    package var days: Int?
    /// Votes a contender needs for a place.
    package var minVotes: Int?

    /// A document of rows in their order; more is set afterwards.
    package init(votes: Int, method: String, models: [Row], sentence: String) {
        self.votes = votes
        self.method = method
        self.models = models
        self.sentence = sentence
        groups = Dictionary(grouping: models, by: \.component).sorted { $0.key < $1.key }
            .map { $0.value.map(\.id) }
    }
}

extension LeaderboardDocument {
    /// The document of a stored snapshot; nothing is said of contenders with fewer votes than
    /// `minimumVotes`.
    package init(_ snapshot: Snapshot, minimumVotes: Int) {
        self.init(
            votes: snapshot.votes, method: snapshot.method, models: snapshot.rows.map(Row.init),
            sentence: snapshot.finding(minimumVotes: minimumVotes))
        pool = snapshot.pool
        self.snapshot = snapshot.id
        asOf = snapshot.asOf
        prior = snapshot.prior
        style = snapshot.style?.map { Effect($0.coefficient, twice: $0.twice.points) }
    }
}

extension LeaderboardDocument.Row {
    /// The row of a snapshot.
    init(_ row: Standing) {
        self.init(
            id: row.contender.text, name: row.name, votes: row.votes, wins: row.wins,
            losses: row.losses, ties: row.ties, bothBad: row.bothBad)
        rating = row.rating
        ci = [row.low, row.high]
        rankLo = row.rankLow
        rankHi = row.rankHigh
        averageShare = row.averageShare
        component = row.component
        provisional = row.isProvisional
    }
}
