import Arena
import Foundation
import Providers
import Testing

/// Against software that is not ours; needs `real-models.sh start` and `llmock.sh start`, and
/// `ARENA_PEERS=1`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ARENA_PEERS"] != nil), .serialized)
struct PeerTests {
    private let loop: CurlLoop
    private let mock = "http://127.0.0.1:18070"

    init() throws {
        loop = try CurlLoop()
    }

    private func provider(
        _ wire: ProviderSettings.WireProtocol, _ url: String, streams: Bool = true,
        key: String = "sk-local-gemma", limits: Settings.Limits = Settings.Limits()
    ) throws -> any ModelProvider {
        let settings = ProviderSettings(
            name: "p", wireProtocol: wire, baseURL: url, apiKeyVariable: "K", streams: streams)
        return try ProviderRegistry([settings], limits: limits, keys: { _ in key }, loop: loop)
            .provider("p")
    }

    private func say(_ text: String, to model: String, tokens: Int = 24) -> ReplyRequest {
        ReplyRequest(
            upstreamModel: model, messages: [Message(.user, text)],
            settings: Sampling(temperature: 0.7, maxTokens: tokens))
    }

    private func verdict() async throws -> String {
        let answer = try await loop.send(
            CurlRequest(.get, WebAddress(mock + "/_llmock/verdict?format=text")))
        return String(decoding: answer.body, as: UTF8.self)
    }

    private func control(_ path: String, _ body: String = "{}") async throws {
        _ = try await loop.send(
            CurlRequest(
                .post, WebAddress(mock + "/_llmock" + path),
                headers: [.init("Content-Type", "application/json")], body: Array(body.utf8)))
    }

    @Test(arguments: ProviderSettings.WireProtocol.allCases.dropLast(), [true, false])
    func `llama.cpp answers in both of its protocols`(
        wire: ProviderSettings.WireProtocol, streams: Bool
    ) async throws {
        for (url, model) in [
            ("http://127.0.0.1:18081/v1", "smollm2-135m"),
            ("http://127.0.0.1:18082/v1", "gemma3-270m"),
        ] {
            let outcome = await Arrival(
                try provider(wire, url, streams: streams), say("Write a short story.", to: model))
            let report = try #require(outcome.report, "\(String(describing: outcome.fault))")
            #expect(!outcome.text.isEmpty)
            #expect(report.usage?.output ?? 0 > 0)
            #expect(report.upstreamModel == model)
            if streams { #expect(report.timing.firstText ?? 9 < report.timing.total) }
        }
    }

    @Test func `a wrong key and a long prompt have their kinds`() async throws {
        let gemma = "http://127.0.0.1:18082/v1"
        let stranger = try provider(.openai, gemma, key: "sk-wrong")
        #expect(await Arrival(stranger, say("Hi", to: "m")).fault?.kind == .unauthorized)
        let long = String(repeating: "all work and no play ", count: 900)
        let fault = await Arrival(try provider(.openai, gemma), say(long, to: "m")).fault
        #expect(fault?.kind == .contextTooLong)
    }

    @Test func `two models write at the same time`() async throws {
        let one = try provider(.openai, "http://127.0.0.1:18081/v1")
        let two = try provider(.openai, "http://127.0.0.1:18082/v1")
        async let first = Arrival(one, say("Count.", to: "smollm2-135m"))
        async let second = Arrival(two, say("Count.", to: "gemma3-270m"))
        let texts = await [first.text, second.text]
        #expect(texts.allSatisfy { !$0.isEmpty })
    }

    @Test(arguments: [
        (ProviderSettings.WireProtocol.openai, "/v1", "gpt-4o"),
        (.anthropic, "/anthropic", "claude-sonnet-4-5"),
        (.google, "/gemini", "gemini-2.0-flash"),
    ])
    func `llmock finds nothing wrong with us`(
        wire: ProviderSettings.WireProtocol, path: String, model: String
    ) async throws {
        try await control("/reset")
        for streams in [true, false] {
            let outcome = await Arrival(
                try provider(wire, mock + path, streams: streams), say("Hello there", to: model))
            #expect(outcome.fault == nil)
            #expect(outcome.report?.usage != nil)
        }
        #expect(try await verdict().contains("PASS"))
    }

    @Test(arguments: [
        (ProviderSettings.WireProtocol.openai, "/v1", "gpt-4o"),
        (.anthropic, "/anthropic", "claude-sonnet-4-5"),
        (.google, "/gemini", "gemini-2.0-flash"),
    ])
    func `llmock finds nothing wrong with how we take faults before the text`(
        wire: ProviderSettings.WireProtocol, path: String, model: String
    ) async throws {
        let faults = [
            #"{"type":"fail","status":429,"retry_after":1,"times":1}"#,
            #"{"type":"fail","status":500,"times":1}"#, #"{"type":"fail","status":401,"times":1}"#,
            #"{"type":"stream_fault","kind":"stall","after_chunks":3,"stall_seconds":9}"#,
            #"{"type":"slow_first_token","seconds":1}"#,
        ]
        for behaviour in faults {
            try await control("/reset")
            try await control("/scenario", "{\"behaviors\":[\(behaviour)]}")
            _ = await Arrival(
                try provider(wire, mock + path, limits: Settings.Limits(stallSeconds: 0.5)),
                say("Hello there", to: model))
            let text = try await verdict()
            #expect(text.contains("PASS") && !text.contains("WARN"), "\(behaviour) \(text)")
        }
        try await control("/reset")
    }

    @Test(arguments: [
        (ProviderSettings.WireProtocol.openai, "/v1", "gpt-4o"),
        (.anthropic, "/anthropic", "claude-sonnet-4-5"),
        (.google, "/gemini", "gemini-2.0-flash"),
    ])
    func `llmock's scripted faults have their kinds`(
        wire: ProviderSettings.WireProtocol, path: String, model: String
    ) async throws {
        let faults: [(String, ReplyFault.Kind)] = [
            (#"{"type":"fail","status":429,"retry_after":60,"times":9}"#, .rateLimited),
            (#"{"type":"fail","status":500,"times":9}"#, .unavailable),
            (#"{"type":"fail","status":401,"times":1}"#, .unauthorized),
            (#"{"type":"stream_fault","kind":"disconnect","after_chunks":COUNT}"#, .brokeOff),
            (#"{"type":"stream_fault","kind":"truncate","after_chunks":COUNT}"#, .brokeOff),
            (#"{"type":"stream_fault","kind":"malformed","after_chunks":COUNT}"#, .malformed),
            (
                #"{"type":"stream_fault","kind":"stall","after_chunks":COUNT,"stall_seconds":9}"#,
                .stalled
            ),
        ]
        // Anthropic's stream begins with three events without text.
        let count = wire == .anthropic ? "5" : "3"
        for (template, kind) in faults {
            let behaviour = template.replacingOccurrences(of: "COUNT", with: count)
            try await control("/reset")
            try await control("/scenario", "{\"behaviors\":[\(behaviour)]}")
            let impatient = Settings.Limits(stallSeconds: 0.5)
            let outcome = await Arrival(
                try provider(wire, mock + path, limits: impatient), say("Hello there", to: model))
            #expect(outcome.fault?.kind == kind, "\(behaviour) \(outcome)")
        }
        try await control("/reset")
    }
}
