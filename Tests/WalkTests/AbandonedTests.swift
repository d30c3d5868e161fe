import Foundation
import TestSupport
import Testing

/// The written rule for battles that nobody watches.
struct AbandonedTests {
    @Test func `a turn that nobody watches is cancelled and both upstreams are closed`()
        async throws
    {
        let closed = [Gate(), Gate()]
        let upstreams = closed.map { gate in
            LoopbackServer { peer in
                peer.beginChunked()
                peer.sendChunk(
                    #"data: {"choices":[{"index":0,"delta":{"content":"Well, "}}]}"# + "\n\n")
                if peer.waitForClose() { gate.open() }
            }
        }
        let arena = try await Arena(settings: settings(of: upstreams), upstreams: upstreams)
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let id = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"]).field("id")
        for gate in closed { await gate.wait() }
        let battle = try await visitor.get("/api/v1/battles/\(id)") { answer in
            try answer.field("state") == "failed"
        }
        let text = try battle.field("turns", "0", "a", "text")
        #expect(text == "Well,")
        let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
        #expect(try vote.field("code") == "closed")
    }

    @Test func `a provider's words about an error reach nobody before the vote`() async throws {
        let upstreams = [401, 429].map { status in
            LoopbackServer { peer in
                peer.answer(
                    #"{"error":{"message":"CANARY: model gpt-CANARY is not for sk-CANARY-one"}}"#,
                    status: "\(status) CANARY", headers: "retry-after: 776655\r\n")
            }
        }
        let arena = try await Arena(settings: settings(of: upstreams), upstreams: upstreams)
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let id = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"]).field("id")
        let stream = try await visitor.get("/api/v1/battles/\(id)/stream")
        #expect(stream.body.contains(#""state":"failed""#))
        #expect(stream.body.contains(#""votable":false"#))
        _ = try await visitor.get("/b/\(id)")
        _ = try await visitor.get("/api/v1/battles/\(id)")
        for secret in Upstreams.secrets + ["unauthorized", "rate_limited"] {
            #expect(!visitor.received.contains(secret), "\(secret) was told")
        }
    }

    private func settings(of upstreams: [LoopbackServer]) -> String {
        """
        providers:
          local-one: {protocol: openai, base_url: "\(upstreams[0].url)/v1"}
          local-two: {protocol: openai, base_url: "\(upstreams[1].url)/v1"}
        contenders:
          - {id: aspen, provider: local-one, upstream_model: one}
          - {id: birch, provider: local-two, upstream_model: two}
        limits: {unwatched_seconds: 1}
        """
    }
}
