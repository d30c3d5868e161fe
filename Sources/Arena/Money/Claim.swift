package import Catalogue

/// Money set aside for one request, before it goes out.
package struct Claim: Equatable, Sendable {
    /// The answer that is asked for.
    package let reply: ReplyPlace
    /// Who asks.
    package let voter: VoterID
    /// Who is paid.
    package let provider: String
    /// Who answers.
    package let contender: ContenderID
    /// The most it can cost.
    package let worst: Money

    /// A claim from its parts.
    package init(
        _ reply: ReplyPlace, voter: VoterID, provider: String, contender: ContenderID, worst: Money
    ) {
        self.reply = reply
        self.voter = voter
        self.provider = provider
        self.contender = contender
        self.worst = worst
    }
}

/// Which answer: of which battle, turn and side.
package struct ReplyPlace: Hashable, Sendable {
    /// The battle.
    package let battle: BattleID
    /// 1 for the first turn.
    package let turn: Int
    /// The side.
    package let side: Side

    /// A place.
    package init(_ battle: BattleID, turn: Int, side: Side) {
        self.battle = battle
        self.turn = turn
        self.side = side
    }
}

/// What became of the money set aside for one request.
package struct Settlement: Equatable, Sendable {
    /// How the amount is known.
    package enum Basis: String, Sendable, Codable, CaseIterable {
        /// Tokens as the provider counted them; the reply is stored with the same cost.
        case reported
        /// An upper estimate from what was sent and what came, or a count whose reply was not kept.
        case estimated
        /// All that was set aside, because nobody knows how much of it was used.
        case full
        /// Nothing: the request never went out, or was refused.
        case unsent
    }

    /// The answer that was asked for.
    package let reply: ReplyPlace
    /// The amount; `nil` for all that was set aside.
    package let cost: Money?
    /// How it is known.
    package let basis: Basis

    /// An amount for an answer.
    package init(_ reply: ReplyPlace, cost: Money?, basis: Basis) {
        self.reply = reply
        self.cost = cost
        self.basis = basis
    }
}
