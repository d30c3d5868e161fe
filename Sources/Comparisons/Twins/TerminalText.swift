import Ratings

/// A comparison in a terminal: the verdict, the scorecard, and why to choose each.
package enum TerminalText {
    /// The short text that `arena compare` prints.
    package static func short(_ comparison: Comparison) -> String {
        var lines = [headline(comparison), ""]
        if let table = comparison.scorecard.section.tables.first { lines += rows(of: table) }
        lines.append("")
        for side in PairSide.allCases {
            let reasons = comparison.chooseIf.reasons[side].map(\.text)
            let name = plain(comparison.subjects[side].name.text)
            lines.append(
                reasons.isEmpty
                    ? "We have no measured reason to choose \(name)."
                    : "Choose \(name) if " + plain(reasons.joined(separator: "; or ")) + ".")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The whole page as plain text, every block with its tables.
    package static func long(_ comparison: Comparison) -> String {
        let blocks = comparison.sections.map { section -> String in
            var lines = [plain(section.title.text).uppercased()]
            lines += section.sentences.map { plain($0.text) }
            for list in section.lists {
                lines.append(plain(list.title.text) + ":")
                lines += list.items.map { "- " + plain($0.text) }
            }
            for table in section.tables where !table.rows.isEmpty {
                lines += [plain(table.caption.text) + ":"] + rows(of: table)
            }
            return lines.joined(separator: "\n")
        }
        return ([plain(comparison.title.text)] + blocks).joined(separator: "\n\n") + "\n"
    }

    /// The state of the votes in a line, as `--assert` prints it.
    package static func headline(_ comparison: Comparison) -> String {
        let votes = comparison.votes
        guard let certainty = votes.certainty else {
            return "They have not met, even indirectly."
        }
        let words = CertaintyWords(
            certainty, comparison.subjects.map(\.name), path: "votes")
        let count = votes.record.votes
        let direct = count == 1 ? "1 direct battle." : "\(Form.count(count)) direct battles."
        return plain(
            [words.full.text, words.needed.text].filter { !$0.isEmpty }
                .joined(separator: " ") + " " + direct)
    }

    private static func rows(of table: Table) -> [String] {
        let isPair = table.columns.count == 4 && table.id == "scorecard"
        let head = table.columns.map { plain($0.text) }
        let body = table.rows.map { row in
            [plain(row.label.text)]
                + row.cells.map { cell in
                    cell.mark == .none
                        ? plain(cell.words.text) : plain(cell.words.text) + "  " + cell.mark.symbol
                }
        }
        let marked = isPair ? ["", "● " + head[1], "■ " + head[2], ""] : head
        return aligned([marked] + body)
    }

    private static func aligned(_ lines: [[String]]) -> [String] {
        let count = lines.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return lines.map { line in
            var text = ""
            for (column, cell) in line.enumerated() {
                let padding = max(0, widths[column] - cell.count)
                text += cell + String(repeating: " ", count: padding + 2)
            }
            while text.hasSuffix(" ") { text.removeLast() }
            return text
        }
    }

    /// Text without control characters, which a terminal would obey.
    private static func plain(_ text: String) -> String {
        String(
            text.unicodeScalars.filter {
                $0.properties.generalCategory != .control
                    && $0.properties.generalCategory != .format
            }.map(Character.init))
    }
}
