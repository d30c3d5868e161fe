package import Arena

/// Reads Anthropic messages. Thinking, signatures and tool input are passed over.
package struct AnthropicDecoder: ReplyDecoder {
    private let key: Secret?
    private var input = 0
    private var output: Int?

    /// A decoder that keeps `key` out of fault details.
    package init(key: Secret? = nil) {
        self.key = key
    }

    /// Reads one event; `message_stop` is the end.
    package mutating func take(_ event: ServerEvent) throws(ReplyFault) -> [ReplyPiece] {
        let part = try ReplyDocument.decode(AnthropicEvent.self, from: event.data)
        if let problem = part.error { throw ReplyFault(problem, key: key) }
        switch part.type {
        case "message_start":
            return model(part.message?.model) + count(part.message?.usage)
        case "content_block_start": return text(part.contentBlock)
        case "content_block_delta": return text(part.delta)
        case "message_delta":
            return finish(part.delta?.stopReason) + count(part.usage)
        case "message_stop": return [.end]
        default: return []
        }
    }

    /// Reads a whole message.
    package mutating func take(whole body: [UInt8]) throws(ReplyFault) -> [ReplyPiece] {
        let message = try ReplyDocument.decode(AnthropicMessage.self, from: body)
        if let problem = message.error { throw ReplyFault(problem, key: key) }
        guard let content = message.content else {
            throw ReplyFault(.malformed, detail: "The answer is no message.")
        }
        return model(message.model) + content.flatMap(text) + finish(message.stopReason)
            + count(message.usage) + [.end]
    }

    /// A stream without `message_stop` broke off.
    package mutating func finish() throws(ReplyFault) -> [ReplyPiece] {
        throw ReplyFault(.brokeOff, detail: "The stream ended without message_stop.")
    }

    private func model(_ name: String?) -> [ReplyPiece] {
        name.map { $0.isEmpty ? [] : [.model($0)] } ?? []
    }

    private func text(_ block: AnthropicBlock?) -> [ReplyPiece] {
        guard let block, let text = block.text, !text.isEmpty,
            block.type == "text" || block.type == "text_delta"
        else { return [] }
        return [.text(text)]
    }

    private func finish(_ reason: String?) -> [ReplyPiece] {
        switch reason {
        case nil: []
        case "end_turn", "stop_sequence": [.finish(.stop)]
        case "max_tokens", "model_context_window_exceeded": [.finish(.length)]
        case "refusal": [.finish(.filtered)]
        default: [.finish(.other)]
        }
    }

    /// Counts come in two events, the later ones standing for the whole; tokens read from a cache
    /// or written to it are input as well.
    private mutating func count(_ usage: AnthropicUsage?) -> [ReplyPiece] {
        guard let usage else { return [] }
        let parts = [
            usage.inputTokens, usage.cacheReadInputTokens, usage.cacheCreationInputTokens,
        ]
        let told = parts.compactMap { $0?.value }.reduce(0, +)
        if told > 0 { input = told }
        output = usage.outputTokens?.value ?? output
        return TokenUsage(input: input, output: output, reasoning: nil).map { [.usage($0)] } ?? []
    }
}

private struct AnthropicEvent: Decodable {
    let type: String?
    let message: AnthropicMessage?
    let contentBlock: AnthropicBlock?
    let delta: AnthropicBlock?
    let usage: AnthropicUsage?
    let error: ProviderProblem?
}

private struct AnthropicMessage: Decodable {
    let model: String?
    let content: [AnthropicBlock]?
    let stopReason: String?
    let usage: AnthropicUsage?
    let error: ProviderProblem?
}

private struct AnthropicBlock: Decodable {
    let type: String?
    let text: String?
    let stopReason: String?
}

private struct AnthropicUsage: Decodable {
    let inputTokens: TokenCount?
    let cacheReadInputTokens: TokenCount?
    let cacheCreationInputTokens: TokenCount?
    let outputTokens: TokenCount?
}
