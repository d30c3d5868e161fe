import Charts
import Phrases

/// A figure with what it says, and its numbers in a table behind it.
struct PlotFigure {
    private let plot: any Plot
    private let name: String
    private let file: String?
    private let sheet: String?
    private let finding: Saying?

    /// A figure; `name` is unlike any other on the page, `file` the address of the same drawing as
    /// a file, `table` that of its numbers, `finding` what is said in place of its own.
    init(
        _ plot: any Plot, name: String, file: String? = nil, table: String? = nil,
        finding: Saying? = nil
    ) {
        sheet = table
        self.finding = finding
        self.plot = plot
        self.name = name
        self.file = file
    }

    /// The drawing for a wide screen and for a phone, the finding, the table.
    func markup(in say: Phrasebook) -> HTML {
        """
        <figure class="plot-figure" aria-describedby="\(name)-data">
        \(drawing(.wide, "-w", in: say))
        \(drawing(.narrow, "-n", in: say))
        <figcaption>\(say.text(finding ?? plot.saidFinding))\(link(in: say))</figcaption>
        <details class="data"><summary id="\(name)-data">\(say("Data as a table"))</summary>
        \(table(in: say))
        </details>
        </figure>
        """
    }

    private func drawing(
        _ layout: PlotStyle.Layout, _ mark: String, in say: Phrasebook
    ) -> HTML {
        let style = PlotStyle(layout: layout, palette: .page, name: name + mark, say: say)
        return HTML(trusted: plot.svg(style))
    }

    private func link(in say: Phrasebook) -> HTML {
        guard let file else { return .empty }
        let numbers: HTML = sheet.map { " <a href=\"\($0)\">CSV</a>" } ?? ""
        let mark = file.contains("?") ? "&" : "?"
        let address =
            say.language == .english ? file : file + mark + "lang=" + say.language.code
        return " <a href=\"\(address)\">\(say("SVG file"))</a>\(numbers)"
    }

    private func table(in say: Phrasebook) -> HTML {
        let table = plot.table
        let title = say.text(plot.saidTitle)
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(title)">
            <table class="sheet">
            <caption class="sr-only">\(title)</caption>
            <thead><tr>\(HTML(trusted: table.columns.map {
                "<th scope=\"col\">\(HTML.escape(words($0, in: table, say)))</th>"
            }.joined()))</tr></thead>
            <tbody>
            \(table.rows.map { row($0, in: table, say) })
            </tbody>
            </table>
            </div>
            """
    }

    /// A cell or a column's head: words with parts, a day, a number, a word, or a name.
    private func words(_ cell: String, in table: PlotTable, _ say: Phrasebook) -> String {
        if say.isPlainEnglish { return cell }
        if let said = table.sayings[cell] ?? PlotDay(words: cell)?.said { return say.text(said) }
        return say.cell(cell)
    }

    private func row(_ cells: [String], in table: PlotTable, _ say: Phrasebook) -> HTML {
        var markup = "<tr>"
        for (index, cell) in cells.enumerated() {
            markup += index == 0 ? "<th scope=\"row\">" : "<td>"
            let isName = index == 0 && table.sayings[cell] == nil && PlotDay(words: cell) == nil
            markup += HTML.escape(isName ? say.count(cell) : words(cell, in: table, say))
            markup += index == 0 ? "</th>" : "</td>"
        }
        markup += "</tr>"
        return HTML(trusted: markup)
    }
}
