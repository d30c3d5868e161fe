import Foundation

/// One connection to a ``LoopbackServer``, as its script uses it, on its own thread.
package final class LoopbackPeer {
    /// The request to answer.
    package internal(set) var request = LoopbackRequest(head: "", body: [])
    private var descriptor: Int32
    private var unread: [UInt8] = []

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    }

    /// Sends bytes; `false` when the peer has closed or takes nothing for a minute.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Self.write($0, to: descriptor) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Sends text.
    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Sends one piece of a chunked body.
    @discardableResult
    package func sendChunk(_ bytes: [UInt8]) -> Bool {
        send(
            Array(String(bytes.count, radix: 16).utf8) + Array("\r\n".utf8) + bytes
                + Array("\r\n".utf8))
    }

    /// Sends one piece of a chunked body.
    @discardableResult
    package func sendChunk(_ text: String) -> Bool { sendChunk(Array(text.utf8)) }

    /// Sends the head of an answer with a chunked body.
    package func beginChunked(_ type: String = "text/event-stream", status: String = "200 OK") {
        send("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nTransfer-Encoding: chunked\r\n\r\n")
    }

    /// Ends a chunked body.
    package func endChunked() {
        send("0\r\n\r\n")
    }

    /// Sends a whole answer.
    package func answer(
        _ body: String, type: String = "application/json", status: String = "200 OK",
        headers: String = ""
    ) {
        send(
            """
            HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r
            \(headers)\r\n\(body)
            """)
    }

    /// Sends a whole event stream, in one piece or byte by byte.
    package func stream(_ body: [UInt8], inPiecesOf size: Int? = nil) {
        beginChunked()
        let size = size ?? max(1, body.count)
        for start in stride(from: 0, to: body.count, by: size) {
            sendChunk(Array(body[start..<min(start + size, body.count)]))
        }
        endChunked()
    }

    /// Blocks until the peer closes; `false` when it does not within a minute.
    package func waitForClose() -> Bool {
        var byte: UInt8 = 0
        while true {
            let count = recv(descriptor, &byte, 1, 0)
            if count == 0 { return true }
            if count < 0, errno != EINTR { return errno != EAGAIN }
        }
    }

    /// Whether the socket takes bytes within this time.
    package func canSend(within milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }

    /// Closes as a peer that has nothing more to say.
    package func end() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
    }

    /// Closes with a reset.
    package func reset() {
        var never = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &never, socklen_t(MemoryLayout<linger>.size))
        end()
    }

    /// The next request; `nil` when there is none.
    func readRequest() -> LoopbackRequest? {
        let blank = Array("\r\n\r\n".utf8)
        while true {
            if let end = Self.end(of: blank, in: unread) {
                let head = String(decoding: unread.prefix(end - blank.count), as: UTF8.self)
                unread.removeFirst(end)
                let bare = LoopbackRequest(head: head, body: [])
                let length = bare["content-length"].flatMap { Int($0) } ?? 0
                while unread.count < length { guard readMore() else { return nil } }
                defer { unread.removeFirst(length) }
                return LoopbackRequest(head: head, body: Array(unread.prefix(length)))
            }
            guard readMore() else { return nil }
        }
    }

    private func readMore() -> Bool {
        guard descriptor >= 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 16_384)
        var count = 0
        repeat {
            count = recv(descriptor, &buffer, buffer.count, 0)
        } while count < 0 && errno == EINTR
        guard count > 0 else { return false }
        unread += buffer.prefix(count)
        return true
    }

    private static func end(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        for start in 0...(bytes.count - mark.count) where bytes[start...].starts(with: mark) {
            return start + mark.count
        }
        return nil
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
        #if canImport(Glibc)
            Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #else
            Darwin.send(descriptor, bytes.baseAddress, bytes.count, 0)
        #endif
    }
}
