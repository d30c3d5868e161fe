import Arena
import Providers

/// The practice guides as a provider, over loopback HTTP like any other, at a port that is known
/// once their endpoint listens.
actor PracticeProvider: ModelProvider {
    private let limits: Settings.Limits
    private let loop: CurlLoop
    private var port: Int?
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(limits: Settings.Limits, loop: CurlLoop) {
        self.limits = limits
        self.loop = loop
    }

    /// Notes where the endpoint listens.
    func listen(on port: Int) {
        self.port = port
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    func reply(
        to request: ReplyRequest, onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        if port == nil { await withCheckedContinuation { waiting.append($0) } }
        guard let port else { throw ReplyFault(.cancelled) }
        let address: WebAddress
        do throws(CurlFailure) {
            address = try WebAddress("http://127.0.0.1:\(port)/v1")
        } catch {
            throw ReplyFault(.unreachable, detail: error.detail)
        }
        let guides = OpenAIProvider(
            at: address, key: nil, streams: true, limits: limits, loop: loop)
        return try await guides.reply(to: request, onText: onText)
    }
}
