package import Arena
package import Foundation
import GRDB

extension SQLiteStore {
    /// Opens a session; its line in the log bears the author that the session gets.
    package func openSession(
        digest: String, name: String, at time: Date, until end: Date
    ) async throws(ArenaError) -> AdminSession {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO admin_sessions (digest, name, opened_at, expires_at)
                    VALUES (?, ?, ?, ?)
                    """,
                arguments: [digest, name, time.milliseconds, end.milliseconds])
            let session = AdminSession(
                number: db.lastInsertedRowID, digest: digest, name: name, openedAt: time,
                expiresAt: end)
            let entry = AuditEntry(
                at: time, author: session.author, action: .entered,
                subject: "session \(session.number)")
            try entry.insert(in: db)
            return session
        }
    }

    /// The session of a token's digest, over or not; `nil` if there is none.
    package func session(of digest: String) async throws(ArenaError) -> AdminSession? {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT * FROM admin_sessions WHERE digest = ?")
            return try Row.fetchOne(statement, arguments: [digest]).map { AdminSession($0) }
        }
    }

    /// Sessions that are open at a moment, the newest first.
    package func sessions(openAt time: Date) async throws(ArenaError) -> [AdminSession] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM admin_sessions WHERE ended_at IS NULL AND expires_at > ?
                    ORDER BY number DESC
                    """,
                arguments: [time.milliseconds]
            ).map { AdminSession($0) }
        }
    }

    /// Ends a session; one that is over stays as it is, and nothing is logged then.
    package func endSession(
        _ number: Int64, logging entry: AuditEntry
    ) async throws(ArenaError) {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE admin_sessions SET ended_at = ?
                    WHERE number = ? AND ended_at IS NULL
                    """,
                arguments: [entry.at.milliseconds, number])
            if db.changesCount == 1 { try entry.insert(in: db) }
        }
    }
}

extension AdminSession {
    fileprivate init(_ row: Row) {
        let endedAt: Int64? = row["ended_at"]
        self.init(
            number: row["number"], digest: row["digest"], name: row["name"],
            openedAt: Date(milliseconds: row["opened_at"]),
            expiresAt: Date(milliseconds: row["expires_at"]),
            endedAt: endedAt.map(Date.init(milliseconds:)))
    }
}
