import Arena
import Foundation
import Providers
import TestSupport
import Testing

/// What somebody who sees only sizes is told under strict pacing: nothing.
@Suite(.serialized)
struct FrameSizeTests {
    /// An answer whose first block is three times a frame as markup, and closes at once.
    private static let text = String(repeating: "\"", count: 420) + "\n\nEnd."

    private static func upstream() throws -> LoopbackServer {
        LoopbackServer { peer in
            let text = Self.text.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            peer.stream(
                Array(
                    (#"data: {"choices":[{"index":0,"delta":{"content":"\#(text)"}}]}"#
                        + "\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{},"
                        + "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n").utf8))
        }
    }

    /// The sizes of the chunks of an answer, and the whole of it.
    private static func chunks(
        of path: String, as cookie: String, at address: String
    ) async throws -> (sizes: [Int], body: String) {
        let client = try RawClient(address)
        client.send("GET \(path) HTTP/1.1\r\nHost: arena\r\n\(cookie)Connection: close\r\n\r\n")
        let answer = Array(try #require(await client.readToEnd()).utf8)
        let head = try #require(answer.firstRange(of: Array("\r\n\r\n".utf8)))
        var (sizes, body): ([Int], [UInt8]) = ([], [])
        var rest = answer[head.upperBound...]
        while let line = rest.firstRange(of: Array("\r\n".utf8)) {
            let digits = String(decoding: rest[..<line.lowerBound], as: UTF8.self)
            guard let size = Int(digits, radix: 16), size > 0 else { break }
            sizes.append(size)
            body += rest.dropFirst(digits.utf8.count + 2).prefix(size)
            rest = rest.dropFirst(digits.utf8.count + 4 + size)
        }
        return (sizes, String(decoding: body, as: UTF8.self))
    }

    @Test(arguments: [false, true])
    func `under strict pacing every frame has one size, with script and without`(
        isPlain: Bool
    ) async throws {
        let servers = [try Self.upstream(), try Self.upstream()]
        let settings = """
            pacing: strict
            providers:
              p1: {protocol: openai, base_url: "\(servers[0].url)/v1"}
              p2: {protocol: openai, base_url: "\(servers[1].url)/v1"}
            contenders:
              - {id: aspen, provider: p1, upstream_model: one}
              - {id: birch, provider: p2, upstream_model: two}
            """
        let arena = try await Arena(settings: settings, upstreams: servers)
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let opened = try await visitor.post("/api/v1/battles", json: ["prompt": "Why?"])
        let id = try opened.field("id")
        let page = try await visitor.get("/b/\(id)").body
        var paths = page.components(separatedBy: "<iframe src=\"").dropFirst().map {
            String($0.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
        }
        try #require(paths.count == 2)
        paths.append("/api/v1/battles/\(id)/stream")
        let voter = opened.headers.first { $0.name == "set-cookie" }?.value.prefix { $0 != ";" }
        let cookie = "Cookie: \(voter ?? "")\(isPlain ? "; arena_prefs=auto.plain" : "")\r\n"
        let size = try #require(PacingMode.strict.frameBytes)
        let address = arena.address
        try await withThrowingTaskGroup(of: (sizes: [Int], body: String).self) { group in
            for path in paths {
                group.addTask { try await Self.chunks(of: path, as: cookie, at: address) }
            }
            for try await answer in group {
                #expect(answer.sizes.count > 8)
                #expect(answer.sizes.allSatisfy { $0 == size }, "\(answer.sizes)")
                #expect(answer.body.contains("End."))
                let isDocument = answer.body.contains("</html>")
                #expect(isDocument || answer.body.contains(#""votable":true"#))
                let quotes = answer.body.count { $0 == "\"" }
                #expect(isDocument ? answer.body.contains("&quot;&quot;") : quotes > 420)
            }
        }
    }
}
