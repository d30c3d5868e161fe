package import Arena
import Catalogue
package import Foundation
import GRDB

extension SQLiteStore {
    /// What the replies since a moment cost, by provider.
    ///
    /// Complexity: linear in the turns since then.
    package func spend(since: Date) async throws(ArenaError) -> Spend {
        try await read { db in try Self.spend(since: since, in: db) }
    }

    /// The counts of a day and of all time, for a pool where they are about votes.
    package func figures(of pool: Pool, since: Date) async throws(ArenaError) -> DayFigures {
        let file = file
        return try await read { db in
            var figures = DayFigures()
            figures.spend = try Self.spend(since: since, in: db)
            try Self.countDay(since, of: pool, into: &figures, in: db)
            try Self.countVotes(of: pool, into: &figures, in: db)
            let folder = (file as NSString).deletingLastPathComponent
            for name in [file, file + "-wal"] {
                let attributes = try? FileManager.default.attributesOfItem(atPath: name)
                figures.databaseBytes += (attributes?[.size] as? NSNumber)?.int64Value ?? 0
            }
            figures.freeBytes =
                (try? FileManager.default.attributesOfFileSystem(forPath: folder))
                .flatMap { ($0[.systemFreeSize] as? NSNumber)?.int64Value }
            return figures
        }
    }

    /// Stored snapshots, the newest first.
    package func snapshots(limit: Int) async throws(ArenaError) -> [SnapshotLine] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, pool, as_of, last_sequence, document ->> '$.votes' AS votes
                    FROM snapshots ORDER BY number DESC LIMIT ?
                    """,
                arguments: [limit]
            ).map { row in
                SnapshotLine(
                    id: row["id"], pool: try row.word("pool", of: "snapshots"),
                    asOf: Date(milliseconds: row["as_of"]), lastSequence: row["last_sequence"],
                    votes: row["votes"])
            }
        }
    }

    private static func spend(since: Date, in db: Database) throws -> Spend {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT provider, sum(cost) AS cost
                FROM turns INDEXED BY turns_by_time
                CROSS JOIN battles ON battles.id = turns.battle
                CROSS JOIN replies ON replies.battle = turns.battle AND replies.turn = turns.number
                JOIN contender_versions ON contender_versions.number
                    = iif(replies.side = 'a', battles.a_version, battles.b_version)
                WHERE turns.begun_at >= ? AND cost IS NOT NULL
                GROUP BY provider
                """,
            arguments: [since.milliseconds])
        let sums = rows.map { row in
            (row["provider"] as String, Money(picodollars: row["cost"]))
        }
        return Spend(Dictionary(sums) { first, _ in first })
    }

    private static func countDay(
        _ since: Date, of pool: Pool, into figures: inout DayFigures, in db: Database
    ) throws {
        let today: StatementArguments = [since.milliseconds, pool.rawValue]
        let battles = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*) AS battles, count(*) FILTER (WHERE state = 'skipped') AS skipped
                FROM battles WHERE opened_at >= ? AND pool = ?
                """,
            arguments: today)
        figures.battles = battles?["battles"] ?? 0
        figures.skipped = battles?["skipped"] ?? 0
        figures.votes =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM votes WHERE cast_at >= ? AND pool = ?",
                arguments: today) ?? 0
        let replies = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*) AS ended,
                    count(*) FILTER (WHERE replies.state = 'failed' AND fault <> 'cancelled')
                        AS failed
                FROM turns INDEXED BY turns_by_time
                CROSS JOIN battles ON battles.id = turns.battle
                CROSS JOIN replies ON replies.battle = turns.battle AND replies.turn = turns.number
                WHERE turns.begun_at >= ? AND pool = ? AND replies.state <> 'writing'
                """,
            arguments: today)
        figures.replies = replies?["ended"] ?? 0
        figures.failed = replies?["failed"] ?? 0
    }

    private static func countVotes(
        of pool: Pool, into figures: inout DayFigures, in db: Database
    ) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*) AS votes,
                    count(*) FILTER (WHERE reason IS NOT NULL) AS uncounted,
                    count(*) FILTER (WHERE reason = 'self_named') AS self_named,
                    count(*) FILTER (WHERE is_random AND outcome = 'a') AS lefts,
                    count(*) FILTER (WHERE is_random AND outcome = 'b') AS rights,
                    count(*) FILTER (WHERE is_control) AS controls,
                    count(*) FILTER (WHERE is_control AND outcome = 'a') AS control_lefts,
                    count(*) FILTER (WHERE is_control AND outcome = 'b') AS control_rights
                FROM (
                    SELECT votes.outcome, uncounted_votes.reason,
                        votes.kind = 'random' AND reason IS NULL AS is_random,
                        votes.kind = 'control' AND reason IS NULL AS is_control
                    FROM votes LEFT JOIN uncounted_votes USING (sequence) WHERE pool = ?
                )
                """,
            arguments: [pool.rawValue])
        guard let row else { return }
        figures.allVotes = row["votes"]
        figures.uncounted = row["uncounted"]
        figures.selfNamed = row["self_named"]
        figures.sides = DayFigures.Decided(left: row["lefts"], right: row["rights"])
        figures.controls = DayFigures.Decided(
            left: row["control_lefts"], right: row["control_rights"])
        figures.controlVotes = row["controls"]
    }
}
