package import Arena

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
    package let heading = "Bursts"
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
        <p>Votes by one voter within one hour, over the last seven days.</p>
        <form class="adminfilter" method="get" action="/admin/bursts">
        \(AdminWords.field("least", "At least so many votes", "\(least)", kind: """
             inputmode="numeric" size="4"
            """))
        <button>Show</button>
        </form>
        \(AdminTable(
            caption: "Bursts", columns: ["Voter", "Hour", "Votes", "Not excluded", "Do"],
            rows: rows.map(cells), empty: "Nobody voted that often in an hour.").markup)
        """
    }

    private func cells(_ row: Row) -> [HTML] {
        let query = "same=\(row.burst.last)&hour=\(row.burst.hour)"
        return [
            "<code>\(row.voter)</code>", "\(AdminWords.hour(row.burst.hour))",
            "\(row.burst.votes)", "\(row.burst.counted)",
            """
            <a class="button" href="/admin/votes?\(query)">Look<span class="sr-only"> at the votes of \
            \(row.voter)</span></a> <a class="button" href="/admin/votes/rule?counts=no&\(query)">Exclude\
            <span class="sr-only"> the votes of \(row.voter)</span></a>
            """,
        ]
    }
}
