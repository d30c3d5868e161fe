package import Arena
import Charts

/// `/leaderboard`: all ratings of one moment, with their uncertainty.
package struct LeaderboardPage: Page {
    /// The ratings; `nil` before the first fit.
    package let snapshot: Snapshot?
    /// Votes a contender needs before it is ranked.
    package let minimumVotes: Int

    /// A board of a snapshot.
    package init(snapshot: Snapshot?, minimumVotes: Int) {
        self.snapshot = snapshot
        self.minimumVotes = minimumVotes
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { "Leaderboard" }

    /// The sentence, the tables, those that wait, the plot.
    package func main(in context: PageContext) -> HTML {
        """
        <div class="board">
        <h1>Leaderboard</h1>
        \(body)
        </div>
        """
    }

    private var body: HTML {
        guard let snapshot, snapshot.rows.count > 1 else { return waiting }
        let boards = RatingBoard.boards(of: snapshot, minimumVotes: minimumVotes)
        let axis = Axis.of(boards.flatMap(\.plotRows))
        return """
            <p class="fine">\(stamp(of: snapshot))</p>
            <p class="lede">\(snapshot.finding(minimumVotes: minimumVotes))</p>
            \(boards.map { RatingTable(board: $0, of: boards.count, axis: axis).markup })
            \(boards.map { figure($0, of: boards.count, in: snapshot) })
            """
    }

    private var waiting: HTML {
        let votes = snapshot?.votes ?? 0
        return """
            <div class="empty">
            <p class="lede">Ratings need votes between at least two models.</p>
            <p>\(votes == 0 ? "There are none yet." : "There are \(votes) so far.") Each vote \
            counts from the first; a model gets a place after \
            \(minimumVotes.counted("vote", "votes")).</p>
            <p><a class="button primary" href="/">Start a battle</a></p>
            </div>
            """
    }

    private func stamp(of snapshot: Snapshot) -> HTML {
        let isPractice = snapshot.pool == .practice
        let votes = isPractice ? ("practice vote", "practice votes") : ("vote", "votes")
        return """
            \(snapshot.votes.counted(votes.0, votes.1)) \
            · \(snapshot.rows.count.counted("model", "models")) \
            · ratings as of \(snapshot.asOf.markup)
            """
    }

    private func figure(_ board: RatingBoard, of count: Int, in snapshot: Snapshot) -> HTML {
        RatingFigure(board: board, of: count, snapshot: snapshot, minimumVotes: minimumVotes)
            .markup
    }
}
