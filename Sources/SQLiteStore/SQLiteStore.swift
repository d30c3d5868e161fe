package import Arena
import Foundation
package import GRDB

/// The arena's data in one SQLite file, `arena.db` in the data folder.
///
/// One connection writes, and makes every checkpoint; up to four read beside it. What a method
/// returned from survives a power cut: the write-ahead log is synced with every commit.
package struct SQLiteStore: Store {
    /// The database file.
    package let file: String
    let reader: any DatabaseReader
    let writer: GroupCommit?
    let pool: DatabasePool?
    let headroom: Headroom?
    private let lock: FolderLock?
    private let isSound: Bool

    /// How a folder is served from.
    package struct Rules: Sendable, Equatable {
        /// Bytes that must be free for a battle to be opened, on a volume that is large enough; 0
        /// for no such mark. See ``Headroom``.
        package var minimumFree: Int64
        /// Whether the folder may be on a network file system.
        package var allowsNetwork: Bool

        /// Rules; 512 MiB and no network file systems unless told otherwise.
        package init(minimumFree: Int64 = 512 << 20, allowsNetwork: Bool = false) {
            self.minimumFree = minimumFree
            self.allowsNetwork = allowsNetwork
        }
    }

    /// Opens the database of a folder to serve from it; makes both where they are missing, and
    /// brings the schema up to date.
    ///
    /// Where it is not what was acknowledged it can be read and not written; see ``damage()``.
    ///
    /// - Parameter measuring: how full the volume of a folder is.
    /// - Throws: ``OpeningError``; nothing is changed then in a database that was there.
    package static func open(
        folder: String, rules: Rules = Rules(),
        measuring: @escaping @Sendable (String) -> Headroom.Volume? = Headroom.Volume.of
    ) throws(OpeningError) -> SQLiteStore {
        try prepare(folder)
        if !rules.allowsNetwork { try FileSystem.rejectNetwork(folder) }
        let lock = try FolderLock(folder: folder)
        let anchor = try AnchorFile(folder: folder)
        let file = try prepareFile(in: folder)
        // Before anything is written: a pool makes and drops a table when it is opened.
        let looker = try opening(file) {
            try DatabaseQueue(path: file, configuration: ConnectionSettings.reading)
        }
        try rejectNewer(looker, in: folder)
        try rejectLoss(looker, anchor: anchor.anchor, in: folder)
        try opening(file) { try looker.close() }
        let pool = try opening(file) {
            let pool = try DatabasePool(path: file, configuration: ConnectionSettings.serving)
            try pool.writeWithoutTransaction(ConnectionSettings.harden)
            return pool
        }
        let damage = try opening(file) { try migrate(pool, marking: anchor) }
        // A reader that looked at the schema before would give rows without the new columns.
        pool.invalidateReadOnlyConnections()
        return SQLiteStore(
            file: file, reader: pool,
            writer: GroupCommit(pool, anchor: anchor, damage: damage), pool: pool,
            headroom: Headroom(minimum: rules.minimumFree) { measuring(folder) }, lock: lock,
            isSound: damage == nil)
    }

    /// Brings the schema up to date, and looks whether all is there that was acknowledged.
    private static func migrate(
        _ pool: DatabasePool, marking anchor: AnchorFile
    ) throws -> LedgerDamage? {
        let migrator = ConnectionSettings.migrator
        let isChained = try pool.read(migrator.appliedIdentifiers)
            .contains(ConnectionSettings.chain)
        // Before there is a chain, so that no chain is ever without a mark.
        if !isChained, anchor.anchor == nil { try anchor.begin() }
        try migrator.migrate(pool)
        return try pool.writeWithoutTransaction { db in
            if let damage = Soundness.damage(in: db, anchor: anchor.anchor) { return damage }
            try LogSettling.run(in: db)
            if anchor.anchor == nil { try anchor.begin() }
            try anchor.follow(db)
            return nil
        }
    }

    /// Opens the database of a folder to read from it, beside a running server or without one.
    ///
    /// Methods that write throw ``ArenaError/storage(_:)``.
    ///
    /// - Throws: ``OpeningError``.
    package static func openForReading(folder: String) throws(OpeningError) -> SQLiteStore {
        try openForReading(file: path(in: folder), in: folder)
    }

    /// The steps that bring a database up to date, each in one transaction.
    package static var migrator: DatabaseMigrator { ConnectionSettings.migrator }

    /// Opens a copy of a database, a backup, to read from it.
    ///
    /// - Throws: ``OpeningError``.
    package static func openForReading(
        file: String, in folder: String
    ) throws(OpeningError) -> SQLiteStore {
        guard FileManager.default.fileExists(atPath: file) else {
            throw .noDatabase(folder: folder)
        }
        let queue = try opening(file) {
            try DatabaseQueue(path: file, configuration: ConnectionSettings.reading)
        }
        try rejectNewer(queue, in: folder)
        let isCurrent = try opening(file) {
            try queue.read(ConnectionSettings.migrator.hasCompletedMigrations)
        }
        guard isCurrent else { throw .olderSchema(folder: folder) }
        return SQLiteStore(
            file: file, reader: queue, writer: nil, pool: nil, headroom: nil, lock: nil,
            isSound: true)
    }

    /// Empties the write-ahead log into the file, sweeps it of erased texts and closes it; the folder
    /// is free again.
    ///
    /// - Throws: ``ArenaError/storage(_:)``; what was acknowledged is safe all the same.
    package func close() throws(ArenaError) {
        do {
            // What is damaged is left as it is for whoever looks into it.
            if isSound { try pool?.writeWithoutTransaction { db in try Sweep.run(in: db) } }
            try reader.close()
            lock?.release()
        } catch {
            throw ArenaError(translating: error)
        }
    }
}

