package import Arena

/// Reads Google Gemini's `streamGenerateContent` and `generateContent`. Parts marked as thoughts
/// are passed over.
package struct GoogleDecoder: ReplyDecoder {
    private let key: Secret?
    private var hasFinished = false

    /// A decoder that keeps `key` out of fault details.
    package init(key: Secret? = nil) {
        self.key = key
    }

    /// Reads one event. The protocol has no last event; see ``finish()``.
    package mutating func take(_ event: ServerEvent) throws(ReplyFault) -> [ReplyPiece] {
        try pieces(of: ReplyDocument.decode(GoogleAnswer.self, from: event.data))
    }

    /// Reads a whole answer, or an array of the events of one.
    package mutating func take(whole body: [UInt8]) throws(ReplyFault) -> [ReplyPiece] {
        var pieces: [ReplyPiece] = []
        for answer in try Self.answers(in: body) { pieces += try self.pieces(of: answer) }
        return try pieces + finish()
    }

    /// The end of the connection is the end of the answer, once a finish reason has come.
    package mutating func finish() throws(ReplyFault) -> [ReplyPiece] {
        guard hasFinished else {
            throw ReplyFault(.brokeOff, detail: "The stream ended without a finish reason.")
        }
        return [.end]
    }

    private static func answers(in body: [UInt8]) throws(ReplyFault) -> [GoogleAnswer] {
        body.first { $0 > 0x20 } == UInt8(ascii: "[")
            ? try ReplyDocument.decode([GoogleAnswer].self, from: body)
            : [try ReplyDocument.decode(GoogleAnswer.self, from: body)]
    }

    private mutating func pieces(of answer: GoogleAnswer) throws(ReplyFault) -> [ReplyPiece] {
        if let problem = answer.error { throw ReplyFault(problem, key: key) }
        var pieces: [ReplyPiece] = []
        if let model = answer.modelVersion, !model.isEmpty { pieces.append(.model(model)) }
        for candidate in answer.candidates ?? [] where candidate.index ?? 0 == 0 {
            for part in candidate.content?.parts ?? [] where part.thought != true {
                if let text = part.text, !text.isEmpty { pieces.append(.text(text)) }
            }
            if let reason = candidate.finishReason {
                hasFinished = true
                pieces.append(.finish(Self.finish(reason)))
            }
        }
        if answer.promptFeedback?.blockReason != nil {
            hasFinished = true
            pieces.append(.finish(.filtered))
        }
        if let usage = answer.usageMetadata?.counts { pieces.append(.usage(usage)) }
        return pieces
    }

    private static func finish(_ reason: String) -> FinishReason {
        switch reason {
        case "STOP": .stop
        case "MAX_TOKENS": .length
        case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE":
            .filtered
        default: .other
        }
    }
}

private struct GoogleAnswer: Decodable {
    struct Candidate: Decodable {
        let index: Int?
        let content: Content?
        let finishReason: String?
    }

    struct Content: Decodable {
        let parts: [Part]?
    }

    struct Part: Decodable {
        let text: String?
        let thought: Bool?
    }

    struct Feedback: Decodable {
        let blockReason: String?
    }

    struct Usage: Decodable {
        let promptTokenCount: TokenCount?
        let candidatesTokenCount: TokenCount?
        let thoughtsTokenCount: TokenCount?

        /// Thoughts are counted beside the answer here; elsewhere they are part of the output.
        var counts: TokenUsage? {
            let thoughts = thoughtsTokenCount?.value
            let written = candidatesTokenCount?.value ?? thoughts.map { _ in 0 }
            return TokenUsage(
                input: promptTokenCount?.value, output: written.map { $0 + (thoughts ?? 0) },
                reasoning: thoughts)
        }
    }

    let candidates: [Candidate]?
    let promptFeedback: Feedback?
    let usageMetadata: Usage?
    let modelVersion: String?
    let error: ProviderProblem?
}
