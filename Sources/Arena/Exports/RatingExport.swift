/// The rows of a snapshot.
package struct RatingExport: Sendable {
    private let snapshot: Snapshot

    /// The names of the columns, in order.
    package static var columns: [String] { LeaderboardDocument.Row.columns }

    /// An export of a snapshot.
    package init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
    }

    /// Hands over the text in pieces; returns how many rows there were.
    package func write(
        as format: ExportFormat, to write: (String) async throws -> Void
    ) async throws -> Int {
        let rows = LeaderboardDocument(snapshot, minimumVotes: 0).models
        if let head = LeaderboardDocument.Row.head(as: format) { try await write(head) }
        for row in rows { try await write(try row.line(as: format)) }
        return rows.count
    }
}

extension LeaderboardDocument.Row: ExportRow {
    static let columns = [
        "id", "name", "rating", "ci_low", "ci_high", "rank_lo", "rank_hi", "votes", "wins",
        "losses", "ties", "both_bad", "average_share", "component", "provisional",
    ]

    var cells: [String] {
        let text = { (value: Double?) in value.map { "\($0)" } ?? "" }
        let counts = [rankLo, rankHi, votes, wins, losses, ties, bothBad]
        return [id, name, text(rating), text(ci?.first), text(ci?.last)]
            + counts.map { String($0) }
            + [text(averageShare), String(component), String(provisional)]
    }
}
