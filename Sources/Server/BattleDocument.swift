import Arena
import Foundation

/// A battle that has just been opened or gone on, as the API tells it.
struct OpenedDocument: Encodable {
    let id: String
    let state: BattleState
    let turn: Int
    let seal: String
    let stream: String
    let vote: String
    let pool: Pool

    init(_ battle: BlindBattle) {
        id = battle.id.text
        state = battle.state
        turn = battle.turns.last?.number ?? 0
        seal = battle.seal
        stream = "/api/v1/battles/\(battle.id)/stream"
        vote = "/api/v1/battles/\(battle.id)/vote"
        pool = battle.isPractice ? .practice : .real
    }
}

/// A battle as the API tells it: blind, and after the vote with the reveal beside.
struct BattleDocument: Encodable {
    struct Reply: Encodable {
        let text: String
        let state: ReplyState
    }

    struct Turn: Encodable {
        let turn: Int
        let prompt: String
        let a: Reply
        let b: Reply
    }

    let id: String
    let state: BattleState
    let seal: String
    let pool: Pool
    let turns: [Turn]
    let votable: Bool
    let vote: VoteOutcome?
    let reveal: RevealDocument?

    init(_ battle: BlindBattle, reveal: Reveal?) {
        id = battle.id.text
        state = battle.state
        seal = battle.seal
        pool = battle.isPractice ? .practice : .real
        turns = battle.turns.map { turn in
            let replies = turn.replies.map { Reply(text: $0.text, state: $0.state) }
            return Turn(turn: turn.number, prompt: turn.prompt, a: replies.a, b: replies.b)
        }
        votable = battle.isVotable
        vote = reveal?.outcome
        self.reveal = reveal.map(RevealDocument.init)
    }
}

/// The names and measurements after a vote, as the API tells them.
struct RevealDocument: Encodable {
    struct SideDocument: Encodable {
        let model: String
        let name: String
        let finish: FinishReason?
        let firstTextSeconds: Double?
        let totalSeconds: Double?
        let tokensPerSecond: Double?
        let tokensIn: Int?
        let tokensOut: Int?
        let costUsd: String?

        init(_ side: Reveal.RevealedSide) {
            model = side.contender.text
            name = side.name
            finish = side.report?.finish
            firstTextSeconds = side.report?.timing.firstText
            totalSeconds = side.report?.timing.total
            tokensPerSecond = side.report?.timing.tokensPerSecond(side.report?.usage)
            tokensIn = side.report?.usage?.input
            tokensOut = side.report?.usage?.output
            costUsd = side.cost?.description
        }
    }

    struct SealDocument: Encodable {
        let nonce: String
        let sha256: String
    }

    let a: SideDocument
    let b: SideDocument
    let seal: SealDocument

    init(_ reveal: Reveal) {
        a = SideDocument(reveal.sides.a)
        b = SideDocument(reveal.sides.b)
        seal = SealDocument(nonce: reveal.seal.nonce, sha256: reveal.seal.digest)
    }
}

/// The answer to a vote.
struct VoteDocument: Encodable {
    let vote: VoteOutcome
    let castAt: Date
    let counted: Bool
    let whyNot: String?
    let reveal: RevealDocument

    init(_ reveal: Reveal) {
        vote = reveal.outcome
        castAt = reveal.castAt
        counted = reveal.pool == .real
        whyNot = counted ? nil : "practice"
        self.reveal = RevealDocument(reveal)
    }
}
