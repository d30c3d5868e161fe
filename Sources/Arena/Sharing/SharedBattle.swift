import Crypto
import Ratings

/// A battle that its voter opened to others, as one of them sees it.
///
/// The sides are shuffled anew for each judge, from a digest of battle and judge: the same one finds
/// them as he left them, and two judges cannot help each other by their letters.
package struct SharedBattle: Equatable, Sendable {
    private let battle: Battle
    private let veil: LinkVeil
    /// Whether the judge sees the sides the other way round.
    package let isSwapped: Bool
    /// What this judge chose before, by the sides he sees; `nil` before he did.
    package let own: Judgement?
    /// How all judged, by the sides this one sees.
    package let count: JudgementCount

    /// A voted battle, for one judge; `nil` without a vote.
    ///
    /// - Parameters:
    ///   - own: what this judge made of it before, by the battle's sides.
    ///   - all: what all judges did, by the battle's sides.
    package init?(
        _ battle: Battle, under veil: LinkVeil, for judge: VoterID, own: Judgement?,
        all: [Judgement]
    ) {
        guard battle.vote != nil else { return nil }
        let isSwapped = Self.swaps(battle.id, for: judge)
        self.battle = battle
        self.veil = veil
        self.isSwapped = isSwapped
        let turned = { (judgement: Judgement) in
            Judgement(
                isSwapped ? judgement.outcome?.swapped : judgement.outcome, at: judgement.at)
        }
        self.own = own.map(turned)
        count = JudgementCount(all.map(turned))
    }

    /// Prompts and texts without names; under the veil until this judge may know them.
    package var blind: BlindBattle {
        let seen = own == nil ? battle.masked(under: veil) : battle.blind(under: veil)
        guard isSwapped else { return seen }
        var turned = seen
        turned.turns = seen.turns.map { turn in
            BlindBattle.BlindTurn(
                number: turn.number, prompt: turn.prompt,
                replies: Sides(a: turn.replies.b, b: turn.replies.a))
        }
        return turned
    }

    /// The names, by the sides the judge sees; `nil` until he has judged or asked for them.
    package var names: Sides<Named>? {
        guard own != nil else { return nil }
        let names = battle.contenders.map { Named(contender: $0.id, name: $0.name) }
        return isSwapped ? Sides(a: names.b, b: names.a) : names
    }

    /// What the battle's own voter chose, by the sides the judge sees; `nil` like ``names``.
    package var vote: VoteOutcome? {
        guard own != nil else { return nil }
        return isSwapped ? battle.vote?.outcome.swapped : battle.vote?.outcome
    }

    /// Who answered.
    package struct Named: Equatable, Sendable {
        /// Which contender.
        package let contender: ContenderID
        /// Its name for people.
        package let name: String
    }

    /// An outcome by the sides the judge sees, by those of the battle.
    func turned(_ outcome: VoteOutcome) -> VoteOutcome { isSwapped ? outcome.swapped : outcome }

    private static func swaps(_ battle: BattleID, for judge: VoterID) -> Bool {
        let digest = SHA256.hash(data: Array("judge|\(battle.text)|\(judge.text)".utf8))
        return digest.first { _ in true }.map { $0 & 1 == 1 } ?? false
    }
}
