import Charts
package import Comparisons
import Phrases

/// `/models`: all models with what is known of them, filtered by a plain form.
package struct ModelsPage: Page {
    /// One model of the list; cells as they are printed.
    package struct Row: Sendable, Equatable {
        /// Its part of the address.
        package let slug: String
        /// Its name.
        package let name: String
        /// The cells, in the order of `ModelListing.columns`.
        package let cells: [Cell]

        /// A row from its parts.
        package init(slug: String, name: String, cells: [Cell]) {
            self.slug = slug
            self.name = name
            self.cells = cells
        }
    }

    /// What the reader asked for, each as it stands in the address; empty for anything.
    package struct Filter: Sendable, Equatable {
        /// Whose models.
        package var maker = ""
        /// `yes` or `no`: whether the weights are open.
        package var open = ""
        /// What it must take in.
        package var takes = ""
        /// The fewest tokens of context.
        package var context = ""
        /// The highest price in, in dollars per million tokens.
        package var price = ""
        /// `yes`: only models with votes.
        package var voted = ""

        /// A filter that lets everything pass.
        package init() {}

        /// Whether it lets everything pass.
        package var isEmpty: Bool { self == Filter() }
    }

    private let rows: [Row]
    private let total: Int
    private let makers: [String]
    private let filter: Filter

    /// The models that pass a filter, of `total`.
    package init(rows: [Row], total: Int, makers: [String], filter: Filter) {
        self.rows = rows
        self.total = total
        self.makers = makers
        self.filter = filter
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { context.say.text("Models") }

    /// The style sheet of pages about models.
    package var head: HTML { "<link rel=\"stylesheet\" href=\"\(Layout.factsStylesheet)\">" }

    /// The form and the list.
    package func main(in context: PageContext) -> HTML {
        let say = context.say
        return """
            <div class="compare">
            <h1>\(say("Models"))</h1>
            <p class="fine">\(say.count(total, "{shown} of {n} model.", "{shown} of {n} models.", [
                "shown": say.figure(NumberFormat.whole(Double(rows.count))),
            ])) \(say("Prices are dollars per million tokens on the cheapest standard route we know."))</p>
            \(form(in: say))
            \(rows.isEmpty ? nothing(in: say) : table(in: say))
            </div>
            """
    }

    private func nothing(in say: Phrasebook) -> HTML {
        """
        <div class="empty"><p class="lede">\(say("Nothing matches."))</p>
        <p><a class="button" href="/models">\(say("Clear filters"))</a></p></div>
        """
    }

    private func form(in say: Phrasebook) -> HTML {
        let any = ("", say.text("any"))
        let open = [any, ("yes", say.text("published")), ("no", say.text("not published"))]
        let inputs = Self.inputs.map { ($0, say.text($1)) }
        return """
            <form class="picker filters" method="get" action="/models">
            \(choice("maker", say.text("Maker"), filter.maker, [any] + makers.map { ($0, $0) }))
            \(choice("open", say.text("Weights"), filter.open, open))
            \(choice("takes", say.text("Takes"), filter.takes, inputs))
            \(choice("voted", say.text("Votes"), filter.voted, [any, ("yes", say.text("has votes"))]))
            <label>\(say("Context at least"))<input name="context" value="\(filter.context)" inputmode="numeric" \
            size="8"></label>
            <label>\(say("Price in at most"))<input name="price" value="\(filter.price)" inputmode="decimal" \
            size="6"></label>
            <button>\(say("Filter"))</button>
            \("<a class=\"button quiet\" href=\"/models\">\(say("Clear"))</a>", when: !filter.isEmpty)
            </form>
            """
    }

    private static let inputs = [
        ("", "anything"), ("image", "images"), ("audio", "audio"), ("video", "video"),
        ("pdf", "PDF"),
    ]

    private func choice(
        _ name: String, _ label: String, _ chosen: String, _ options: [(String, String)]
    ) -> HTML {
        """
        <label>\(label)<select name="\(name)">
        \(options.map { value, words in
            """
            <option value="\(value)"\(" selected", when: value == chosen)>\(words)</option>
            """
        })
        </select></label>
        """
    }

    private func table(in say: Phrasebook) -> HTML {
        let columns = ModelListing.columns.map { HTML.escape(say.text($0)) }
        return """
            <table class="sheet cards">
            <caption class="sr-only">\(say("Models"))</caption>
            <thead><tr><th scope="col">\(say("Model"))</th>\(HTML(trusted: columns.map {
                "<th scope=\"col\">\($0)</th>"
            }.joined()))</tr></thead>
            <tbody>
            \(rows.map { row($0, columns, in: say) })
            </tbody>
            </table>
            """
    }

    private func row(_ row: Row, _ columns: [String], in say: Phrasebook) -> HTML {
        let cells = zip(columns, row.cells).map { column, cell -> String in
            let kind = cell.missing == nil ? "" : " class=\"missing\""
            return "<td data-label=\"\(column)\"\(kind)>"
                + cell.words.plainMarkup(in: say).text + "</td>"
        }
        return """
            <tr><th scope="row"><a href="/models/\(row.slug)"><bdi>\(row.name)</bdi></a></th>\
            \(HTML(trusted: cells.joined()))</tr>
            """
    }
}
