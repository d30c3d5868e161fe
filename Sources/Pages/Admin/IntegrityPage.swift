package import Arena
import Foundation

/// `/admin/integrity`: voters whose votes the detectors took out, and what is to be done about it.
package struct IntegrityPage: AdminPage {
    /// One suspicion with a short name of its voter.
    package struct Row: Equatable, Sendable {
        let noted: NotedSuspicion
        let voter: String

        /// A suspicion; the voter's name is the one on the list of votes.
        package init(_ noted: NotedSuspicion, voter: String) {
            self.noted = noted
            self.voter = voter
        }
    }

    /// Where it belongs.
    package let section: AdminSection? = .integrity
    /// What it is called.
    package let heading = "Integrity"
    private let rows: [Row]
    private let rules: IntegrityRules?

    /// Suspicions, the newest first, and the rules; `nil` where votes are not guarded.
    package init(_ rows: [Row], rules: IntegrityRules?) {
        self.rows = rows
        self.rules = rules
    }

    /// The rules and the list.
    package func content(in context: PageContext) -> HTML {
        """
        <p>\(words)</p>
        \(AdminTable(
            caption: "Voters found",
            columns: ["Voter", "Found", "Evidence", "Decision", "Do"],
            rows: rows.map { cells($0, in: context) }, empty: "Nobody was found.").markup)
        <p class="fine">Votes that were found are kept and not counted. Restore counts them again and \
        exempts the voter from the detectors; confirm keeps them out. Both are in the audit log. \
        <a href="/api/v1/admin/integrity">This page as JSON</a></p>
        """
    }

    private var words: HTML {
        guard let rules else {
            return """
                Votes are not guarded here: <code>integrity</code> is off, or only people who were \
                let in may vote, or only from this machine.
                """
        }
        return """
            Of one voter \(rules.countedVotesPerDay) votes count in a day, on one prompt \
            \(rules.countedVotesPerPrompt). A new voter’s votes count at once with a chance of \
            \(AdminWords.percent(rules.newShare)), the others when he has cast \(rules.newVotes) and \
            \("\(Int(rules.newHours))") hours have passed.
            """
    }

    private func cells(_ row: Row, in context: PageContext) -> [HTML] {
        let noted = row.noted
        let look: HTML? = noted.lastVote.map { last in
            """
            <a class="button" href="/admin/votes?same=\("\(last)")">Look<span class="sr-only"> at the \
            votes of \(row.voter)</span></a>
            """
        }
        let choices: [(String, String)] =
            switch noted.decision {
            case .open: [("cleared", "Restore"), ("confirmed", "Confirm")]
            case .confirmed: [("cleared", "Restore")]
            case .cleared: []
            }
        return [
            "<code>\(row.voter)</code>", "\(noted.at.formatted(.iso8601))", "\(noted.note)",
            "\(noted.decision.rawValue)",
            """
            \(look)\(choices.map { word, name in
                """
                <form method="post" action="/admin/integrity/\("\(noted.number)")">\
                \(context.tokenField)<input type="hidden" name="decision" value="\(word)">\
                <button>\(name)<span class="sr-only"> \(row.voter)</span></button></form>
                """ as HTML
            })
            """,
        ]
    }
}
