import Arena

extension ReplyFault {
    /// What a failed exchange means for a reply.
    init(_ failure: CurlFailure) {
        let kind: Kind =
            switch failure.kind {
            case .invalid: .refused
            case .unreachable: .unreachable
            case .insecure: .insecure
            case .connectTimeout: .connectTimeout
            case .firstByteTimeout: .firstByteTimeout
            case .stalled: .stalled
            case .totalTimeout: .totalTimeout
            case .malformed: .malformed
            case .brokeOff: .brokeOff
            case .tooLarge: .tooLarge
            case .cancelled: .cancelled
            }
        self.init(kind, detail: failure.detail)
    }

    /// What a head that is not 200 and its body mean for a reply.
    init(_ head: CurlHead, body: [UInt8], key: Secret?) {
        let problem = ProviderProblem(body: body)
        let words = ProviderWords("HTTP \(head.status): \(problem.words)", without: key)
        self.init(
            Kind(status: head.status, problem: problem), detail: words.text,
            retryAfter: Self.retryAfter(head))
    }

    /// What an error object inside a stream that began well means for a reply.
    init(_ problem: ProviderProblem, key: Secret?) {
        let status = problem.code.flatMap { Int($0) } ?? 0
        self.init(
            Kind(status: (400...599).contains(status) ? status : 0, problem: problem),
            detail: ProviderWords(problem.words, without: key).text)
    }

    /// Seconds to wait, from `Retry-After` as a number or `retry-after-ms`; at most a day.
    private static func retryAfter(_ head: CurlHead) -> Double? {
        let seconds = head["retry-after"].flatMap { Double($0) }
        let milliseconds = head["retry-after-ms"].flatMap { Double($0) }
        guard let wait = seconds ?? milliseconds.map({ $0 / 1_000 }), (0...86_400).contains(wait)
        else { return nil }
        return wait
    }
}

extension ReplyFault.Kind {
    /// The kind for an HTTP status, or for 0 where there is none, and the provider's words.
    fileprivate init(status: Int, problem: ProviderProblem) {
        let words = problem.words.lowercased()
        let says = { (phrases: [String]) in phrases.contains { words.contains($0) } }
        if (400..<600).contains(status) || status == 0, says(Self.contextPhrases) {
            self = .contextTooLong
            return
        }
        switch status {
        case 401, 403: self = .unauthorized
        case 402, 429: self = .rateLimited
        case 404, 405, 410: self = .notFound
        case 413: self = .contextTooLong
        case 408, 425, 500...599: self = .unavailable
        case 300..<400: self = .malformed
        case 400...499 where says(["api_key_invalid", "api key not valid", "invalid api key"]):
            self = .unauthorized
        case 400...499 where says(["invalid model name", "model not found", "model_not_found"]):
            self = .notFound
        case 400...499 where says(["content_filter", "content filter", "content_policy"]):
            self = .filtered
        case 400...499: self = .refused
        default: self = Self.named(says)
        }
    }

    private static let contextPhrases = [
        "context_length_exceeded", "maximum context length", "exceed_context_size",
        "available context size", "prompt is too long", "context window",
        "exceeds the maximum number of tokens", "context length",
    ]

    /// The kind for an error that bears a type and no status.
    private static func named(_ says: ([String]) -> Bool) -> Self {
        if says(["authentication", "unauthenticated", "permission", "unauthorized"]) {
            return .unauthorized
        }
        if says(["rate_limit", "rate limit", "resource_exhausted", "quota"]) {
            return .rateLimited
        }
        if says(["not_found", "not found"]) { return .notFound }
        if says(["content_filter", "content_policy"]) { return .filtered }
        if says(["invalid_request", "invalid_argument"]) { return .refused }
        return .unavailable
    }
}
