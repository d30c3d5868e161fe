package import Arena
import Foundation

/// A server that speaks OpenAI-compatible chat completions.
package struct OpenAIProvider: ModelProvider {
    private let address: WebAddress
    private let credential: CurlCredential?
    private let streams: Bool
    private let exchange: ReplyExchange
    private let dialects = OpenAIDialects()

    /// A provider at a base address such as `https://api.openai.com/v1`.
    ///
    /// What stands after `?` in the address is kept; where that is an `api-version`, as Azure has
    /// it, the key goes into the header `api-key`, else it is sent as a bearer token.
    package init(
        at base: WebAddress, key: Secret?, streams: Bool = true, limits: Settings.Limits,
        loop: CurlLoop
    ) {
        let isAzure = base.query.contains("api-version=")
        address = base.appending("/chat/completions")
        credential = key.map {
            isAzure
                ? CurlCredential($0, header: "api-key", of: base)
                : CurlCredential($0, header: "Authorization", prefix: "Bearer ", of: base)
        }
        self.streams = streams
        exchange = ReplyExchange(loop: loop, limits: limits, key: key)
    }

    /// Sends a conversation; one that is refused for a point of dialect, before any text, is sent
    /// again in the other.
    package func reply(
        to request: ReplyRequest, onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        let known = await dialects.dialect(for: request.upstreamModel)
        var dialect = known
        while true {
            do throws(ReplyFault) {
                let report = try await send(request, in: dialect, onText: onText)
                if dialect != known { await dialects.keep(dialect, for: request.upstreamModel) }
                return report
            } catch {
                guard let other = dialect.adapted(to: error) else { throw error }
                dialect = other
            }
        }
    }

    private func send(
        _ request: ReplyRequest, in dialect: OpenAIDialect,
        onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        let body = try ReplyDocument.encode(
            OpenAIRequest(request, streams: streams, dialect: dialect), keys: .convertToSnakeCase)
        return try await exchange.run(
            .json(address, credential, body: body, streams: streams),
            reading: OpenAIDecoder(key: exchange.key), streams: streams, onText: onText)
    }
}

extension CurlRequest {
    /// A POST of JSON.
    static func json(
        _ address: WebAddress, _ credential: CurlCredential?, body: [UInt8], streams: Bool,
        headers: [Header] = []
    ) -> CurlRequest {
        let accepted = streams ? "text/event-stream, application/json" : "application/json"
        return CurlRequest(
            .post, address,
            headers: [Header("Content-Type", "application/json"), Header("Accept", accepted)]
                + headers,
            body: body, credential: credential)
    }
}
