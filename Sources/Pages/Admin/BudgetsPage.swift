package import Arena
import Catalogue
package import Phrases

/// `/admin/budgets`: what is spent today, and what may be.
package struct BudgetsPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .budgets
    /// What it is called.
    package let heading: Saying = "Budgets"
    private let budget: Budget
    private let spend: Spend
    private let providers: [String]
    private let unpriced: [String]

    /// The ceilings and today's costs.
    ///
    /// - Parameters:
    ///   - providers: every provider that serves somebody.
    ///   - unpriced: contenders whose price is not known.
    package init(budget: Budget, spend: Spend, providers: [String], unpriced: [String]) {
        self.budget = budget
        self.spend = spend
        self.providers = providers
        self.unpriced = unpriced
    }

    /// A row for each provider, and the sum.
    package func content(in context: PageContext) -> HTML {
        let say = context.say
        let names = Set(providers).union(spend.byProvider.keys).sorted()
        let rows = names.map { name in
            row(
                "\(name)", spent: spend[name].picodollars,
                of: budget.byProvider[name]?.picodollars, in: say)
        }
        let sum = row(
            say("all together"), spent: spend.total.picodollars, of: budget.daily?.picodollars,
            in: say)
        return """
            \(AdminTable(
                caption: "Spent today", columns: ["Provider", "Spent today", "Ceiling", "Left"],
                rows: rows + [sum]
            ).markup(in: context))
            <p>\(say("""
                Ceilings stand in <code>arena.yaml</code>: <code>daily_budget</code> for all \
                together and for each provider. When one is reached, no new battle is opened with a \
                contender it concerns; battles under way are finished, so a day may end a little \
                above it. The day begins at 00:00 UTC.
                """))</p>
            <p class="fine">\(say("""
                Costs are exact: tokens as the provider counted them, times the price in \
                <code>arena.yaml</code>.
                """)) \(unpricedWords(in: say))</p>
            """
    }

    private func unpricedWords(in say: Phrasebook) -> HTML {
        guard !unpriced.isEmpty else { return say("Every contender has a price.") }
        return say(
            """
            No price is known of <bdi>{names}</bdi>: what they cost is not in these sums, and no \
            ceiling holds them.
            """, ["names": "\(unpriced.joined(separator: ", "))"])
    }

    private func row(
        _ name: HTML, spent: Int64, of ceiling: Int64?, in say: Phrasebook
    ) -> [HTML] {
        [
            name, "\(say.dollars(spent))",
            "\(ceiling.map(say.dollars) ?? say.text("no ceiling"))",
            "\(ceiling.map { say.dollars(max(0, $0 - spent)) } ?? "–")",
        ]
    }
}
