package import Arena
import Foundation
import GRDB

extension SQLiteStore {
    /// Writes a copy of one unchanging state to a new file, for its owner only, and waits for the
    /// disk; works beside a running server, which goes on writing meanwhile.
    ///
    /// It is copied page by page. Where something was erased that the file was not swept of yet
    /// (``Sweep``), it is written anew instead (`VACUUM INTO`), which takes ten times as long: a copy
    /// holds nothing that was erased. It has no log beside it.
    ///
    /// - Returns: the anchor from before the copy; it must be found in the copy.
    /// - Throws: ``ArenaError/storage(_:)``, ``ArenaError/diskFull``; what was begun is removed.
    package func copy(to path: String) async throws(ArenaError) -> LedgerAnchor? {
        let anchor = AnchorFile.anchor(in: (file as NSString).deletingLastPathComponent)
        do {
            try Self.make(path)
            if try copyPages(to: path) {
                try Self.leaveLog(of: path)
            } else {
                try vacuum(into: path)
            }
            try Self.syncFile(path)
        } catch {
            unlink(path)
            throw ArenaError(translating: error)
        }
        return anchor
    }

    /// Copies all pages of one state unless they may hold what was erased; tells whether it did.
    private func copyPages(to path: String) throws -> Bool {
        try reader.read { db in
            guard try Sweep.isDone(in: db) else { return false }
            let copy = try DatabaseQueue(path: path, configuration: Self.copying)
            try copy.writeWithoutTransaction { copy in try db.backup(to: copy) }
            try copy.close()
            return true
        }
    }

    /// Marks a copied file as one that needs no log; what the log held is in its pages.
    private static func leaveLog(of path: String) throws {
        let copy = try DatabaseQueue(path: path, configuration: copying)
        try copy.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try copy.close()
    }

    /// The settings of a file that nobody else knows of, and that is synced when it is whole.
    private static var copying: Configuration {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
        }
        return configuration
    }

    private func vacuum(into path: String) throws {
        try reader.unsafeRead { db in
            // In memory the copy would be as large as the file. With the usual cache a third of the
            // time would go into reading the same pages again.
            try db.execute(sql: "PRAGMA temp_store = FILE; PRAGMA cache_size = -128000")
            try db.execute(sql: "VACUUM INTO ?", arguments: [path])
        }
    }

    /// Puts a backup into a folder that has no database, under its own name only when it is whole,
    /// with an anchor of its own.
    ///
    /// What an earlier database left there, log and index, is removed first: SQLite would mix them
    /// into the restored one.
    ///
    /// - Returns: the number of the last vote that the folder's anchor knew; 0 without one.
    /// - Throws: ``OpeningError``.
    package static func restore(
        _ backup: String, to folder: String
    ) throws(OpeningError) -> Int64 {
        try prepare(folder)
        let lock = try FolderLock(folder: folder)
        defer { lock.release() }
        let file = path(in: folder)
        guard !FileManager.default.fileExists(atPath: file) else { throw .notEmpty(folder) }
        let known = AnchorFile.anchor(in: folder)
        let anchor = try AnchorFile(folder: folder)
        try opening(file) {
            for left in [file + "-wal", file + "-shm", file + ".part"] { unlink(left) }
            try FileManager.default.copyItem(atPath: backup, toPath: file + ".part")
            chmod(file + ".part", 0o600)
            try syncFile(file + ".part")
            try mark(file + ".part", in: anchor)
            guard rename(file + ".part", file) == 0 else { throw AnchorError(code: errno) }
            try AnchorFile.syncFolder(folder)
        }
        return known?.sequence ?? 0
    }

    /// Anchors a copy at its own newest vote; one from before there was a chain, at none.
    private static func mark(_ copy: String, in file: AnchorFile) throws {
        let queue = try DatabaseQueue(path: copy, configuration: ConnectionSettings.reading)
        let newest = try queue.read { db in
            try db.tableExists("vote_chain") ? try VoteLink.newest(in: db) : nil
        }
        try queue.close()
        try file.begin()
        guard let newest else { return }
        try file.write(LedgerAnchor().next(sequence: newest.sequence, head: newest.head))
    }

    /// Makes an empty file that was not there, without what a copy that was broken off left beside it:
    /// SQLite would take that for this one's.
    private static func make(_ path: String) throws {
        let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw AnchorError(code: errno) }
        Foundation.close(descriptor)
        for left in ["-journal", "-wal", "-shm"] { unlink(path + left) }
    }

    private static func syncFile(_ path: String) throws {
        let descriptor = Foundation.open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw AnchorError(code: errno) }
        defer { Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw AnchorError(code: errno) }
    }
}
