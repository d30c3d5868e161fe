import Foundation
import Synchronization
import TestSupport
import Testing

/// What a visitor can do when an answer is missing, or too long for him, over real sockets.
@Suite struct RepairWalkTests {
    /// A server that refuses its first request and answers every other.
    private func refusing(firstWith status: String, then words: String) throws -> LoopbackServer {
        let first = Gate()
        return LoopbackServer { peer in
            guard first.isOpen else {
                first.open()
                return peer.answer("{}", status: status)
            }
            Self.answer(words, to: peer)
        }
    }

    private static func answer(_ words: String, to peer: LoopbackPeer) {
        peer.beginChunked()
        peer.sendChunk(
            #"data: {"choices":[{"index":0,"delta":{"content":"\#(words)"}}]}"# + "\n\n")
        peer.sendChunk(
            #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"# + "\n\n")
        peer.sendChunk("data: [DONE]\n\n")
        peer.endChunked()
    }

    private func settings(_ servers: [LoopbackServer], more: String = "") -> String {
        let providers = servers.enumerated().map { index, server in
            "  p\(index): {protocol: openai, base_url: \"\(server.url)/v1\"}"
        }
        let contenders = servers.indices.map { index in
            "  - {id: model-\(index), name: Model \(index), provider: p\(index), upstream_model: m}"
        }
        return "providers:\n" + providers.joined(separator: "\n") + "\ncontenders:\n"
            + contenders.joined(separator: "\n") + "\npacing: live\ncontrol_share: 0\n" + more
    }

    private func open(
        _ visitor: Visitor, _ fields: [String: Any] = [:]
    ) async throws -> String {
        let body = try JSONSerialization.data(
            withJSONObject: ["prompt": "Hello?"].merging(fields) { $1 })
        let answer = try await visitor.post("/api/v1/battles", body: Array(body))
        #expect(answer.status == 201, "\(answer.body)")
        return try answer.field("id")
    }

    private func battle(
        _ id: String, in state: String, for visitor: Visitor
    ) async throws -> Visitor.Answer {
        try await visitor.get("/api/v1/battles/\(id)") { try $0.field("state") == state }
    }

    @Test func `a failed side is asked again and nothing else is`() async throws {
        let asked = Mutex(0)
        let whole = LoopbackServer { peer in
            asked.withLock { $0 += 1 }
            Self.answer("Whole.", to: peer)
        }
        let servers = [whole, try refusing(firstWith: "400 Bad Request", then: "Mended.")]
        let arena = try await Arena(settings: settings(servers), upstreams: servers)
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let id = try await open(visitor)
        _ = try await battle(id, in: "failed", for: visitor)
        let page = try await visitor.get("/b/\(id)").body
        #expect(page.contains("Try again") && page.contains("This answer did not arrive."))
        let again = try await visitor.post("/api/v1/battles/\(id)/retry", json: [:])
        #expect(again.status == 202, "\(again.body)")
        let mended = try await battle(id, in: "ready", for: visitor)
        let texts = try ["a", "b"].map { try mended.field("turns", "0", $0, "text") }
        #expect(Set(texts) == ["Whole.", "Mended."])
        #expect(asked.withLock(\.self) == 1)
        let none = try await visitor.post("/api/v1/battles/\(id)/retry", json: [:])
        #expect(try none.field("code") == "nothing-failed")
        let more = try await visitor.post("/api/v1/battles/\(id)/turns", json: ["prompt": "So?"])
        #expect(more.status == 201, "\(more.body)")
        _ = try await battle(id, in: "ready", for: visitor)
        let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
        #expect(try vote.field("counted") == "1")
    }

    @Test func `another model answers for the side that failed`() async throws {
        let servers = [
            LoopbackServer { Self.answer("One.", to: $0) },
            LoopbackServer { $0.answer("{}", status: "400 Bad Request") },
            LoopbackServer { Self.answer("Three.", to: $0) },
        ]
        let arena = try await Arena(settings: settings(servers), upstreams: servers)
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        // Drawn until the broken model is in it.
        for _ in 0..<40 {
            let id = try await open(visitor)
            let ended = try await visitor.get("/api/v1/battles/\(id)") {
                try $0.field("state") != "streaming"
            }
            guard try ended.field("state") == "failed" else { continue }
            let answer = try await visitor.post(
                "/api/v1/battles/\(id)/retry", body: Array(#"{"replace": true}"#.utf8))
            let other = try answer.field("id")
            #expect(other != id)
            let mended = try await battle(other, in: "ready", for: visitor)
            let texts = try ["a", "b"].map { try mended.field("turns", "0", $0, "text") }
            #expect(Set(texts) == ["One.", "Three."])
            return
        }
        Issue.record("the broken model never played")
    }

    @Test func `a stopped battle can be voted on, and the vote is kept and not counted`()
        async throws
    {
        let closed = [Gate(), Gate()]
        let servers = closed.map { gate in
            LoopbackServer { peer in
                peer.beginChunked()
                peer.sendChunk(
                    #"data: {"choices":[{"index":0,"delta":{"content":"Well, well "}}]}"# + "\n\n")
                if peer.waitForClose() { gate.open() }
            }
        }
        let arena = try await Arena(settings: settings(servers), upstreams: servers)
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let id = try await open(visitor)
        _ = try await visitor.get("/api/v1/battles/\(id)") { answer in
            try ["a", "b"].allSatisfy { try answer.field("turns", "0", $0, "text") != "" }
        }
        let stop = try await visitor.post("/api/v1/battles/\(id)/stop", json: [:])
        #expect(stop.status == 202)
        for gate in closed { await gate.wait() }
        _ = try await battle(id, in: "ready", for: visitor)
        let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "tie"])
        #expect(try vote.field("why_not") == "stopped" && vote.field("counted") == "0")
        #expect(try await visitor.get("/b/\(id)").body.contains("You stopped the answers"))
    }

    @Test func `a named battle tells its names, and its vote enters no rating`() async throws {
        let servers = (0..<2).map { _ in LoopbackServer { Self.answer("Hi.", to: $0) } }
        let arena = try await Arena(settings: settings(servers), upstreams: servers)
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let id = try await open(visitor, ["kind": "named", "pair": ["model-0", "model-1"]])
        let shown = try await battle(id, in: "ready", for: visitor)
        let names = try ["a", "b"].map { try shown.field("names", $0) }
        #expect(Set(names) == ["Model 0", "Model 1"])
        #expect(try await visitor.get("/b/\(id)").body.contains("<bdi>Model 1</bdi>"))
        let blind = try await open(visitor, ["kind": "pair", "pair": ["model-0", "model-1"]])
        let hidden = try await battle(blind, in: "ready", for: visitor)
        #expect(!hidden.body.contains("Model"))
        let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
        #expect(try vote.field("why_not") == "named")
    }

    @Test func `a control battle is one model twice, and says so after the vote`() async throws {
        let servers = (0..<2).map { _ in LoopbackServer { Self.answer("Hi.", to: $0) } }
        let text = settings(servers).replacing("control_share: 0", with: "control_share: 0.5")
        let arena = try await Arena(settings: text, upstreams: servers)
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        // All but one of 2⁴⁰ runs find one.
        for _ in 0..<40 {
            let id = try await open(visitor)
            _ = try await battle(id, in: "ready", for: visitor)
            let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
            guard try vote.field("reveal", "a", "model") == vote.field("reveal", "b", "model")
            else { continue }
            #expect(try vote.field("why_not") == "control")
            #expect(try await visitor.get("/b/\(id)").body.contains("This was a control"))
            return
        }
        Issue.record("no control in forty battles")
    }
}
