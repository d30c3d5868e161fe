package import struct Foundation.Date
package import enum Ratings.Outcome

/// What a voter may choose: the outcome of ``Ratings``, side a being the first named.
package typealias VoteOutcome = Outcome

/// The voter's verdict on one battle.
package struct Vote: Equatable, Sendable {
    /// Which battle.
    package let battle: BattleID
    /// Who chose.
    package let voter: VoterID
    /// What was chosen.
    package let outcome: VoteOutcome
    /// When.
    package let castAt: Date
    /// Its number in the store; `nil` before it is kept.
    package var sequence: Int64?
    /// What proves that it was kept; `nil` before it is.
    package var receipt: VoteReceipt?
    /// Why it does not count, where it was ruled out.
    package var exclusion: Ruling.Reason?

    /// A vote.
    package init(
        battle: BattleID, voter: VoterID, outcome: VoteOutcome, castAt: Date,
        sequence: Int64? = nil, exclusion: Ruling.Reason? = nil
    ) {
        self.battle = battle
        self.voter = voter
        self.outcome = outcome
        self.castAt = castAt
        self.sequence = sequence
        self.exclusion = exclusion
    }
}
