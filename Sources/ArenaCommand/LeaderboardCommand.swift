import Arena
import ArgumentParser
import Foundation
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

    func run() async throws {
        let reader = try Assembly.reader(config)
        let pools = pool.map { [$0] } ?? Pool.allCases
        for pool in pools {
            guard let snapshot = try await reader.latestSnapshot(of: pool) else { continue }
            let votes = try Assembly.settings(config).settings.minimumVotes
            return try Self.write(
                LeaderboardDocument(snapshot, minimumVotes: votes), as: output.chosen())
        }
        throw ArenaError.noSnapshot
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
