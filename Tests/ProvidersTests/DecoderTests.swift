import Arena
import Providers
import Testing

/// What a recording must come to.
struct Expected: Sendable, CustomTestStringConvertible {
    let capture: String
    var text: String?
    var finish = FinishReason.stop
    var usage: TokenUsage?
    var model: String?
    var fault: ReplyFault.Kind?

    var testDescription: String { capture }

    static let quickFox = """
        The quick brown fox jumps over the lazy dog, again and again, until the sun goes down over \
        the hills.
        """
}

@Suite struct DecoderTests {
    private let begun = ContinuousClock.now

    private func read(
        _ capture: Capture, with decoder: some ReplyDecoder, inPiecesOf size: Int
    ) -> (text: String, end: Result<ReplyReport, ReplyFault>) {
        var reader = ReplyReader(
            capture.type.hasPrefix("text/event-stream") ? .events : .document, with: decoder,
            limits: Settings.Limits(), begun: begun)
        var text = ""
        for start in stride(from: 0, to: capture.body.count, by: size) {
            let bytes = Array(capture.body[start..<min(start + size, capture.body.count)])
            text += reader.take(CurlChunk(bytes, at: begun + .milliseconds(start + 1)))
        }
        do throws(ReplyFault) {
            let (rest, report) = try reader.end()
            return (text + rest, .success(report))
        } catch {
            return (text, .failure(error))
        }
    }

    private func check(_ expected: Expected, with decoder: some ReplyDecoder) throws {
        let capture = try Capture(expected.capture)
        for size in [1, 2, 3, 7, 64, 1_000_000] {
            let (text, end) = read(capture, with: decoder, inPiecesOf: size)
            if let whole = expected.text { #expect(text == whole) }
            switch end {
            case .success(let report):
                #expect(expected.fault == nil)
                #expect(report.finish == expected.finish)
                #expect(report.usage == expected.usage)
                #expect(report.upstreamModel == expected.model)
                #expect(report.timing.firstText != nil)
                #expect(report.timing.total >= report.timing.firstText ?? .infinity)
            case .failure(let fault):
                #expect(fault.kind == expected.fault, "\(fault)")
            }
        }
    }

    @Test(arguments: [
        Expected(
            capture: "llamacpp/chat_stream_usage", text: "A: LEMBAG",
            usage: TokenUsage(input: 36, output: 8), model: "smollm2-135m"),
        Expected(capture: "llamacpp/chat_stream", model: "smollm2-135m"),
        Expected(
            capture: "llamacpp/chat_stream_length", finish: .length,
            usage: TokenUsage(input: 35, output: 8), model: "smollm2-135m"),
        Expected(
            capture: "llamacpp/chat_nostream", text: "SHEEDY to a homerun.",
            usage: TokenUsage(input: 36, output: 11), model: "smollm2-135m"),
        Expected(
            capture: "llmock/openai_ok", text: "Hello! gpt-4o received: Tell me something",
            usage: TokenUsage(input: 4, output: 10), model: "gpt-4o"),
        Expected(
            capture: "llmock/openai_nostream", text: "Hello! gpt-4o received: Hi",
            usage: TokenUsage(input: 0, output: 6), model: "gpt-4o"),
        Expected(
            capture: "llmock/openai_truncate", text: "Hello! gpt-4o", model: "gpt-4o",
            fault: .brokeOff),
        Expected(
            capture: "litellm/openai_mock-hello_stream", text: Expected.quickFox,
            usage: TokenUsage(input: 10, output: 23, reasoning: 0), model: "mock-hello"),
        Expected(
            capture: "litellm/openai_smollm2_stream", finish: .length,
            usage: TokenUsage(input: 33, output: 16, reasoning: 0), model: "smollm2"),
        Expected(
            capture: "litellm/openai_err_midstream_stall", text: "Hello! LLMock",
            fault: .unavailable),
    ])
    func `chat completions are read as recorded`(expected: Expected) throws {
        try check(expected, with: OpenAIDecoder())
    }

    @Test(arguments: [
        Expected(
            capture: "llamacpp/anthropic_stream", usage: TokenUsage(input: 36, output: 18),
            model: "smollm2-135m"),
        Expected(
            capture: "llamacpp/anthropic_nostream",
            text: """
                Dialogue: "Dialogue: Hello, Hello, Hello, Hello"
                """, usage: TokenUsage(input: 36, output: 18), model: "smollm2-135m"),
        Expected(
            capture: "llmock/anthropic_ok",
            text: "Hello! LLMock handled this request for claude-sonnet-4-5.",
            usage: TokenUsage(input: 4, output: 14), model: "claude-sonnet-4-5"),
        Expected(
            capture: "llmock/anthropic_nostream",
            text: "Simulated answer from claude-sonnet-4-5 for 'Hi'.", finish: .length,
            usage: TokenUsage(input: 0, output: 12), model: "claude-sonnet-4-5"),
        Expected(capture: "llmock/anthropic_truncate", text: "", fault: .brokeOff),
        Expected(
            capture: "litellm/anthropic_mock-hello_stream", text: Expected.quickFox,
            usage: TokenUsage(input: 2095, output: 503), model: "mock-hello"),
        Expected(
            capture: "litellm/anthropic_smollm2_stream",
            usage: TokenUsage(input: 33, output: 16), model: "smollm2"),
        Expected(
            capture: "litellm/anthropic_err_midstream_stall", text: "", fault: .unavailable),
    ])
    func `Anthropic messages are read as recorded`(expected: Expected) throws {
        try check(expected, with: AnthropicDecoder())
    }

    @Test(arguments: [
        Expected(
            capture: "llmock/gemini_ok",
            text: "Hi there. This is a simulated reply from gemini-2.0-flash.",
            usage: TokenUsage(input: 4, output: 14), model: "gemini-2.0-flash"),
        Expected(
            capture: "llmock/gemini_nostream", text: "Simulated success from gemini-2.0-flash.",
            usage: TokenUsage(input: 0, output: 10)),
        Expected(capture: "llmock/gemini_truncate", text: "Hi there. This", fault: .brokeOff),
        Expected(capture: "litellm/gemini_mock-hello_stream", text: Expected.quickFox),
        Expected(capture: "litellm/gemini_smollm2_stream", finish: .length),
        Expected(
            capture: "litellm/gemini_smollm2_nostream", text: "Hello there! I'shine.",
            usage: TokenUsage(input: 33, output: 9)),
        Expected(
            capture: "litellm/gemini_err_midstream_stall",
            text: "Hello! LLMock handled this request for gpt-4o."),
    ])
    func `Gemini answers are read as recorded`(expected: Expected) throws {
        try check(expected, with: GoogleDecoder())
    }

    @Test func `text outside ASCII comes whole whatever the chunking`() throws {
        let capture = try Capture("llamacpp/chat_stream_utf8")
        let whole = read(capture, with: OpenAIDecoder(), inPiecesOf: .max / 2).text
        #expect(whole.hasPrefix("🎉 王藏 王藏"))
        for size in 1...9 {
            let text = read(capture, with: OpenAIDecoder(), inPiecesOf: size).text
            #expect(text == whole)
            #expect(!text.unicodeScalars.contains("\u{FFFD}"))
        }
    }
}
