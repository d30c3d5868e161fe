/// Tables as CSV after RFC 4180: a head row, quoted where needed, CRLF at line ends.
package enum TableCSV {
    /// One table; text that a spreadsheet would run as a formula begins with an apostrophe, and a
    /// missing value is an empty cell.
    package static func text(_ table: Table) -> String {
        let rows = table.rows.map { row in
            [row.label.text] + row.cells.map { $0.missing == nil ? $0.words.text : "" }
        }
        return written([table.columns.map(\.text)] + rows)
    }

    /// All tables of a page, one line a cell: block, table, row, column, what is printed, mark.
    package static func text(_ sections: [Section]) -> String {
        var rows = [["block", "table", "row", "column", "value", "mark"]]
        for section in sections {
            for table in section.tables {
                for row in table.rows {
                    for (column, cell) in zip(table.columns.dropFirst(), row.cells)
                    where !cell.words.isEmpty {
                        rows.append([
                            section.block.rawValue, table.id, row.label.text, column.text,
                            cell.missing == nil ? cell.words.text : "", cell.mark.word,
                        ])
                    }
                }
            }
        }
        return written(rows)
    }

    private static func written(_ rows: [[String]]) -> String {
        rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        let isFormula =
            text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return safe }
        return "\""
            + safe.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
