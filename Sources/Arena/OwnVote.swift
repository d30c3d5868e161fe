package import struct Foundation.Date

/// One vote of a voter's own, named: it was cast, so it may be told.
package struct OwnVote: Sendable, Equatable {
    /// On which battle.
    package let battle: BattleID
    /// Which pool it stands in.
    package let pool: Pool
    /// Whether the pair was drawn or chosen.
    package let kind: BattleKind
    /// Who answered, by side.
    package let contenders: Sides<ContenderID>
    /// What was chosen.
    package let outcome: VoteOutcome
    /// Whether it is among the votes of the ratings' tally.
    package let isCounted: Bool

    /// A vote from its parts.
    package init(
        battle: BattleID, pool: Pool, kind: BattleKind, contenders: Sides<ContenderID>,
        outcome: VoteOutcome, isCounted: Bool
    ) {
        self.battle = battle
        self.pool = pool
        self.kind = kind
        self.contenders = contenders
        self.outcome = outcome
        self.isCounted = isCounted
    }
}

/// What was done when a voter had his data erased.
package struct Erasure: Sendable, Equatable {
    /// Battles whose texts are gone.
    package var battles: Int
    /// Votes that were withdrawn or were out already.
    package var votes: Int
    /// The pools whose ratings have to be fitted anew.
    package var pools: Set<Pool>

    /// An erasure of so much.
    package init(battles: Int = 0, votes: Int = 0, pools: Set<Pool> = []) {
        self.battles = battles
        self.votes = votes
        self.pools = pools
    }
}
