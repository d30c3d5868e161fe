import Arena
import ArgumentParser
import Foundation
import SQLiteStore

/// `arena export`: votes, ratings or battles as files others can read.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write votes, ratings or battles as CSV or JSON Lines.",
        discussion: """
            arena export votes --format jsonl --out votes.jsonl
            arena export ratings --format csv

            Columns are the field's own (model_a, model_b, winner), so other tools read the files.
            Texts of battles go through a scrubber that takes out what looks like keys, passwords, mail
            addresses, and numbers of cards, accounts and telephones; --raw leaves them in.
            Voters appear under pseudonyms that are new in every export. With --out a manifest is
            written beside the file: rows, SHA-256, and where the chain of votes stood.
            """)

    /// What is exported.
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case votes, ratings, battles
    }

    @Argument(help: "votes, ratings or battles.")
    var subject: Subject
    @OptionGroup var config: ConfigOptions
    @Option(help: "csv or jsonl (battles: csv only with --open).")
    var format: OutputFormat = .jsonl
    @Option(help: "The file to write (default: standard output).")
    var out: String?
    @Option(help: "real or practice (default: both; ratings: real).")
    var pool: Pool?

    @Flag(help: "battles: leave keys, mail addresses and numbers in the texts.")
    var raw = false

    @Flag(help: "What anybody may take from the server: without texts, and late by 15 minutes.")
    var open = false

    func validate() throws {
        let isKnown = format == .jsonl || (format == .csv && (subject != .battles || open))
        guard isKnown else {
            throw ValidationError("\(subject.rawValue) cannot be exported as \(format.rawValue).")
        }
    }

    func run() async throws {
        let store = try Assembly.reader(config)
        let chain = try await store.chainHead()
        let sink = try ExportSink(out)
        let count = try await write(from: store) { try sink.write($0) }
        let bytes = try sink.close()
        guard let out else { return }
        let manifest = ExportManifest(
            subject: subject.rawValue, file: (out as NSString).lastPathComponent, rows: count,
            bytes: bytes, sha256: try SumFile.sum(of: out), reader: open ? "everyone" : "owner",
            writtenAt: Date(), chain: chain.map(ExportManifest.Head.init))
        try manifest.write(beside: out)
        Output.tell("wrote \(out) (\(count) \(subject.rawValue), \(bytes) bytes)")
    }

    /// Hands over the text of the export; returns how many rows there were.
    private func write(
        from store: any Store, to write: (String) async throws -> Void
    ) async throws -> Int {
        let format: ExportFormat = format == .csv ? .csv : .jsonl
        let reader: ExportReader = open ? .everyone(at: Date()) : .owner
        switch subject {
        case .votes:
            return try await VoteExport(store: store, pool: pool, for: reader)
                .write(as: format, to: write)
        case .ratings:
            guard let snapshot = try await store.latestSnapshot(of: pool ?? .real) else {
                throw ArenaError.noSnapshot
            }
            return try await RatingExport(snapshot).write(as: format, to: write)
        case .battles:
            return try await BattleExport(store: store, pool: pool, for: reader, scrubs: !raw)
                .write(as: format, to: write)
        }
    }
}
