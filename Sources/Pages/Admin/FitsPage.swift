package import Arena
package import Phrases

/// `/admin/fits`: the newest stored snapshots of the ratings.
package struct FitsPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .fits
    /// What it is called.
    package let heading: Saying = "Fits and snapshots"
    private let lines: [SnapshotLine]
    private let newest: String?

    /// Snapshots, the newest first, and which one stands on the leaderboard.
    package init(_ lines: [SnapshotLine], newest: String?) {
        self.lines = lines
        self.newest = newest
    }

    /// The list.
    package func content(in context: PageContext) -> HTML {
        """
        <p>\(context.say("""
            The ratings are fitted anew soon after every vote and every decision on one. A snapshot \
            is kept for good; one from the same counts bears the same name and is kept once.
            """))</p>
        \(AdminTable(
            caption: "Snapshots", columns: ["Snapshot", "Ratings", "As of", "Votes", "Last vote"],
            rows: lines.map { cells($0, in: context) },
            empty: "There is none yet: ratings need votes."
        ).markup(in: context))
        """
    }

    private func cells(_ line: SnapshotLine, in context: PageContext) -> [HTML] {
        let name: HTML = "<code>\(line.id)</code>"
        let board: HTML =
            """
             · <a href="/leaderboard?pool=\(line.pool.rawValue)">\
            \(context.say("on the leaderboard"))</a>
            """
        return [
            "\(name)\(board, when: line.id == newest)", "\(context.say(line.pool.rawValue))",
            line.asOf.markup, "\(line.votes)", "\(Int(line.lastSequence))",
        ]
    }
}
