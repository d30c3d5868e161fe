package import Arena
import Catalogue
import Charts
package import Phrases
import Ratings

/// `/admin`: today in counts, and whether anything looks wrong.
package struct OverviewPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .overview
    /// What it is called.
    package let heading: Saying = "Overview"
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
        let say = context.say
        return """
            \(warnings(in: say).map { "<p class=\"adminwarn\">\($0)</p>" as HTML })
            <h2>\(say("Today (UTC)"))</h2>
            \(AdminFacts(rows: today(in: say)).markup(in: context))
            <h2>\(say("Blindness and fairness"))</h2>
            \(AdminFacts(rows: fairness(in: say)).markup(in: context))
            <h2>\(say("Ratings and machine"))</h2>
            \(AdminFacts(rows: machine(in: say)).markup(in: context))
            <p class="fine"><a href="/api/v1/admin/overview">\(say("This page as JSON"))</a></p>
            """
    }

    private func warnings(in say: Phrasebook) -> [HTML] {
        var words: [HTML] = []
        if let damage {
            words.append(
                """
                \(say("The arena is read-only.")) \
                <span\(say.mark(say.language == .english))>\(damage.description)</span> \
                \(say("Nothing is written until you have looked into it:")) \
                <code>arena verify</code>
                """)
        }
        if inPlay < 2 {
            words.append(
                """
                \(say("Fewer than two contenders are in play: no battle can be opened.")) \
                <a href="/admin/contenders">\(say("Contenders"))</a>
                """)
        }
        if let daily = budget.all.day, figures.spend.total >= daily {
            words.append(
                """
                \(say("Today’s budget is used up: contenders that cost money wait.")) \
                <a href="/admin/budgets">\(say("Budgets"))</a>
                """)
        }
        if !figures.controls.isEven, figures.controls.share != nil {
            words.append(
                say("Voters prefer one side though both answers come from one contender."))
        }
        return words
    }

    private func today(in say: Phrasebook) -> [(String, HTML)] {
        let share = { (part: Int, whole: Int) -> String in
            whole > 0 ? " (\(say.tenths(Double(part) / Double(whole))))" : ""
        }
        let spent = say.dollars(figures.spend.total.picodollars)
        let ceiling = budget.all.day.map { say.dollars($0.picodollars) }
        return [
            ("Battles", "\(figures.battles)"), ("Votes", "\(figures.votes)"),
            ("Skipped", "\(figures.skipped)"),
            (
                "Failed replies",
                """
                \(say("{n} of {needed}", ["n": "\(figures.failed)", "needed": "\(figures.replies)"]))\
                \(share(figures.failed, figures.replies))
                """
            ),
            (
                "Spent",
                ceiling.map { say("{n} of {needed}", ["n": "\(spent)", "needed": "\($0)"]) }
                    ?? "\(spent)"
            ),
        ]
    }

    private func fairness(in say: Phrasebook) -> [(String, HTML)] {
        let selfNaming =
            figures.allVotes > 0
            ? say(
                "{n} of {all} votes ({share})",
                [
                    "n": "\(figures.selfNamed)", "all": "\(figures.allVotes)",
                    "share":
                        "\(say.tenths(Double(figures.selfNamed) / Double(figures.allVotes)))",
                ])
            : say("no votes yet")
        return [
            ("Left among decided votes", bias(figures.sides, in: say)),
            (
                "A/A control",
                figures.controlVotes == 0
                    ? """
                    \(say("no control battle was voted on;")) \
                    <a href="/admin/pairing">\(say("Pairing"))</a>
                    """
                    : """
                    \(bias(figures.controls, in: say)), \
                    \(say.count(figures.controlVotes, "{n} vote", "{n} votes"))
                    """
            ),
            ("An answer named its model", selfNaming),
            (
                "Votes not counted",
                say(
                    "{n} of {needed}",
                    ["n": "\(figures.uncounted)", "needed": "\(figures.allVotes)"])
            ),
            ("Who may vote", "\(say.text(access.saying))"),
        ]
    }

    private func bias(_ decided: DayFigures.Decided, in say: Phrasebook) -> HTML {
        guard let share = decided.share else { return say("no decided votes yet") }
        let interval = decided.interval
        return """
            \(say.tenths(share)) (\(say.tenths(interval.low))–\
            \(say.tenths(interval.high)), Wilson) \
            \(say(decided.isEven ? "✓ an even chance lies within" : "an even chance lies outside"))
            """
    }

    private func machine(in say: Phrasebook) -> [(String, HTML)] {
        let fit: HTML =
            snapshot.map { snapshot in
                let groups = Set(snapshot.rows.map(\.component)).count
                let parts = say.count(
                    groups, "one group", "{n} groups without votes between them")
                return """
                    <code>\(snapshot.id)</code>, \
                    \(say.count(snapshot.votes, "{n} vote", "{n} votes")), \(snapshot.method), \
                    \(say.count(snapshot.rounds, "{n} round", "{n} rounds")), \(parts), \
                    \(say("as of {time}", ["time": snapshot.asOf.markup]))
                    """
            } ?? say("none yet")
        return [
            ("Contenders in play", "\(inPlay)"), ("Fit", fit),
            ("Database", "\(say.bytes(figures.databaseBytes))"),
            (
                "Disk free",
                "\(figures.freeBytes.map(say.bytes) ?? say.text("the system does not say"))"
            ),
        ]
    }
}
