import Arena
import GRDB

/// Clears the files of what no query finds any more.
///
/// `secure_delete` overwrites what is deleted where it stands, but SQLite leaves copies of rows in
/// the unused parts of pages between which it has moved them: in a trial one erased battle in two
/// hundred could still be read in the file. Writing the file anew (`VACUUM`) leaves none.
/// `user_version` holds the number of erased and faded battles that the file has been swept of.
enum Sweep {
    /// Bytes of the largest file that is written anew at once; larger ones are at the next stop.
    static let sizeLimit: Int64 = 256 << 20

    private static let deletions = """
        SELECT (SELECT count(*) FROM erasures) + (SELECT count(*) FROM faded_battles)
        """

    /// Whether nothing was erased since the file was written anew the last time.
    static func isDone(in db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA user_version") == Int.fetchOne(db, sql: deletions)
    }

    /// Writes the file anew where there were erasures since the last time, and empties the log.
    static func run(upTo limit: Int64 = .max, in db: Database) throws {
        let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let pageSize = try Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        if try !isDone(in: db), pages * pageSize <= limit {
            let erasures = try Int.fetchOne(db, sql: deletions) ?? 0
            // In memory the copy would be as large as the file.
            try db.execute(sql: "PRAGMA temp_store = FILE")
            defer { try? db.execute(sql: "PRAGMA temp_store = MEMORY") }
            try db.execute(sql: "VACUUM")
            try db.execute(sql: "PRAGMA user_version = \(erasures)")
        }
        _ = try db.checkpoint(.truncate)
    }
}

extension SQLiteStore {
    /// Sweeps the files between two transactions.
    func sweep(upTo limit: Int64) async throws(ArenaError) {
        guard let pool else { return }
        let result = await withCheckedContinuation { caller in
            pool.asyncWriteWithoutTransaction { db in
                caller.resume(returning: Result { try Sweep.run(upTo: limit, in: db) })
            }
        }
        do {
            try result.get()
        } catch {
            await writer?.note(error)
            throw ArenaError(translating: error)
        }
    }
}
