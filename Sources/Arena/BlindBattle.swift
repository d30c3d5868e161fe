/// All that may leave the arena about a battle before its vote.
///
/// The type has no contender, no provider, no token count, no time and no fault in it: what it
/// cannot say cannot leak. Pages and streams before the vote take this and nothing else.
package struct BlindBattle: Equatable, Sendable {
    /// The battle's random name.
    package let id: BattleID
    /// How far it is.
    package let state: BattleState
    /// Whether its contenders are practice guides, which is always told.
    package let isPractice: Bool
    /// The digest of the sealed names.
    package let seal: String
    /// Prompts and texts.
    package var turns: [BlindTurn]
    /// Whether a vote would be taken now.
    package let isVotable: Bool
    /// Whether the voter stopped the answers.
    package let isStopped: Bool

    /// A blind battle from what may be seen of it.
    package init(
        id: BattleID, state: BattleState, isPractice: Bool, seal: String, turns: [BlindTurn],
        isVotable: Bool, isStopped: Bool = false
    ) {
        self.id = id
        self.state = state
        self.isPractice = isPractice
        self.seal = seal
        self.turns = turns
        self.isVotable = isVotable
        self.isStopped = isStopped
    }

    /// One turn as a voter may see it.
    package struct BlindTurn: Equatable, Sendable {
        /// 1 for the first.
        package let number: Int
        /// What the visitor sent.
        package let prompt: String
        /// The two texts.
        package var replies: Sides<BlindReply>

        /// A turn from what may be seen of it.
        package init(number: Int, prompt: String, replies: Sides<BlindReply>) {
            self.number = number
            self.prompt = prompt
            self.replies = replies
        }
    }

    /// One reply as a voter may see it.
    package struct BlindReply: Equatable, Sendable {
        /// The text shown so far.
        package var text: String
        /// Whether it is being written, whole or broken.
        package var state: ReplyState

        /// A text and how it stands.
        package init(text: String, state: ReplyState) {
            self.text = text
            self.state = state
        }
    }
}

extension Battle {
    /// What its voter may see of this battle now, all received text included: under a veil until
    /// the vote, as it was written from then on.
    package func blind(under veil: LinkVeil) -> BlindBattle {
        blind(vote == nil ? veil.texts(of: turns) : turns.map { $0.replies.map(\.text) })
    }

    /// The same for somebody who may not know the names though the voter does.
    func masked(under veil: LinkVeil) -> BlindBattle {
        blind(veil.texts(of: turns))
    }

    /// What its voter may see of it where these are the texts of its turns.
    func blind(_ texts: [Sides<String>]) -> BlindBattle {
        BlindBattle(
            id: id, state: state, isPractice: pool == .practice, seal: seal.digest,
            turns: zip(turns, texts).map { turn, texts in
                BlindBattle.BlindTurn(
                    number: turn.number, prompt: turn.prompt.text,
                    replies: Sides(
                        a: BlindBattle.BlindReply(text: texts.a, state: turn.replies.a.state),
                        b: BlindBattle.BlindReply(text: texts.b, state: turn.replies.b.state)))
            }, isVotable: isVotable, isStopped: marks.contains(.stopped))
    }
}
