package import Arena
package import Foundation
import GRDB

extension SQLiteStore {
    /// What an operator accepted, for him to read.
    package struct Acceptance: Sendable, Equatable {
        /// What was found.
        package let damage: LedgerDamage
        /// The newest vote now; `nil` without one.
        package let newest: VoteReceipt?
    }

    /// Goes on with a database that is not what was acknowledged, because an operator says so: the
    /// chain is made anew from the first vote that is not as it was, the anchor follows, and what was
    /// accepted is kept for good and written to the audit log. No vote is changed.
    ///
    /// - Returns: what was accepted; `nil` where nothing was wrong.
    /// - Throws: ``OpeningError``, also for a file that SQLite itself finds damaged.
    package static func acceptLoss(
        in folder: String, because note: String, at time: Date
    ) throws(OpeningError) -> Acceptance? {
        let lock = try FolderLock(folder: folder)
        defer { lock.release() }
        let anchor = try AnchorFile(folder: folder)
        let file = folder + "/arena.db"
        // Looked at without the right to write: the last writer to close a file empties its log.
        let damage = try opening(file) {
            let looker = try DatabaseQueue(path: file, configuration: ConnectionSettings.inspecting)
            return try looker.read { db in try Self.wholeDamage(in: db, anchor: anchor.anchor) }
        }
        guard let damage else { return nil }
        return try opening(file) {
            guard damage.kind != .file else {
                throw ArenaError.storage("\(damage) Restore a backup with `arena restore`.")
            }
            let pool = try DatabasePool(path: file, configuration: ConnectionSettings.serving)
            try pool.writeWithoutTransaction(ConnectionSettings.harden)
            defer { try? pool.close() }
            let newest = try pool.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    try accept(damage, anchor: anchor.anchor, because: note, at: time, in: db)
                    return .commit
                }
                return try VoteLink.newest(in: db)
            }
            let mark = anchor.anchor ?? LedgerAnchor()
            try anchor.write(
                mark.next(sequence: newest?.sequence ?? 0, head: newest?.head ?? .start))
            return Acceptance(damage: damage, newest: newest)
        }
    }

    /// What is wrong in the whole of a database.
    private static func wholeDamage(in db: Database, anchor: LedgerAnchor?) throws -> LedgerDamage?
    {
        let inspector = Inspector(db: db, anchor: anchor, needsAnchor: true)
        if let fault = try inspector.chainFault() { return LedgerDamage(fault) }
        return Soundness.damage(in: db, anchor: anchor)
    }

    private static func accept(
        _ damage: LedgerDamage, anchor: LedgerAnchor?, because note: String, at time: Date,
        in db: Database
    ) throws {
        let first = damage.sequence ?? 1
        if damage.kind == .chain { try chainAnew(from: first, in: db) }
        let newest = try VoteLink.newest(in: db)
        let (last, head) = (newest?.sequence ?? 0, newest?.head ?? .start)
        try db.execute(
            sql: """
                INSERT INTO accepted_losses (
                    at, kind, first_sequence, last_sequence, anchor_sequence, anchor_head, head, note
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                time.milliseconds, damage.kind.rawValue, first, last, anchor?.sequence,
                (anchor?.head.bytes).map { Data($0) }, Data(head.bytes), String(note.prefix(500)),
            ])
        try AuditEntry(
            at: time, author: "arena verify", action: .lossAccepted, subject: damage.description,
            before: anchor.map { "vote \($0.sequence), head \($0.head)" } ?? "",
            after: "vote \(last), head \(head)", note: note
        ).insert(in: db)
    }

    private static func chainAnew(from first: Int64, in db: Database) throws {
        let triggers = try Row.fetchAll(
            db,
            sql: """
                SELECT name, sql FROM sqlite_schema
                WHERE type = 'trigger' AND tbl_name = 'vote_chain'
                """)
        for row in triggers { try db.execute(sql: "DROP TRIGGER \(row["name"] as String)") }
        try db.execute(sql: "DELETE FROM vote_chain WHERE sequence >= ?", arguments: [first])
        try VoteLink.appendAll(after: first - 1, in: db)
        for row in triggers { try db.execute(sql: row["sql"] as String) }
    }
}
