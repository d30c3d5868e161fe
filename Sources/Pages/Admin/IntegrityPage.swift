package import Arena
import Charts
import Foundation
package import Phrases

/// `/admin/integrity`: voters whose votes the detectors took out, and what is to be done about it.
package struct IntegrityPage: AdminPage {
    /// One suspicion with a short name of its voter.
    package struct Row: Equatable, Sendable {
        /// What was found.
        package let noted: NotedSuspicion
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
    package let heading: Saying = "Integrity"
    private let rows: [Row]
    private let next: Int64?
    private let rules: IntegrityRules?
    private let influence: InfluenceFigures

    /// Suspicions, the newest first, from which number the older ones go on, the rules, `nil` where
    /// votes are not guarded, and what the cap on influence left out in 30 days.
    package init(
        _ rows: [Row], next: Int64? = nil, rules: IntegrityRules?,
        influence: InfluenceFigures = InfluenceFigures(voters: 0, votes: 0)
    ) {
        self.rows = rows
        self.next = next
        self.rules = rules
        self.influence = influence
    }

    /// The rules and the list.
    package func content(in context: PageContext) -> HTML {
        """
        <p>\(words(in: context.say))</p>
        \(rules.map { capped($0, in: context.say) })
        \(AdminTable(
            caption: "Voters found",
            columns: ["Voter", "Found", "Evidence", "Decision", "Do"],
            rows: rows.map { cells($0, in: context) }, empty: "Nobody was found."
        ).markup(in: context))
        \(older(from: next, at: "/admin/integrity", in: context))
        <p class="fine">\(context.say("""
            Votes that were found are kept and not counted. Restore counts them again and exempts \
            the voter from the detectors; confirm keeps them out. Both are in the audit log.
            """)) \
        <a href="/api/v1/admin/integrity">\(context.say("This page as JSON"))</a></p>
        """
    }

    private func words(in say: Phrasebook) -> HTML {
        guard let rules else {
            return say(
                """
                Votes are not guarded here: <code>integrity</code> is off, or only people who were \
                let in may vote, or only from this machine.
                """)
        }
        return say(
            """
            Of one voter {day} votes count in a day, on one prompt {prompt}. A new voter’s votes \
            count at once with a chance of {share}, the others when he has cast {votes} and {hours} \
            hours have passed.
            """,
            [
                "day": "\(rules.countedVotesPerDay)", "prompt": "\(rules.countedVotesPerPrompt)",
                "share": "\(say.tenths(rules.newShare))", "votes": "\(rules.newVotes)",
                "hours": "\(String(Int(rules.newHours)))",
            ])
    }

    private func capped(_ rules: IntegrityRules, in say: Phrasebook) -> HTML {
        """
        <p>\(say(
            """
            In a day no voter moves a rating further than {points} points, or, where chance alone \
            moves it further by a full day of one honest voter’s votes, than {times} times as far. \
            The votes beyond are kept and not counted: in the last 30 days {n} of {voters}.
            """,
            [
                "points": "\(say.figure(NumberFormat.significant(rules.influencePoints, digits: 2)))",
                "times": "\(say.figure(NumberFormat.significant(rules.influenceSpread, digits: 2)))",
                "n": "\(say.count(influence.votes, "{n} vote", "{n} votes"))",
                "voters": "\(say.count(influence.voters, "{n} voter", "{n} voters"))",
            ]))</p>
        """
    }

    private func cells(_ row: Row, in context: PageContext) -> [HTML] {
        let noted = row.noted
        let say = context.say
        let look: HTML? = noted.lastVote.map { last in
            """
            <a class="button" href="/admin/votes?same=\("\(last)")">\(say("Look"))<span class="sr-only"> \
            \(say.text("at the votes of {name}", ["name": row.voter]))</span></a>
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
            say(noted.decision.rawValue),
            """
            \(look)\(choices.map { word, name in
                """
                <form method="get" action="/admin/integrity/\("\(noted.number)")">\
                <input type="hidden" name="decision" value="\(word)">\
                <button>\(say(name))<span class="sr-only"> \(row.voter)</span></button></form>
                """ as HTML
            })
            """,
        ]
    }
}
