import Foundation

/// Why the database of a data folder cannot be opened; every description says what to do.
package enum OpeningError: Error, Equatable, CustomStringConvertible {
    /// Another server works on this folder.
    case folderInUse(String)
    /// There is no database in this folder, and one that is only read is not made.
    case noDatabase(folder: String)
    /// The database was written by a newer version of the arena; `migrations` are those this
    /// version does not know.
    case newerSchema(folder: String, migrations: [String])
    /// The database waits for migrations that a reader must not apply.
    case olderSchema(folder: String)
    /// Votes that were acknowledged are missing, and the database waits for migrations, which would
    /// write over what the log may still hold of them.
    case lossBeforeUpgrade(folder: String, missing: Int64)
    /// The folder cannot be made, entered or written.
    case unusableFolder(String, reason: String)
    /// The folder is on a file system that was mounted to be read only.
    case readOnlyFileSystem(String)
    /// The folder is on a file system that other machines share, which SQLite's log cannot bear.
    case networkFileSystem(String, kind: String)
    /// A backup is not put where a database is.
    case notEmpty(String)
    /// SQLite does not take the file.
    case database(file: String, reason: String)

    /// What happened and what to do, in one or two sentences.
    package var description: String {
        switch self {
        case .folderInUse(let folder):
            "Another arena server is running on the data folder \(folder). "
                + "Stop it, or choose another folder with --data."
        case .noDatabase(let folder):
            "There is no arena database in \(folder). "
                + "Start a server there with `arena serve`, or name another folder with --data."
        case .newerSchema(let folder, let migrations):
            "The database in \(folder) was written by a newer arena "
                + "(\(migrations.joined(separator: ", "))). Run that version; nothing was changed."
        case .olderSchema(let folder):
            "The database in \(folder) is of an older arena. "
                + "Start `arena serve` there once: it brings the database up to date."
        case .lossBeforeUpgrade(let folder, let missing):
            "\(missing) acknowledged votes are missing from the database in \(folder), which is of "
                + "an older arena; nothing was changed. Copy the folder, then look with that "
                + "version's `arena verify`, or restore a backup."
        case .unusableFolder(let folder, let reason):
            "The data folder \(folder) cannot be used: \(reason). "
                + "Mend it, or choose another folder with --data."
        case .readOnlyFileSystem(let folder):
            "The data folder \(folder) is on a file system that is mounted read-only. "
                + "Mount it for writing, or choose another folder with --data."
        case .networkFileSystem(let folder, let kind):
            "The data folder \(folder) is on a network file system (\(kind)), where SQLite can lose "
                + "votes. Choose a local folder with --data, or set storage.allow_network: true."
        case .notEmpty(let folder):
            "There is a database in \(folder) already. Restore into a new folder with --data."
        case .database(let file, let reason):
            "SQLite cannot open \(file): \(reason). "
                + "Run `sqlite3 \(file) 'PRAGMA integrity_check'`, or restore a backup."
        }
    }
}

extension OpeningError {
    /// The error for a system's error number.
    init(folder: String, code: Int32) {
        self =
            code == EROFS
            ? .readOnlyFileSystem(folder)
            : .unusableFolder(folder, reason: String(cString: strerror(code)))
    }
}
