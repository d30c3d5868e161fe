import GRDB
import Schema

/// How every connection to the database is set up.
enum ConnectionSettings {
    /// The settings of a server's connections.
    static var serving: Configuration {
        var configuration = reading
        configuration.readonly = false
        configuration.maximumReaderCount = 4
        return configuration
    }

    /// The settings of a connection that never writes, beside a server or alone.
    ///
    /// 16 MB of pages, not the usual 2: those above the leaves of a million votes stay there, and a
    /// walk along them asks the system for a tenth as many.
    static var reading: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA secure_delete = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA mmap_size = 0;
                    PRAGMA cache_size = -16000;
                    """)
        }
        return configuration
    }

    /// The settings of a connection that reads a whole file by itself: 64 MB of pages.
    static var inspecting: Configuration {
        var configuration = reading
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA cache_size = -64000") }
        return configuration
    }

    /// The settings of a connection that reads a file that this process has just written: the file is
    /// mapped into memory, which halves the time. A disk that fails under a mapped file ends the
    /// process by a signal, so no other file is.
    static var inspectingFresh: Configuration {
        var configuration = inspecting
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA mmap_size = \(Int64(1) << 40)")
        }
        return configuration
    }

    /// Makes every commit of the writer wait for the disk.
    ///
    /// `DatabasePool` itself sets `NORMAL` on its writer after `prepareDatabase`, so this comes
    /// after opening; with `NORMAL` a power cut loses votes that were acknowledged.
    static func harden(_ db: Database) throws {
        try db.execute(
            sql: """
                PRAGMA synchronous = FULL;
                PRAGMA fullfsync = ON;
                PRAGMA journal_size_limit = 67108864;
                """)
    }

    /// The migration that makes the chain of votes.
    static let chain = "sqlite_0007_chain"

    /// The migrations of ``Schema``, each in one transaction; that of the chain chains old votes.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in Schema.sqlite {
            migrator.registerMigration(migration.name) { db in
                try db.execute(sql: migration.sql)
                // In the same transaction: there is no moment with a chain that lacks old votes.
                if migration.name == chain { try VoteLink.appendAll(after: 0, in: db) }
            }
        }
        return migrator
    }
}
