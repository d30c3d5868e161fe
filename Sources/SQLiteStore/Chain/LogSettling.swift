import Foundation
import GRDB

/// Puts on the disk what a start found in the write-ahead log.
///
/// A process that was killed between a commit and its sync leaves votes that stand in the system's
/// memory alone, and one whose disk failed may leave frames that the system takes for written. The
/// next sync of the log need not write either, and a power cut would take with them all that was
/// acknowledged after them. So the log is written into the file, and begun anew, before anything is
/// taken for kept.
enum LogSettling {
    /// Empties the log into the file and waits for the disk. Where somebody else reads for longer
    /// than the writer waits, or the file finds no room to grow, what the log holds is synced where
    /// it stands.
    ///
    /// - Throws: what SQLite says of a disk that fails, ``AnchorError`` where the log cannot be synced.
    static func run(in db: Database) throws {
        do {
            _ = try db.checkpoint(.truncate)
        } catch let error as DatabaseError
            where [.SQLITE_BUSY, .SQLITE_FULL].contains(error.resultCode)
        {
            try syncLog(of: db)
        }
    }

    private static func syncLog(of db: Database) throws {
        let name = "SELECT file FROM pragma_database_list WHERE name = 'main'"
        guard let file = try String.fetchOne(db, sql: name) else { return }
        let descriptor = open(file + "-wal", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw AnchorError(code: errno) }
        defer { close(descriptor) }
        guard AnchorFile.sync(descriptor) == 0 else { throw AnchorError(code: errno) }
    }
}
