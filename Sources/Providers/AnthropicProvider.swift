package import Arena
import Foundation

/// A server that speaks Anthropic messages.
package struct AnthropicProvider: ModelProvider {
    /// The version of the protocol spoken here.
    private static let version = "2023-06-01"

    private let address: WebAddress
    private let credential: CurlCredential?
    private let streams: Bool
    private let exchange: ReplyExchange

    /// A provider at a base address such as `https://api.anthropic.com/v1`; a `/v1` that is missing
    /// at the end is put there.
    package init(
        at base: WebAddress, key: Secret?, streams: Bool = true, limits: Settings.Limits,
        loop: CurlLoop
    ) {
        address = base.appending(base.path.hasSuffix("/v1") ? "/messages" : "/v1/messages")
        credential = key.map { CurlCredential($0, header: "x-api-key", of: base) }
        self.streams = streams
        exchange = ReplyExchange(loop: loop, limits: limits, key: key)
    }

    /// Sends a conversation. The protocol knows no seed: one is not sent.
    package func reply(
        to request: ReplyRequest, onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        let body = try ReplyDocument.encode(
            AnthropicRequest(request, streams: streams), keys: .convertToSnakeCase)
        return try await exchange.run(
            .json(
                address, credential, body: body, streams: streams,
                headers: [CurlRequest.Header("anthropic-version", Self.version)]),
            reading: AnthropicDecoder(key: exchange.key), streams: streams, onText: onText)
    }
}

private struct AnthropicRequest: Encodable {
    struct Turn: Encodable {
        let role: String
        let content: String
    }

    let model: String
    let system: String?
    let messages: [Turn]
    let maxTokens: Int
    let temperature: Double?
    let topP: Double?
    let stream: Bool

    init(_ request: ReplyRequest, streams: Bool) {
        model = request.upstreamModel
        system = request.systemPrompt
        messages = request.messages.map { Turn(role: $0.role.rawValue, content: $0.text) }
        maxTokens = request.settings.maxTokens
        temperature = request.settings.temperature
        topP = request.settings.topP
        stream = streams
    }
}
