import Foundation
import Synchronization

/// A scripted server on a free port of 127.0.0.1, made of plain sockets, so that a test can send
/// any bytes, cut them anywhere, stall, reset and see when the peer closes.
///
/// The script runs once for each request, on a thread of its connection, and may block.
package final class LoopbackServer: Sendable {
    /// What a request is answered with.
    package typealias Script = @Sendable (LoopbackPeer) -> Void

    /// The port.
    package let port: Int
    private let listener: Int32
    private let log = Mutex<[LoopbackRequest]>([])
    private let connections = Mutex(0)

    /// Listens on a free port, or on none at all when the system gives none (port 0 then).
    package init(_ script: @escaping Script) {
        let (listener, port) = LoopbackSocket.listen(backlog: 64)
        self.listener = listener
        self.port = port
        // The thread alone closes what it accepts from: closed elsewhere, the number could be another
        // server's by the time it is asked again.
        let thread = Thread { [weak self] in
            defer { close(listener) }
            while true {
                let connection = accept(listener, nil, nil)
                if connection < 0, Self.passing.contains(errno) { continue }
                guard connection >= 0 else { return }
                guard let self else {
                    close(connection)
                    return
                }
                self.serve(connection, script)
            }
        }
        thread.start()
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// Errors of accept after which there may be a next connection.
    private static let passing = [EINTR, ECONNABORTED, EMFILE, ENFILE, EAGAIN]

    /// `http://127.0.0.1:port`.
    package var url: String { "http://127.0.0.1:\(port)" }

    /// All requests so far, in the order they were whole.
    package var requests: [LoopbackRequest] { log.withLock(\.self) }

    /// How many connections were accepted.
    package var accepted: Int { connections.withLock(\.self) }

    private func serve(_ connection: Int32, _ script: @escaping Script) {
        connections.withLock { $0 += 1 }
        let thread = Thread { [weak self] in
            let peer = LoopbackPeer(connection)
            while let request = peer.readRequest() {
                self?.log.withLock { $0.append(request) }
                peer.request = request
                script(peer)
            }
            peer.end()
        }
        thread.start()
    }
}

/// One request as it came.
package struct LoopbackRequest: Sendable, Equatable {
    /// Request line and headers, without the empty line.
    package let head: String
    /// The body.
    package let body: [UInt8]

    /// The request line.
    package var line: String { head.split(separator: "\r\n").first.map(String.init) ?? "" }

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The first value of a header.
    package subscript(name: String) -> String? {
        for line in head.split(separator: "\r\n").dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == name.lowercased() {
                return parts[1].trimmingCharacters(in: .whitespaces)
            }
        }
        return nil
    }
}

/// Plain sockets on 127.0.0.1.
package enum LoopbackSocket {
    /// A listening socket on a free port.
    package static func listen(backlog: Int32) -> (descriptor: Int32, port: Int) {
        let descriptor = stream()
        var address = loopback(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = bind(descriptor, address, size)
                _ = Foundation.listen(descriptor, backlog)
                _ = getsockname(descriptor, address, &size)
            }
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// A socket that has begun to connect to a port, whether or not anyone accepts.
    package static func connect(to port: Int) -> Int32 {
        let descriptor = stream()
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        var address = loopback(port: port)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                let size = socklen_t(MemoryLayout<sockaddr_in>.size)
                _ = Foundation.connect(descriptor, address, size)
            }
        }
        return descriptor
    }

    private static func stream() -> Int32 {
        #if canImport(Glibc)
            socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            socket(AF_INET, SOCK_STREAM, 0)
        #endif
    }

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
