import Arena

/// An answer in one wire protocol that has a marker in every field and name it can.
struct CanaryDialect {
    let wire: ProviderSettings.WireProtocol
    let contender: CanaryContender
    /// The upstreams' own host and port, to which the answer links.
    let place: String

    /// Counts of tokens as long as no random name has them by chance.
    private static let promptTokens = 776_655_443
    private static let inputTokens = 887_766_554

    /// What no client may be sent before the vote: the marker, and words of the protocols.
    static let words = [
        "canary", "chatcmpl", "message_start", "content_block", "system_fingerprint", "end_turn",
        "stop_reason", "finish_reason", "finishreason", "x-request-id", "openai-organization",
        "cf-ray", "\(promptTokens)", "\(inputTokens)", "openai.com", "anthropic.com",
    ]

    /// The answer's visible pieces.
    var pieces: [String] {
        let word = contender == .first ? "light" : "water"
        let maker = contender == .first ? "openai" : "anthropic"
        return [
            "Where \(word) falls ", "on small things, ", "it goes ", "[every",
            " way](https://cdn.\(maker)", ".com/CANARY-link/a.png) ",
            "at once (http://\(place.dropLast())",
            "\(place.suffix(1))/CANARY-place), says www.\(maker).c", "om.",
        ]
    }

    /// Headers that upstreams like to send.
    var headers: [(String, String)] {
        [
            ("x-request-id", marker("request")), ("openai-organization", marker("organisation")),
            ("anthropic-organization-id", marker("organisation")), ("cf-ray", marker("ray")),
            ("server", marker("server")), ("retry-after", "\(Self.promptTokens)"),
        ]
    }

    /// The stream as its events, the visible pieces in order.
    var events: [String] {
        switch wire {
        case .openai: openAIEvents
        case .anthropic: anthropicEvents
        case .google: googleEvents
        }
    }

    /// The whole answer where no stream was asked for.
    var whole: String {
        let text = pieces.joined()
        return switch wire {
        case .openai:
            #"{\#(openAIHead),"choices":[{"index":0,"message":{"role":"assistant","content":""#
                + #"\#(text)"},"finish_reason":"stop"}],"usage":\#(openAIUsage)}"#
        case .anthropic:
            #"{\#(anthropicHead),"content":[{"type":"text","text":"\#(text)"}],"#
                + #""stop_reason":"end_turn","usage":{"input_tokens":\#(Self.inputTokens),"output_tokens":9}}"#
        case .google: googleBody(text, isLast: true)
        }
    }

    /// An error in the provider's own words.
    var problem: String {
        let words = "model \(contender.upstreamModel) of \(marker("error")) is overloaded"
        return wire == .anthropic
            ? #"{"type":"error","error":{"type":"\#(marker("kind"))","message":"\#(words)"}}"#
            : #"{"error":{"code":429,"type":"\#(marker("kind"))","message":"\#(words)"}}"#
    }

    /// The same error as an event in the midst of a stream.
    var problemEvent: String {
        wire == .anthropic ? "event: error\ndata: \(problem)\n\n" : "data: \(problem)\n\n"
    }

    private func marker(_ place: String) -> String { "CANARY-\(place)-\(contender.rawValue)" }

    private var openAIHead: String {
        #""id":"chatcmpl-\#(marker("id"))","object":"chat.completion.chunk","created":1,"#
            + #""model":"\#(marker("model"))","system_fingerprint":"fp_\#(marker("print"))","#
            + #""service_tier":"\#(marker("tier"))""#
    }

    private var openAIUsage: String {
        #"{"prompt_tokens":\#(Self.promptTokens),"completion_tokens":9}"#
    }

    private var openAIEvents: [String] {
        let chunks = pieces.map { piece in
            #"{\#(openAIHead),"choices":[{"index":0,"delta":{"content":"\#(piece)","#
                + #""reasoning_content":"\#(marker("thought"))"},"finish_reason":null}]}"#
        }
        let end = [
            #"{\#(openAIHead),"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#,
            #"{\#(openAIHead),"choices":[],"usage":\#(openAIUsage)}"#, "[DONE]",
        ]
        return (chunks + end).map { "data: \($0)\n\n" }
    }

    private var anthropicHead: String {
        #""id":"msg_\#(marker("id"))","type":"message","role":"assistant","#
            + #""model":"\#(marker("model"))""#
    }

    private var anthropicEvents: [String] {
        var events = [
            (
                "message_start",
                #","message":{\#(anthropicHead),"content":[],"stop_reason":null,"#
                    + #""usage":{"input_tokens":\#(Self.inputTokens),"output_tokens":1}}"#
            ),
            (
                "content_block_start",
                #","index":0,"content_block":{"type":"text","text":""}"#
            ),
        ]
        events += pieces.map {
            (
                "content_block_delta",
                #","index":0,"delta":{"type":"text_delta","text":"\#($0)"}"#
            )
        }
        events += [
            ("content_block_stop", #","index":0"#),
            ("message_delta", #","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":9}"#),
            ("message_stop", ""),
        ]
        return events.map { name, rest in "event: \(name)\ndata: {\"type\":\"\(name)\"\(rest)}\n\n"
        }
    }

    private var googleEvents: [String] {
        pieces.enumerated().map { index, piece in
            "data: \(googleBody(piece, isLast: index == pieces.count - 1))\n\n"
        }
    }

    private func googleBody(_ text: String, isLast: Bool) -> String {
        #"{"candidates":[{"index":0,"content":{"role":"model","parts":[{"text":"\#(text)"}]}"#
            + (isLast ? #","finishReason":"STOP""# : "")
            + #"}],"usageMetadata":{"promptTokenCount":\#(Self.inputTokens),"candidatesTokenCount":9},"#
            + #""modelVersion":"\#(marker("model"))","responseId":"\#(marker("id"))"}"#
    }
}
