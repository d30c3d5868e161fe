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
    package let heading: Saying = "Contenders"
    private let rows: [Row]
    private let versions: [RegistryBook.Entry]

    /// All contenders, and all versions that were ever in play.
    package init(_ rows: [Row], versions: [RegistryBook.Entry] = []) {
        self.rows = rows
        self.versions = versions
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
            active again. Why one was retired is told in the <a href="/registry">registry</a>.
            """))</p>
        <h2>\(context.say("Every version that was in play"))</h2>
        \(AdminTable(
            caption: "Every version that was in play",
            columns: ["Contender", "Version", "Host", "Since", "Votes", "Status"],
            rows: versions.map { cells($0, in: context.say) }
        ).markup(in: context))
        <p class="fine">\(context.say("""
            A version is bound to provider, address, upstream model, sampling and system prompt. \
            Hosts are told here only; “–” stands for versions from before they were kept.
            """))</p>
        """
    }

    private func cells(_ entry: RegistryBook.Entry, in say: Phrasebook) -> [HTML] {
        [
            "<code>\(entry.line.contender.text)</code>",
            "<code>\(String(entry.line.version.prefix(8)))</code>", "\(entry.line.host ?? "–")",
            "\(entry.line.firstSeen.dayText)", "\(entry.line.votes)",
            say(entry.standing.rawValue),
        ]
    }

    private func cells(_ row: Row, in context: PageContext) -> [HTML] {
        let contender = row.contender
        return [
            "<bdi>\(contender.name)</bdi><br><code>\(contender.id.text)</code>",
            "\(contender.provider)<br><code>\(contender.upstreamModel)</code>\(note(row, in: context.say))",
            "\(context.say(row.state.status.rawValue))",
            "\(context.say.figure(NumberFormat.significant(row.state.weight, digits: 3)))",
            "\(row.votes)", form(row, in: context),
        ]
    }

    /// What the provider says answers, where that is another name or was not always the same.
    private func note(_ row: Row, in say: Phrasebook) -> HTML {
        guard row.reported.contains(where: { $0.name != row.contender.upstreamModel }) else {
            return ""
        }
        let names = row.reported.map { one -> String in
            say(
                "{model} from {start} to {end}",
                [
                    "model": "<code>\(String(one.name.prefix(80)))</code>",
                    "start": "\(one.opened.lowerBound.minuteText)",
                    "end": "\(one.opened.upperBound.minuteText)",
                ]
            ).text
        }
        let list = HTML(trusted: names.joined(separator: say.text(", then ")))
        let words =
            names.count > 1
            ? say("The reported model changed: {names}", ["names": list])
            : say("Reported as {names}", ["names": list])
        return "<br><span class=\"fine\">\(words)</span>"
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
