import Arena
import Foundation
import Providers
import TestSupport
import Testing

/// Where a request may lead, whatever its host is called.
struct OutgoingRuleTests {
    /// Spellings of this machine that some reader of addresses takes; only those written in plain
    /// numbers, or as `localhost`, say what they mean.
    static let spellings = [
        "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0x7f.0.0.1", "0177.0.0.1",
        "017700000001", "127.0.0.1.", "localhost.", "0", "0.0.0.0.", "127.000.000.001",
        "①②⑦.⓪.⓪.①", "127。0。0。1", "127%2e0%2e0%2e1", "%31%32%37.0.0.1", "user@127.0.0.1",
        "127.0.0.1%00.example", "127.0.0.1#.example", "127.0.0.1\\.example", "ip6-localhost",
        "/127.0.0.1", "127.0.0.1 ", "\t127.0.0.1", "0x7F.0x0.0x0.0x1", "00000177.0.0.1", "127.0x1",
        "[::ffff:7f00:1%25lo]", "[0:0:0:0:0:ffff:127.0.0.1%25lo]", "LOCALHOST.",
    ]

    @Test(arguments: spellings) func `no spelling of this machine but the plain ones connects`(
        host: String
    ) async throws {
        let server = LoopbackServer { $0.answer("INTERNAL") }
        let loop = try CurlLoop()
        for scheme in ["http", "HTTP"] {
            guard let address = try? WebAddress("\(scheme)://\(host):\(server.port)/") else {
                continue
            }
            await #expect(throws: CurlFailure.self) {
                try await loop.send(CurlRequest(.get, address, limits: .patient))
            }
        }
        #expect(server.accepted == 0)
    }

    @Test func `the plain spellings connect, because the operator wrote them`() async throws {
        let server = LoopbackServer { $0.answer("INTERNAL") }
        let loop = try CurlLoop()
        for host in ["127.0.0.1", "localhost", "LocalHost"] {
            let address = try WebAddress("http://\(host):\(server.port)/")
            let answer = try await loop.send(CurlRequest(.get, address, limits: .patient))
            #expect(answer.status == 200)
        }
        #expect(server.requests.count == 3)
    }

    @Test func `a name that leads to this machine connects only where that is allowed`()
        async throws
    {
        let server = LoopbackServer { $0.answer("INTERNAL") }
        let loop = try CurlLoop()
        let named = try WebAddress("http://127.1:\(server.port)/")
        do throws(CurlFailure) {
            _ = try await loop.send(CurlRequest(.get, named, limits: .patient))
            Issue.record("it connected")
        } catch {
            #expect(error.kind == .invalid && error.detail.contains("allow_private"))
        }
        #expect(server.accepted == 0)
        let answer = try await loop.send(
            CurlRequest(.get, named.allowingPrivate(), limits: .patient))
        #expect(answer.status == 200)
    }

    @Test(arguments: [
        "file:///etc/passwd", "dict://127.0.0.1", "gopher://127.0.0.1", "ftp://h", "smtp://h",
        "ws://h", "//h", "http:/h", "http:h", "javascript:1",
    ])
    func `no other scheme is an address`(text: String) {
        #expect(throws: CurlFailure.self) { try WebAddress(text) }
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func `a redirect is not followed`(status: Int) async throws {
        let inside = LoopbackServer { $0.answer("INTERNAL") }
        let outside = LoopbackServer { peer in
            peer.answer("", status: "\(status) Moved", headers: "Location: \(inside.url)/in\r\n")
        }
        let answer = try await CurlLoop().send(
            CurlRequest(.get, try WebAddress(outside.url), limits: .patient))
        #expect(answer.status == status)
        #expect(inside.accepted == 0)
    }

    @Test func `numbers lead to exactly themselves`() throws {
        let rule = OutgoingRule(for: try WebAddress("http://10.0.0.7:8080/v1"))
        #expect(rule.allows(try #require(NetworkAddress("10.0.0.7"))))
        #expect(rule.allows(try #require(NetworkAddress("::ffff:10.0.0.7"))))
        #expect(!rule.allows(try #require(NetworkAddress("10.0.0.8"))))
        let six = OutgoingRule(for: try WebAddress("http://[fd00::7]:8080/v1"))
        #expect(six.allows(try #require(NetworkAddress("fd00::7"))))
        #expect(!six.allows(try #require(NetworkAddress("::1"))))
    }

    @Test func `a name leads to the public network, whatever a name server says`() throws {
        let rule = OutgoingRule(for: try WebAddress("https://api.example/v1"))
        #expect(rule.allows(try #require(NetworkAddress("93.184.216.34"))))
        for text in ["127.0.0.1", "169.254.169.254", "10.0.0.1", "::1", "64:ff9b::7f00:1"] {
            #expect(!rule.allows(try #require(NetworkAddress(text))), "\(text)")
        }
    }
}
