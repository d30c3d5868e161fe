package import Arena
import Charts

/// `/admin/contenders`: who plays, and how often.
package struct ContendersPage: AdminPage {
    /// One contender as it stands.
    package struct Row: Equatable, Sendable {
        let contender: Contender
        let state: ContenderState
        let votes: Int
        let reported: [ReportedModel]

        /// A contender, what was decided on it, the votes in the newest ratings, and what it was
        /// reported to be of late, the oldest first.
        package init(
            _ contender: Contender, state: ContenderState, votes: Int,
            reported: [ReportedModel] = []
        ) {
            self.reported = reported
            self.contender = contender
            self.state = state
            self.votes = votes
        }
    }

    /// Where it belongs.
    package let section: AdminSection? = .contenders
    /// What it is called.
    package let heading = "Contenders"
    private let rows: [Row]

    /// All contenders.
    package init(_ rows: [Row]) {
        self.rows = rows
    }

    /// The list.
    package func content(in context: PageContext) -> HTML {
        """
        <p>Who is set up stands in <code>arena.yaml</code>; here you say who is drawn. A change holds \
        for the next battle, those under way go on. Votes and history always stay.</p>
        \(AdminTable(
            caption: "Contenders",
            columns: ["Contender", "Provider and model", "Status", "Weight", "Votes", "Change"],
            rows: rows.map(cells)).markup)
        <p class="fine">A pair’s chance is multiplied by the weights of both. A retired \
        contender can be made active again.</p>
        """
    }

    private func cells(_ row: Row) -> [HTML] {
        let contender = row.contender
        return [
            "<bdi>\(contender.name)</bdi><br><code>\(contender.id.text)</code>",
            "\(contender.provider)<br><code>\(contender.upstreamModel)</code>\(note(row))",
            "\(row.state.status.rawValue)",
            "\(NumberFormat.significant(row.state.weight, digits: 3))",
            "\(row.votes)", form(row),
        ]
    }

    /// What the provider says answers, where that is another name or was not always the same.
    private func note(_ row: Row) -> HTML {
        guard row.reported.contains(where: { $0.name != row.contender.upstreamModel }) else {
            return ""
        }
        let names = row.reported.enumerated().map { index, one -> HTML in
            """
            \(", then ", when: index > 0)<code>\(String(one.name.prefix(80)))</code> from \
            \(one.opened.lowerBound.minuteText) to \(one.opened.upperBound.minuteText)
            """
        }
        return """
            <br><span class="fine">\("The reported model changed: ", when: names.count > 1)\
            \("Reported as ", when: names.count == 1)\(names)</span>
            """
    }

    private func form(_ row: Row) -> HTML {
        let id = row.contender.id.text
        let words = [("active", "active"), ("paused", "paused"), ("retired", "retired")]
        return """
            <form class="admininline" method="get" action="/admin/contenders/\(id)">
            \(AdminWords.choice("status", "Status", row.state.status.rawValue, words))
            \(AdminWords.field("weight", "Weight", "\(row.state.weight)", kind: """
                 inputmode="decimal" size="4"
                """))
            <button>Change<span class="sr-only"> \(row.contender.name)</span></button>
            </form>
            """
    }
}
