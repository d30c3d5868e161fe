package import Arena
import GRDB

package import struct Foundation.Date

extension SQLiteStore {
    /// Records the versions of these contenders that are not recorded yet; nothing is ever removed.
    package func register(_ contenders: [Contender], at time: Date) async throws(ArenaError) {
        try await write { db in
            for contender in contenders { try contender.register(at: time, in: db) }
        }
    }

    /// Ends what a stop left behind; only to be called before the first battle is played.
    ///
    /// Complexity: linear in the battles that are not over.
    ///
    /// - Returns: how many battles were changed.
    package func recover(expiringBefore deadline: Date) async throws(ArenaError) -> Int {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE replies SET state = 'failed', fault = 'cancelled', fault_detail = ''
                    WHERE state = 'writing'
                    """)
            try db.execute(
                sql: """
                    UPDATE battles SET state = CASE
                        WHEN state = 'streaming'
                            AND NOT EXISTS (SELECT 1 FROM complete_turns WHERE battle = id)
                        THEN 'failed'
                        WHEN opened_at < :deadline THEN 'expired'
                        ELSE 'ready'
                    END
                    WHERE state = 'streaming'
                        OR (state IN ('created', 'ready') AND opened_at < :deadline)
                    """,
                arguments: ["deadline": deadline.milliseconds])
            return db.changesCount
        }
    }

    /// Counts and figures for the operator.
    package func census() async throws(ArenaError) -> Census {
        let file = file
        return try await read { db in
            Census(
                battles: try Self.battleCounts(in: db), votes: try Self.voteCounts(in: db),
                contenderVersions: try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM contender_versions") ?? 0,
                engine: try Self.description(of: file, in: db))
        }
    }

    private static func battleCounts(in db: Database) throws -> [BattleState: Int] {
        var counts: [BattleState: Int] = [:]
        let rows = try Row.fetchAll(
            db, sql: "SELECT state, count(*) AS battles FROM battles GROUP BY state")
        for row in rows {
            counts[try row.word("state", of: "battles")] = row["battles"]
        }
        return counts
    }

    private static func voteCounts(in db: Database) throws -> [Pool: Int] {
        var counts: [Pool: Int] = [:]
        let rows = try Row.fetchAll(
            db, sql: "SELECT pool, count(*) AS votes FROM votes GROUP BY pool")
        for row in rows {
            counts[try row.word("pool", of: "votes")] = row["votes"]
        }
        return counts
    }

    private static func description(of file: String, in db: Database) throws -> String {
        let version = try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "?"
        let journal = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "?"
        let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let pageSize = try Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        return "SQLite \(version), \(file), \(journal), \(pages * pageSize) bytes"
    }
}
