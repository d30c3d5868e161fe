import Arena
import Foundation
import Providers
import Synchronization
import TestSupport

/// A provider of each protocol at a loopback server, and what it came to.
struct ProviderRig {
    let loop: CurlLoop
    var limits = Settings.Limits(
        connectSeconds: 600, firstByteSeconds: 600, stallSeconds: 600, totalSeconds: 600)
    var key: Secret? = Secret("sk-canary")
    var streams = true

    init() throws {
        loop = try CurlLoop()
    }

    func openAI(_ url: String) throws -> OpenAIProvider {
        OpenAIProvider(
            at: try WebAddress(url), key: key, streams: streams, limits: limits, loop: loop)
    }

    func anthropic(_ url: String) throws -> AnthropicProvider {
        AnthropicProvider(
            at: try WebAddress(url), key: key, streams: streams, limits: limits, loop: loop)
    }

    func google(_ url: String) throws -> GoogleProvider {
        GoogleProvider(
            at: try WebAddress(url), key: key, streams: streams, limits: limits, loop: loop)
    }

    /// A provider by the first word of a recording's name.
    func provider(speaking name: String, at url: String) throws -> any ModelProvider {
        if name.contains("anthropic") { return try anthropic(url) }
        return name.contains("gemini") ? try google(url) : try openAI(url)
    }

    /// A short conversation.
    static let request = ReplyRequest(
        upstreamModel: "m/1", systemPrompt: "Be brief.",
        messages: [Message(.user, "Hi é"), Message(.assistant, "Yes?"), Message(.user, "a\"b\n")],
        settings: Sampling(temperature: 0.5, topP: 0.9, maxTokens: 77, seed: 3))
}

extension CurlLimits {
    /// Limits that a busy machine does not come near; tests of a clock shorten that one.
    static let patient = CurlLimits(
        connect: .seconds(600), firstByte: .seconds(600), stall: .seconds(600),
        total: .seconds(600), drain: .seconds(600))

    /// The patient limits with a change.
    static func patient(_ change: (inout CurlLimits) -> Void) -> CurlLimits {
        var limits = patient
        change(&limits)
        return limits
    }
}

/// What came of one reply.
struct Arrival: Sendable {
    var pieces: [String] = []
    var report: ReplyReport?
    var fault: ReplyFault?

    var text: String { pieces.joined() }

    /// Has one reply written.
    init(
        _ provider: any ModelProvider, _ request: ReplyRequest = ProviderRig.request
    ) async {
        let collected = Mutex<[String]>([])
        do throws(ReplyFault) {
            report = try await provider.reply(to: request) { text in
                collected.withLock { $0.append(text) }
            }
        } catch {
            fault = error
        }
        pieces = collected.withLock(\.self)
    }
}
