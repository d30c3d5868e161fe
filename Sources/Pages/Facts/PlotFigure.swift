import Charts
import Phrases

/// A figure with what it says, and its numbers in a table behind it.
struct PlotFigure {
    private let plot: any Plot
    private let name: String
    private let file: String?
    private let sheet: String?

    /// A figure; `name` is unlike any other on the page, `file` the address of the same drawing as
    /// a file, `table` that of its numbers.
    init(_ plot: any Plot, name: String, file: String? = nil, table: String? = nil) {
        sheet = table
        self.plot = plot
        self.name = name
        self.file = file
    }

    /// The drawing for a wide screen and for a phone, the finding, the table.
    func markup(in say: Phrasebook) -> HTML {
        """
        <figure class="plot-figure" aria-describedby="\(name)-data">
        \(drawing(.wide, "-w"))
        \(drawing(.narrow, "-n"))
        <figcaption>\(plot.finding)\(link(in: say))</figcaption>
        <details class="data"><summary id="\(name)-data">\(say("Data as a table"))</summary>
        \(table)
        </details>
        </figure>
        """
    }

    private func drawing(_ layout: PlotStyle.Layout, _ mark: String) -> HTML {
        HTML(trusted: plot.svg(PlotStyle(layout: layout, palette: .page, name: name + mark)))
    }

    private func link(in say: Phrasebook) -> HTML {
        guard let file else { return .empty }
        let numbers: HTML = sheet.map { " <a href=\"\($0)\">CSV</a>" } ?? ""
        return " <a href=\"\(file)\">\(say("SVG file"))</a>\(numbers)"
    }

    private var table: HTML {
        let table = plot.table
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(plot.title)">
            <table class="sheet">
            <caption class="sr-only">\(plot.title)</caption>
            <thead><tr>\(HTML(trusted: table.columns.map {
                "<th scope=\"col\">\(HTML.escape($0))</th>"
            }.joined()))</tr></thead>
            <tbody>
            \(table.rows.map(row))
            </tbody>
            </table>
            </div>
            """
    }

    private func row(_ cells: [String]) -> HTML {
        var markup = "<tr>"
        for (index, cell) in cells.enumerated() {
            markup += index == 0 ? "<th scope=\"row\">" : "<td>"
            markup += HTML.escape(cell)
            markup += index == 0 ? "</th>" : "</td>"
        }
        markup += "</tr>"
        return HTML(trusted: markup)
    }
}
