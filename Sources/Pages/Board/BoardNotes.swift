import Arena
import Phrases

/// What a reader must know of a board before he reads it.
struct BoardNotes {
    let board: Leaderboard
    let context: PageContext

    var markup: HTML {
        guard !board.notes.isEmpty else { return .empty }
        return """
            <ul class="boardnotes">
            \(board.notes.map { "<li>\(words(for: $0))</li>" })
            </ul>
            """
    }

    private func words(for note: Leaderboard.Note) -> HTML {
        let say = context.say
        switch note {
        case .past:
            return """
                \(say("These are past ratings.")) \
                <a href="/leaderboard">\(say("The newest"))</a>
                """
        case .newerFit: return say("Votes came since; a newer fit is under way.")
        case .styleAdjusted(let effects):
            let words = say([StyleEffect].pattern, effects.parts.mapValues { "\(say.figure($0))" })
            return "\(words) <a href=\"/methodology#style\">\(say("How"))</a>"
        case .batched:
            return say("New votes are shown in batches, at most every 15 minutes and 10 votes.")
        case .fewVotes(let count):
            let words = say.count(
                count, "There is only {n} vote in this choice. The intervals are wide.",
                "There are only {n} votes in this choice. The intervals are wide.")
            return "\(words)"
        case .hidden(let count):
            var query = board.query
            query.showsRetired = true
            let words = say.count(
                count, "{n} model that does not play any more is left out.",
                "{n} models that do not play any more are left out.")
            return
                "\(words) <a href=\"/leaderboard\(query.text)\">\(say("Show retired models"))</a>"
        }
    }
}
