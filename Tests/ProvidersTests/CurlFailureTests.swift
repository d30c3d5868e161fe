import Foundation
import Providers
import TestSupport
import Testing

/// Everything that can go wrong below HTTP, with the product's own clocks set short.
@Suite struct CurlFailureTests {
    private let loop: CurlLoop

    init() throws {
        loop = try CurlLoop()
    }

    private func failure(
        _ url: String, limits: CurlLimits = .patient
    ) async throws -> CurlFailure.Kind? {
        let request = CurlRequest(.get, try WebAddress(url), limits: limits)
        do throws(CurlFailure) {
            _ = try await loop.send(request)
            return nil
        } catch {
            return error.kind
        }
    }

    @Test func `nobody listening is unreachable`() async throws {
        let (descriptor, port) = LoopbackSocket.listen(backlog: 1)
        close(descriptor)
        #expect(try await failure("http://127.0.0.1:\(port)") == .unreachable)
    }

    @Test func `a server that does not accept is a connect timeout`() async throws {
        let (descriptor, port) = LoopbackSocket.listen(backlog: 0)
        let crowd = (0..<8).map { _ in LoopbackSocket.connect(to: port) }
        defer { for socket in crowd + [descriptor] { close(socket) } }
        let limits = CurlLimits.patient { $0.connect = .milliseconds(200) }
        #expect(try await failure("http://127.0.0.1:\(port)", limits: limits) == .connectTimeout)
        let first = CurlLimits.patient {
            $0.connect = .seconds(9)
            $0.firstByte = .milliseconds(200)
        }
        #expect(try await failure("http://127.0.0.1:\(port)", limits: first) == .connectTimeout)
    }

    @Test func `a server that says nothing is a first byte timeout`() async throws {
        let server = LoopbackServer { _ = $0.waitForClose() }
        let limits = CurlLimits.patient { $0.firstByte = .milliseconds(200) }
        #expect(try await failure(server.url, limits: limits) == .firstByteTimeout)
    }

    @Test func `a head alone is not the first byte`() async throws {
        let server = LoopbackServer { peer in
            peer.beginChunked()
            _ = peer.waitForClose()
        }
        let limits = CurlLimits.patient {
            $0.firstByte = .milliseconds(200)
            $0.stall = .milliseconds(1)
        }
        #expect(try await failure(server.url, limits: limits) == .firstByteTimeout)
    }

    @Test func `a pause within the body is a stall, and the server sees the close`() async throws {
        let closed = Gate()
        let server = LoopbackServer { peer in
            peer.beginChunked()
            peer.sendChunk("x")
            if peer.waitForClose() { closed.open() }
        }
        let limits = CurlLimits.patient {
            $0.firstByte = .seconds(9)
            $0.stall = .milliseconds(200)
        }
        #expect(try await failure(server.url, limits: limits) == .stalled)
        await closed.wait()
    }

    @Test func `an answer without end is a total timeout`() async throws {
        let server = LoopbackServer { peer in
            peer.beginChunked()
            while peer.sendChunk("x") {}
        }
        let limits = CurlLimits.patient {
            $0.total = .milliseconds(200)
            $0.bodyBytes = .max
        }
        #expect(try await failure(server.url, limits: limits) == .totalTimeout)
    }

    @Test func `a reader that is slow is no stall of the server`() async throws {
        let size = 4 * 1_048_576
        let server = LoopbackServer { peer in
            peer.answer(String(repeating: "x", count: size))
        }
        let silent = LoopbackServer { _ = $0.waitForClose() }
        let limits = CurlLimits.patient { $0.stall = .seconds(1) }
        let request = CurlRequest(.get, try WebAddress(server.url), limits: limits)
        let body = try await loop.exchange(request) { transfer async throws(CurlFailure) in
            _ = try await transfer.head()
            // The other exchange's clock passes the time here.
            _ = try? await failure(
                silent.url, limits: CurlLimits.patient { $0.total = .milliseconds(1_500) })
            return try await transfer.wholeBody()
        }
        #expect(body.count == size)
    }

    @Test func `a reader that is behind holds the server back`() async throws {
        let stuck = Gate()
        let server = LoopbackServer { peer in
            peer.beginChunked()
            let piece = [UInt8](repeating: 0x78, count: 65_536)
            var sent = 0
            while peer.canSend(within: 300), peer.sendChunk(piece) { sent += piece.count }
            #expect(sent < 16 * 1_048_576, "the sockets' own buffers and no more")
            stuck.open()
            for _ in 0..<10 { peer.sendChunk(piece) }
            peer.endChunked()
        }
        let request = CurlRequest(
            .get, try WebAddress(server.url), limits: CurlLimits.patient { $0.bodyBytes = .max })
        try await loop.exchange(request) { transfer async throws(CurlFailure) in
            _ = try await transfer.head()
            await stuck.wait()
            while let chunks = try await transfer.chunks() {
                #expect(chunks.map(\.bytes.count).reduce(0, +) <= 65_536)
            }
        }
    }

    @Test(arguments: [
        "garbage\r\n\r\n", "HTTP/9.9 what\r\n\r\n", "\u{16}\u{3}\u{1}",
    ])
    func `what is not HTTP is malformed`(bytes: String) async throws {
        let server = LoopbackServer { peer in
            peer.send(bytes)
            peer.end()
        }
        #expect(try await failure(server.url) == .malformed)
    }

    @Test func `a reset or an end before or within the answer broke off`() async throws {
        let scripts: [LoopbackServer.Script] = [
            { $0.end() },
            { $0.reset() },
            {
                $0.send("HTTP/1.1 200 OK\r\nContent-Le")
                $0.end()
            },
            {
                $0.beginChunked()
                $0.sendChunk("x")
                $0.end()
            },
            {
                $0.beginChunked()
                $0.sendChunk("x")
                $0.reset()
            },
            {
                $0.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx")
                $0.end()
            },
        ]
        for script in scripts {
            let server = LoopbackServer(script)
            #expect(try await failure(server.url) == .brokeOff, "\(server.requests.count)")
        }
    }

    @Test func `a body over the cap is refused and the server sees the close`() async throws {
        let closed = Gate()
        let server = LoopbackServer { peer in
            peer.beginChunked()
            while peer.sendChunk([UInt8](repeating: 0x78, count: 1_000)) {}
            closed.open()
        }
        let limits = CurlLimits.patient { $0.bodyBytes = 10_000 }
        #expect(try await failure(server.url, limits: limits) == .tooLarge)
        await closed.wait()
    }

    @Test func `a head over the cap is refused`() async throws {
        let server = LoopbackServer { peer in
            peer.send("HTTP/1.1 200 OK\r\n")
            while peer.send("X-A: \(String(repeating: "x", count: 1_000))\r\n") {}
        }
        #expect(try await failure(server.url) == .tooLarge)
    }
}
