import Arena
import Testing

/// What makes another version of a contender.
struct VersionTests {
    /// What a contender without an endpoint was called before there were endpoints: stored votes
    /// bear it.
    private static let before = "74a8f4038090d0cc6ac5938934b0be35"

    private func contender(
        provider: String = "local", upstream: String = "m", settings: Sampling = Sampling(),
        prompt: String? = nil, endpoint: String? = "openai https://one.example/v1"
    ) throws -> Contender {
        Contender(
            id: try #require(ContenderID("aspen")), provider: provider, upstreamModel: upstream,
            settings: settings, systemPrompt: prompt, endpoint: endpoint)
    }

    @Test func `each of eight things that change an answer makes a version of its own`() throws {
        let versions = [
            try contender(), try contender(provider: "other"), try contender(upstream: "n"),
            try contender(settings: Sampling(temperature: 0.5)),
            try contender(settings: Sampling(topP: 0.5)),
            try contender(settings: Sampling(maxTokens: 7)),
            try contender(settings: Sampling(seed: 7)), try contender(prompt: ""),
            try contender(endpoint: "anthropic https://one.example/v1"),
            try contender(endpoint: "openai https://one.example/v2"),
            try contender(endpoint: "openai http://one.example/v1"),
            try contender(endpoint: "openai https://two.example/v1"), try contender(endpoint: nil),
        ].map(\.version)
        #expect(Set(versions).count == versions.count)
        #expect(try contender().version == contender().version)
    }

    @Test func `a version that is stored stays what it was`() throws {
        let old = try contender(endpoint: nil)
        #expect(old.version == Self.before)
        let stored = Contender(
            id: old.id, provider: "x", upstreamModel: "y", version: "0123456789abcdef")
        #expect(stored.version == "0123456789abcdef")
    }

    @Test func `a provider's address and protocol reach its contenders`() throws {
        let providers = [
            ProviderSettings(
                name: "local", wireProtocol: .openai, baseURL: "https://one.example/v1")
        ]
        let asked = try contender(endpoint: nil).asked(of: providers)
        #expect(asked.version == (try contender().version))
    }

    @Test func `nobody answers for a version that is set up otherwise by now`() throws {
        let now = try contender()
        let roster = Roster(contenders: [now], providers: ["local": Silent()])
        #expect(roster.provider(of: now) != nil)
        let before = try contender(endpoint: "openai https://before.example/v1")
        #expect(roster.provider(of: before) == nil)
    }

    private struct Silent: ModelProvider {
        func reply(
            to request: ReplyRequest, onText: @Sendable (String) async -> Void
        ) async throws(ReplyFault) -> ReplyReport {
            throw ReplyFault(.empty)
        }
    }
}
