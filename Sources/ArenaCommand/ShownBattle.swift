import Arena
import Foundation

/// What opening a battle answers, as far as a terminal needs it.
struct OpenedBattle: Decodable {
    let id: String
    let stream: String
    let seal: String
}

/// A blind battle as the API tells it.
struct ShownBattle: Codable {
    struct Reply: Codable {
        let text: String
        let state: ReplyState
    }

    struct Turn: Codable {
        let turn: Int
        let prompt: String
        let a: Reply
        let b: Reply
    }

    let id: String
    let state: BattleState
    let pool: Pool
    let seal: String
    let votable: Bool
    let turns: [Turn]
}

/// A vote's answer, as the API tells it.
struct ShownVote: Codable {
    struct Side: Codable {
        let model: String
        let name: String
        let firstTextSeconds: Double?
        let totalSeconds: Double?
        let tokensPerSecond: Double?
        let tokensOut: Int?
        let costUsd: String?
    }

    struct Seal: Codable {
        let nonce: String
        let sha256: String
    }

    struct Reveal: Codable {
        let a: Side
        let b: Side
        let seal: Seal
    }

    let vote: VoteOutcome
    let counted: Bool
    let whyNot: String?
    let reveal: Reveal
}
