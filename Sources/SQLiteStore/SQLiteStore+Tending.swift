package import Arena
import Foundation
import GRDB

extension SQLiteStore {
    /// Bytes of the write-ahead log over which somebody should look who reads for so long.
    package static let largeLog: Int64 = 64 << 20

    /// How large the write-ahead log is, and when it was last written.
    package struct LogState: Equatable, Sendable {
        /// Its size.
        package let bytes: Int64
        private let writtenAt: Date?

        init(_ file: String) {
            let facts = try? FileManager.default.attributesOfItem(atPath: file)
            bytes = (facts?[.size] as? Int64) ?? (facts?[.size] as? Int).map(Int64.init) ?? 0
            writtenAt = facts?[.modificationDate] as? Date
        }
    }

    /// The write-ahead log as it is now.
    package var log: LogState { LogState(file + "-wal") }

    /// Empties the write-ahead log unless somebody is reading; for when nothing is written.
    ///
    /// - Throws: ``ArenaError/storage(_:)``; after a fault of the disk nothing is written any more.
    package func emptyLog() async throws(ArenaError) {
        guard let pool, await damage() == nil else { return }
        let result = await withCheckedContinuation { caller in
            pool.asyncWriteWithoutTransaction { db in
                caller.resume(returning: Result { try Self.truncateLog(db) })
            }
        }
        do {
            try result.get()
        } catch {
            await writer?.note(error)
            throw ArenaError(translating: error)
        }
    }

    /// Tells once, in words, that the disk failed and nothing can be written any more.
    package var failures: AsyncStream<String> {
        writer?.failures ?? AsyncStream { $0.finish() }
    }

    /// A reader is not waited for: votes would wait with it.
    private static func truncateLog(_ db: Database) throws {
        try db.execute(sql: "PRAGMA busy_timeout = 0")
        defer { try? db.execute(sql: "PRAGMA busy_timeout = 5000") }
        _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
