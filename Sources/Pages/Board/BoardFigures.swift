import Arena
import Charts
import Phrases

/// The figures below the table, with links to jump to each.
struct BoardFigures {
    let figures: [LeaderboardPage.Figure]
    /// What the table says, which is also what the first figure shows.
    let finding: Saying
    let query: BoardQuery
    let context: PageContext

    var markup: HTML {
        guard !figures.isEmpty else { return .empty }
        return """
            <h2 id="plots">\(context.say("Plots"))</h2>
            <nav class="jumps" aria-label="\(context.say.text("Plots"))">
            \(figures.map { "<a href=\"#\($0.name)\">\(words(for: $0.name))</a>" })
            </nav>
            \(figures.map { figure in
                """
                <section class="boardplot" id="\(figure.name)" \
                aria-label="\(words(for: figure.name).text)">
                \(PlotFigure(
                    figure.plot, name: "p-" + figure.name,
                    file: "/plots/\(figure.name).svg\(query.text)",
                    table: "/plots/\(figure.name).csv\(query.text)",
                    finding: figure.name == "rating" ? finding : nil
                ).markup(in: context.say))
                \(remark(on: figure.name))
                </section>
                """
            })
            """
    }

    private func words(for name: String) -> HTML {
        context.say(Self.names[name] ?? name)
    }

    private static let names = [
        "rating": "Rating", "average-share": "Average share", "expected-share": "Expected share",
        "observed-share": "Direct battles", "battles": "Battles played", "cost": "Cost",
        "first-word": "First word", "words-per-second": "Speed", "places": "Places",
        "history": "Over time", "weeks": "Votes a week",
    ]

    private func remark(on name: String) -> HTML? {
        guard let words = Self.remarks[name] else { return nil }
        return "<p class=\"fine\">\(context.say(words))</p>"
    }

    private static let remarks = [
        "rating": """
        A dot is the rating, its bar the 95% interval; hollow dots have no place yet. Two bars \
        may overlap although one model is surely better: places come from the differences, not \
        from the bars. The mean is 1000.
        """,
        "expected-share": "What the ratings expect; a tie counts half.",
        "observed-share": "What was counted, to hold against what is expected.",
        "cost": "Measured here over the last 30 days; a model without a known price is left out.",
        "places": "From 2,000 draws of all ratings together, of the largest group.",
    ]
}
