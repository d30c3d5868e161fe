/// A provider as an operator sees it; the key itself is nowhere in it.
package struct Connection: Equatable, Sendable {
    /// Whether there is a key.
    package enum Key: String, Sendable {
        /// The provider takes none.
        case none
        /// Its variable is set.
        case set
        /// Its variable is named but empty.
        case missing
    }

    /// The name contenders refer to.
    package let name: String
    /// The protocol spoken there.
    package let wireProtocol: String
    /// The address.
    package let baseURL: String
    /// Whether there is a key.
    package let key: Key

    /// A connection from its parts.
    package init(name: String, wireProtocol: String, baseURL: String, key: Key) {
        self.name = name
        self.wireProtocol = wireProtocol
        self.baseURL = baseURL
        self.key = key
    }
}

/// What came of a test call.
package enum CallResult: Equatable, Sendable {
    /// An answer came: seconds to its first text and in all, and its words.
    case answered(firstText: Double?, seconds: Double, words: Int)
    /// None did.
    case failed(ReplyFault.Kind, seconds: Double)

    /// Calls a contender once, for at most 16 tokens; nothing is stored.
    package static func of(_ contender: Contender, by provider: any ModelProvider) async -> Self {
        var settings = contender.settings
        settings.maxTokens = 16
        let request = ReplyRequest(
            upstreamModel: contender.upstreamModel, messages: [Message(.user, "Say OK.")],
            settings: settings)
        let text = Heard()
        let clock = ContinuousClock()
        let start = clock.now
        do throws(ReplyFault) {
            let report = try await provider.reply(to: request) { await text.hear($0) }
            return .answered(
                firstText: report.timing.firstText, seconds: (clock.now - start).inSeconds,
                words: await text.words)
        } catch {
            return .failed(error.kind, seconds: (clock.now - start).inSeconds)
        }
    }
}

private actor Heard {
    private var text = ""

    var words: Int { text.split(whereSeparator: \.isWhitespace).count }

    func hear(_ piece: String) { text += piece }
}

extension Duration {
    fileprivate var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
