package import Arena
package import Charts
import Foundation

/// A board as text for programs and for notes: CSV and Markdown of the very rows of the page.
package struct BoardSheet: Sendable {
    private let board: Leaderboard

    /// The texts of a board.
    package init(_ board: Leaderboard) {
        self.board = board
    }

    /// All columns, exact, one row a contender in the order of the page, after RFC 4180.
    package var csv: String {
        let columns = BoardColumn.allCases.filter { $0 != .model }
        let head = ["id", "name", "group"] + columns.map(\.rawValue) + Self.ends
        let rows = board.groups.flatMap { group in
            group.rows.map { cells(of: $0, in: group, columns) }
        }
        return ([head] + rows).map(SheetText.line).joined()
    }

    private static let ends = ["low", "high", "provisional", "retired"]

    private func cells(
        of row: Leaderboard.Row, in group: Leaderboard.Group, _ columns: [BoardColumn]
    ) -> [String] {
        let standing = row.standing
        var cells = [standing.contender.text, standing.name, String(group.number + 1)]
        cells += columns.map { $0.exact(row, in: board) }
        cells += ["\(standing.low)", "\(standing.high)"]
        cells += [standing.isProvisional, row.isRetired].map { $0 ? "true" : "false" }
        return cells
    }

    /// The page in Markdown: the sentence, then a table for each group.
    package var markdown: String {
        let columns = BoardColumn.usual + board.query.columns
        let snapshot = board.snapshot
        let groups = board.groups
        var parts = [
            "# Leaderboard",
            "\(snapshot.votes) votes, \(snapshot.rows.count) models, ratings as of "
                + "\(snapshot.asOf.minuteText), snapshot \(snapshot.id).",
        ]
        parts += board.notes.map(\.words) + [SheetText.escaped(board.finding)]
        for group in groups {
            if groups.count > 1 { parts.append("## Group \(group.number + 1)") }
            let head = columns.map { $0 == .rating ? "Rating ± 95%" : $0.words }
            let rows = group.rows.map { row in
                columns.map { column in
                    let half = NumberFormat.rating(row.standing.halfWidth)
                    let text = column.text(row, in: board)
                    return SheetText.escaped(column == .rating ? "\(text) ±\(half)" : text)
                }
            }
            parts.append(
                ([head, head.map { _ in "---" }] + rows)
                    .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n") + "\n"
    }
}

/// A figure's table as CSV.
package struct PlotSheet: Sendable {
    private let table: PlotTable

    /// The table of a figure.
    package init(_ plot: any Plot) {
        table = plot.table
    }

    /// One head row, one row a line.
    package var csv: String {
        ([table.columns] + table.rows).map(SheetText.line).joined()
    }
}

/// How text is written where a program or a spreadsheet reads it.
enum SheetText {
    /// One line of CSV; text that a spreadsheet would run as a formula begins with an apostrophe.
    static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula && Double(text) == nil ? "'" + text : text
        guard safe.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// Text that Markdown reads as itself, on one line.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if "|*_`[]<>\\#".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(
                scalar.value < 32 || scalar.properties.isPatternWhitespace ? " " : scalar)
        }
        return escaped
    }
}
