import Arena
import Charts
import Phrases

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
    func markup(in context: PageContext) -> HTML {
        let say = context.say
        guard let standing else { return "<p class=\"standing\">\(say("Not rated yet."))</p>" }
        guard standing.votes >= minimumVotes, !standing.isProvisional else {
            let words = say(
                "Not enough votes yet: {votes} of {minimum}.",
                [
                    "votes": "\(say.fixed(Double(standing.votes)))",
                    "minimum": "\(max(minimumVotes, standing.votes))",
                ])
            return "<p class=\"standing\">\(words)</p>"
        }
        return """
            <p class="standing"><b>\(NumberFormat.rating(standing.rating))</b> \
            <span class="pm">±\(NumberFormat.rating(standing.halfWidth))</span> \
            <span>\(rank(standing, say))</span></p>
            """
    }

    private func rank(_ standing: Standing, _ say: Phrasebook) -> HTML {
        say(
            pool == .practice
                ? "rank {rank} of {field} on the practice board" : "rank {rank} of {field}",
            ["rank": "\(standing.rankText)", "field": "\(field)"])
    }
}
