import Arena
import ArgumentParser
import Foundation

/// `arena export`: votes, ratings or battles as files others can read.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write votes, ratings or battles as CSV or JSON Lines.",
        discussion: """
            arena export votes --format jsonl --out votes.jsonl
            arena export ratings --format csv

            Columns are the field's own (model_a, model_b, winner), so other tools read the files.
            Voters appear under pseudonyms that are new in every export.
            """)

    /// What is exported.
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case votes, ratings, battles
    }

    @Argument(help: "votes, ratings or battles.")
    var subject: Subject
    @OptionGroup var config: ConfigOptions
    @Option(help: "csv or jsonl (battles: jsonl only).")
    var format: OutputFormat = .jsonl
    @Option(help: "The file to write (default: standard output).")
    var out: String?
    @Option(help: "real or practice (default: both; ratings: real).")
    var pool: Pool?

    func validate() throws {
        let isKnown = format == .jsonl || (format == .csv && subject != .battles)
        guard isKnown else {
            throw ValidationError("\(subject.rawValue) cannot be exported as \(format.rawValue).")
        }
    }

    func run() async throws {
        let store = try Assembly.reader(config)
        let sink = try ExportSink(out)
        let count =
            switch subject {
            case .votes: try await VoteExport(store: store, pool: pool).write(as: format, to: sink)
            case .ratings:
                try await RatingExport(store: store, pool: pool ?? .real)
                    .write(as: format, to: sink)
            case .battles: try await BattleExport(store: store, pool: pool).write(to: sink)
            }
        let bytes = try sink.close()
        if let out { Output.tell("wrote \(out) (\(count) \(subject.rawValue), \(bytes) bytes)") }
    }
}
