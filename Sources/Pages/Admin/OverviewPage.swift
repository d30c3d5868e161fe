package import Arena
import Catalogue
import Charts
import Ratings

/// `/admin`: today in counts, and whether anything looks wrong.
package struct OverviewPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .overview
    /// What it is called.
    package let heading = "Overview"
    private let figures: DayFigures
    private let budget: Budget
    private let snapshot: Snapshot?
    private let inPlay: Int
    private let access: Access
    private let damage: LedgerDamage?

    /// The page of a day.
    ///
    /// - Parameters:
    ///   - snapshot: the newest ratings.
    ///   - inPlay: how many contenders are drawn from now.
    ///   - damage: why nothing is written, where that is so.
    package init(
        figures: DayFigures, budget: Budget, snapshot: Snapshot?, inPlay: Int, access: Access,
        damage: LedgerDamage? = nil
    ) {
        self.damage = damage
        self.figures = figures
        self.budget = budget
        self.snapshot = snapshot
        self.inPlay = inPlay
        self.access = access
    }

    /// Facts in three groups.
    package func content(in context: PageContext) -> HTML {
        """
        \(warnings.map { "<p class=\"adminwarn\">\($0)</p>" as HTML })
        <h2>Today (UTC)</h2>
        \(AdminFacts(rows: today).markup)
        <h2>Blindness and fairness</h2>
        \(AdminFacts(rows: fairness).markup)
        <h2>Ratings and machine</h2>
        \(AdminFacts(rows: machine).markup)
        <p class="fine"><a href="/api/v1/admin/overview">This page as JSON</a></p>
        """
    }

    private var warnings: [HTML] {
        var words: [HTML] = []
        if let damage {
            words.append(
                """
                The arena is read-only. \(damage.description) Nothing is written until you have looked \
                into it: <code>arena verify</code>
                """)
        }
        if inPlay < 2 {
            words.append(
                """
                Fewer than two contenders are in play: no battle can be opened. \
                <a href="/admin/contenders">Contenders</a>
                """)
        }
        if let daily = budget.all.day, figures.spend.total >= daily {
            words.append(
                """
                Today’s budget is used up: contenders that cost money wait. \
                <a href="/admin/budgets">Budgets</a>
                """)
        }
        if !figures.controls.isEven, figures.controls.share != nil {
            words.append("Voters prefer one side though both answers come from one contender.")
        }
        return words
    }

    private var today: [(String, HTML)] {
        let share = { (part: Int, whole: Int) -> String in
            whole > 0 ? " (\(AdminWords.percent(Double(part) / Double(whole))))" : ""
        }
        let spent = AdminWords.dollars(figures.spend.total.picodollars)
        let ceiling = budget.all.day.map { " of \(AdminWords.dollars($0.picodollars))" } ?? ""
        return [
            ("Battles", "\(figures.battles)"), ("Votes", "\(figures.votes)"),
            ("Skipped", "\(figures.skipped)"),
            (
                "Failed replies",
                "\(figures.failed) of \(figures.replies)\(share(figures.failed, figures.replies))"
            ),
            ("Spent", "\(spent)\(ceiling)"),
        ]
    }

    private var fairness: [(String, HTML)] {
        let selfNaming =
            figures.allVotes > 0
            ? "\(figures.selfNamed) of \(figures.allVotes) votes "
                + "(\(AdminWords.percent(Double(figures.selfNamed) / Double(figures.allVotes))))"
            : "no votes yet"
        return [
            ("Left among decided votes", bias(figures.sides)),
            (
                "A/A control",
                figures.controlVotes == 0
                    ? "no control battle was voted on; <a href=\"/admin/pairing\">Pairing</a>"
                    : "\(bias(figures.controls)), \(figures.controlVotes.counted("vote", "votes"))"
            ),
            ("An answer named its model", "\(selfNaming)"),
            ("Votes not counted", "\(figures.uncounted) of \(figures.allVotes)"),
            ("Who may vote", "\(access.description)"),
        ]
    }

    private func bias(_ decided: DayFigures.Decided) -> HTML {
        guard let share = decided.share else { return "no decided votes yet" }
        let interval = decided.interval
        return """
            \(AdminWords.percent(share)) (\(AdminWords.percent(interval.low))–\
            \(AdminWords.percent(interval.high)), Wilson) \
            \(decided.isEven ? "✓ an even chance lies within" : "an even chance lies outside")
            """
    }

    private var machine: [(String, HTML)] {
        let fit: HTML =
            snapshot.map { snapshot in
                let groups = Set(snapshot.rows.map(\.component)).count
                return """
                    <code>\(snapshot.id)</code>, \(snapshot.votes.counted("vote", "votes")), \
                    \(snapshot.method), \(snapshot.rounds.counted("round", "rounds")), \
                    \(groups == 1 ? "one group" : "\(groups) groups without votes between them"), \
                    as of \(snapshot.asOf.markup)
                    """
            } ?? "none yet"
        return [
            ("Contenders in play", "\(inPlay)"), ("Fit", fit),
            ("Database", "\(AdminWords.bytes(figures.databaseBytes))"),
            (
                "Disk free",
                "\(figures.freeBytes.map(AdminWords.bytes) ?? "the system does not say")"
            ),
        ]
    }
}
