import Foundation
import Providers
import TestSupport
import Testing

/// Spoilt bodies, forms and cookies against the running server: refused, never its fault.
struct SpoiltRequestTests {
    @Test func `no spoilt body is the server's fault, and none leaves a trace`() async throws {
        let arena = try await Arena(settings: "detect: false\npacing: live\n", upstreams: [])
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let id = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"]).field("id")
        _ = try await visitor.get("/api/v1/battles/\(id)/stream")
        let bodies = [
            #"{"outcome":"a","reasons":{"a":["clear"]},"comment":"x","seen":{"a":true}}"#,
            #"{"outcome":"c"}"#, #"{"outcome":"a","outcome":"b"}"#, #"{"prompt":1}"#, "[]", "{}",
        ]
        var mutation = Mutation(seed: 36)
        for _ in 0..<800 {
            var body = mutation.spoil(
                Array((mutation.one(of: bodies) ?? "").utf8),
                with: ["\"outcome\":", "{\"a\":", "9e999", "\\ud800", "[[[[[[", "null", "true"])
            body.append(contentsOf: Array("x".utf8))
            let path = mutation.one(of: ["vote", "turns", "retry", "reasons"]) ?? ""
            let answer = try await visitor.post("/api/v1/battles/\(id)/\(path)", body: body)
            #expect((400..<500).contains(answer.status), "\(answer.status) \(body)")
        }
        for _ in 0..<400 {
            let form = mutation.spoil(
                Array("token=x&prompt=Hi%20there&outcome=a&reason-a-clear=1".utf8),
                with: ["%", "%00", "&&", "=", "%FF%FE", "+", "prompt="])
            let answer = try await visitor.post(
                mutation.one(of: ["/b", "/b/\(id)/vote", "/prefs", "/me/delete"]) ?? "/b",
                body: form, headers: ["Content-Type": "application/x-www-form-urlencoded"])
            #expect(answer.status < 500, "\(answer.status) \(form)")
        }
        for _ in 0..<400 {
            let bytes = mutation.spoil(Array("arena_voter=AAAAAAAAAAAAAAAAAAAAAA.BBBB".utf8))
            let cookie = String(
                decoding: bytes.filter { (0x20..<0x7F).contains($0) }, as: UTF8.self)
            let answer = try await visitor.get(
                "/api/v1/battles/\(id)",
                headers: ["Cookie": cookie, "Last-Event-ID": String(cookie.reversed())])
            #expect([200, 404].contains(answer.status), "\(answer.status) \(cookie)")
        }
        let state = try await visitor.get("/api/v1/battles/\(id)").field("state")
        #expect(state == "ready")
    }
}
