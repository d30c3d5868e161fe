import Arena
import ArgumentParser
import Foundation
import SQLiteStore

/// `arena restore`: a backup put into a new data folder, or tried out.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup into a new data folder.",
        discussion: """
            arena restore arena-20261121T020000Z.db --data /srv/arena-new
            arena restore arena-20261121T020000Z.db --drill

            The backup is checked first, and against the SHA-256 beside it where there is one. A folder
            that has a database, or is served from, is refused. --drill restores into a temporary
            folder, starts from it, checks all of it and deletes it.
            """)

    @Argument(help: "The backup.")
    var backup: String
    @Option(help: "The data folder to restore into.")
    var data: String?
    @Flag(help: "Try it out in a temporary folder, and delete that.")
    var drill = false

    func validate() throws {
        guard drill != (data != nil) else {
            throw ValidationError("Name a folder with --data, or try it out with --drill.")
        }
    }

    func run() async throws {
        guard FileManager.default.fileExists(atPath: backup) else {
            throw Failure(.noInput, "no-file", "\(backup) cannot be read.")
        }
        let hasSum = try SumFile.check(backup)
        if !hasSum { Output.tell("no \(backup).sha256: the file is checked without it") }
        guard let data else { return try await rehearse() }
        let inspection = try await restore(to: data)
        Output.write("restored \(inspection.votes) votes into \(data)\n")
    }

    private func restore(to folder: String) async throws -> Inspection {
        let inspection = try await BackupCommand.inspect(backup, against: nil)
        let known: Int64
        do {
            known = try SQLiteStore.restore(backup, to: folder)
        } catch {
            throw Failure(opening: error)
        }
        let last = inspection.newest?.sequence ?? 0
        if known > last {
            Output.tell(
                "\(known - last) votes that were acknowledged in \(folder) are not in the backup")
        }
        return inspection
    }

    private func rehearse() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "arena-drill-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let before = try await restore(to: folder)
        let store: SQLiteStore
        do {
            store = try SQLiteStore.open(folder: folder)
        } catch {
            throw Failure(opening: error)
        }
        if let damage = await store.damage() { throw Failure(.no, "verify", "\(damage)") }
        let after = try await store.inspect()
        try store.close()
        guard after.isSound, after.newest == before.newest else {
            throw Failure(.no, "verify", "The restored database is not that of the backup.")
        }
        Output.write("drill passed: \(after.votes) votes restored, checked and deleted again\n")
    }
}
