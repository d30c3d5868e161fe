package import Arena
import GRDB

package import struct Foundation.Date

extension SQLiteStore {
    /// Keeps a report; a second one of the same visitor on the same battle takes its place.
    package func add(
        _ report: Report, by reporter: VoterID
    ) async throws(ArenaError) -> Bool {
        try await write { db in
            let recent = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM reports WHERE reporter = ? AND at > ? AND battle <> ?
                    """,
                arguments: [
                    reporter.text, report.at.milliseconds - 86_400_000, report.battle.text,
                ])
            guard recent ?? 0 < Report.dailyLimit else { return false }
            try db.execute(
                sql: """
                    INSERT INTO reports (battle, reporter, kind, note, at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (battle, reporter) DO UPDATE SET
                        kind = excluded.kind, note = excluded.note, at = excluded.at,
                        closed_at = NULL
                    """,
                arguments: [
                    report.battle.text, reporter.text, report.kind.rawValue, report.note,
                    report.at.milliseconds,
                ])
            return true
        }
    }

    /// Reports, open ones first, then the newest; at most `limit`.
    package func reports(limit: Int) async throws(ArenaError) -> [NumberedReport] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT reports.*,
                        EXISTS (
                            SELECT 1 FROM shared_battles WHERE battle = reports.battle
                        ) AS is_shared
                    FROM reports ORDER BY closed_at IS NOT NULL, number DESC LIMIT ?
                    """, arguments: [limit])
            return try rows.map(NumberedReport.init)
        }
    }

    /// Marks a report as seen to; where asked, takes its battle out of what anyone can read.
    package func close(
        report number: Int64, takingDown: Bool, at time: Date, logging entry: AuditEntry
    ) async throws(ArenaError) {
        try await write { db in
            let battle = try String.fetchOne(
                db, sql: "SELECT battle FROM reports WHERE number = ? AND closed_at IS NULL",
                arguments: [number])
            guard let battle = battle.flatMap({ BattleID($0) }) else {
                throw ArenaError.invalid(
                    field: "report", reason: "There is no open report \(number).")
            }
            try db.execute(
                sql: "UPDATE reports SET closed_at = ? WHERE number = ?",
                arguments: [time.milliseconds, number])
            if takingDown {
                try Self.endSharing(battle, in: db)
                try db.execute(
                    sql: """
                        INSERT INTO battle_marks (battle, mark, at) VALUES (?, 'unpublished', ?)
                        ON CONFLICT DO NOTHING
                        """, arguments: [battle.text, time.milliseconds])
            }
            try entry.insert(in: db)
        }
    }
}

extension NumberedReport {
    fileprivate init(_ row: Row) throws {
        self.init(
            number: row["number"],
            report: try Report(
                of: try row.value("battle", of: "reports", as: { BattleID($0) }),
                as: try row.word("kind", of: "reports"), note: row["note"],
                at: Date(milliseconds: row["at"])),
            isShared: row["is_shared"],
            closedAt: (row["closed_at"] as Int64?).map(Date.init(milliseconds:)))
    }
}
