import Arena
import Foundation

extension LeaderboardDocument {
    /// Writes the board in a format; as a table with what it says below.
    func write(as format: OutputFormat) throws {
        switch format {
        case .json: try Output.write(json: self)
        case .jsonl: for row in models { try Output.write(json: row) }
        case .csv, .tsv: Output.write(exactTable.written(as: format) ?? "")
        case .table, .md:
            Output.write(shownTable.written(as: format) ?? "")
            Output.write(format == .table ? footer : "")
        }
    }

    /// Every digit, for programs.
    private var exactTable: TextTable {
        let text = { (value: Double?) in value.map { "\($0)" } ?? "" }
        return TextTable(
            columns: [
                "id", "name", "rating", "ci_low", "ci_high", "rank_lo", "rank_hi", "votes", "wins",
                "losses", "ties", "both_bad", "average_share", "component", "provisional",
            ],
            rows: models.map { row in
                [row.id, row.name, text(row.rating), text(row.ci?.first), text(row.ci?.last)]
                    + [row.rankLo, row.rankHi, row.votes, row.wins, row.losses, row.ties].map(
                        String.init)
                    + [String(row.bothBad), text(row.averageShare), String(row.component)]
                    + [String(row.provisional)]
            })
    }

    /// Rounded, for people.
    private var shownTable: TextTable {
        TextTable(
            columns: ["rank", "model", "rating", "votes", "share"],
            rows: models.map { row in
                [
                    row.rankLo == row.rankHi ? "\(row.rankLo)" : "\(row.rankLo)–\(row.rankHi)",
                    row.name + (row.provisional ? " (provisional)" : ""), row.shownRating,
                    String(row.votes),
                    row.averageShare.map { String(format: "%.0f%%", 100 * $0) } ?? "",
                ]
            })
    }

    private var footer: String {
        var lines = ["\(votes) votes, \(method). \(sentence)"]
        if let side {
            let share = 100 / (1 + exp(-side.value))
            lines.append(
                String(
                    format: "Between equals the left side gets %.1f%% of the votes (%+.1f points).",
                    share, side.points))
        }
        for effect in style ?? [] {
            lines.append(
                String(
                    format: "style %@: %+.1f points a standard deviation (%+.3f ±%.3f log-odds)",
                    effect.name, effect.points, effect.value,
                    (effect.ci[1] - effect.ci[0]) / 2))
        }
        if let tieParameter { lines.append(String(format: "Tie parameter ν %.4f.", tieParameter)) }
        return (lines + (notes ?? [])).joined(separator: "\n") + "\n"
    }
}

extension LeaderboardDocument.Row {
    /// The rating and half its interval, in whole points.
    var shownRating: String {
        guard let rating else { return "–" }
        guard let ci else { return String(format: "%.0f", rating) }
        return String(format: "%.0f ±%.0f", rating, (ci[1] - ci[0]) / 2)
    }
}
