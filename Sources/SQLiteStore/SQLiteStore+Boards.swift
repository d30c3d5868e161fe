package import Arena
package import Foundation
import GRDB
package import Ratings

extension SQLiteStore {
    /// Votes that count, of one category or of all, cast since a moment, counted per pair, and the
    /// number of the last vote on a random battle.
    ///
    /// Complexity: linear in the votes that count.
    package func tally(
        of choice: BoardChoice, since: Date
    ) async throws(ArenaError) -> CountedVotes {
        let category =
            choice.category == nil
            ? "" : "JOIN vote_categories USING (sequence)"
        let condition = choice.category == nil ? "" : "AND category = ?"
        let sql = Self.pairCounts(
            from: "counted_votes \(category)", where: "pool = ? AND cast_at >= ? \(condition)")
        return try await read { db in
            var arguments: StatementArguments = [choice.pool.rawValue, since.milliseconds]
            if let category = choice.category { arguments += [category.rawValue] }
            return CountedVotes(
                tally: try Tally.fetch(db, sql: sql, arguments: arguments),
                lastSequence: try Self.lastRandomVote(of: choice.pool, in: db))
        }
    }

    /// Votes that count and have a number above one and up to another, counted per pair.
    ///
    /// Complexity: linear in the votes between the two.
    package func tally(
        of pool: Pool, after first: Int64, upTo last: Int64
    ) async throws(ArenaError) -> Tally {
        let sql = Self.pairCounts(
            from: "counted_votes", where: "pool = ? AND sequence > ? AND sequence <= ?")
        return try await read { db in
            try Tally.fetch(db, sql: sql, arguments: [pool.rawValue, first, last])
        }
    }

    /// Kept snapshots, the newest first, from before one of this name or from the newest, at most
    /// `limit`.
    package func snapshots(
        of pool: Pool, before id: String?, limit: Int
    ) async throws(ArenaError) -> [SnapshotSummary] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, as_of, last_sequence, document ->> '$.votes' AS votes,
                        json_array_length(document, '$.rows') AS models
                    FROM snapshots
                    WHERE pool = ?1 AND (?2 IS NULL OR number < (
                        SELECT number FROM snapshots WHERE pool = ?1 AND id = ?2))
                    ORDER BY number DESC LIMIT ?3
                    """,
                arguments: [pool.rawValue, id, limit])
            return rows.map { row in
                SnapshotSummary(
                    id: row["id"], pool: pool, asOf: Date(milliseconds: row["as_of"]),
                    lastSequence: row["last_sequence"], models: row["models"], votes: row["votes"])
            }
        }
    }

    /// A kept snapshot by its name, in either pool; `nil` if there is none.
    package func snapshot(_ id: String) async throws(ArenaError) -> Snapshot? {
        try await read { db in
            try Snapshot.fetch(
                db, where: "pool IN ('real', 'practice') AND id = ?", arguments: [id])
        }
    }

    /// The last snapshot of a pool computed up to a moment; `nil` if there is none.
    package func snapshot(of pool: Pool, until moment: Date) async throws(ArenaError) -> Snapshot? {
        try await read { db in
            try Snapshot.fetch(
                db, where: "pool = ? AND as_of <= ?",
                arguments: [pool.rawValue, moment.milliseconds])
        }
    }

    /// Counts per pair in the columns of `pair_tallies`.
    private static func pairCounts(from source: String, where condition: String) -> String {
        """
        SELECT min(a_contender, b_contender) AS first, max(a_contender, b_contender) AS second,
            sum(outcome = iif(a_contender < b_contender, 'a', 'b')) AS first_wins,
            sum(outcome = iif(a_contender < b_contender, 'b', 'a')) AS second_wins,
            sum(outcome = 'tie') AS ties, sum(outcome = 'both_bad') AS both_bad
        FROM \(source) WHERE \(condition)
        GROUP BY 1, 2 ORDER BY 1, 2
        """
    }
}

extension Snapshot {
    /// The last of the snapshots under a condition.
    fileprivate static func fetch(
        _ db: Database, where condition: String, arguments: StatementArguments
    ) throws -> Snapshot? {
        let document = try String.fetchOne(
            db,
            sql: """
                SELECT document FROM snapshots WHERE \(condition) ORDER BY number DESC LIMIT 1
                """, arguments: arguments)
        return try document.map { try JSONDecoder().decode(Snapshot.self, from: Data($0.utf8)) }
    }
}
