import Arena
import ArgumentParser
import Foundation
import Providers
import Ratings

/// `arena battle`: a blind battle in the terminal, with a vote.
struct BattleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "battle", abstract: "Send a prompt to two contenders and judge them blind.",
        discussion: """
            arena battle "Name three uses of a paperclip"
            echo "Why is the sky blue?" | arena battle --vote tie --json
            arena battle --server https://arena.example.org "Explain deadlocks"

            Without --server the battle runs here; if a server already runs on this data folder, it
            is asked instead. Where nobody can be asked for a vote (no terminal, no --vote) the
            blind battle is printed and stays open.
            """)

    @Argument(help: "The prompt (default: standard input).")
    var prompt: String?
    @OptionGroup var config: ConfigOptions
    @OptionGroup var output: FormatOptions
    @Option(help: "The address of a running arena (ARENA_SERVER).")
    var server: String?
    @Option(
        help: "The vote, without asking: a, b, tie or both_bad.",
        transform: { word in
            guard let outcome = VoteOutcome(rawValue: word) else {
                throw ValidationError("It is one of a, b, tie and both_bad.")
            }
            return outcome
        })
    var vote: VoteOutcome?

    func run() async throws {
        let text = try prompt ?? Self.standardInput()
        let address = server ?? ProcessInfo.processInfo.environment["ARENA_SERVER"]
        if let address {
            return try await play(text, at: address, jar: .remote(address))
        }
        try await Assembly(config).withLocalServer { address, folder in
            try await play(text, at: address, jar: .local(folder))
        }
    }

    private func play(_ text: String, at address: String, jar: VoterJar) async throws {
        let client = try ArenaClient(address, jar: jar)
        let opened = try await client.open(text)
        let battle = try await client.follow(opened)
        let format = output.chosen()
        if format == .table { Output.write(BattleSheet(battle).text) }
        guard battle.votable else {
            throw Failure(
                .unreachable, "not-complete", "An answer did not arrive; no vote is possible.")
        }
        guard let outcome = try vote ?? ask() else {
            if format == .json { try Output.write(json: battle) }
            return
        }
        let reveal = try await client.vote(outcome, on: battle)
        if format == .json { return try Output.write(json: reveal) }
        Output.write(BattleSheet.reveal(reveal))
    }

    /// Asks the person for a vote; `nil` when there is nobody to ask, or on skip.
    private func ask() throws -> VoteOutcome? {
        guard isatty(STDIN_FILENO) == 1, Output.isTerminal else { return nil }
        while true {
            Output.write("[a] A  [t] tie  [x] both bad  [b] B  [s] skip  > ")
            guard let line = readLine() else { return nil }
            switch line.lowercased() {
            case "a": return .a
            case "b": return .b
            case "t": return .tie
            case "x": return .bothBad
            case "s": return nil
            default: Output.write("Type a, t, x, b or s.\n")
            }
        }
    }

    private static func standardInput() throws -> String {
        if isatty(STDIN_FILENO) == 1 { Output.tell("Your prompt, then Ctrl-D:") }
        let data = FileHandle.standardInput.readDataToEndOfFile()
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure(.badData, "validation", "The prompt is not valid UTF-8.")
        }
        return text
    }
}
