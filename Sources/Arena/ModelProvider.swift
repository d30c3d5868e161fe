/// Who writes replies: one wire protocol at one address.
package protocol ModelProvider: Sendable {
    /// Sends a conversation and hands over the reply's text as it comes.
    ///
    /// `onText` gets visible text only, in order, never empty; the provider reads on from its
    /// socket only after `onText` returned, so a slow receiver slows the upstream down.
    /// Cancelling the task closes the upstream connection.
    ///
    /// - Throws: ``ReplyFault``; text handed over before stays valid.
    func reply(
        to request: ReplyRequest, onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport
}

/// What is sent to a provider for one reply.
package struct ReplyRequest: Sendable, Equatable {
    /// What the provider calls the model.
    package let upstreamModel: String
    /// The contender's instruction, if any.
    package let systemPrompt: String?
    /// The conversation so far; the last message is the user's.
    package let messages: [Message]
    /// How to sample.
    package let settings: Sampling
    /// Whether it may be sent once more after it failed.
    package let mayRepeat: RepeatRule

    /// A request from its parts.
    package init(
        upstreamModel: String, systemPrompt: String? = nil, messages: [Message],
        settings: Sampling = Sampling(), mayRepeat: RepeatRule = RepeatRule()
    ) {
        self.upstreamModel = upstreamModel
        self.systemPrompt = systemPrompt
        self.messages = messages
        self.settings = settings
        self.mayRepeat = mayRepeat
    }
}

/// Who says whether a failed request may be sent once more, since each costs money of its own.
package struct RepeatRule: Sendable, Equatable {
    private let rule: @Sendable (ReplyFault) async -> Bool

    /// A rule; without one it always may.
    package init(_ rule: @escaping @Sendable (ReplyFault) async -> Bool = { _ in true }) {
        self.rule = rule
    }

    /// Whether a request that failed so may be sent again; asked once before each further one.
    package func allows(after fault: ReplyFault) async -> Bool { await rule(fault) }

    /// Always: requests are compared by what is sent.
    package static func == (one: RepeatRule, other: RepeatRule) -> Bool { true }
}

/// One message of a conversation.
package struct Message: Sendable, Equatable {
    /// Who speaks.
    package enum Role: String, Sendable {
        /// The visitor.
        case user
        /// The contender.
        case assistant
    }

    /// Who speaks.
    package let role: Role
    /// What is said.
    package let text: String

    /// One message.
    package init(_ role: Role, _ text: String) {
        self.role = role
        self.text = text
    }
}

/// Why a reply did not come or broke off: a small closed set over every provider.
package struct ReplyFault: Error, Equatable, Sendable {
    /// The closed set.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// No connection: refused, unresolved, unroutable.
        case unreachable
        /// The server's certificate or TLS handshake was not accepted.
        case insecure
        /// No connection in time.
        case connectTimeout = "connect_timeout"
        /// Connected, but no first byte in time.
        case firstByteTimeout = "first_byte_timeout"
        /// The stream paused for too long.
        case stalled
        /// The whole reply took too long.
        case totalTimeout = "total_timeout"
        /// The key is missing, wrong or not allowed.
        case unauthorized
        /// Too many requests, or a quota used up.
        case rateLimited = "rate_limited"
        /// The provider is overloaded or broken (5xx).
        case unavailable
        /// The provider does not know the model or the path.
        case notFound = "not_found"
        /// The conversation is longer than the model takes.
        case contextTooLong = "context_too_long"
        /// The provider refused the request as it was built.
        case refused
        /// The provider's filter gave no text.
        case filtered
        /// The bytes are not of the protocol.
        case malformed
        /// The stream ended before the protocol's end.
        case brokeOff = "broke_off"
        /// Over the cap on a line or an answer.
        case tooLarge = "too_large"
        /// The reply ended well, but with no text at all.
        case empty
        /// The arena itself gave up: nobody was there any more, or it was stopped.
        case cancelled
    }

    /// Which of the set.
    package let kind: Kind
    /// The provider's own words, shortened, with no key in them: for the operator only, never on a
    /// page, in an API answer or in an export.
    package let detail: String
    /// Seconds the provider asks to wait, where it says so.
    package let retryAfter: Double?

    /// A fault.
    package init(_ kind: Kind, detail: String = "", retryAfter: Double? = nil) {
        self.kind = kind
        self.detail = detail
        self.retryAfter = retryAfter
    }
}
