import Foundation
import Providers
import Synchronization
import TestSupport
import Testing

@Suite struct CurlLoopTests {
    private let loop: CurlLoop

    init() throws {
        loop = try CurlLoop()
    }

    private func request(
        _ server: LoopbackServer, _ path: String = "/", limits: CurlLimits = .patient
    ) throws -> CurlRequest {
        CurlRequest(.get, try WebAddress(server.url + path), limits: limits)
    }

    private func failure(of request: CurlRequest) async -> CurlFailure.Kind? {
        do throws(CurlFailure) {
            _ = try await loop.send(request)
            return nil
        } catch {
            return error.kind
        }
    }

    @Test func `status, headers and body come as the server sent them`() async throws {
        let server = LoopbackServer { $0.answer("hello", type: "text/x", headers: "X-A: 1\r\n") }
        let answer = try await loop.send(request(server, "/a?b=c"))
        #expect(answer.status == 200)
        #expect(answer.head["content-type"] == "text/x")
        #expect(answer.head["x-a"] == "1")
        #expect(String(decoding: answer.body, as: UTF8.self) == "hello")
        #expect(server.requests.map(\.line) == ["GET /a?b=c HTTP/1.1"])
    }

    @Test func `a body and headers are sent byte for byte`() async throws {
        let server = LoopbackServer { $0.answer("") }
        var request = try request(server)
        request.method = .post
        request.headers = [.init("X-One", "é"), .init("Cookie", "a=b")]
        request.body = [0, 1, 0xFF, 0]
        _ = try await loop.send(request)
        let sent = try #require(server.requests.first)
        #expect(sent.body == [0, 1, 0xFF, 0])
        #expect(sent["X-One"] == "é")
        #expect(sent["Cookie"] == "a=b")
        #expect(sent["Expect"] == nil)
    }

    @Test(arguments: [CurlRequest.Method.post, .put, .delete])
    func `an empty body is no body`(method: CurlRequest.Method) async throws {
        let server = LoopbackServer { $0.answer("") }
        var request = try request(server)
        request.method = method
        #expect(try await loop.send(request).status == 200)
        #expect(server.requests.first?.line == "\(method.rawValue) / HTTP/1.1")
        #expect(server.requests.first?.body == [])
    }

    @Test func `a connection is used again`() async throws {
        let server = LoopbackServer { $0.answer("ok") }
        for _ in 0..<5 { _ = try await loop.send(request(server)) }
        #expect(server.requests.count == 5)
        #expect(server.accepted == 1)
    }

    @Test func `many exchanges run at once on the one thread`() async throws {
        let all = Gate()
        let count = Mutex(0)
        let server = LoopbackServer { peer in
            if count.withLock({
                $0 += 1
                return $0 == 100
            }) {
                all.open()
            }
            all.waitOnThread()
            peer.answer("ok")
        }
        let request = try request(server)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 { group.addTask { try await loop.send(request).status } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == [Int](repeating: 200, count: 100))
    }

    @Test func `a redirect is an answer and is not followed`() async throws {
        let other = LoopbackServer { $0.answer("") }
        let target = other.url
        let server = LoopbackServer { peer in
            peer.answer("", status: "302 Found", headers: "Location: \(target)\r\n")
        }
        #expect(try await loop.send(request(server)).status == 302)
        #expect(other.accepted == 0)
    }

    @Test func `a cookie is not kept`() async throws {
        let server = LoopbackServer { $0.answer("", headers: "Set-Cookie: a=b; Path=/\r\n") }
        for _ in 0..<2 { _ = try await loop.send(request(server)) }
        #expect(server.requests.allSatisfy { $0["Cookie"] == nil })
    }

    @Test func `a proxy in the environment is not used`() async throws {
        setenv("http_proxy", "http://127.0.0.1:9", 1)
        setenv("all_proxy", "http://127.0.0.1:9", 1)
        let server = LoopbackServer { $0.answer("ok") }
        #expect(try await loop.send(request(server)).status == 200)
    }

    @Test(arguments: ["a\r\nB: c", "a\rb", "a\nb", "a\u{0}b", "a\u{7F}", "\u{1}"])
    func `a header with a control byte is not sent`(value: String) async throws {
        let server = LoopbackServer { $0.answer("") }
        var request = try request(server)
        request.headers = [.init("X-A", value)]
        #expect(await failure(of: request) == .invalid)
        request.headers = [.init("X-A\(value)", "a")]
        #expect(await failure(of: request) == .invalid)
        #expect(server.accepted == 0)
    }

    @Test func `a key is sent to its own origin only`() async throws {
        let owner = LoopbackServer { $0.answer("") }
        let other = LoopbackServer { $0.answer("") }
        let credential = CurlCredential(
            Secret("sk-1"), header: "X-Key", of: try WebAddress(owner.url))
        for server in [owner, other] {
            var request = try request(server)
            request.credential = credential
            _ = try? await loop.send(request)
        }
        #expect(owner.requests.first?["X-Key"] == "sk-1")
        #expect(other.accepted == 0)
    }

    @Test func `what is cancelled is closed at the other end`() async throws {
        let (asked, closed) = (Gate(), Gate())
        let server = LoopbackServer { peer in
            peer.beginChunked()
            peer.sendChunk("data: 1\n\n")
            asked.open()
            if peer.waitForClose() { closed.open() }
        }
        let request = try request(server)
        let task = Task { try await loop.send(request) }
        await asked.wait()
        task.cancel()
        await closed.wait()
        await #expect(throws: CurlFailure.self) { _ = try await task.value }
    }

    @Test func `leaving an exchange early closes it`() async throws {
        let closed = Gate()
        let server = LoopbackServer { peer in
            peer.beginChunked()
            peer.sendChunk("x")
            if peer.waitForClose() { closed.open() }
        }
        let status = try await loop.exchange(request(server)) { transfer in
            try await transfer.head().status
        }
        #expect(status == 200)
        await closed.wait()
    }

    @Test func `a drained exchange leaves its connection for the next`() async throws {
        let server = LoopbackServer { peer in
            peer.beginChunked()
            peer.sendChunk("x")
            peer.endChunked()
        }
        for _ in 0..<3 {
            try await loop.exchange(request(server)) { transfer in
                _ = try await transfer.chunks()
                transfer.drain()
            }
        }
        #expect(server.requests.count == 3)
        #expect(server.accepted <= 2)
    }

    @Test func `a loop that stops ends its exchanges and takes no more`() async throws {
        let (asked, closed) = (Gate(), Gate())
        let server = LoopbackServer { peer in
            asked.open()
            if peer.waitForClose() { closed.open() }
        }
        let request = try request(server)
        async let ended = failure(of: request)
        await asked.wait()
        loop.stop()
        #expect(await ended == .cancelled)
        #expect(await failure(of: request) == .cancelled)
        await closed.wait()
    }

    @Test func `lines and events are read as they come`() async throws {
        let server = LoopbackServer { peer in
            peer.stream(Array("event: a\ndata: 1\n\ndata: 2".utf8), inPiecesOf: 1)
        }
        let events = try await loop.exchange(request(server)) {
            transfer async throws(CurlFailure) in
            var events: [String] = []
            for try await event in transfer.events() { events.append(event.name + event.text) }
            return events
        }
        #expect(events == ["a1", "message2"])
        let lines = try await loop.exchange(request(server)) { transfer async throws(CurlFailure) in
            var lines: [String] = []
            for try await line in transfer.lines() {
                lines.append(String(decoding: line, as: UTF8.self))
            }
            return lines
        }
        #expect(lines == ["event: a", "data: 1", "", "data: 2"])
    }
}
