import Catalogue
import Ratings

extension LeaderboardDocument {
    /// The document of a board as it was asked for, its rows in the order asked for.
    package init(_ board: Leaderboard) {
        self.init(board.snapshot, minimumVotes: board.minimumVotes)
        models = board.groups.flatMap(\.rows).map { row in
            Row(row, isRanked: board.hasPlace(row))
        }
        category = board.query.category?.rawValue
        days = board.query.period.days
        minVotes = board.minimumVotes
        let words = board.notes.map(\.words)
        notes = words.isEmpty ? nil : words
    }
}

extension LeaderboardDocument.Row {
    fileprivate init(_ row: Leaderboard.Row, isRanked: Bool) {
        self.init(row.standing)
        ranked = isRanked
        retired = row.isRetired
        slug = row.slug
        costPerAnswer = row.costPerAnswer?.description
        firstWord = row.firstWord
        wordsPerSecond = row.measures?.wordsPerSecond.median
        tokensPerAnswer = row.tokensPerAnswer
        calls = row.measures?.calls
        failures = row.measures?.failures
        lastVote = row.lastVote
    }
}

extension Leaderboard.Note {
    /// The note in a sentence.
    package var words: String {
        switch self {
        case .past: "These are past ratings."
        case .newerFit: "Votes came since; a newer fit is under way."
        case .styleAdjusted(let effects): effects.sentence
        case .batched:
            "New votes are shown in batches, at most every 15 minutes and 10 votes."
        case .fewVotes(1): "There is only 1 vote in this choice. The intervals are wide."
        case .fewVotes(let count):
            "There are only \(count) votes in this choice. The intervals are wide."
        case .hidden(1): "1 model that does not play any more is left out."
        case .hidden(let count): "\(count) models that do not play any more are left out."
        }
    }
}
