import ArgumentParser

/// The program `arena`.
@main
struct Program: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "arena",
        abstract: "A self-hosted arena for blind pairwise votes on language models.",
        discussion: """
            arena serve                          start the arena on http://127.0.0.1:4141
            arena battle "Name three uses of a paperclip"
            arena leaderboard --format csv
            arena rate votes.jsonl               rate a vote file, without a server
            """,
        version: Version.line,
        subcommands: [
            ServeCommand.self, BattleCommand.self, LeaderboardCommand.self, RateCommand.self,
            CompareCommand.self, ExportCommand.self, FactsCommand.self, DoctorCommand.self,
            ConfigCommand.self, AdminLinkCommand.self, VerifyCommand.self, BackupCommand.self,
            RestoreCommand.self,
        ])

    /// Runs the command named on the command line and ends with the exit code of its error.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.exit(with: error, from: self)
        }
    }
}
