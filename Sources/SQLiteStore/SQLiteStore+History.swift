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
    ///
    /// Complexity: linear in the days and contenders asked for, whatever the number of others.
    package func history(
        of contenders: [ContenderID], in pool: Pool, since: Date
    ) async throws(ArenaError) -> [RatingPoint] {
        guard !contenders.isEmpty else { return [] }
        let names = contenders.map(\.text)
        let places = names.map { _ in "?" }.joined(separator: ", ")
        return try await read { db in
            // The plus keeps the order of days from looking cheaper than the few rows asked for.
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT as_of, rating, low, high, max(votes) AS votes
                    FROM rating_days
                    WHERE pool = ?1 AND day >= ?2 / 86400000 AND as_of >= ?2
                        AND contender IN (\(places))
                    GROUP BY +day ORDER BY +day
                    """,
                arguments: [pool.rawValue, since.milliseconds] + StatementArguments(names))
            return rows.map { row in
                RatingPoint(
                    at: Date(milliseconds: row["as_of"]), rating: row["rating"], low: row["low"],
                    high: row["high"], votes: row["votes"])
            }
        }
    }

    /// The boards of the days between two moments, newest first.
    ///
    /// Complexity: linear in the contenders of those days.
    package func boards(
        of pool: Pool, from first: Date, to last: Date
    ) async throws(ArenaError) -> [BoardDay] {
        try await read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT as_of, contender, rating, votes, component
                    FROM rating_days INDEXED BY rating_days_by_day
                    WHERE pool = ?1 AND day BETWEEN ?2 / 86400000 AND ?3 / 86400000
                        AND as_of >= ?2 AND as_of < ?3
                    ORDER BY day DESC, votes DESC, component, rating DESC
                    """,
                arguments: [pool.rawValue, first.milliseconds, last.milliseconds])
            var days: [(at: Int64, rows: [BoardDay.Row])] = []
            while let row = try rows.next() {
                let at: Int64 = row["as_of"]
                if days.last?.at != at { days.append((at, [])) }
                days[days.count - 1].rows.append(try BoardDay.Row(row))
            }
            return days.map { BoardDay(at: Date(milliseconds: $0.at), rows: $0.rows) }
        }
    }

    /// Puts the ratings of a snapshot in the place of those of its day.
    static func keepDay(of snapshot: Snapshot, in db: Database) throws {
        let moment = snapshot.asOf.milliseconds
        let day = moment / 86_400_000
        try db.cachedStatement(sql: "DELETE FROM rating_days WHERE pool = ? AND day = ?")
            .execute(arguments: [snapshot.pool.rawValue, day])
        let insertion = try db.cachedStatement(
            sql: """
                INSERT INTO rating_days
                    (pool, contender, day, as_of, rating, low, high, votes, component)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for row in snapshot.rows {
            try insertion.execute(arguments: [
                snapshot.pool.rawValue, row.contender.text, day, moment, row.rating, row.low,
                row.high, row.votes, row.component,
            ])
        }
    }
}

extension BoardDay.Row {
    fileprivate init(_ row: Row) throws {
        self.init(
            contender: try row.value("contender", of: "rating_days", as: { ContenderID($0) }),
            rating: row["rating"], votes: row["votes"], component: row["component"])
    }
}
