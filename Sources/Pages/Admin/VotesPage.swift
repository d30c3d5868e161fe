package import Arena
import Charts
package import Phrases
import Ratings

/// `/admin/votes`: single votes, to find those that should not count.
package struct VotesPage: AdminPage {
    /// One vote with a short name of its voter.
    package struct Row: Equatable, Sendable {
        let vote: ListedVote
        let voter: String

        /// A vote; the voter's name stands for him on these pages and nowhere else.
        package init(_ vote: ListedVote, voter: String) {
            self.vote = vote
            self.voter = voter
        }
    }

    /// Where it belongs.
    package let section: AdminSection? = .votes
    /// What it is called.
    package let heading: Saying = "Votes"
    private let rows: [Row]
    private let filter: VoteFilter
    private let contenders: [Contender]
    private let next: Int64?

    /// Votes that pass a filter, and from which number the older ones go on.
    package init(
        _ rows: [Row], filter: VoteFilter, contenders: [Contender], next: Int64?
    ) {
        self.rows = rows
        self.filter = filter
        self.contenders = contenders
        self.next = next
    }

    /// The filter, the list, what can be done with all of them.
    package func content(in context: PageContext) -> HTML {
        let query = filter.query
        let say = context.say
        return """
            \(VoteFilterForm(
                filter: filter, contenders: contenders, known: context.categories
            ).markup(in: context))
            \(AdminTable(
                caption: "Votes",
                columns: [
                    "No.", "Cast (UTC)", "A and B", "Vote", "Kind", "Voter", "Took", "Counts", "Change",
                ],
                rows: rows.map { cells($0, in: say) }, empty: "No vote passes this filter."
            ).markup(in: context))
            <div class="row">
            \(older(query, in: say), when: next != nil)
            \(allOfThem(query, in: say), when: filter != VoteFilter() && !rows.isEmpty)
            </div>
            <p class="fine">\(say("""
                Only battles with a vote stand here. A vote is never deleted or changed: it is \
                taken out of the count with a reason, and can be put back.
                """)) \
            <a href="/api/v1/admin/votes?\(query)">\(say("This page as JSON"))</a></p>
            """
    }

    private func older(_ query: String, in say: Phrasebook) -> HTML {
        """
        <a class="button" href="/admin/votes?\(query)&before=\(next?.description ?? "")">\
        \(say("Older"))</a>
        """
    }

    private func allOfThem(_ query: String, in say: Phrasebook) -> HTML {
        """
        <a class="button" href="/admin/votes/rule?counts=no&\(query)">\(say("Exclude all of these"))</a>
        <a class="button" href="/admin/votes/rule?counts=yes&\(query)">\(say("Restore all of these"))</a>
        """
    }

    private func cells(_ row: Row, in say: Phrasebook) -> [HTML] {
        let vote = row.vote
        let number = vote.sequence.description
        let counts = vote.uncounted == nil
        let state: HTML =
            if let reason = vote.uncounted {
                say("no: {reason}", ["reason": say(reason.replacing("_", with: " "))])
            } else if vote.kind.isRated {
                say("yes")
            } else {
                say("not rated")
            }
        let outcome = vote.vote.outcome == .bothBad ? "both bad" : vote.vote.outcome.rawValue
        return [
            "\(number)", "\(vote.vote.castAt.minuteText.replacing(" UTC", with: ""))",
            "<code>\(vote.contenders.a.text)</code> <code>\(vote.contenders.b.text)</code>",
            say(outcome),
            "\(say(vote.kind.rawValue))\(say(", practice"), when: vote.pool == .practice)",
            "<a href=\"/admin/votes?same=\(number)\"><code>\(row.voter)</code></a>",
            "\(say.seconds(vote.seconds, places: 1)), \(say.count(vote.words, "{n} word", "{n} words"))",
            state,
            """
            <a class="button" href="/admin/votes/rule?counts=\(counts ? "no" : "yes")&sequence=\
            \(number)">\(say(counts ? "Exclude" : "Restore"))<span class="sr-only"> \
            \(say("vote {n}", ["n": "\(number)"]))</span></a>
            """,
        ]
    }
}

extension VoteFilter {
    /// The filter as it stands in an address, without a question mark.
    package var query: String {
        var parts: [(String, String?)] = [
            ("contender", contender?.text), ("rival", rival?.text),
            ("category", category?.rawValue),
            ("kind", kind?.rawValue), ("standing", standing?.rawValue),
            ("under", underSeconds?.description), ("same", sameVoterAs?.description),
            ("hour", hour?.description),
        ]
        if isStopped { parts.append(("stopped", "yes")) }
        return parts.compactMap { name, value in value.map { "\(name)=\($0)" } }
            .joined(separator: "&")
    }
}
