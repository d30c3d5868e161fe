package import Arena
import Charts

/// The page between asking for a change and making it: what will change, and what that does.
package struct ConfirmPage: AdminPage {
    /// One thing that will change.
    package struct Change: Equatable, Sendable {
        let what: String
        let before: String
        let after: String

        /// What, from what, to what.
        package init(_ what: String, from before: String, to after: String) {
            self.what = what
            self.before = before
            self.after = after
        }
    }

    /// Where it belongs.
    package let section: AdminSection?
    /// The change as a question.
    package let heading: String
    private let changes: [Change]
    private let sentences: [String]
    private let effect: RulingEffect?
    private let fields: [(name: String, value: String)]
    private let reasons: [(value: String, words: String)]
    private let asksNote: Bool
    private let button: String

    /// A change to be confirmed by a form that is sent to where this page is.
    ///
    /// - Parameters:
    ///   - sentences: what follows from it, and whether it can be taken back.
    ///   - effect: what it does to the ratings, where it does.
    ///   - fields: what the form sends besides, hidden.
    ///   - reasons: the reasons to choose from, where one is needed.
    package init(
        _ question: String, in section: AdminSection, changes: [Change], sentences: [String],
        effect: RulingEffect? = nil, fields: [(name: String, value: String)],
        reasons: [(value: String, words: String)] = [], asksNote: Bool = false, button: String
    ) {
        heading = question
        self.section = section
        self.changes = changes
        self.sentences = sentences
        self.effect = effect
        self.fields = fields
        self.reasons = reasons
        self.asksNote = asksNote
        self.button = button
    }

    /// The change, its effect, the form.
    package func content(in context: PageContext) -> HTML {
        """
        \(AdminTable(
            caption: "What will change", columns: ["What", "Now", "Then"],
            rows: changes.map { ["\($0.what)", "\($0.before)", "\($0.after)"] }).markup)
        \(sentences.map { "<p>\($0)</p>" as HTML })
        \(effect.map(table))
        <form class="adminform" method="post" action="\(context.path)">
        \(context.tokenField)
        \(fields.map { name, value in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" as HTML
        })
        \(AdminWords.choice("reason", "Reason", "", reasons), when: !reasons.isEmpty)
        \(AdminWords.field("note", "Note, for the audit log", "", kind: " maxlength=\"500\""),
            when: asksNote)
        <div class="row"><button class="primary">\(button)</button>
        <a class="button quiet" href="\(section?.path ?? "/admin")">Do nothing</a></div>
        </form>
        """
    }

    private func table(_ effect: RulingEffect) -> HTML {
        """
        <h2>Effect on the ratings</h2>
        <p class="fine">\(effect.votesBefore.counted("counted vote", "counted votes")) now, \
        \(effect.votesAfter.counted("vote", "votes")) then; both fits were just made.</p>
        \(AdminTable(
            caption: "Effect on the ratings",
            columns: ["Contender", "Now", "Place", "Then", "Place", "Moves by"],
            rows: effect.changes.map(cells), empty: "No rating changes.").markup)
        """
    }

    private func cells(_ change: RulingEffect.Change) -> [HTML] {
        let move = change.before.flatMap { before in
            change.after.map { NumberFormat.signed($0.rating - before.rating, places: 1) }
        }
        return [
            "<bdi>\(change.name)</bdi>", rating(change.before), ranks(change.before),
            rating(change.after), ranks(change.after), "\(move ?? "–")",
        ]
    }

    private func rating(_ place: RulingEffect.Change.Place?) -> HTML {
        guard let place else { return "no votes" }
        let half = (place.interval.upperBound - place.interval.lowerBound) / 2
        return "\(NumberFormat.rating(place.rating)) ± \(NumberFormat.fixed(half, places: 0))"
    }

    private func ranks(_ place: RulingEffect.Change.Place?) -> HTML {
        guard let ranks = place?.ranks else { return "–" }
        return ranks.count == 1
            ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)–\(ranks.upperBound)"
    }
}
