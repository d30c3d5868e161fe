/// Blocks as Markdown, tables and all.
package enum Markdown {
    /// The whole page of a comparison.
    package static func page(_ comparison: Comparison) -> String {
        page(comparison.title, comparison.sections)
    }

    /// The whole page of a model.
    package static func page(_ portrait: ModelPortrait) -> String {
        page(portrait.title, portrait.sections)
    }

    private static func page(_ title: Sentence, _ sections: [Section]) -> String {
        (["# " + escaped(title)] + sections.map(block)).joined(separator: "\n\n") + "\n"
    }

    /// One block.
    package static func block(_ section: Section) -> String {
        var parts = ["## " + escaped(section.title)]
        parts += section.sentences.map(escaped)
        parts += section.lists.map { list in
            "### " + escaped(list.title) + "\n\n"
                + list.items.map { "- " + escaped($0) }.joined(separator: "\n")
        }
        parts += section.tables.filter { !$0.rows.isEmpty }.map(table)
        return parts.joined(separator: "\n\n")
    }

    private static func table(_ table: Table) -> String {
        let head = line(table.columns.map(escaped))
        let rule = line(table.columns.map { _ in "---" })
        let rows = table.rows.map { row in line([escaped(row.label)] + row.cells.map(cell)) }
        return ([escaped(table.caption) + ":", "", head, rule] + rows).joined(separator: "\n")
    }

    private static func cell(_ cell: Cell) -> String {
        let text = escaped(cell.words)
        return cell.mark == .none ? text : "\(text) \(cell.mark.symbol) \(cell.mark.word)"
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }

    private static func escaped(_ sentence: Sentence) -> String {
        var text = ""
        sentence.forEachPiece { text += escaped($0.text) }
        return text
    }

    private static let special = Set("|*_`[]<>\\#".utf8)

    /// Text that Markdown reads as itself, on one line.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { special.contains($0) || $0 < 32 || $0 > 127 }) else {
            return text
        }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII, special.contains(UInt8(scalar.value)) { escaped += "\\" }
            let isBreak = scalar.value < 32 || scalar.properties.isPatternWhitespace
            escaped.unicodeScalars.append(isBreak ? " " : scalar)
        }
        return escaped
    }
}
