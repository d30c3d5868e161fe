package import Arena
package import Phrases

/// `/admin/audit`: every change that was made, the newest first.
package struct AuditPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .audit
    /// What it is called.
    package let heading: Saying = "Audit log"
    private let entries: [NumberedEntry]
    private let next: Int64?

    /// Entries, and from which number the older ones go on.
    package init(_ entries: [NumberedEntry], next: Int64?) {
        self.entries = entries
        self.next = next
    }

    /// The list.
    package func content(in context: PageContext) -> HTML {
        """
        \(AdminTable(
            caption: "Changes",
            columns: ["No.", "When (UTC)", "Who", "What", "Subject", "Before → after", "Note"],
            rows: entries.map { cells($0, in: context) }
        ).markup(in: context))
        \(older(from: next, at: "/admin/audit", in: context))
        <p class="fine">\(context.say("Entries are only ever added.")) \
        <a href="/api/v1/admin/audit">\(context.say("This page as JSON"))</a></p>
        """
    }

    private func cells(_ numbered: NumberedEntry, in context: PageContext) -> [HTML] {
        let entry = numbered.entry
        let words = entry.action.rawValue.replacing("_", with: " ")
        let change: HTML =
            entry.before.isEmpty && entry.after.isEmpty
            ? "–" : entry.before.isEmpty ? "\(entry.after)" : "\(entry.before) → \(entry.after)"
        return [
            "\(numbered.number.description)", "\(entry.at.minuteText.replacing(" UTC", with: ""))",
            "<bdi>\(entry.author)</bdi>",
            "\(context.say(words))", "<bdi>\(entry.subject)</bdi>", change,
            "<bdi>\(entry.note)</bdi>",
        ]
    }
}
