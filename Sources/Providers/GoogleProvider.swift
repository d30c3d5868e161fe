package import Arena
import Foundation

/// A server that speaks Google's Gemini protocol.
package struct GoogleProvider: ModelProvider {
    private let base: WebAddress
    private let credential: CurlCredential?
    private let streams: Bool
    private let exchange: ReplyExchange

    /// A provider at a base address such as
    /// `https://generativelanguage.googleapis.com/v1beta`; a version that is missing at the end is
    /// put there. The key goes into a header, never into the address.
    package init(
        at base: WebAddress, key: Secret?, streams: Bool = true, limits: Settings.Limits,
        loop: CurlLoop
    ) {
        let last = base.path.split(separator: "/").last ?? ""
        self.base = last.hasPrefix("v1") ? base : base.appending("/v1beta")
        credential = key.map { CurlCredential($0, header: "x-goog-api-key", of: base) }
        self.streams = streams
        exchange = ReplyExchange(loop: loop, limits: limits, key: key)
    }

    /// Sends a conversation.
    package func reply(
        to request: ReplyRequest, onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        let body = try ReplyDocument.encode(GoogleRequest(request), keys: .useDefaultKeys)
        return try await exchange.run(
            .json(address(of: request.upstreamModel), credential, body: body, streams: streams),
            reading: GoogleDecoder(key: exchange.key), streams: streams, onText: onText)
    }

    private func address(of model: String) -> WebAddress {
        let name = model.hasPrefix("models/") ? String(model.dropFirst(7)) : model
        let below = base.appending("/models/\(WebAddress.segment(name))")
        return streams
            ? below.appending(":streamGenerateContent").asking("alt=sse")
            : below.appending(":generateContent")
    }
}

private struct GoogleRequest: Encodable {
    struct Part: Encodable {
        let text: String
    }

    struct Content: Encodable {
        let role: String?
        let parts: [Part]
    }

    struct Generation: Encodable {
        let maxOutputTokens: Int
        let temperature: Double?
        let topP: Double?
        let seed: Int?
    }

    let contents: [Content]
    let systemInstruction: Content?
    let generationConfig: Generation

    init(_ request: ReplyRequest) {
        contents = request.messages.map { message in
            Content(
                role: message.role == .user ? "user" : "model", parts: [Part(text: message.text)])
        }
        systemInstruction = request.systemPrompt.map { Content(role: nil, parts: [Part(text: $0)]) }
        let settings = request.settings
        generationConfig = Generation(
            maxOutputTokens: settings.maxTokens, temperature: settings.temperature,
            topP: settings.topP, seed: settings.seed)
    }
}
