package import Arena
import Charts
package import Phrases

/// `/admin/contenders`: who plays, and how often.
package struct ContendersPage: AdminPage {
    /// One contender as it stands.
    package struct Row: Equatable, Sendable {
        let contender: Contender
        let state: ContenderState
        let votes: Int

        /// A contender, what was decided on it, and the votes in the newest ratings.
        package init(_ contender: Contender, state: ContenderState, votes: Int) {
            self.contender = contender
            self.state = state
            self.votes = votes
        }
    }

    /// Where it belongs.
    package let section: AdminSection? = .contenders
    /// What it is called.
    package let heading: Saying = "Contenders"
    private let rows: [Row]

    /// All contenders.
    package init(_ rows: [Row]) {
        self.rows = rows
    }

    /// The list.
    package func content(in context: PageContext) -> HTML {
        """
        <p>\(context.say("""
            Who is set up stands in <code>arena.yaml</code>; here you say who is drawn. A change \
            holds for the next battle, those under way go on. Votes and history always stay.
            """))</p>
        \(AdminTable(
            caption: "Contenders",
            columns: ["Contender", "Provider and model", "Status", "Weight", "Votes", "Change"],
            rows: rows.map { cells($0, in: context) }
        ).markup(in: context))
        <p class="fine">\(context.say("""
            A pair’s chance is multiplied by the weights of both. A retired contender can be made \
            active again.
            """))</p>
        """
    }

    private func cells(_ row: Row, in context: PageContext) -> [HTML] {
        let contender = row.contender
        return [
            "<bdi>\(contender.name)</bdi><br><code>\(contender.id.text)</code>",
            "\(contender.provider)<br><code>\(contender.upstreamModel)</code>",
            "\(context.say(row.state.status.rawValue))",
            "\(context.say.figure(NumberFormat.significant(row.state.weight, digits: 3)))",
            "\(row.votes)", form(row, in: context),
        ]
    }

    private func form(_ row: Row, in context: PageContext) -> HTML {
        let id = row.contender.id.text
        let words = ["active", "paused", "retired"].map { ($0, context.say.text($0)) }
        return """
            <form class="admininline" method="get" action="/admin/contenders/\(id)">
            \(context.choice("status", "Status", row.state.status.rawValue, words))
            \(context.field("weight", "Weight", "\(row.state.weight)", kind: """
                 inputmode="decimal" size="4"
                """))
            <button>\(context.say("Change"))<span class="sr-only"> \(row.contender.name)</span></button>
            </form>
            """
    }
}
