package import Arena
package import Phrases

/// `/admin/bursts`: voters with many votes in one hour of the last week.
package struct BurstsPage: AdminPage {
    /// One burst with a short name of its voter.
    package struct Row: Equatable, Sendable {
        let burst: Burst
        let voter: String

        /// A burst; the voter's name is the one on the list of votes.
        package init(_ burst: Burst, voter: String) {
            self.burst = burst
            self.voter = voter
        }
    }

    /// Where it belongs.
    package let section: AdminSection? = .bursts
    /// What it is called.
    package let heading: Saying = "Bursts"
    private let rows: [Row]
    private let least: Int

    /// Bursts of at least so many votes, the largest first.
    package init(_ rows: [Row], least: Int) {
        self.rows = rows
        self.least = least
    }

    /// A form and the list.
    package func content(in context: PageContext) -> HTML {
        """
        <p>\(context.say("Votes by one voter within one hour, over the last seven days."))</p>
        <form class="adminfilter" method="get" action="/admin/bursts">
        \(context.field("least", "At least so many votes", "\(least)", kind: """
             inputmode="numeric" size="4"
            """))
        <button>\(context.say("Show"))</button>
        </form>
        \(AdminTable(
            caption: "Bursts", columns: ["Voter", "Hour", "Votes", "Not excluded", "Do"],
            rows: rows.map { cells($0, in: context) },
            empty: "Nobody voted that often in an hour."
        ).markup(in: context))
        """
    }

    private func cells(_ row: Row, in context: PageContext) -> [HTML] {
        let say = context.say
        let query = "same=\(row.burst.last)&hour=\(row.burst.hour)"
        return [
            "<code>\(row.voter)</code>", "\(say.hour(row.burst.hour))",
            "\(row.burst.votes)", "\(row.burst.counted)",
            """
            <a class="button" href="/admin/votes?\(query)">\(say("Look"))<span \
            class="sr-only"> \(say.text("at the votes of {name}", ["name": row.voter]))</span></a> \
            <a class="button" href="/admin/votes/rule?counts=no&\(query)">\(say("Exclude"))<span \
            class="sr-only"> \(say.text("the votes of {name}", ["name": row.voter]))</span></a>
            """,
        ]
    }
}
