package import struct Foundation.Date

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
}

extension LeaderboardDocument {
    /// The document of a stored snapshot; nothing is said of contenders with fewer votes than
    /// `minimumVotes`.
    package init(_ snapshot: Snapshot, minimumVotes: Int) {
        let rows = snapshot.rows.map { row in
            Row(
                id: row.contender.text, name: row.name, rating: row.rating,
                ci: [row.low, row.high], rankLo: row.rankLow, rankHi: row.rankHigh,
                votes: row.votes, wins: row.wins, losses: row.losses, ties: row.ties,
                bothBad: row.bothBad, averageShare: row.averageShare, component: row.component,
                provisional: row.isProvisional)
        }
        self.init(
            pool: snapshot.pool, snapshot: snapshot.id, asOf: snapshot.asOf,
            votes: snapshot.votes, method: snapshot.method, prior: snapshot.prior, models: rows,
            groups: Self.groups(of: rows), sentence: snapshot.finding(minimumVotes: minimumVotes))
    }

    private static func groups(of rows: [Row]) -> [[String]] {
        Dictionary(grouping: rows, by: \.component).sorted { $0.key < $1.key }
            .map { $0.value.map(\.id) }
    }
}
