import Synchronization

/// The status and headers of an answer.
package struct CurlHead: Sendable, Equatable {
    /// The HTTP status.
    package let status: Int
    /// Header names in lower case with their values, in the order they came.
    package let headers: [CurlRequest.Header]

    /// A head from its parts.
    package init(status: Int, headers: [CurlRequest.Header] = []) {
        self.status = status
        self.headers = headers
    }

    /// The first value of a header, its name in lower case.
    package subscript(name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}

/// Bytes of a body and the instant at which libcurl handed them over.
package struct CurlChunk: Sendable, Equatable {
    /// The bytes, never empty.
    package let bytes: [UInt8]
    /// When they came, taken on the loop's thread.
    package let instant: ContinuousClock.Instant

    /// Bytes that came at an instant.
    package init(_ bytes: [UInt8], at instant: ContinuousClock.Instant) {
        self.bytes = bytes
        self.instant = instant
    }
}

/// One exchange under way: the loop's thread puts in what comes, one task takes it out.
///
/// What is not taken out stays here up to ``highWater`` bytes; then the socket is left alone until
/// it is, so a slow reader slows the server down. Only one task may wait at a time.
package final class CurlTransfer: Sendable {
    /// Bytes kept for a reader that is behind.
    static let highWater = 32_768

    private struct State {
        var begun: ContinuousClock.Instant?
        var head: CurlHead?
        var chunks: [CurlChunk] = []
        var held = 0
        var isPaused = false
        var end: Result<Void, CurlFailure>?
        var hasNews = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    let request: CurlRequest
    private let inbox: CurlInbox
    private let state = Mutex(State())

    init(_ request: CurlRequest, inbox: CurlInbox) {
        self.request = request
        self.inbox = inbox
    }

    /// When the request was handed to libcurl; `nil` before.
    package var begun: ContinuousClock.Instant? { state.withLock(\.begun) }

    /// Waits for status and headers.
    package func head() async throws(CurlFailure) -> CurlHead {
        while true {
            let (head, end) = state.withLock { ($0.head, $0.end) }
            if let head { return head }
            if case .failure(let failure) = end { throw failure }
            if end != nil { throw CurlFailure(.brokeOff, "The answer has no head.") }
            await news()
        }
    }

    /// Waits for more of the body and takes all that has come; `nil` after its end.
    package func chunks() async throws(CurlFailure) -> [CurlChunk]? {
        while true {
            let taken = state.withLock { state in
                let taken = (chunks: state.chunks, wasPaused: state.isPaused, end: state.end)
                state.chunks = []
                state.held = 0
                if !taken.chunks.isEmpty { state.isPaused = false }
                return taken
            }
            if !taken.chunks.isEmpty {
                if taken.wasPaused { inbox.post(.resume(self)) }
                return taken.chunks
            }
            switch taken.end {
            case .success: return nil
            case .failure(let failure): throw failure
            case nil: await news()
            }
        }
    }

    /// Takes the whole body, as far as the request's limit on it goes.
    package func wholeBody() async throws(CurlFailure) -> [UInt8] {
        var body: [UInt8] = []
        while let chunks = try await chunks() {
            for chunk in chunks { body += chunk.bytes }
        }
        return body
    }

    /// Ends the exchange now; the connection is closed unless the answer was whole.
    package func close() {
        finish(.failure(CurlFailure(.cancelled)))
        inbox.post(.close(self))
    }

    /// Lets the rest of the answer come in for a moment, unread, so that the connection can be used
    /// again; nothing can be taken out any more.
    package func drain() {
        finish(.success(()))
        inbox.post(.drain(self))
    }

    /// Closes the connection if nothing has ended this exchange yet.
    func leave() {
        if !isEnded { close() }
    }

    /// Whether nothing more will come.
    var isEnded: Bool { state.withLock { $0.end != nil } }
}

// The loop's side; called on its thread only, but for `finish`.
extension CurlTransfer {
    func begin(at instant: ContinuousClock.Instant) {
        state.withLock { $0.begun = instant }
    }

    func receive(_ head: CurlHead) {
        notify { $0.head = head }
    }

    /// `false` when the reader is behind: offer the same bytes again after `.resume`.
    func canReceive() -> Bool {
        state.withLock { state in
            guard state.held >= Self.highWater else { return true }
            state.isPaused = true
            return false
        }
    }

    func receive(_ chunk: CurlChunk) {
        notify { state in
            state.chunks.append(chunk)
            state.held += chunk.bytes.count
        }
    }

    func finish(_ end: Result<Void, CurlFailure>) {
        notify { state in
            if state.end == nil { state.end = end }
        }
    }

    private func notify(_ change: (inout State) -> Void) {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            change(&state)
            let waiter = state.waiter
            state.waiter = nil
            state.hasNews = waiter == nil
            return waiter
        }
        waiter?.resume()
    }

    private func news() async {
        await withCheckedContinuation { continuation in
            let isNew = state.withLock { state in
                if !state.hasNews { state.waiter = continuation }
                defer { state.hasNews = false }
                return state.hasNews
            }
            if isNew { continuation.resume() }
        }
    }
}
