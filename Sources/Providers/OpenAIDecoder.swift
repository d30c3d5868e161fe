package import Arena
import Foundation

/// Reads chat completions as OpenAI, OpenRouter, Azure, Ollama, llama.cpp, vLLM, LM Studio, LiteLLM
/// and others write them. Reasoning fields are not even looked at.
package struct OpenAIDecoder: ReplyDecoder {
    private let key: Secret?

    /// A decoder that keeps `key` out of fault details.
    package init(key: Secret? = nil) {
        self.key = key
    }

    /// Reads one chunk; `[DONE]` is the end.
    package mutating func take(_ event: ServerEvent) throws(ReplyFault) -> [ReplyPiece] {
        if event.data.allSatisfy({ $0 <= 0x20 }) { return [] }
        return event.data.starts(with: "[DONE]".utf8) ? [.end] : try pieces(of: event.data)
    }

    /// Reads a whole completion.
    package mutating func take(whole body: [UInt8]) throws(ReplyFault) -> [ReplyPiece] {
        try pieces(of: body) + [.end]
    }

    /// A stream without `[DONE]` broke off.
    package mutating func finish() throws(ReplyFault) -> [ReplyPiece] {
        throw ReplyFault(.brokeOff, detail: "The stream ended without [DONE].")
    }

    private func pieces(of data: [UInt8]) throws(ReplyFault) -> [ReplyPiece] {
        let chunk = try ReplyDocument.decode(OpenAIChunk.self, from: data)
        if let problem = chunk.error { throw ReplyFault(problem, key: key) }
        guard chunk.choices != nil || chunk.usage != nil || chunk.model != nil else {
            throw ReplyFault(.malformed, detail: "The answer is no chat completion.")
        }
        var pieces: [ReplyPiece] = []
        if let model = chunk.model, !model.isEmpty { pieces.append(.model(model)) }
        for choice in chunk.choices ?? [] where choice.index ?? 0 == 0 {
            let message = choice.delta ?? choice.message
            for text in [message?.content?.text, message?.refusal, choice.text] {
                if let text, !text.isEmpty { pieces.append(.text(text)) }
            }
            if let reason = choice.finishReason { pieces.append(.finish(Self.finish(reason))) }
        }
        if let usage = chunk.usage?.counts { pieces.append(.usage(usage)) }
        return pieces
    }

    private static func finish(_ reason: String) -> FinishReason {
        switch reason.lowercased() {
        case "stop", "eos", "end_turn", "stop_sequence": .stop
        case "length", "max_tokens": .length
        case "content_filter": .filtered
        default: .other
        }
    }
}

/// What is read of a chunk or of a whole completion.
private struct OpenAIChunk: Decodable {
    struct Choice: Decodable {
        let index: Int?
        let delta: Message?
        let message: Message?
        let text: String?
        let finishReason: String?
    }

    struct Message: Decodable {
        let content: Content?
        let refusal: String?
    }

    /// A text, or parts of which those of type `text` are one.
    struct Content: Decodable {
        struct Part: Decodable {
            let type: String?
            let text: String?
        }

        let text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let parts = try? value.decode([Part].self) {
                text = parts.filter { $0.type == "text" }.compactMap(\.text).joined()
            } else {
                text = try value.decode(String.self)
            }
        }
    }

    struct Usage: Decodable {
        struct Details: Decodable {
            let reasoningTokens: TokenCount?
        }

        let promptTokens: TokenCount?
        let completionTokens: TokenCount?
        let completionTokensDetails: Details?

        var counts: TokenUsage? {
            TokenUsage(
                input: promptTokens?.value, output: completionTokens?.value,
                reasoning: completionTokensDetails?.reasoningTokens?.value)
        }
    }

    let model: String?
    let choices: [Choice]?
    let usage: Usage?
    let error: ProviderProblem?
}
