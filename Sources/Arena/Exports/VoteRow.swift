import Catalogue
package import Foundation
import Ratings

/// One vote as exports write it, in the field's columns, so that ranking tools read it as it is.
package struct VoteRow: ExportRow, Sendable {
    /// The vote's number in this store.
    package let voteID: String
    /// When it was cast, cut to the hour in exports meant for others.
    package let at: Date
    /// Which pool it counts in.
    package let pool: Pool
    /// Whether the pair was drawn, `random`, or chosen by the voter, `pair`.
    package let kind: BattleKind
    /// The contender on side a.
    package let modelA: String
    /// The contender on side b.
    package let modelB: String
    /// `model_a`, `model_b`, `tie` or `tie (bothbad)`.
    package let winner: String
    /// Complete turns.
    package let turns: Int
    /// Unicode scalars of the first prompt.
    package let promptChars: Int
    /// A pseudonym of the voter, fresh in every export.
    package let voter: String
    /// Words of the last answers.
    package let wordsA: Int
    /// Words of side b's answer.
    package let wordsB: Int
    /// Tokens of side a's answer, where told.
    package let tokensA: Int?
    /// Tokens of side b's answer, where told.
    package let tokensB: Int?
    /// Seconds to side a's first text.
    package let ttftA: Double?
    /// Seconds to side b's first text.
    package let ttftB: Double?
    /// Dollars for side a's answer, exact.
    package let costA: String?
    /// Dollars for side b's answer, exact.
    package let costB: String?
    /// How the answers were shown, where it is known.
    package let pacing: ShownPace?
    /// Whether the voter looked at side a's answer, where it is known.
    package let seenA: Bool?
    /// Whether the voter looked at side b's answer, where it is known.
    package let seenB: Bool?
    /// Whether the vote enters the ratings of its pool.
    package let counted: Bool
    /// Why it was ruled out, in a word.
    package let excludedWhy: Ruling.Reason?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case voteID = "vote_id"
        case at, pool, kind
        case modelA = "model_a"
        case modelB = "model_b"
        case winner, turns
        case promptChars = "prompt_chars"
        case voter
        case wordsA = "words_a"
        case wordsB = "words_b"
        case tokensA = "tokens_a"
        case tokensB = "tokens_b"
        case ttftA = "ttft_a"
        case ttftB = "ttft_b"
        case costA = "cost_a"
        case costB = "cost_b"
        case pacing
        case seenA = "seen_a"
        case seenB = "seen_b"
        case counted
        case excludedWhy = "excluded_why"
    }

    /// The names of the columns, in order.
    package static let columns = CodingKeys.allCases.map(\.rawValue)

    /// The row of a stored vote, told to be of this time; `pseudonym` stands for its voter.
    package init(_ record: VoteRecord, at time: Date, pseudonym: String) {
        voteID = String(record.sequence)
        at = time
        pool = record.pool
        kind = record.kind
        modelA = record.contenders.a.text
        modelB = record.contenders.b.text
        winner = record.vote.outcome.fieldWord
        turns = record.turns
        promptChars = record.promptCharacters
        voter = pseudonym
        wordsA = record.replies.a.words
        wordsB = record.replies.b.words
        tokensA = record.replies.a.usage?.output
        tokensB = record.replies.b.usage?.output
        ttftA = record.replies.a.timing?.firstText
        ttftB = record.replies.b.timing?.firstText
        costA = record.replies.a.cost?.description
        costB = record.replies.b.cost?.description
        pacing = record.pace
        seenA = record.seen.a
        seenB = record.seen.b
        counted = record.isCounted
        excludedWhy = record.vote.exclusion
    }

    /// The values in the order of ``columns``, as CSV writes them; an empty text where unknown.
    package var cells: [String] {
        let text = { (value: (any CustomStringConvertible)?) in value?.description ?? "" }
        return [
            voteID, at.formatted(.iso8601), pool.rawValue, kind.rawValue, modelA, modelB, winner,
            String(turns), String(promptChars), voter, String(wordsA), String(wordsB),
            text(tokensA), text(tokensB), text(ttftA), text(ttftB), text(costA), text(costB),
            text(pacing?.rawValue), text(seenA), text(seenB), String(counted),
            text(excludedWhy?.rawValue),
        ]
    }
}

extension VoteOutcome {
    /// The field's word in the column `winner`.
    package var fieldWord: String {
        switch self {
        case .a: "model_a"
        case .b: "model_b"
        case .tie: "tie"
        case .bothBad: "tie (bothbad)"
        }
    }
}
