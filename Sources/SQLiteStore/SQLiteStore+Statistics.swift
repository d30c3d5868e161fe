package import Arena
package import Foundation
import GRDB

extension SQLiteStore {
    /// How the votes that count fell in each week that has one, by rising week.
    ///
    /// Complexity: linear in the votes that count.
    package func outcomesByWeek(of pool: Pool) async throws(ArenaError) -> [WeekOutcomes] {
        try await read { db in
            // 1 January 1970 was a Thursday: three days are added, so that weeks begin on Monday.
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT (cast_at / 86400000 + 3) / 7 * 7 - 3 AS day, \(Self.outcomeCounts)
                    FROM counted_votes WHERE pool = ? GROUP BY 1 ORDER BY 1
                    """,
                arguments: [pool.rawValue])
            return rows.map { WeekOutcomes(day: $0["day"], counts: OutcomeCounts($0)) }
        }
    }

    /// How votes fell by whose first answer was whole sooner, over the newest votes that count, at
    /// most `limit`; battles in which both came at once, or without times, are left out.
    package func speedRecords(
        of pool: Pool, newest limit: Int
    ) async throws(ArenaError) -> [SpeedRecord] {
        try await read { db in
            let rows = try Row.fetchAll(
                db, sql: Self.speedQuery, arguments: [pool.rawValue, limit])
            return rows.map { row in
                SpeedRecord(
                    pacing: row["pacing"], quicker: row["quicker"], slower: row["slower"],
                    draws: row["draws"])
            }
        }
    }

    /// How votes fell on battles of a contender with itself, told or not.
    package func controlRecord(of pool: Pool) async throws(ArenaError) -> OutcomeCounts {
        try await read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT \(Self.outcomeCounts) FROM votes
                    WHERE pool = ? AND kind = 'control'
                        AND sequence NOT IN (SELECT sequence FROM uncounted_votes)
                    HAVING count(*) > 0
                    """,
                arguments: [pool.rawValue])
            return row.map { OutcomeCounts($0) } ?? OutcomeCounts()
        }
    }

    /// When the last vote that counts was cast on each contender.
    ///
    /// Complexity: linear in the votes since the oldest of these.
    package func lastVotes(of pool: Pool) async throws(ArenaError) -> [ContenderID: Date] {
        try await read { db in
            var wanted = try Set(
                String.fetchAll(
                    db,
                    sql: """
                        WITH met AS (
                            SELECT first, second FROM pair_tallies
                            WHERE pool = ? AND first_wins + second_wins + ties + both_bad > 0
                        )
                        SELECT first FROM met UNION SELECT second FROM met
                        """,
                    arguments: [pool.rawValue]))
            let votes = try Row.fetchCursor(
                db,
                sql: """
                    SELECT a_contender, b_contender, cast_at FROM counted_votes
                    WHERE pool = ? ORDER BY sequence DESC
                    """,
                arguments: [pool.rawValue])
            var found: [ContenderID: Date] = [:]
            while !wanted.isEmpty, let vote = try votes.next() {
                for column in ["a_contender", "b_contender"]
                where wanted.remove(vote[column]) != nil {
                    let name: ContenderID = try vote.value(
                        column, of: "votes", as: { ContenderID($0) })
                    found[name] = Date(milliseconds: vote["cast_at"])
                }
            }
            return found
        }
    }

    private static let outcomeCounts = """
        sum(outcome = 'a') AS a, sum(outcome = 'b') AS b, sum(outcome = 'tie') AS ties,
            sum(outcome = 'both_bad') AS both_bad
        """

    private static let speedQuery = """
        SELECT pacing, sum(outcome = quicker) AS quicker,
            sum(outcome IN ('a', 'b') AND outcome <> quicker) AS slower,
            sum(outcome IN ('tie', 'both_bad')) AS draws
        FROM (
            SELECT votes.outcome, vote_details.pacing,
                iif(a.total_seconds < b.total_seconds, 'a', 'b') AS quicker
            FROM (
                SELECT sequence, battle, outcome FROM counted_votes WHERE pool = ?
                ORDER BY sequence DESC LIMIT ?
            ) AS votes
            JOIN replies AS a
                ON a.battle = votes.battle AND a.turn = 1 AND a.side = 'a'
            JOIN replies AS b
                ON b.battle = votes.battle AND b.turn = 1 AND b.side = 'b'
            LEFT JOIN vote_details ON vote_details.sequence = votes.sequence
            WHERE a.total_seconds <> b.total_seconds
        ) GROUP BY pacing ORDER BY pacing
        """
}

extension OutcomeCounts {
    fileprivate init(_ row: Row) {
        self.init(a: row["a"], b: row["b"], ties: row["ties"], bothBad: row["both_bad"])
    }
}
