/// A battle that has just been opened or gone on, as the API tells it.
package struct OpenedDocument: Codable, Sendable {
    /// The battle.
    package let id: String
    /// How far it is.
    package let state: BattleState
    /// The number of the newest turn.
    package let turn: Int
    /// The digest of the sealed names.
    package let seal: String
    /// The path of the newest turn's event stream.
    package let stream: String
    /// The path that takes the vote.
    package let vote: String
    /// Which ratings its vote enters.
    package let pool: Pool

    /// What is told of a battle when it begins to be written.
    package init(_ battle: BlindBattle) {
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
package struct BattleDocument: Codable, Sendable {
    /// One answer.
    package struct Reply: Codable, Sendable {
        /// What the voter has been shown of it.
        package let text: String
        /// How it stands.
        package let state: ReplyState
    }

    /// One turn.
    package struct Turn: Codable, Sendable {
        /// 1 for the first.
        package let turn: Int
        /// What the visitor sent.
        package let prompt: String
        /// The answer on side a.
        package let a: Reply
        /// The answer on side b.
        package let b: Reply
    }

    /// The battle.
    package let id: String
    /// How far it is.
    package let state: BattleState
    /// The digest of the sealed names.
    package let seal: String
    /// Which ratings its vote enters.
    package let pool: Pool
    /// All turns.
    package let turns: [Turn]
    /// Whether a vote would be taken now.
    package let votable: Bool
    /// The vote, once cast.
    package let vote: VoteOutcome?
    /// The names, after the vote.
    package let reveal: RevealDocument?
    /// The names by side, where the voter asked to see them from the start.
    package let names: Sides<String>?
    /// The work that the vote is asked for, where it is; see ``VoteWork``.
    package let work: String?

    /// A blind battle, and its reveal when there is a vote.
    package init(
        _ battle: BlindBattle, reveal: Reveal?, names: OpenNames? = nil, work: String? = nil
    ) {
        self.work = battle.state.isOver ? nil : work
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
        self.names = names?.names
    }
}
