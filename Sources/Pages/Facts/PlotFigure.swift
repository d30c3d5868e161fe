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

    /// The words in a drawing are English; in other languages it says so.
    private func drawing(
        _ layout: PlotStyle.Layout, _ mark: String, in say: Phrasebook
    ) -> HTML {
        let language = say.language == .english ? nil : "en"
        let style = PlotStyle(
            layout: layout, palette: .page, name: name + mark, language: language)
        return HTML(trusted: plot.svg(style))
    }

    private func link(in say: Phrasebook) -> HTML {
        guard let file else { return .empty }
        let numbers: HTML = sheet.map { " <a href=\"\($0)\">CSV</a>" } ?? ""
        return " <a href=\"\(file)\">\(say("SVG file"))</a>\(numbers)"
    }

    private func table(in say: Phrasebook) -> HTML {
        let table = plot.table
        let title = say.text(plot.saidTitle)
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(title)">
            <table class="sheet">
            <caption class="sr-only">\(title)</caption>
            <thead><tr>\(HTML(trusted: table.columns.map {
                "<th scope=\"col\">\(HTML.escape(say.cell($0)))</th>"
            }.joined()))</tr></thead>
            <tbody>
            \(table.rows.map { row($0, in: say) })
            </tbody>
            </table>
            </div>
            """
    }

    private func row(_ cells: [String], in say: Phrasebook) -> HTML {
        var markup = "<tr>"
        for (index, cell) in cells.enumerated() {
            markup += index == 0 ? "<th scope=\"row\">" : "<td>"
            markup += HTML.escape(
                say.isPlainEnglish ? cell : index == 0 ? say.count(cell) : say.cell(cell))
            markup += index == 0 ? "</th>" : "</td>"
        }
        markup += "</tr>"
        return HTML(trusted: markup)
    }
}
