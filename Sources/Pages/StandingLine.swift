import Arena
import Charts

/// Where a named contender stands now, in a line.
struct StandingLine {
    private let standing: Standing?
    private let field: Int
    private let minimumVotes: Int
    private let pool: Pool?

    init(_ side: Reveal.RevealedSide, in snapshot: Snapshot?, minimumVotes: Int) {
        let standing = snapshot?.rows.first { $0.contender == side.contender }
        self.standing = standing
        self.minimumVotes = minimumVotes
        pool = snapshot?.pool
        field = snapshot?.rows.count { $0.component == standing?.component } ?? 0
    }

    /// Rating, interval and rank; before there are enough votes, how many there are.
    var markup: HTML {
        guard let standing else { return "<p class=\"standing\">Not rated yet.</p>" }
        guard standing.votes >= minimumVotes, !standing.isProvisional else {
            return """
                <p class="standing">Not enough votes yet: \(count(standing)) of \
                \(max(minimumVotes, standing.votes)).</p>
                """
        }
        return """
            <p class="standing"><b>\(NumberFormat.rating(standing.rating))</b> \
            <span class="pm">±\(NumberFormat.rating(standing.halfWidth))</span> \
            <span>rank \(standing.rankText) of \(field)\
            \(" on the practice board", when: pool == .practice)</span></p>
            """
    }

    private func count(_ standing: Standing) -> String {
        NumberFormat.whole(Double(standing.votes))
    }
}
