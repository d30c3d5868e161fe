package import Arena
package import Charts
import Phrases

/// `/leaderboard`: all ratings of one moment, with their uncertainty.
package struct LeaderboardPage: Page {
    /// A figure with its name in addresses.
    package typealias Figure = (name: String, plot: any Plot)

    /// What was asked for.
    package let query: BoardQuery
    /// The board; `nil` before the first fit, and for a choice without a vote.
    package let board: Leaderboard?
    /// Votes a contender needs for a place, where the query says nothing.
    package let minimumVotes: Int
    /// The figures, in order.
    package let figures: [Figure]
    /// What the registry says of the contenders.
    package var versions: [ContenderID: RegistryBook.Entry] = [:]

    /// A page of a board and its figures.
    package init(
        _ board: Leaderboard?, query: BoardQuery = BoardQuery(), minimumVotes: Int,
        figures: [Figure] = []
    ) {
        self.board = board
        self.query = query
        self.minimumVotes = minimumVotes
        self.figures = figures
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { context.say.text("Leaderboard") }

    /// The style sheets, and where the same is to be had for programs.
    package var head: HTML {
        """
        <link rel="stylesheet" href="\(Layout.factsStylesheet)">
        <link rel="stylesheet" href="\(Layout.boardStylesheet)">
        <link rel="alternate" type="application/json" href="/leaderboard.json\(query.text)">
        <link rel="alternate" type="text/markdown" href="/leaderboard.md\(query.text)">
        <meta name="description" content="\(board?.finding ?? "")">
        \("<meta name=\"robots\" content=\"noindex\">", when: !query.text.isEmpty)
        """
    }

    /// The form, the sentence, the tables, those that wait, the plots.
    package func main(in context: PageContext) -> HTML {
        """
        <div class="board">
        <h1>\(context.say("Leaderboard"))</h1>
        \(body(in: context))
        </div>
        """
    }

    private func body(in context: PageContext) -> HTML {
        let form = BoardForm(query: query, minimumVotes: minimumVotes, context: context).markup
        guard let board, board.rows.count > 1 else {
            return """
                \(form, when: query != BoardQuery())
                \(waiting(in: context))
                """
        }
        let groups = board.groups
        let axis = Axis.of(
            board.rows.map { ForestPlot.Row($0.standing, isRanked: board.hasPlace($0)) })
        return """
            <p class="fine">\(stamp(of: board.snapshot, in: context))</p>
            \(form)
            \(BoardNotes(board: board, context: context).markup)
            <p class="lede">\(context.say.text(board.found.saying))</p>
            \(groups.map {
                BoardTable(
                    board: board, group: $0, count: groups.count, axis: axis, context: context,
                    versions: versions
                ).markup
            })
            \(BoardTools(board: board, context: context).markup)
            \(BoardFigures(
                figures: figures, finding: board.found.saying, query: query, context: context
            ).markup)
            """
    }

    private func waiting(in context: PageContext) -> HTML {
        let say = context.say
        guard query == BoardQuery() else {
            return """
                <div class="empty">
                <p class="lede">\(say("No two models have votes in this choice yet."))</p>
                <p class="row"><a class="button" href="/leaderboard">\(say("All votes"))</a> \
                <a class="button primary" href="/">\(say("Start a battle"))</a></p>
                </div>
                """
        }
        let votes = board?.snapshot.votes ?? 0
        let count =
            votes == 0
            ? say.text("There are none yet.")
            : say.count(votes, "There is {n} so far.", "There are {n} so far.")
        let needed = say.count(
            minimumVotes, "a model gets a place after {n} vote.",
            "a model gets a place after {n} votes.")
        return """
            <div class="empty">
            <p class="lede">\(say("Ratings need votes between at least two models."))</p>
            <p>\(count) \(say("Each vote counts from the first;")) \(needed)</p>
            <p><a class="button primary" href="/">\(say("Start a battle"))</a></p>
            </div>
            """
    }

    private func stamp(of snapshot: Snapshot, in context: PageContext) -> HTML {
        let say = context.say
        let votes =
            snapshot.pool == .practice
            ? say.count(snapshot.votes, "{n} practice vote", "{n} practice votes")
            : say.count(snapshot.votes, "{n} vote", "{n} votes")
        let models = say.count(snapshot.rows.count, "{n} model", "{n} models")
        let time = say(
            "ratings as of {time} (snapshot {id})",
            ["time": snapshot.asOf.markup, "id": "\(snapshot.id)"])
        return "\(votes) · \(models) · \(time)"
    }
}
