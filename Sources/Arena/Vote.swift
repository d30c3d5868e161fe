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

    /// A vote.
    package init(battle: BattleID, voter: VoterID, outcome: VoteOutcome, castAt: Date) {
        self.battle = battle
        self.voter = voter
        self.outcome = outcome
        self.castAt = castAt
    }
}
