import Charts
import Comparisons
package import Phrases

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
    private let problem: Saying?

    /// A picker over models, with pairs by how much one more vote would tell, pairs that changed
    /// hands and pairs of one family; `all` is a part of all pairs, `next` where the rest of them begins.
    package init(
        models: [(slug: String, name: String)], wanted: [Row], changed: [Change] = [],
        siblings: [Row], all: [Row], next: Int? = nil, problem: Saying? = nil
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
    package func title(in context: PageContext) -> String {
        context.say.text("Compare two models")
    }

    /// The style sheet of pages about models.
    package var head: HTML { "<link rel=\"stylesheet\" href=\"\(Layout.factsStylesheet)\">" }

    /// Two fields, then lists of pairs.
    package func main(in context: PageContext) -> HTML {
        let say = context.say
        return """
            <div class="compare">
            <h1>\(say("Compare two models"))</h1>
            \(models.count < 2 ? empty(in: say) : form(in: say))
            \(list("Most wanted", "Pairs that a few more votes would settle", wanted, in: say))
            \(changes(in: say))
            \(list(
                "Same family", "Sizes of one family: what the step costs and brings", siblings, in: say))
            \(list("All pairs", "By name", all, in: say))
            \(next.map { "<p><a class=\"button\" href=\"/compare?from=\($0)\">\(say("More pairs"))</a></p>" as HTML })
            </div>
            """
    }

    private func empty(in say: Phrasebook) -> HTML {
        """
        <div class="empty"><p class="lede">\(say("Add two models to compare."))</p>
        <p>\(say(
            "Records are YAML files in the catalogue folder; see <code>arena facts --help</code>."
        ))</p></div>
        """
    }

    private func form(in say: Phrasebook) -> HTML {
        """
        <form class="picker" method="get" action="/compare">
        \(problem.map { "<p class=\"error\" role=\"alert\"\(say.mark($0))>\(say.text($0))</p>" as HTML })
        <label>\(say("One model"))<input name="a" list="models" required autocomplete="off"></label>
        <label>\(say("The other"))<input name="b" list="models" required autocomplete="off"></label>
        <button class="primary">\(say("Compare"))</button>
        <datalist id="models">
        \(models.map { "<option value=\"\($0.slug)\">\($0.name)</option>" })
        </datalist>
        </form>
        """
    }

    private func list(
        _ heading: String, _ what: String, _ rows: [Row], in say: Phrasebook
    ) -> HTML {
        guard !rows.isEmpty else { return .empty }
        return """
            <section class="block">
            <h2>\(say(heading))</h2>
            <div class="scroll" role="region" tabindex="0" aria-label="\(say.text(heading))">
            <table class="sheet">
            <caption>\(say(what))</caption>
            <thead>\(head(["Pair", "Votes say", "Direct battles", "Votes still needed"], in: say))</thead>
            <tbody>
            \(rows.map { row($0, in: say) })
            </tbody>
            </table>
            </div>
            </section>
            """
    }

    private func head(_ columns: [String], in say: Phrasebook) -> HTML {
        HTML(
            trusted: "<tr>"
                + columns.map { "<th scope=\"col\">\(say($0).text)</th>" }.joined() + "</tr>")
    }

    private func changes(in say: Phrasebook) -> HTML {
        guard !changed.isEmpty else { return .empty }
        return """
            <section class="block">
            <h2>\(say("Recently changed hands"))</h2>
            <div class="scroll" role="region" tabindex="0" aria-label="\(say.text("Recently changed hands"))">
            <table class="sheet">
            <caption>\(say(
                "Pairs of which the other model had more points on an earlier day"))</caption>
            <thead>\(head(["Pair", "More points now", "The other until", "Votes say"], in: say))</thead>
            <tbody>
            \(changed.map { row($0, in: say) })
            </tbody>
            </table>
            </div>
            </section>
            """
    }

    private func row(_ change: Change, in say: Phrasebook) -> HTML {
        """
        <tr><th scope="row">\(link(change.pair, in: say))</th><td><bdi>\(change.front)</bdi></td>\
        <td class="short">\(change.until)</td><td>\(say(change.pair.state))</td></tr>
        """
    }

    private func link(_ row: Row, in say: Phrasebook) -> HTML {
        let names = say(
            "{1} vs {2}", ["1": "<bdi>\(row.names[0])</bdi>", "2": "<bdi>\(row.names[1])</bdi>"])
        return "<a href=\"/compare/\(row.slug)\">\(names)</a>"
    }

    private func needed(_ row: Row, in say: Phrasebook) -> HTML {
        guard let needed = row.needed else {
            return "<td class=\"missing\">\(say("not known"))</td>"
        }
        return "<td>\(say.figure(NumberFormat.whole(Double(needed))))</td>"
    }

    private func row(_ row: Row, in say: Phrasebook) -> HTML {
        """
        <tr><th scope="row">\(link(row, in: say))</th><td>\(say(row.state))</td>\
        <td>\(say.figure(NumberFormat.whole(Double(row.battles))))</td>\(needed(row, in: say))</tr>
        """
    }
}
