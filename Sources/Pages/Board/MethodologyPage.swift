package import Arena
import Charts
package import Phrases
import Ratings

/// `/methodology`: how battles are run and how ratings are computed, as this arena does it.
package struct MethodologyPage: Page {
    /// What this page is made from: settings, and what the votes say of the arena itself.
    package struct Evidence: Sendable {
        /// How it is set up.
        package var settings: Settings
        /// The ratings everybody sees; `nil` before the first fit.
        package var snapshot: Snapshot?
        /// All counted votes by side.
        package var sides = OutcomeCounts()
        /// Votes on battles of a contender with itself.
        package var control = OutcomeCounts()
        /// The figures by their names in addresses: calibration, graph, speed.
        package var figures: [LeaderboardPage.Figure] = []

        /// The evidence of an arena without votes.
        package init(settings: Settings) {
            self.settings = settings
        }
    }

    private let evidence: Evidence

    /// The page of an arena.
    package init(_ evidence: Evidence) {
        self.evidence = evidence
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { context.say.text("How ratings work") }

    /// The style sheet of figures.
    package var head: HTML {
        """
        <link rel="stylesheet" href="\(Layout.factsStylesheet)">
        <link rel="alternate" type="text/markdown" href="/methodology.md">
        """
    }

    /// The text with its figures.
    package func main(in context: PageContext) -> HTML {
        let sections = MethodSections(evidence: evidence, say: context.say).all
        return """
            <article class="prose">
            <h1>\(context.say("How ratings work"))</h1>
            \(sections.map { section(of: $0, in: context.say) })
            </article>
            """
    }

    /// The same text in Markdown; figures as their findings and tables.
    package func markdown(in say: Phrasebook) -> String {
        var parts = ["# " + say.text("How ratings work")]
        for section in MethodSections(evidence: evidence, say: say).all {
            parts.append("## " + SheetText.escaped(section.title))
            parts += section.paragraphs.map(SheetText.escaped)
            for figure in figures(named: section.figures) {
                parts.append(SheetText.escaped(figure.plot.finding))
                let table = figure.plot.table
                guard !table.rows.isEmpty else { continue }
                let lines = [table.columns, table.columns.map { _ in "---" }] + table.rows
                parts.append(
                    lines.map { "| " + $0.map(Self.cell).joined(separator: " | ") + " |" }
                        .joined(separator: "\n"))
            }
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static func cell(_ text: String) -> String {
        text == "---" ? text : SheetText.escaped(text)
    }

    private func figures(named names: [String]) -> [LeaderboardPage.Figure] {
        evidence.figures.filter { names.contains($0.name) }
    }

    private func section(
        of section: MethodSections.Section, in say: Phrasebook
    ) -> HTML {
        let name: HTML = section.name.isEmpty ? "" : " id=\"\(section.name)\""
        return """
            <h2\(name)>\(section.title)</h2>
            \(section.paragraphs.map { "<p>\($0)</p>" })
            \(figures(named: section.figures).map { figure in
                PlotFigure(
                    figure.plot, name: "m-" + figure.name, file: "/plots/\(figure.name).svg",
                    table: "/plots/\(figure.name).csv"
                ).markup(in: say)
            })
            """
    }
}
