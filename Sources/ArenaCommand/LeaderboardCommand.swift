import Arena
import ArgumentParser
import Foundation
import Ratings
import SQLiteStore
import SettingsReader

/// `arena leaderboard`: the newest ratings.
struct LeaderboardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leaderboard", abstract: "Print the ratings.")

    @OptionGroup var config: ConfigOptions
    @OptionGroup var output: FormatOptions
    @Option(help: "real or practice (default: real if it has votes).")
    var pool: Pool?
    @Option(help: "Only prompts of this category, as code or language-fr.")
    var category: Arena.Category?
    @Flag(help: "Take out the style of the answers: length, headings, bold, list items.")
    var style = false
    @Option(help: "Votes a model needs for a place (default: minimum_votes of the settings).")
    var minVotes: Int?
    @Option(help: "Past ratings: a snapshot's name, or a day as 2026-11-21.")
    var at: String?

    func validate() throws {
        guard at == nil || category == nil && !style else {
            throw ValidationError(
                "Past ratings are of all categories, as votes fell: leave out --at or the others.")
        }
        guard minVotes ?? 0 >= 0 else {
            throw ValidationError("--min-votes is 0 or more.")
        }
    }

    func run() async throws {
        let reader = try Assembly.reader(config)
        let settings = try Assembly.settings(config).settings
        for pool in pool.map({ [$0] }) ?? Pool.allCases {
            guard let snapshot = try await snapshot(of: pool, in: reader, settings) else {
                continue
            }
            var board = LeaderboardDocument(
                snapshot, minimumVotes: minVotes ?? settings.minimumVotes)
            board.category = category?.rawValue
            return try Self.write(board, as: output.chosen())
        }
        throw ArenaError.noSnapshot
    }

    private func snapshot(
        of pool: Pool, in store: SQLiteStore, _ settings: Settings
    ) async throws -> Snapshot? {
        if let at {
            if let moment = PastMoment(at)?.end {
                return try await store.snapshot(of: pool, until: moment)
            }
            let found = try await store.snapshot(at)
            return found?.pool == pool ? found : nil
        }
        let names = Dictionary(settings.contenders.map { ($0.id, $0.name) }) { first, _ in first }
        if style {
            let counted = try await store.styledVotes(
                of: BoardChoice(pool: pool, category: category), since: nil)
            guard counted.votes.count > 0 else { return nil }
            return Snapshot(
                try StyledBoardFit(counted.votes), pool: pool, asOf: Date(),
                lastSequence: counted.lastSequence, names: names)
        }
        guard let category else { return try await store.latestSnapshot(of: pool) }
        let counted = try await store.tally(of: pool, in: category)
        guard counted.tally.votes > 0 else { return nil }
        return Snapshot(
            try BoardFit(counted.tally, warmStart: nil), pool: pool, asOf: Date(),
            lastSequence: counted.lastSequence, names: names)
    }

    static func write(_ board: LeaderboardDocument, as format: OutputFormat) throws {
        guard let table = table(of: board).written(as: format) else {
            return try Output.write(json: board)
        }
        Output.write(table)
        if format == .table { Output.write(footer(of: board)) }
    }

    private static func table(of board: LeaderboardDocument) -> TextTable {
        TextTable(
            columns: ["rank", "model", "rating", "ci_low", "ci_high", "votes", "share"],
            rows: board.models.map { row in
                let ranks =
                    row.rankLo == row.rankHi ? "\(row.rankLo)" : "\(row.rankLo)–\(row.rankHi)"
                let whole = { (value: Double?) in
                    value.map { String(format: "%.1f", $0) } ?? ""
                }
                return [
                    ranks, row.name + (row.provisional ? " (provisional)" : ""), whole(row.rating),
                    whole(row.ci?.first), whole(row.ci?.last), String(row.votes),
                    row.averageShare.map { String(format: "%.0f%%", 100 * $0) } ?? "",
                ]
            })
    }

    private static func footer(of board: LeaderboardDocument) -> String {
        let practice = board.pool == .practice ? "practice: " : ""
        let snapshot = board.snapshot.map { ", snapshot \($0)" } ?? ""
        let time = board.asOf.map { ", \($0.formatted(.iso8601))" } ?? ""
        return "\(practice)\(board.votes) votes\(snapshot)\(time). \(board.sentence)\n"
    }
}

extension Pool: ExpressibleByArgument {}

extension Arena.Category: ExpressibleByArgument {}
