package import Arena
import Catalogue
import Foundation

/// `/admin/budgets`: what is spent and set aside, and what may be.
package struct BudgetsPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .budgets
    /// What it is called.
    package let heading = "Budgets"
    private let budget: Budget
    private let totals: [Span: [String: LedgerTotal]]
    private let ledger: [LedgerLine]
    private let providers: [String]
    private let unpriced: [String]

    /// The ceilings and what stands against them.
    ///
    /// - Parameters:
    ///   - totals: by provider in each span, with an empty name for all together.
    ///   - ledger: lines of the last days, the newest first.
    ///   - providers: every provider that serves somebody.
    ///   - unpriced: contenders whose price is not known and that are not free.
    package init(
        budget: Budget, totals: [Span: [String: LedgerTotal]], ledger: [LedgerLine] = [],
        providers: [String], unpriced: [String]
    ) {
        self.budget = budget
        self.totals = totals
        self.ledger = ledger
        self.providers = providers
        self.unpriced = unpriced
    }

    /// A table for each span, then the ledger.
    package func content(in context: PageContext) -> HTML {
        """
        \(table(.day, "Today", "This day"))
        \(table(.minute, "This minute", "This minute"))
        <p>Ceilings stand in <code>arena.yaml</code>: <code>daily_budget</code> and \
        <code>minute_budget</code> for all together and for each provider, \
        <code>voter_daily_budget</code> and <code>voter_minute_budget</code> for each voter\
        \(voterWords). Before a request goes out, the most that it can cost is set aside; when that \
        does not fit under every ceiling, it is not sent. The day begins at 00:00 UTC.</p>
        <h2>Ledger of the last 7 days</h2>
        \(AdminTable(
            caption: "Ledger",
            columns: [
                "Day", "Provider", "Contender", "Requests", "Set aside", "Reported", "Estimated",
            ], rows: ledger.map(row)).markup)
        <p class="fine">Reported: tokens as the provider counted them, times the price in \
        <code>arena.yaml</code>; these are the costs of the stored answers, exactly. Estimated: an \
        upper bound where a provider did not count, or an answer broke off \
        (<code>on_cancel</code>). \(unpricedWords) \
        <a href="/api/v1/admin/budgets">This page as JSON</a></p>
        """
    }

    private func table(_ span: Span, _ heading: HTML, _ caption: String) -> HTML {
        let all = totals[span] ?? [:]
        let names = Set(providers).union(all.keys).subtracting([""]).sorted()
        let rows = names.map { name in
            row("\(name)", all[name], of: budget.byProvider[name]?[span])
        }
        return """
            <h2>\(heading)</h2>
            \(AdminTable(
                caption: caption, columns: ["Provider", "Spent", "Set aside", "Ceiling", "Left"],
                rows: rows + [row("all together", all[""], of: budget.all[span])]).markup)
            """
    }

    private func row(_ name: HTML, _ total: LedgerTotal?, of ceiling: Money?) -> [HTML] {
        let (spent, reserved) = (
            total?.spent.picodollars ?? 0, total?.reserved.picodollars ?? 0
        )
        return [
            name, "\(AdminWords.dollars(spent))", "\(AdminWords.dollars(reserved))",
            "\(ceiling.map { AdminWords.dollars($0.picodollars) } ?? "none")",
            "\(ceiling.map { AdminWords.dollars(max(0, $0.picodollars - spent - reserved)) } ?? "–")",
        ]
    }

    private func row(_ line: LedgerLine) -> [HTML] {
        [
            "\(String(line.day.formatted(.iso8601).prefix(10)))", "\(line.provider)",
            "\(line.contender.text)", "\(line.requests)", "$\(line.reserved.description)",
            "$\(line.reported.description)", "$\(line.estimated.description)",
        ]
    }

    private var voterWords: HTML {
        let words = Span.allCases.compactMap { span in
            budget.perVoter[span].map { "\(AdminWords.dollars($0.picodollars)) a \(span.rawValue)" }
        }
        return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
    }

    private var unpricedWords: HTML {
        guard !unpriced.isEmpty else { return "Every contender that is not free has a price." }
        let fate: HTML =
            !budget.isLimited
            ? "what they cost is not in these sums."
            : budget.unpriced == .allow
                ? "what they cost is not in these sums, and no ceiling holds them."
                : """
                they enter no new battle while there is a ceiling, unless \
                <code>unpriced: allow</code> is set.
                """
        return "No price is known of <bdi>\(unpriced.joined(separator: ", "))</bdi>: \(fate)"
    }
}
