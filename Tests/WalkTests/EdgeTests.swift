import Foundation
import Providers
import Testing

/// What the server reads and from whom, over raw sockets.
struct EdgeTests {
    private func arena(_ limits: String = "") async throws -> Arena {
        try await Arena(settings: "detect: false\n\(limits)\n", upstreams: [])
    }

    @Test func `a head or a body that does not come to its end is given up`() async throws {
        let arena = try await arena()
        defer { arena.program.end() }
        let slow = try (0..<8).map { _ in try RawClient(arena.address) }
        for (index, client) in slow.enumerated() {
            client.send(
                index % 2 == 0
                    ? "GET / HTTP/1.1\r\nHost: h\r\nX-Slow: "
                    : "POST /api/v1/battles HTTP/1.1\r\nHost: h\r\nContent-Length: 20\r\n\r\n{")
        }
        for client in slow { #expect(await client.readToEnd() != nil, "it was kept") }
        let client = try RawClient(arena.address)
        client.send("GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        #expect(await client.readToEnd()?.contains("200 OK") == true)
    }

    @Test(arguments: [
        "Content-Length: 131073\r\n\r\n", "Content-Length: 104857600\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n",
    ]) func `a body that is too large is refused before it is there`(rest: String) async throws {
        let arena = try await arena()
        defer { arena.program.end() }
        let client = try RawClient(arena.address)
        client.send(
            "POST /api/v1/battles HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n" + rest)
        if rest.contains("chunked") {
            for _ in 0..<3 {
                client.send("ffff\r\n" + String(repeating: "a", count: 65_535) + "\r\n")
            }
        }
        let answer = await client.readToEnd()
        #expect(answer?.hasPrefix("HTTP/1.1 413") == true, "\(answer ?? "nothing")")
        #expect(answer?.contains("too-large") == true)
    }

    @Test(arguments: [
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n",
        "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcGET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Content-Length: +3\r\n\r\nabc", "Content-Length: 3x\r\n\r\nabc",
        "Content-Length : 3\r\n\r\nabc", "X: a\r\n b: c\r\n\r\n", "X\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n1;\nx\r\na\r\n0\r\n\r\n",
    ]) func `a request whose end two readers could see in two places is refused`(
        rest: String
    ) async throws {
        let arena = try await arena()
        defer { arena.program.end() }
        let client = try RawClient(arena.address)
        client.send("POST /api/v1/battles HTTP/1.1\r\nHost: h\r\n" + rest)
        let answer = try #require(await client.readToEnd())
        #expect(answer.hasPrefix("HTTP/1.1 400") || answer.isEmpty, "\(answer)")
        #expect(answer.components(separatedBy: "HTTP/1.1 ").count <= 2, "\(answer)")
    }

    @Test func `a bomb of headers or cookies is refused and hurts nobody else`() async throws {
        let arena = try await arena()
        defer { arena.program.end() }
        let bombs = [
            (0..<20_000).map { "X-\($0): 1\r\n" }.joined(),
            "X: " + String(repeating: "a", count: 1_000_000) + "\r\n",
            "Cookie: " + (0..<65_536).map { "c\($0)=1" }.joined(separator: "; ") + "\r\n",
        ]
        for bomb in bombs {
            let client = try RawClient(arena.address)
            client.send("GET / HTTP/1.1\r\nHost: h\r\n" + bomb + "\r\n")
            let answer = try #require(await client.readToEnd())
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer.prefix(80))")
        }
        let client = try RawClient(arena.address)
        client.send("GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        #expect(await client.readToEnd()?.contains("200 OK") == true)
    }

    @Test func `one address has a minute's worth, whatever it says of its past`() async throws {
        let arena = try await arena("limits: {openings_per_minute: 3, reads_per_minute: 50}")
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        var statuses: [Int] = []
        for number in 0..<6 {
            let answer = try await visitor.post(
                "/api/v1/battles", json: ["prompt": "Hello?"],
                headers: ["X-Forwarded-For": "6.6.6.\(number), 8.8.8.8"])
            statuses.append(answer.status)
            guard answer.status == 429 else { continue }
            #expect(try answer.field("code") == "rate-limited")
            let wait = answer.headers.first { $0.name == "retry-after" }
            #expect(wait.flatMap { Int($0.value) }.map { (1...20).contains($0) } == true)
        }
        #expect(statuses.prefix(3).allSatisfy { $0 == 201 })
        #expect(statuses.suffix(2).allSatisfy { $0 == 429 })
        for address in ["2a00::1", "2a00::2", "2a00::3", "2a00::4", "2a00::5"] {
            statuses.append(
                try await visitor.post(
                    "/api/v1/battles", json: ["prompt": "Hello?"],
                    headers: ["X-Forwarded-For": address]
                ).status)
        }
        #expect(statuses.suffix(5).contains(429), "a /64 is one address")
        for _ in 0..<5 {
            let own = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"])
            #expect(own.status == 201)
        }
    }

    @Test func `a name of a host that is none stands in no page`() async throws {
        let arena = try await arena()
        defer { arena.program.end() }
        for path in ["/sitemap.xml", "/feed.atom", "/feed.json", "/robots.txt", "/", "/llms.txt"] {
            let client = try RawClient(arena.address)
            client.send(
                "GET \(path) HTTP/1.1\r\nHost: evil\"><x>\r\nX-Forwarded-Host: evil2.example\r\n"
                    + "Connection: close\r\n\r\n")
            let answer = try #require(await client.readToEnd())
            #expect(!answer.contains("evil"), "\(path): \(answer)")
        }
    }
}
