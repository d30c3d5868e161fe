import Foundation

/// A connection to the arena on which a test sends any bytes.
final class RawClient {
    private let descriptor: Int32

    /// Connects to the arena's port; reading gives up after so many seconds without a byte.
    ///
    /// - Parameter room: the most bytes the system keeps for a client that does not read.
    init(_ address: String, patience: Int = 40, room: Int32? = nil) throws {
        let port = try Self.port(of: address)
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        if var room {
            let size = socklen_t(MemoryLayout<Int32>.size)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &room, size)
        }
        let result = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                connect(descriptor, place, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw CocoaError(.fileReadUnknown) }
    }

    deinit {
        close(descriptor)
    }

    /// Sends text as it is.
    @discardableResult
    func send(_ text: String) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            bytes = bytes.dropFirst(count)
        }
        return true
    }

    /// Reads until the text holds a word; all that came, and whether it did.
    func read(until word: String) async -> (text: String, isFound: Bool) {
        var text = ""
        while !text.contains(word), let more = await next() { text += more }
        return (text, text.contains(word))
    }

    /// Reads until the other side closes; `nil` if it does not before the patience is over.
    func readToEnd() async -> String? {
        var text = ""
        while let more = await next() {
            if more.isEmpty { return text }
            text += more
        }
        return nil
    }

    /// Closes this side for writing, and goes on reading.
    func endSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// The next bytes, empty at the end; `nil` when nothing came in time. The wait is on a thread
    /// that no other test needs.
    private func next() async -> String? {
        await withCheckedContinuation { [descriptor] continuation in
            DispatchQueue.global().async {
                var buffer = [UInt8](repeating: 0, count: 65_536)
                var count = 0
                repeat {
                    count = recv(descriptor, &buffer, buffer.count, 0)
                } while count < 0 && errno == EINTR
                let isReset = count < 0 && errno == ECONNRESET
                continuation.resume(
                    returning: count >= 0 || isReset
                        ? String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) : nil)
            }
        }
    }

    private static func port(of address: String) throws -> UInt16 {
        guard let port = address.split(separator: ":").last.flatMap({ UInt16($0) }) else {
            throw CocoaError(.fileReadUnknown)
        }
        return port
    }
}
