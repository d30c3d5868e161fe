package import struct Foundation.Date

/// A decision that a vote counts, or does not: the vote itself stays as it is.
///
/// Rulings are kept for good, each with its reason and its author; the last one stands. A vote
/// without one counts if its battle was random.
package struct Ruling: Equatable, Sendable {
    /// Why; a closed set.
    package enum Reason: String, Sendable, Codable, CaseIterable {
        /// A reply named its own model or maker, so the vote was not blind.
        case selfNamed = "self_named"
        /// The voter never looked at one of the answers.
        case unseen
        /// The voter stopped the answers before they were whole.
        case stopped
        /// The voter took the vote back with all else he left here.
        case withdrawn
        /// A detector found it suspicious.
        case quarantine
        /// Its voter had cast as many counted votes that day as one voter may.
        case overDailyLimit = "over_daily_limit"
        /// Its voter is new; the vote is counted once he is not.
        case newIdentity = "new_identity"
        /// Its prompt was voted on as often that day as one prompt may be.
        case repeatedPrompt = "repeated_prompt"
        /// It was cast before the answers could have been read.
        case tooFast = "too_fast"
        /// Its voter had moved a rating that day as far as one voter may.
        case overInfluence = "over_influence"
        /// It came without the work that votes are asked for, and lost the toss.
        case noWork = "no_work"
        /// The operator decided.
        case byOperator = "operator"
    }

    /// The number of the vote.
    package let sequence: Int64
    /// Whether it counts from now on.
    package let counts: Bool
    /// Why.
    package let reason: Reason
    /// What the author wrote beside it, at most 500 characters.
    package let note: String
    /// Who decided: `arena`, `voter`, or an operator's name.
    package let author: String
    /// When.
    package let at: Date

    /// The arena's own name as an author.
    package static let arena = "arena"

    /// A decision on one vote.
    package init(
        sequence: Int64, counts: Bool, reason: Reason, note: String = "", author: String, at: Date
    ) {
        self.sequence = sequence
        self.counts = counts
        self.reason = reason
        self.note = note
        self.author = author
        self.at = at
    }
}
