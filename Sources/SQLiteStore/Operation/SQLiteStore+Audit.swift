package import Arena
import Foundation
import GRDB

extension SQLiteStore {
    /// Notes something that changes nothing in the store.
    package func note(_ entry: AuditEntry) async throws(ArenaError) {
        try await write { db in try entry.insert(in: db) }
    }

    /// Entries of the log below a number, the newest first.
    package func auditLog(
        before number: Int64?, limit: Int
    ) async throws(ArenaError) -> [NumberedEntry] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM audit_log WHERE number < ? ORDER BY number DESC LIMIT ?",
                arguments: [number ?? .max, limit]
            ).map { row in
                NumberedEntry(
                    number: row["number"],
                    entry: AuditEntry(
                        at: Date(milliseconds: row["at"]), author: row["author"],
                        action: try row.word("action", of: "audit_log"), subject: row["subject"],
                        before: row["before"], after: row["after"], note: row["note"]))
            }
        }
    }

    /// Decides whether votes count, all or none of them.
    package func rule(_ rulings: [Ruling], logging entry: AuditEntry) async throws(ArenaError) {
        try await write { db in
            for ruling in rulings { try ruling.insert(in: db) }
            try entry.insert(in: db)
        }
    }
}

extension AuditEntry {
    /// Adds the entry to the log, inside the transaction of the change it tells of.
    func insert(in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO audit_log (number, at, author, action, subject, before, after, note)
                SELECT ifnull(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM audit_log
                """)
        try statement.execute(arguments: [
            at.milliseconds, author, action.rawValue, subject, before, after, note,
        ])
    }
}
