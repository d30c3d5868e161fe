import Foundation
import TestSupport
import Testing

/// A vote while the server stops, and a reader who takes nothing.
struct DrainTests {
    @Test func `a vote that comes while the server stops is answered and kept`() async throws {
        let upstreams = try (0..<2).map { _ in try Self.answering(endless: "for ever") }
        let arena = try await Arena(
            settings: Self.settings(upstreams, "stop_seconds: 86400"), upstreams: upstreams)
        let visitor = try Visitor(arena.address)
        let voted = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"])
            .field("id")
        _ = try await visitor.get("/api/v1/battles/\(voted)/stream")
        let opened = try await visitor.post("/api/v1/battles", json: ["prompt": "Go on for ever"])
        #expect(opened.status == 201)
        arena.program.signal(SIGTERM)
        _ = try await visitor.get("/readyz") { $0.status == 503 }

        let path = "/api/v1/battles/\(voted)/vote"
        let vote = try await visitor.post(path, json: ["outcome": "b"])
        #expect(vote.status == 201, "\(vote.body)")
        let leaf = try vote.field("receipt", "leaf")
        arena.program.signal(SIGTERM)
        #expect(await arena.program.wait() == 0)

        let again = try await arena.again()
        defer { again.program.end() }
        let later = try visitor.moved(to: again.address)
        #expect(try await later.get("/api/v1/receipts/1").field("leaf") == leaf)
        let second = try await later.post(path, json: ["outcome": "a"])
        #expect(try second.status == 409 && second.field("vote") == "b")
        #expect(try await Program.run(["verify", "--data", again.folder.path]).code == 0)
    }

    @Test func `a reader who takes nothing is given up, and what is written for him`() async throws
    {
        let closed = [Gate(), Gate()]
        let upstreams = closed.map { gate in
            LoopbackServer { peer in
                peer.beginChunked()
                let words = String(repeating: "many words ", count: 2200)
                // More than all buffers on the way hold; then as long as somebody reads.
                for _ in 0..<170 { peer.sendChunk(Self.event(words)) }
                #expect(peer.waitForClose(), "it was written on for nobody")
                gate.open()
            }
        }
        let arena = try await Arena(
            settings: Self.settings(
                upstreams, "answer_bytes: 16777216, leave_grace_seconds: 0.2"),
            upstreams: upstreams)
        defer { arena.program.end() }
        let client = try RawClient(arena.address, room: 4096)
        let body = #"{"prompt":"Hello?"}"#
        client.send(
            "POST /api/v1/battles HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        let answer = await client.read(until: "\"id\":\"").text + client.read(until: "}").text
        let id = try #require(answer.components(separatedBy: #""id":""#).dropFirst().first)
        let cookie = try #require(answer.components(separatedBy: "et-Cookie: ").dropFirst().first)
        client.send(
            "GET /api/v1/battles/\(id.prefix(22))/stream HTTP/1.1\r\nHost: h\r\n"
                + "Cookie: \(cookie.prefix { $0 != ";" })\r\n\r\n")
        for gate in closed { await gate.wait() }
        #expect(try await Visitor(arena.address).get("/healthz").status == 200)
    }

    /// A model server that answers, but never ends what it says to a prompt with these words.
    private static func answering(endless words: String) throws -> LoopbackServer {
        LoopbackServer { peer in
            peer.beginChunked()
            peer.sendChunk(event("Well. "))
            if String(decoding: peer.request.body, as: UTF8.self).contains(words) {
                _ = peer.waitForClose()
                return
            }
            peer.sendChunk(
                #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"# + "\n\n")
            peer.sendChunk("data: [DONE]\n\n")
            peer.endChunked()
        }
    }

    private static func event(_ text: String) -> String {
        #"data: {"choices":[{"index":0,"delta":{"content":"\#(text)"}}]}"# + "\n\n"
    }

    private static func settings(_ upstreams: [LoopbackServer], _ limits: String) -> String {
        """
        providers:
          local-one: {protocol: openai, base_url: "\(upstreams[0].url)/v1"}
          local-two: {protocol: openai, base_url: "\(upstreams[1].url)/v1"}
        contenders:
          - {id: aspen, provider: local-one, upstream_model: one}
          - {id: birch, provider: local-two, upstream_model: two}
        pacing: live
        limits: {stall_seconds: 600, first_byte_seconds: 600, \(limits)}
        """
    }
}
