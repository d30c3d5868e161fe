package import Arena
package import Foundation
import GRDB

extension SQLiteStore {
    /// The last snapshot of each day from a moment to another, oldest first, the newest `limit`.
    package func dailySnapshots(
        of pool: Pool, from start: Date, to end: Date, limit: Int
    ) async throws(ArenaError) -> [Snapshot] {
        try await read { db in
            let documents = try String.fetchAll(
                db,
                sql: """
                    SELECT document FROM snapshots WHERE number IN (
                        SELECT max(number) FROM snapshots
                        WHERE pool = ? AND as_of >= ? AND as_of < ?
                        GROUP BY as_of / 86400000 ORDER BY 1 DESC LIMIT ?
                    ) ORDER BY number
                    """,
                arguments: [pool.rawValue, start.milliseconds, end.milliseconds, limit])
            return try documents.map {
                try JSONDecoder().decode(Snapshot.self, from: Data($0.utf8))
            }
        }
    }

    /// The ratings of one model over time, oldest first: from the last snapshot of each day since a
    /// moment, that of the contender with the most votes where several are the model.
    package func history(
        of contenders: [ContenderID], in pool: Pool, since: Date
    ) async throws(ArenaError) -> [RatingPoint] {
        guard !contenders.isEmpty else { return [] }
        let names = contenders.map(\.text)
        let places = names.map { _ in "?" }.joined(separator: ", ")
        return try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    WITH days AS (
                        SELECT max(number) AS number FROM snapshots
                        WHERE pool = ? AND as_of >= ? GROUP BY as_of / 86400000
                    )
                    SELECT as_of, row.value ->> '$.rating' AS rating, row.value ->> '$.low' AS low,
                        row.value ->> '$.high' AS high, max(row.value ->> '$.votes') AS votes
                    FROM days JOIN snapshots USING (number),
                        json_each(snapshots.document, '$.rows') AS row
                    WHERE row.value ->> '$.contender.text' IN (\(places))
                    GROUP BY number ORDER BY number
                    """,
                arguments: [pool.rawValue, since.milliseconds] + StatementArguments(names))
            return rows.map { row in
                RatingPoint(
                    at: Date(milliseconds: row["as_of"]), rating: row["rating"], low: row["low"],
                    high: row["high"], votes: row["votes"])
            }
        }
    }
}
