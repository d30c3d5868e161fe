import Comparisons

/// A table of a block; columns that hold nothing anywhere are left out.
struct SectionTable {
    private let table: Table
    private let anchors: [String: String]
    private let columns: [Int]

    /// A view of a table; `anchors` gives the places of rows that others link to.
    init(_ table: Table, anchors: [String: String] = [:]) {
        self.table = table
        self.anchors = anchors
        columns = table.columns.indices.dropFirst().filter { column in
            table.rows.contains { $0.cells.count >= column && !$0.cells[column - 1].words.isEmpty }
        }
    }

    /// The table, in a frame of its own where it may be wider than the screen.
    var markup: HTML {
        """
        <div class="scroll" role="region" tabindex="0" aria-label="\(table.caption.text)">
        <table class="sheet cols-\(columns.count)">
        <caption>\(table.caption.plainMarkup)</caption>
        <thead><tr>\(head)</tr></thead>
        <tbody>
        \(table.rows.map(row))
        </tbody>
        </table>
        </div>
        """
    }

    private var head: HTML {
        let label: HTML =
            table.columns.first.map { $0.isEmpty } ?? true
            ? "<td></td>" : "<th scope=\"col\">\(table.columns[0].plainMarkup)</th>"
        let rest = columns.map { column -> HTML in
            let words = table.columns[column]
            return words.isEmpty ? "<td></td>" : "<th scope=\"col\">\(words.plainMarkup)</th>"
        }
        return HTML(trusted: label.text + rest.map(\.text).joined())
    }

    private func row(_ row: TableRow) -> HTML {
        var markup = "<tr"
        if let anchor = anchors[row.id] { markup += " id=\"\(anchor)\"" }
        markup += "><th scope=\"row\">" + row.label.plainMarkup.text + "</th>"
        for column in columns {
            let cell = column <= row.cells.count ? row.cells[column - 1] : nil
            markup += self.cell(cell).text
        }
        return HTML(trusted: markup + "</tr>")
    }

    private func cell(_ cell: Cell?) -> HTML {
        guard let cell else { return "<td></td>" }
        let isShort = cell.words.text.utf8.count <= 14
        let kind: HTML =
            cell.missing != nil ? " class=\"missing\"" : isShort ? " class=\"short\"" : ""
        return "<td\(kind)>\(cell.words.plainMarkup)\(cell.mark.markup)</td>"
    }
}
