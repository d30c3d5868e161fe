import Comparisons
import Phrases

/// A table of a block; columns that hold nothing anywhere are left out.
struct SectionTable {
    private let table: Table
    private let say: Phrasebook
    private let anchors: [String: String]
    private let columns: [Int]

    /// A view of a table; `anchors` gives the places of rows that others link to.
    init(_ table: Table, in say: Phrasebook, anchors: [String: String] = [:]) {
        self.table = table
        self.say = say
        self.anchors = anchors
        columns = table.columns.indices.dropFirst().filter { column in
            table.rows.contains { $0.cells.count >= column && !$0.cells[column - 1].words.isEmpty }
        }
    }

    /// The table, in a frame of its own where it may be wider than the screen.
    var markup: HTML {
        """
        <div class="scroll" role="region" tabindex="0" aria-label="\(table.caption.text(in: say))">
        <table class="sheet cols-\(columns.count)">
        <caption>\(table.caption.plainMarkup(in: say))</caption>
        <thead><tr>\(head)</tr></thead>
        <tbody>
        \(rows)
        </tbody>
        </table>
        </div>
        """
    }

    private var head: HTML {
        let label: HTML =
            table.columns.first.map { $0.isEmpty } ?? true
            ? "<td></td>" : "<th scope=\"col\">\(table.columns[0].plainMarkup(in: say))</th>"
        let rest = columns.map { column -> HTML in
            let words = table.columns[column]
            return words.isEmpty
                ? "<td></td>" : "<th scope=\"col\">\(words.plainMarkup(in: say))</th>"
        }
        return HTML(trusted: label.text + rest.map(\.text).joined())
    }

    private var rows: HTML {
        var markup = ""
        for (index, row) in table.rows.enumerated() {
            if index > 0 { markup += "\n" }
            append(row, to: &markup)
        }
        return HTML(trusted: markup)
    }

    private func append(_ row: TableRow, to markup: inout String) {
        markup += "<tr"
        if let anchor = anchors[row.id] { markup += " id=\"\(anchor)\"" }
        markup += "><th scope=\"row\">"
        markup.append(plain: row.label, in: say)
        markup += "</th>"
        for column in columns {
            append(column <= row.cells.count ? row.cells[column - 1] : nil, to: &markup)
        }
        markup += "</tr>"
    }

    private func append(_ cell: Cell?, to markup: inout String) {
        guard let cell else {
            markup += "<td></td>"
            return
        }
        let isShort = cell.words.length <= 14
        markup +=
            cell.missing != nil
            ? "<td class=\"missing\">" : isShort ? "<td class=\"short\">" : "<td>"
        markup.append(plain: cell.words, in: say)
        if cell.mark != .none { markup += cell.mark.markup(in: say).text }
        markup += "</td>"
    }
}

extension Sentence {
    /// Bytes of the plain text.
    fileprivate var length: Int {
        var length = 0
        forEachPiece { length += $0.text.utf8.count }
        return length
    }
}
