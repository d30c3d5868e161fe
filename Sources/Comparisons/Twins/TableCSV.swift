/// Tables as CSV after RFC 4180: a head row, quoted where needed, CRLF at line ends.
package enum TableCSV {
    /// One table; text that a spreadsheet would run as a formula begins with an apostrophe, and a
    /// missing value is an empty cell.
    package static func text(_ table: Table) -> String {
        let rows = table.rows.map { row in
            [row.label.text] + row.cells.map { $0.missing == nil ? $0.words.text : "" }
        }
        return ([table.columns.map(\.text)] + rows)
            .map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return safe }
        return "\""
            + safe.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
