import Arena

/// The body of a chat completion request.
struct OpenAIRequest: Encodable, Sendable {
    struct Turn: Encodable, Sendable {
        let role: String
        let content: String
    }

    struct StreamOptions: Encodable, Sendable {
        let includeUsage: Bool
    }

    let model: String
    let messages: [Turn]
    let stream: Bool
    let streamOptions: StreamOptions?
    let maxTokens: Int?
    let maxCompletionTokens: Int?
    let temperature: Double?
    let topP: Double?
    let seed: Int?

    /// The body for a request in a server's dialect.
    init(_ request: ReplyRequest, streams: Bool, dialect: OpenAIDialect) {
        let system = request.systemPrompt.map { [Turn(role: "system", content: $0)] } ?? []
        let settings = request.settings
        model = request.upstreamModel
        messages = system + request.messages.map { Turn(role: $0.role.rawValue, content: $0.text) }
        stream = streams
        streamOptions =
            streams && dialect.takesStreamOptions ? StreamOptions(includeUsage: true) : nil
        maxTokens = dialect.namesCompletionTokens ? nil : settings.maxTokens
        maxCompletionTokens = dialect.namesCompletionTokens ? settings.maxTokens : nil
        temperature = settings.temperature
        topP = settings.topP
        seed = settings.seed
    }
}

/// The two points on which servers of this protocol differ so much that they refuse each other's
/// requests.
struct OpenAIDialect: Sendable, Equatable {
    /// Whether usage may be asked for in a stream.
    var takesStreamOptions = true
    /// Whether the limit on tokens is called `max_completion_tokens`, as OpenAI's newer models ask.
    var namesCompletionTokens = false

    /// The dialect a refusal asks for; `nil` when it is about something else or came inside an
    /// answer. Each point changes once at most.
    func adapted(to fault: ReplyFault) -> OpenAIDialect? {
        guard fault.kind == .refused, fault.detail.hasPrefix("HTTP 4") else { return nil }
        var other = self
        if fault.detail.contains("max_completion_tokens") { other.namesCompletionTokens = true }
        if fault.detail.contains("stream_options") || fault.detail.contains("include_usage") {
            other.takesStreamOptions = false
        }
        return other == self ? nil : other
    }
}

/// What has been learnt of the dialects at one provider, by model.
actor OpenAIDialects {
    private var known: [String: OpenAIDialect] = [:]

    /// The dialect to speak to a model.
    func dialect(for model: String) -> OpenAIDialect {
        known[model] ?? OpenAIDialect()
    }

    /// Keeps what a refusal taught.
    func keep(_ dialect: OpenAIDialect, for model: String) {
        known[model] = dialect
    }
}
