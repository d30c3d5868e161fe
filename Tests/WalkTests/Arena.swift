import Foundation
import TestSupport
import Testing

/// A running arena with a data folder of its own.
struct Arena {
    let folder: TemporaryFolder
    let program: Program
    let address: String
    /// The link into the admin side that the server printed at start.
    let adminLink: String
    /// Servers that must live as long as the arena.
    private let upstreams: [LoopbackServer]

    /// An arena with two upstreams that put markers everywhere.
    ///
    /// - Parameter gate: no battle's answers are whole before this is open.
    init(endingAfter gate: Gate? = nil) async throws {
        let upstreams = try Upstreams(endingAfter: gate)
        try await self.init(
            folder: TemporaryFolder(), settings: upstreams.configuration,
            upstreams: [upstreams.openAI, upstreams.anthropic])
    }

    /// An arena with these settings over these upstreams.
    init(
        settings: String, upstreams: [LoopbackServer], environment: [String: String] = [:],
        log: FileHandle? = nil
    ) async throws {
        try await self.init(
            folder: TemporaryFolder(), settings: settings, upstreams: upstreams,
            environment: environment, log: log)
    }

    private init(
        folder: TemporaryFolder, settings: String, upstreams: [LoopbackServer],
        environment: [String: String] = [:], log: FileHandle? = nil
    ) async throws {
        self.folder = folder
        self.upstreams = upstreams
        let file = folder.path + "/arena.yaml"
        // A control battle has one model twice; tests that want some say so.
        let rest = settings.contains("control_share") ? "" : "\ncontrol_share: 0\n"
        try (settings + rest).write(toFile: file, atomically: true, encoding: .utf8)
        program = try Program(
            ["serve", "--config", file, "--data", folder.path, "--port", "0"],
            environment: Upstreams.environment.merging(environment) { $1 }, log: log)
        address = try await program.line(after: "open ")
        adminLink = try await program.line(after: "admin ")
    }

    /// The same arena, started once more on the same data.
    func again() async throws -> Arena {
        let settings = try String(contentsOfFile: folder.path + "/arena.yaml", encoding: .utf8)
        return try await Arena(folder: folder, settings: settings, upstreams: upstreams)
    }

    /// The leaderboard once it has so many votes; it follows a vote by a moment.
    func leaderboard(withVotes votes: Int, as visitor: Visitor) async throws -> Visitor.Answer {
        try await visitor.get("/api/v1/leaderboard") { answer in
            try answer.status == 200 && answer.field("votes") == "\(votes)"
        }
    }
}
