import Charts
import Comparisons

/// `/compare`: which two to put side by side.
package struct ComparePickerPage: Page {
    /// A pair worth looking at, with what its votes say in a word.
    package struct Row: Sendable, Equatable {
        /// The pair's part of its address.
        package let slug: String
        /// Both names.
        package let names: [String]
        /// What the votes say: `ahead`, `open`, `unmet`, …
        package let state: String
        /// Direct battles.
        package let battles: Int
        /// Direct votes still needed to settle it; `nil` where it is settled or cannot be told.
        package let needed: Int?

        /// A row from its parts.
        package init(slug: String, names: [String], state: String, battles: Int, needed: Int?) {
            self.slug = slug
            self.names = names
            self.state = state
            self.battles = battles
            self.needed = needed
        }
    }

    /// A pair whose other model was in front a short while ago.
    package struct Change: Sendable, Equatable {
        /// The pair.
        package let pair: Row
        /// The name of the one in front now.
        package let front: String
        /// The last day on which the other one was, as `2026-11-20`.
        package let until: String

        /// A change from its parts.
        package init(pair: Row, front: String, until: String) {
            self.pair = pair
            self.front = front
            self.until = until
        }
    }

    private let models: [(slug: String, name: String)]
    private let wanted: [Row]
    private let changed: [Change]
    private let siblings: [Row]
    private let all: [Row]
    private let next: Int?
    private let problem: String?

    /// A picker over models, with pairs by how much one more vote would tell, pairs that changed
    /// hands and pairs of one family; `all` is a part of all pairs, `next` where the rest of them begins.
    package init(
        models: [(slug: String, name: String)], wanted: [Row], changed: [Change] = [],
        siblings: [Row], all: [Row], next: Int? = nil, problem: String? = nil
    ) {
        self.models = models
        self.wanted = wanted
        self.changed = changed
        self.siblings = siblings
        self.all = all
        self.next = next
        self.problem = problem
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { "Compare two models" }

    /// The style sheet of pages about models.
    package var head: HTML { "<link rel=\"stylesheet\" href=\"\(Layout.factsStylesheet)\">" }

    /// Two fields, then lists of pairs.
    package func main(in context: PageContext) -> HTML {
        """
        <div class="compare">
        <h1>Compare two models</h1>
        \(models.count < 2 ? Self.empty : form)
        \(list("Most wanted", "Pairs that a few more votes would settle", wanted))
        \(changes)
        \(list("Same family", "Sizes of one family: what the step costs and brings", siblings))
        \(list("All pairs", "By name", all))
        \(next.map { "<p><a class=\"button\" href=\"/compare?from=\($0)\">More pairs</a></p>" as HTML })
        </div>
        """
    }

    private static let empty: HTML = """
        <div class="empty"><p class="lede">Add two models to compare.</p>
        <p>Records are YAML files in the catalogue folder; see <code>arena facts --help</code>.</p></div>
        """

    private var form: HTML {
        """
        <form class="picker" method="get" action="/compare">
        \(problem.map { "<p class=\"error\" role=\"alert\">\($0)</p>" as HTML })
        <label>One model<input name="a" list="models" required autocomplete="off"></label>
        <label>The other<input name="b" list="models" required autocomplete="off"></label>
        <button class="primary">Compare</button>
        <datalist id="models">
        \(models.map { "<option value=\"\($0.slug)\">\($0.name)</option>" })
        </datalist>
        </form>
        """
    }

    private func list(_ heading: String, _ what: String, _ rows: [Row]) -> HTML {
        guard !rows.isEmpty else { return .empty }
        return """
            <section class="block">
            <h2>\(heading)</h2>
            <div class="scroll" role="region" tabindex="0" aria-label="\(heading)">
            <table class="sheet">
            <caption>\(what)</caption>
            <thead><tr><th scope="col">Pair</th><th scope="col">Votes say</th>\
            <th scope="col">Direct battles</th><th scope="col">Votes still needed</th></tr></thead>
            <tbody>
            \(rows.map(row))
            </tbody>
            </table>
            </div>
            </section>
            """
    }

    private var changes: HTML {
        guard !changed.isEmpty else { return .empty }
        return """
            <section class="block">
            <h2>Recently changed hands</h2>
            <div class="scroll" role="region" tabindex="0" aria-label="Recently changed hands">
            <table class="sheet">
            <caption>Pairs of which the other model had more points on an earlier day</caption>
            <thead><tr><th scope="col">Pair</th><th scope="col">More points now</th>\
            <th scope="col">The other until</th><th scope="col">Votes say</th></tr></thead>
            <tbody>
            \(changed.map(row))
            </tbody>
            </table>
            </div>
            </section>
            """
    }

    private func row(_ change: Change) -> HTML {
        """
        <tr><th scope="row">\(link(change.pair))</th><td><bdi>\(change.front)</bdi></td>\
        <td class="short">\(change.until)</td><td>\(change.pair.state)</td></tr>
        """
    }

    private func link(_ row: Row) -> HTML {
        """
        <a href="/compare/\(row.slug)"><bdi>\(row.names[0])</bdi> vs <bdi>\(row.names[1])</bdi></a>
        """
    }

    private func needed(_ row: Row) -> HTML {
        guard let needed = row.needed else { return "<td class=\"missing\">not known</td>" }
        return "<td>\(NumberFormat.whole(Double(needed)))</td>"
    }

    private func row(_ row: Row) -> HTML {
        """
        <tr><th scope="row">\(link(row))</th><td>\(row.state)</td><td>\(NumberFormat.whole(Double(row.battles)))</td>\
        \(needed(row))</tr>
        """
    }
}
