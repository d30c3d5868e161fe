/// The tables of a page for a spreadsheet.
package enum TableText {
    /// One line a cell: block, table, row, column, what is printed, and the mark; RFC 4180, a
    /// leading `'` before what a spreadsheet would take for a formula. Missing values are empty.
    package static func csv(_ sections: [Section]) -> String {
        var lines = ["block,table,row,column,value,mark"]
        for section in sections {
            for table in section.tables {
                for row in table.rows {
                    for (column, cell) in zip(table.columns.dropFirst(), row.cells)
                    where !cell.words.isEmpty {
                        let value = cell.missing == nil ? cell.words.text : ""
                        let parts = [
                            section.block.rawValue, table.id, row.label.text, column.text, value,
                            cell.mark.word,
                        ]
                        lines.append(parts.map(quoted).joined(separator: ","))
                    }
                }
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private static func quoted(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = (isFormula ? "'" : "") + text
        let needsQuotes = safe.contains { ",\"\r\n".contains($0) || $0.isNewline }
        guard needsQuotes else { return safe }
        return "\""
            + safe.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
