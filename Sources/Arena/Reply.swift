package import Catalogue

/// One contender's answer in one turn.
package struct Reply: Equatable, Sendable {
    /// What has been written so far.
    package var text: String
    /// Whether it is being written, whole or broken.
    package var state: ReplyState
    /// What the provider told of it and what was measured; `nil` while writing.
    package var report: ReplyReport?
    /// What went wrong; set exactly when `state` is `failed`.
    package var fault: ReplyFault?
    /// Exact cost, where price and usage are known.
    package var cost: Money?

    /// A reply nobody has begun to write.
    package init() {
        text = ""
        state = .writing
    }

    /// A reply as it was stored.
    package init(
        text: String, state: ReplyState, report: ReplyReport? = nil, fault: ReplyFault? = nil,
        cost: Money? = nil
    ) {
        self.text = text
        self.state = state
        self.report = report
        self.fault = fault
        self.cost = cost
    }
}

/// The fixed words for how a reply stands; a voter may see them.
package enum ReplyState: String, Sendable, Codable {
    /// Words are still coming.
    case writing
    /// It is whole.
    case complete
    /// It did not arrive, or broke off.
    case failed
}

/// How a complete reply ended, normalised over all providers; a voter never sees it before voting.
package enum FinishReason: String, Sendable, Codable {
    /// The model was done.
    case stop
    /// The limit on tokens was reached.
    case length
    /// The provider's filter cut it.
    case filtered
    /// Another reason of the provider's.
    case other
}

/// Tokens read and written, as the provider counts them.
package struct TokenUsage: Hashable, Sendable {
    /// Tokens of the conversation sent.
    package var input: Int
    /// Tokens written, hidden reasoning included.
    package var output: Int
    /// Hidden reasoning tokens among `output`, where told.
    package var reasoning: Int?

    /// Two counts, and the hidden share where told.
    package init(input: Int, output: Int, reasoning: Int? = nil) {
        self.input = input
        self.output = output
        self.reasoning = reasoning
    }
}

/// Times measured at the upstream socket, in seconds since the request was handed to it.
package struct ReplyTiming: Hashable, Sendable {
    /// To the first byte of visible text; `nil` when no text came.
    package var firstText: Double?
    /// To the last byte.
    package var total: Double

    /// Seconds to the first text and to the end.
    package init(firstText: Double?, total: Double) {
        self.firstText = firstText
        self.total = total
    }

    /// Tokens a second after the first text; `nil` where it cannot be told: fewer than two tokens,
    /// or no time passed.
    package func tokensPerSecond(_ usage: TokenUsage?) -> Double? {
        guard let usage, let firstText, usage.output > 1, total > firstText else { return nil }
        return Double(usage.output - 1) / (total - firstText)
    }
}

/// What is known of a complete reply besides its text.
package struct ReplyReport: Equatable, Sendable {
    /// How it ended.
    package var finish: FinishReason
    /// Token counts, where the provider sends them.
    package var usage: TokenUsage?
    /// Times at the upstream socket.
    package var timing: ReplyTiming
    /// What the provider said answered, for the operator.
    package var upstreamModel: String?

    /// The facts of one finished reply.
    package init(
        finish: FinishReason, usage: TokenUsage?, timing: ReplyTiming, upstreamModel: String? = nil
    ) {
        self.finish = finish
        self.usage = usage
        self.timing = timing
        self.upstreamModel = upstreamModel
    }
}