extension SQLiteStore {
    /// Reads from one unchanging state of the database.
    package func read<Value: Sendable>(
        _ work: @escaping Work<Value>
    ) async throws(ArenaError) -> Value {
        let result = await withCheckedContinuation { caller in
            reader.asyncRead { access in
                let result = Result { try work(access.get()) }
                caller.resume(returning: result.mapError(ArenaError.init(translating:)))
            }
        }
        return try result.get()
    }

    /// Writes; see ``GroupCommit``.
    package func write<Value: Sendable>(
        _ work: @escaping Work<Value>
    ) async throws(ArenaError) -> Value {
        guard let writer else { throw .storage("\(file) was opened for reading only") }
        return try await writer.perform(work)
    }
}

extension SQLiteStore {
    static func path(in folder: String) -> String { folder + "/arena.db" }

    static func prepare(_ folder: String) throws(OpeningError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            if errno == EROFS { throw .readOnlyFileSystem(folder) }
            throw .unusableFolder(folder, reason: error.localizedDescription)
        }
    }

    /// Makes the file before SQLite does, for the owner only; SQLite gives its log the same mode.
    private static func prepareFile(in folder: String) throws(OpeningError) -> String {
        let file = path(in: folder)
        let descriptor = Foundation.open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw OpeningError(folder: folder, code: errno) }
        Foundation.close(descriptor)
        return file
    }

    private static func rejectNewer(
        _ database: some DatabaseReader, in folder: String
    ) throws(OpeningError) {
        let applied = try opening(path(in: folder)) {
            try database.read(ConnectionSettings.migrator.appliedIdentifiers)
        }
        let unknown = applied.subtracting(ConnectionSettings.migrator.migrations)
        guard unknown.isEmpty else {
            throw .newerSchema(folder: folder, migrations: unknown.sorted())
        }
    }

    /// A database without all its votes is not migrated: that begins where the log is damaged, and
    /// what stands behind could be saved still.
    private static func rejectLoss(
        _ database: some DatabaseReader, anchor: LedgerAnchor?, in folder: String
    ) throws(OpeningError) {
        let last: Int64? = try opening(path(in: folder)) {
            try database.read { db in
                let applied = try ConnectionSettings.migrator.appliedIdentifiers(db)
                guard applied.contains(ConnectionSettings.chain),
                    applied.count < ConnectionSettings.migrator.migrations.count
                else { return nil }
                return try Int64.fetchOne(db, sql: "SELECT ifnull(max(sequence), 0) FROM votes")
            }
        }
        if let last, let marked = anchor?.sequence, marked > last {
            throw .lossBeforeUpgrade(folder: folder, missing: marked - last)
        }
    }

    static func opening<Value>(
        _ file: String, _ work: () throws -> Value
    ) throws(OpeningError) -> Value {
        do {
            return try work()
        } catch {
            throw .database(file: file, reason: ArenaError(translating: error).storageWords)
        }
    }
}
