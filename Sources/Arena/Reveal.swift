package import Catalogue

package import struct Foundation.Date

/// What a voter learns after the vote; made from a voted battle and from nothing else.
package struct Reveal: Equatable, Sendable {
    /// What the voter chose.
    package let outcome: VoteOutcome
    /// When the vote was cast.
    package let castAt: Date
    /// Whether this vote enters a rating of models, or stays in the practice pool.
    package let pool: Pool
    /// Whether the pair was drawn or chosen by the voter; only drawn ones enter ratings.
    package let kind: BattleKind
    /// Who answered, by side.
    package let sides: Sides<RevealedSide>
    /// The seal, opened: the nonce and the digest shown before.
    package let seal: Seal
    /// The vote's number in the store.
    package let sequence: Int64?
    /// What proves that the vote was kept.
    package let receipt: VoteReceipt?
    /// Why the vote does not count, where it was ruled out.
    package let exclusion: Ruling.Reason?

    /// Whether the vote enters the ratings of models.
    package var isCounted: Bool { pool == .real && kind.isRated && exclusion == nil }

    /// One side, named.
    package struct RevealedSide: Equatable, Sendable {
        /// Which contender it was.
        package let contender: ContenderID
        /// Its name for people.
        package let name: String
        /// Measurements of the last complete reply.
        package let report: ReplyReport?
        /// Exact cost of that reply.
        package let cost: Money?
    }
}

extension Battle {
    /// The names and measurements; `nil` until there is a vote.
    package var reveal: Reveal? {
        guard let vote else { return nil }
        let last = turns.last(where: \.isComplete)
        let side = { (side: Side) in
            Reveal.RevealedSide(
                contender: contenders[side].id, name: contenders[side].name,
                report: last?.replies[side].report, cost: last?.replies[side].cost)
        }
        return Reveal(
            outcome: vote.outcome, castAt: vote.castAt, pool: pool, kind: kind,
            sides: Sides(a: side(.a), b: side(.b)), seal: seal, sequence: vote.sequence,
            receipt: vote.receipt, exclusion: vote.exclusion)
    }
}
