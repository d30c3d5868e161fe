/// What a column of the leaderboard shows; the raw value stands in addresses and heads of CSV.
package enum BoardColumn: String, Sendable, CaseIterable {
    /// The places it may hold.
    case rank
    /// The contender.
    case model
    /// The rating with its interval.
    case rating
    /// Votes it took part in.
    case votes
    /// Expected share against all others alike.
    case share
    /// Measured cost of one answer.
    case cost
    /// Median time to the first word.
    case firstWord = "first_word"
    /// Share of calls that gave no whole answer.
    case failures
    /// Median words a second.
    case speed
    /// Mean tokens of an answer.
    case tokens
    /// Decided votes won.
    case wins
    /// Decided votes lost.
    case losses
    /// Ties.
    case ties
    /// Votes that called both bad.
    case bothBad = "both_bad"
    /// List price for a million tokens in and out.
    case price
    /// Tokens of context.
    case context
    /// The licence.
    case licence
    /// Who made the model.
    case maker
    /// When it was released.
    case released
    /// When the last vote on it was cast.
    case lastVote = "last_vote"

    /// The columns that always stand.
    package static let usual: [BoardColumn] = [
        .rank, .model, .rating, .votes, .share, .cost, .firstWord,
    ]

    /// The columns a reader may add.
    package static let further = allCases.filter { !usual.contains($0) }

    /// Whether rows can be sorted by it.
    package var isSortable: Bool { ![.price, .licence].contains(self) }

    /// Whether the first of a sorted list is the smallest: a place, a name, a cost, a wait.
    package var startsAtLeast: Bool {
        [.rank, .model, .cost, .firstWord, .failures, .tokens, .maker, .losses].contains(self)
    }
}
