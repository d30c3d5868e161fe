package import Catalogue

extension Contender {
    /// Tokens that a provider's own marks around one message may take.
    private static let tokensAroundMessage = 16

    /// The most tokens a conversation can be read as: one for each byte of UTF-8, since a token is
    /// never less than a byte, and what stands around each message.
    package func mostTokens(of conversation: [Message]) -> Int {
        let texts = [systemPrompt ?? ""] + conversation.map(\.text)
        return texts.reduce(Self.tokensAroundMessage) {
            $0 + $1.utf8.count + Self.tokensAroundMessage
        }
    }

    /// The most that one request with this conversation can cost: every byte a token, and the
    /// longest answer it allows. `nil` where no price is known; the largest amount there is where
    /// it would pass that.
    package func worstCase(of conversation: [Message]) -> Money? {
        price.map { price in
            let most = TokenUsage(
                input: mostTokens(of: conversation), output: settings.maxTokens)
            return price.cost(of: most) ?? Money(picodollars: .max)
        }
    }
}

/// What is known of the cost of one request when it has ended.
package enum Bill: Equatable, Sendable {
    /// The provider counted.
    case counted(TokenUsage)
    /// The answer is whole, and the provider did not count; so many bytes of text came.
    case uncounted(bytes: Int)
    /// It broke off or was cancelled after so many bytes of text.
    case cut(bytes: Int)
    /// It never went out, or the provider refused it before it wrote anything.
    case unsent

    /// The bill of a request that failed after so many bytes of text.
    package init(_ fault: ReplyFault, after bytes: Int) {
        switch fault.kind {
        case .unreachable, .insecure, .connectTimeout: self = .unsent
        case .unauthorized, .rateLimited, .unavailable, .notFound, .contextTooLong, .refused:
            self = bytes == 0 ? .unsent : .cut(bytes: bytes)
        case .firstByteTimeout, .stalled, .totalTimeout, .filtered, .malformed, .brokeOff,
            .tooLarge, .empty, .cancelled:
            self = .cut(bytes: bytes)
        }
    }
}
