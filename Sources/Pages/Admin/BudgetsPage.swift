package import Arena
import Catalogue
import Foundation
package import Phrases

/// `/admin/budgets`: what is spent and set aside, and what may be.
package struct BudgetsPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .budgets
    /// What it is called.
    package let heading: Saying = "Budgets"
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
        let say = context.say
        let ledger = AdminTable(
            caption: "Ledger",
            columns: [
                "Day", "Provider", "Contender", "Requests", "Set aside",
                "Reported cost", "Estimated cost",
            ], rows: ledger.map { row($0, in: say) })
        return """
            \(table(.day, "Today", "This day", in: context))
            \(table(.minute, "This minute", "This minute", in: context))
            <p>\(say("""
                Ceilings stand in <code>arena.yaml</code>: <code>daily_budget</code> and \
                <code>minute_budget</code> for all together and for each provider, \
                <code>voter_daily_budget</code> and <code>voter_minute_budget</code> for each \
                voter{amounts}. Before a request goes out, the most that it can cost is set aside; \
                when that does not fit under every ceiling, it is not sent. The day begins at 00:00 \
                UTC.
                """, ["amounts": voterWords(in: say)]))</p>
            <h2>\(say("Ledger of the last 7 days"))</h2>
            \(ledger.markup(in: context))
            <p class="fine">\(say("""
                Reported: tokens as the provider counted them, times the price in \
                <code>arena.yaml</code>; these are the costs of the stored answers, exactly. \
                Estimated: an upper bound where a provider did not count, or an answer broke off \
                (<code>on_cancel</code>).
                """)) \(unpricedWords(in: say)) \
            <a href="/api/v1/admin/budgets">\(say("This page as JSON"))</a></p>
            """
    }

    private func table(
        _ span: Span, _ heading: String, _ caption: String, in context: PageContext
    ) -> HTML {
        let say = context.say
        let all = totals[span] ?? [:]
        let names = Set(providers).union(all.keys).subtracting([""]).sorted()
        let rows = names.map { name in
            row("\(name)", all[name], of: budget.byProvider[name]?[span], in: say)
        }
        let sum = row(say("all together"), all[""], of: budget.all[span], in: say)
        let table = AdminTable(
            caption: caption, columns: ["Provider", "Spent", "Set aside", "Ceiling", "Left"],
            rows: rows + [sum])
        return """
            <h2>\(say(heading))</h2>
            \(table.markup(in: context))
            """
    }

    private func row(
        _ name: HTML, _ total: LedgerTotal?, of ceiling: Money?, in say: Phrasebook
    ) -> [HTML] {
        let (spent, reserved) = (
            total?.spent.picodollars ?? 0, total?.reserved.picodollars ?? 0
        )
        return [
            name, "\(say.dollars(spent))", "\(say.dollars(reserved))",
            "\(ceiling.map { say.dollars($0.picodollars) } ?? say.text("no ceiling"))",
            "\(ceiling.map { say.dollars(max(0, $0.picodollars - spent - reserved)) } ?? "–")",
        ]
    }

    private func row(_ line: LedgerLine, in say: Phrasebook) -> [HTML] {
        [
            "\(String(line.day.formatted(.iso8601).prefix(10)))", "\(line.provider)",
            "\(line.contender.text)", "\(line.requests)",
            "\(say.numeral("$" + line.reserved.description))",
            "\(say.numeral("$" + line.reported.description))",
            "\(say.numeral("$" + line.estimated.description))",
        ]
    }

    private func voterWords(in say: Phrasebook) -> HTML {
        let words = Span.allCases.compactMap { span in
            budget.perVoter[span].map {
                say.text(
                    span == .day ? "{sum} a day" : "{sum} a minute",
                    ["sum": say.dollars($0.picodollars)])
            }
        }
        return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
    }

    private func unpricedWords(in say: Phrasebook) -> HTML {
        guard !unpriced.isEmpty else { return say("Every contender that is not free has a price.") }
        let fate: HTML =
            !budget.isLimited
            ? say("what they cost is not in these sums.")
            : budget.unpriced == .allow
                ? say("what they cost is not in these sums, and no ceiling holds them.")
                : say(
                    """
                    they enter no new battle while there is a ceiling, unless \
                    <code>unpriced: allow</code> is set.
                    """)
        return say(
            "No price is known of <bdi>{names}</bdi>: {fate}",
            ["names": "\(unpriced.joined(separator: ", "))", "fate": fate])
    }
}
