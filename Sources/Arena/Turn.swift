package import struct Foundation.Date

/// One prompt and the two replies to it.
package struct Turn: Equatable, Sendable {
    /// 1 for the first.
    package let number: Int
    /// What the visitor sent.
    package let prompt: Prompt
    /// When it was sent.
    package let begunAt: Date
    /// The replies, by side.
    package var replies: Sides<Reply>

    /// A turn whose replies are about to be written, or one as it was stored.
    package init(
        number: Int, prompt: Prompt, begunAt: Date,
        replies: Sides<Reply> = Sides(a: Reply(), b: Reply())
    ) {
        self.number = number
        self.prompt = prompt
        self.begunAt = begunAt
        self.replies = replies
    }

    /// Whether both replies are whole.
    package var isComplete: Bool { replies.both { $0.state == .complete } }

    /// Whether neither reply is being written any more.
    package var isEnded: Bool { replies.both { $0.state != .writing } }
}

extension Battle {
    /// The conversation that one side's contender is to answer now: complete turns before, then
    /// the newest prompt.
    package func conversation(for side: Side) -> [Message] {
        let past = turns.dropLast().filter(\.isComplete).flatMap { turn in
            [
                Message(.user, turn.prompt.text),
                Message(.assistant, turn.replies[side].text),
            ]
        }
        return past + turns.suffix(1).map { Message(.user, $0.prompt.text) }
    }
}
