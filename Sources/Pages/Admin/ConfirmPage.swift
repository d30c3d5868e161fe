package import Arena
import Charts
package import Phrases

/// The page between asking for a change and making it: what will change, and what that does.
package struct ConfirmPage: AdminPage {
    /// One thing that will change.
    package struct Change: Equatable, Sendable {
        let what: Saying
        let before: Saying
        let after: Saying

        /// What, from what, to what.
        package init(_ what: Saying, from before: Saying, to after: Saying) {
            self.what = what
            self.before = before
            self.after = after
        }
    }

    /// Where it belongs.
    package let section: AdminSection?
    /// The change as a question.
    package let heading: Saying
    private let changes: [Change]
    private let sentences: [Saying]
    private let effect: RulingEffect?
    private let fields: [(name: String, value: String)]
    private let reasons: [(value: String, words: Saying)]
    private let asksNote: Bool
    private let noteLabel: String
    private let button: Saying

    /// A change to be confirmed by a form that is sent to where this page is.
    ///
    /// - Parameters:
    ///   - sentences: what follows from it, and whether it can be taken back.
    ///   - effect: what it does to the ratings, where it does.
    ///   - fields: what the form sends besides, hidden.
    ///   - reasons: the reasons to choose from, where one is needed.
    package init(
        _ question: Saying, in section: AdminSection, changes: [Change], sentences: [Saying],
        effect: RulingEffect? = nil, fields: [(name: String, value: String)],
        reasons: [(value: String, words: Saying)] = [], asksNote: Bool = false,
        noteLabel: String = "Note, for the audit log", button: Saying
    ) {
        heading = question
        self.section = section
        self.changes = changes
        self.sentences = sentences
        self.effect = effect
        self.fields = fields
        self.reasons = reasons
        self.asksNote = asksNote
        self.noteLabel = noteLabel
        self.button = button
    }

    /// The change, its effect, the form.
    package func content(in context: PageContext) -> HTML {
        let say = context.say
        return """
            \(changed(in: context))
            \(sentences.map { "<p>\(say.text($0))</p>" as HTML })
            \(effect.map { table($0, in: context) })
            <form class="adminform" method="post" action="\(context.path)">
            \(context.tokenField)
            \(hidden)
            \(reason(in: context), when: !reasons.isEmpty)
            \(note(in: context), when: asksNote)
            <div class="row"><button class="primary">\(say.text(button))</button>
            <a class="button quiet" href="\(section?.path ?? "/admin")">\(say("Do nothing"))</a></div>
            </form>
            """
    }

    private func changed(in context: PageContext) -> HTML {
        let rows = changes.map { change in
            [change.what, change.before, change.after].map { "\(context.say.text($0))" as HTML }
        }
        return AdminTable(
            caption: "What will change", columns: ["What", "Now", "Then"], rows: rows
        ).markup(in: context)
    }

    private var hidden: [HTML] {
        fields.map { name, value in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
        }
    }

    private func reason(in context: PageContext) -> HTML {
        context.choice("reason", "Reason", "", reasons.map { ($0, context.say.text($1)) })
    }

    private func note(in context: PageContext) -> HTML {
        context.field("note", noteLabel, "", kind: " maxlength=\"500\"")
    }

    private func table(_ effect: RulingEffect, in context: PageContext) -> HTML {
        let say = context.say
        let counts = say.text(
            "{before} now, {after} then; both fits were just made.",
            [
                "before": say.count(effect.votesBefore, "{n} counted vote", "{n} counted votes"),
                "after": say.count(effect.votesAfter, "{n} vote", "{n} votes"),
            ])
        let table = AdminTable(
            caption: "Effect on the ratings",
            columns: ["Contender", "Now", "Place", "Then", "Place", "Moves by"],
            rows: effect.changes.map { cells($0, in: say) }, empty: "No rating changes.")
        return """
            <h2>\(say("Effect on the ratings"))</h2>
            <p class="fine">\(counts)</p>
            \(table.markup(in: context))
            """
    }

    private func cells(_ change: RulingEffect.Change, in say: Phrasebook) -> [HTML] {
        let move = change.before.flatMap { before in
            change.after.map {
                say.figure(NumberFormat.signed($0.rating - before.rating, places: 1))
            }
        }
        return [
            "<bdi>\(change.name)</bdi>", rating(change.before, in: say), ranks(change.before),
            rating(change.after, in: say), ranks(change.after), "\(move ?? "–")",
        ]
    }

    private func rating(_ place: RulingEffect.Change.Place?, in say: Phrasebook) -> HTML {
        guard let place else { return say("no votes") }
        let half = (place.interval.upperBound - place.interval.lowerBound) / 2
        return "\(NumberFormat.rating(place.rating)) ± \(NumberFormat.fixed(half, places: 0))"
    }

    private func ranks(_ place: RulingEffect.Change.Place?) -> HTML {
        guard let ranks = place?.ranks else { return "–" }
        return ranks.count == 1
            ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)–\(ranks.upperBound)"
    }
}
