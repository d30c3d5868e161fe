import Arena
import ArgumentParser
import Foundation
import SQLiteStore

/// `arena backup`: a verified copy of the database, beside a running server.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a verified copy of the database.",
        discussion: """
            arena backup /var/backups/arena
            arena backup arena-before-upgrade.db

            Works beside a running server. A folder gets a file named by the time (UTC). The copy is
            checked whole before it gets its name, and its SHA-256 stands beside it. Settings, keys and
            secret.key are not in it; see deploy/backup.md.
            """)

    @Argument(help: "The file to write, or a folder to write it into.")
    var target: String
    @OptionGroup var config: ConfigOptions

    func run() async throws {
        let store = try Assembly.reader(config)
        let path = Self.path(of: target, at: Date())
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure(.cannotCreate, "exists", "\(path) is there already.")
        }
        let part = path + ".part"
        unlink(part)
        let anchor = try await store.copy(to: part)
        do {
            let inspection = try await Self.inspect(part, against: anchor, isFresh: true)
            try SumFile.write(for: part, named: path)
            guard rename(part, path) == 0 else {
                throw Failure(.cannotCreate, "cannot-write", "\(path) cannot be written.")
            }
            try SumFile.syncFolder(of: path)
            Output.tell("wrote \(path) (\(inspection.votes) votes)")
            Output.write(path + "\n")
        } catch {
            unlink(part)
            throw error
        }
    }

    /// The file for a target; a folder gets one named by the time.
    static func path(of target: String, at time: Date) -> String {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: target, isDirectory: &isFolder)
        guard isThere, isFolder.boolValue else { return target }
        let words = time.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
        return target + (target.hasSuffix("/") ? "" : "/") + "arena-\(words).db"
    }

    /// Checks a copy whole; `isFresh` says that this process has just written it.
    ///
    /// - Throws: ``Failure`` with code `verify`, naming what is not in order.
    static func inspect(
        _ copy: String, against anchor: LedgerAnchor?, isFresh: Bool = false
    ) async throws -> Inspection {
        let store: SQLiteStore
        do {
            store = try SQLiteStore.openForReading(
                file: copy, in: (copy as NSString).deletingLastPathComponent)
        } catch {
            throw Failure(opening: error)
        }
        let inspection = try await store.inspectCopy(against: anchor, isFresh: isFresh)
        guard let broken = inspection.findings.first(where: { !$0.isSound }) else {
            return inspection
        }
        throw Failure(.no, "verify", "\(copy) is not in order: \(broken.detail)")
    }
}
