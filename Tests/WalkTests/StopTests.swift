import Foundation
import Providers
import TestSupport
import Testing

/// Who leaves, and what happens when the server is told to stop.
struct StopTests {
    /// Two upstreams that begin an answer and never end it; a gate opens when each is closed.
    private static func endless(_ closed: [Gate]) -> [LoopbackServer] {
        closed.map { gate in
            LoopbackServer { peer in
                peer.beginChunked()
                peer.sendChunk(
                    #"data: {"choices":[{"index":0,"delta":{"content":"Well, well, "}}]}"#
                        + "\n\n")
                peer.sendChunk(
                    #"data: {"choices":[{"index":0,"delta":{"content":"there is more. "}}]}"#
                        + "\n\n")
                if peer.waitForClose() { gate.open() }
            }
        }
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

    /// A client that reads a battle's stream by hand.
    private func follow(_ id: String, _ cookie: String, in arena: Arena) async throws -> RawClient {
        let client = try RawClient(arena.address)
        client.send(
            "GET /api/v1/battles/\(id)/stream HTTP/1.1\r\nHost: h\r\nCookie: \(cookie)\r\n\r\n")
        #expect(await client.read(until: "Well").isFound)
        return client
    }

    /// Opens a battle by hand; its id and its voter's cookie.
    private func open(_ arena: Arena) async throws -> (id: String, cookie: String) {
        let client = try RawClient(arena.address)
        let body = #"{"prompt":"Hello?"}"#
        client.send(
            "POST /api/v1/battles HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)")
        let answer = try #require(await client.readToEnd())
        let id = try #require(answer.components(separatedBy: #""id":""#).dropFirst().first)
        let cookie = try #require(answer.components(separatedBy: "et-Cookie: ").dropFirst().first)
        return (String(id.prefix(22)), String(cookie.prefix { $0 != ";" }))
    }

    @Test func `when the last reader has left both upstreams are closed after the grace`()
        async throws
    {
        let closed = [Gate(), Gate()]
        let upstreams = Self.endless(closed)
        let arena = try await Arena(
            settings: Self.settings(upstreams, "leave_grace_seconds: 0.2"),
            upstreams: upstreams)
        defer { arena.program.end() }
        let (id, cookie) = try await open(arena)
        do { _ = try await follow(id, cookie, in: arena) }
        for gate in closed { await gate.wait() }
    }

    @Test func `a reader who comes back within the grace loses nothing`() async throws {
        let closed = [Gate(), Gate()]
        let upstreams = Self.endless(closed)
        let arena = try await Arena(
            settings: Self.settings(upstreams, "leave_grace_seconds: 600"),
            upstreams: upstreams)
        defer { arena.program.end() }
        let (id, cookie) = try await open(arena)
        do { _ = try await follow(id, cookie, in: arena) }
        let again = try await follow(id, cookie, in: arena)
        #expect(closed.allSatisfy { !$0.isOpen })
        _ = again
    }

    @Test func `told to stop, the server begins nothing, takes votes, and breaks off in time`()
        async throws
    {
        let closed = [Gate(), Gate()]
        let upstreams = Self.endless(closed)
        let arena = try await Arena(
            settings: Self.settings(upstreams, "stop_seconds: 3"), upstreams: upstreams)
        let (id, cookie) = try await open(arena)
        let reader = try await follow(id, cookie, in: arena)
        let visitor = try Visitor(arena.address)
        #expect(try await visitor.get("/readyz").status == 200)
        arena.program.signal(SIGTERM)
        let ready = try await visitor.get("/readyz") { $0.status == 503 }
        #expect(ready.body.contains(#""stopping":true"#))
        let refused = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"])
        #expect(refused.status == 503)
        #expect(try refused.field("code") == "stopping")
        #expect(refused.headers.contains { $0.name == "retry-after" })
        #expect(try await visitor.get("/healthz").status == 200)
        let rest = try #require(await reader.readToEnd())
        #expect(rest.contains("event: interrupted"))
        #expect(rest.contains(#""votable":false"#))
        #expect(await arena.program.wait() == 0)
        for gate in closed { await gate.wait() }
        let log = arena.folder.path + "/arena.db-wal"
        let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
        #expect((size ?? 0) == 0, "the log of writes is empty")
    }

    @Test func `told twice, the server stops at once`() async throws {
        let closed = [Gate(), Gate()]
        let upstreams = Self.endless(closed)
        let arena = try await Arena(
            settings: Self.settings(upstreams, "stop_seconds: 86400"), upstreams: upstreams)
        let (id, cookie) = try await open(arena)
        let reader = try await follow(id, cookie, in: arena)
        let visitor = try Visitor(arena.address)
        arena.program.signal(SIGTERM)
        _ = try await visitor.get("/readyz") { $0.status == 503 }
        arena.program.signal(SIGTERM)
        #expect(await reader.readToEnd()?.contains("event: interrupted") == true)
        #expect(await arena.program.wait() == 0)
    }
}
