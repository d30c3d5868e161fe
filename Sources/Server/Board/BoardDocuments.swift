import Arena
import Evidence
import Foundation
import Ratings

/// A contender's rating on one day.
struct HistoryDocument: Encodable {
    let date: String
    let rating: Double
    let lo: Double
    let hi: Double
    let votes: Int

    init(_ point: RatingPoint) {
        date = String(point.at.formatted(.iso8601).prefix(10))
        rating = point.rating
        lo = point.low
        hi = point.high
        votes = point.votes
    }
}

/// Every model against every other, in the order of the board.
struct MatrixDocument: Encodable {
    enum Kind: String {
        case expected, observed, count
    }

    /// One cell: shares are of the row against the column, from 0 to 1.
    struct Cell: Encodable {
        var share: Double?
        var ci: [Double]?
        var wins: Int?
        var losses: Int?
        var count: Int?
    }

    let snapshot: String
    let kind: String
    let models: [String]
    /// A list for each row; `null` on the diagonal and where nothing is known.
    let cells: [[Cell?]]

    init(_ square: BoardSquare, kind: Kind) {
        snapshot = square.snapshot.id
        self.kind = kind.rawValue
        models = square.snapshot.rows.map(\.contender.text)
        let rows = square.snapshot.rows.indices
        cells = rows.map { i in
            rows.map { j in i == j ? nil : Self.cell(square, i, j, kind) }
        }
    }

    private static func cell(_ square: BoardSquare, _ i: Int, _ j: Int, _ kind: Kind) -> Cell? {
        switch kind {
        case .expected:
            let gap = square.snapshot.gap(i, j)
            guard gap.connected else { return nil }
            let ends = gap.expectedShareInterval
            return Cell(share: gap.expectedShare, ci: [ends.low, ends.high])
        case .observed:
            guard let record = square.record(i, j), record.decided > 0 else { return nil }
            let seen = HeadToHead(record)
            return Cell(
                share: seen.decidedShare,
                ci: [seen.decidedInterval.low, seen.decidedInterval.high],
                wins: record.firstWins, losses: record.secondWins)
        case .count:
            return Cell(count: square.record(i, j)?.votes ?? 0)
        }
    }
}

/// Kept snapshots, the newest first.
struct SnapshotList: Encodable {
    let snapshots: [SnapshotSummary]
    /// The cursor of the next page, where there is one.
    let next: String?
}

/// A whole snapshot: ratings with their covariance in points².
struct SnapshotDocument: Encodable {
    let id: String
    let pool: Pool
    let asOf: Date
    let votes: Int
    let lastSequence: Int64
    let method: String
    let prior: Double?
    let rounds: Int
    let gradient: Double
    let models: [LeaderboardDocument.Row]
    let covariance: [[Double]]

    init(_ snapshot: Snapshot) {
        id = snapshot.id
        pool = snapshot.pool
        asOf = snapshot.asOf
        votes = snapshot.votes
        lastSequence = snapshot.lastSequence
        method = snapshot.method
        prior = snapshot.prior
        rounds = snapshot.rounds
        gradient = snapshot.gradient
        models = LeaderboardDocument(snapshot, minimumVotes: 0).models
        let count = snapshot.rows.count
        covariance = (0..<count).map { row in
            Array(snapshot.covariance[row * count..<(row + 1) * count])
        }
    }
}
