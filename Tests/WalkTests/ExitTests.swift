import Foundation
import Testing

/// With which code the program ends, for supervisors and scripts.
struct ExitTests {
    /// What 78 says: nothing is broken, but there is nothing to do before somebody changes something.
    @Test(arguments: [
        (["verify"], "no-database"), (["verify", "--accept-loss", "x"], "no-database"),
        (["backup", "FOLDER/copy"], "no-database"), (["export", "votes"], "no-database"),
        (["leaderboard"], "no-database"), (["admin-link"], "no-database"),
    ]) func `without a database there is nothing to do`(arguments: [String], code: String)
        async throws
    {
        let folder = try TemporaryFolder()
        let run = try await Program.run(
            arguments.map { $0.replacing("FOLDER", with: folder.path) } + ["--data", folder.path])
        #expect(run.code == 78, "\(arguments) \(run.errors)")
        #expect(run.errors.hasSuffix("[\(code)]\n"), "\(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `with too little to work on there is nothing to do`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let data = ["--data", arena.folder.path]
        for (arguments, code) in [
            (["leaderboard"] + data, "no-snapshot"),
            (["export", "ratings"] + data, "no-snapshot"),
        ] {
            let run = try await Program.run(arguments)
            #expect(run.code == 78, "\(arguments) \(run.errors)")
            #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
        }
        #expect(await arena.program.stop() == 0)
        let sound = try await Program.run(["verify", "--accept-loss", "x"] + data)
        #expect(sound.code == 78 && sound.errors.contains("[nothing-lost]"), "\(sound.errors)")
    }

    @Test func `a battle with one model is nothing to do`() async throws {
        let upstreams = try Upstreams()
        let lines = upstreams.configuration.components(separatedBy: "  - id: birch")
        let arena = try await Arena(settings: lines[0], upstreams: [upstreams.openAI])
        defer { arena.program.end() }
        let run = try await Program.run(["battle", "Hello?", "--server", arena.address])
        #expect(run.code == 78 && run.errors.contains("[need-two-models]"), "\(run.errors)")
    }

    @Test func `the database of a newer arena is left as it is, by every command`() async throws {
        let arena = try await Arena()
        #expect(await arena.program.stop() == 0)
        let data = arena.folder.path
        let file = data + "/arena.db"
        // The name of the last step, as a later version would have written it.
        var bytes = try Data(contentsOf: URL(filePath: file))
        let name = try #require(Self.lastMigration(in: bytes))
        let later = Data(("9" + name.dropFirst()).utf8)
        // It stands in the table and in its index.
        while let range = bytes.range(of: Data(name.utf8)) {
            bytes.replaceSubrange(range, with: later)
        }
        try bytes.write(to: URL(filePath: file))
        for arguments in [["verify"], ["export", "votes"], ["backup", data + "/copy"]] {
            let run = try await Program.run(arguments + ["--data", data])
            #expect(run.code == 78, "\(arguments) \(run.code) \(run.errors)")
            #expect(run.errors.contains("[newer-schema]"), "\(run.errors)")
        }
        let run = try await Program.run(["serve", "--port", "0", "--data", data])
        #expect(run.code == 78 && run.errors.contains("[newer-schema]"), "\(run.errors)")
        #expect(try Data(contentsOf: URL(filePath: file)) == bytes)
    }

    /// The greatest name of a migration that stands in a database file.
    private static func lastMigration(in bytes: Data) -> String? {
        let names = String(decoding: bytes, as: UTF8.self).components(separatedBy: "sqlite_")
        return names.dropFirst().compactMap { rest in
            let number = rest.prefix { $0.isNumber }
            return number.count == 4 ? String(number) + rest.dropFirst(4).prefix(4) : nil
        }.max()
    }
}
