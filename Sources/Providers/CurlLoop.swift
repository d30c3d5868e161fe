import Foundation

/// Carries out HTTP exchanges with libcurl, all of them on one thread of its own.
///
/// `http` and `https` only; certificates are verified; no redirect is followed, no proxy, cookie
/// or netrc file is used. Connections are kept and used again; HTTP/2 is spoken where a server
/// offers it over TLS. The thread ends with ``stop()`` or when the last reference to the
/// loop is gone.
package final class CurlLoop: Sendable {
    private let inbox: CurlInbox

    /// Starts the thread.
    ///
    /// - Parameter authorities: a PEM file of certificate authorities to trust instead of the
    ///   system's.
    /// - Throws: ``CurlFailure/Kind/invalid`` when libcurl cannot be started.
    package init(trusting authorities: String? = nil) throws(CurlFailure) {
        let inbox = try CurlInbox()
        self.inbox = inbox
        let thread = Thread { CurlEngine(inbox, trusting: authorities).run() }
        thread.name = "curl"
        thread.start()
    }

    deinit {
        stop()
    }

    /// Ends every exchange as cancelled, and the thread; what is sent later fails at once.
    package func stop() {
        inbox.stop()
    }

    /// Sends a request and lets `body` read the answer.
    ///
    /// Cancelling the task closes the connection at once, whatever `body` is doing; so does leaving
    /// `body` before the answer's end, unless it asked for ``CurlTransfer/drain()``. A request that
    /// is not in order fails in `body`, with ``CurlFailure/Kind/invalid``; nothing is sent then.
    ///
    /// - Throws: what `body` throws.
    package func exchange<Success: Sendable, Failure: Error>(
        _ request: CurlRequest, isolation: isolated (any Actor)? = #isolation,
        _ body: (CurlTransfer) async throws(Failure) -> Success
    ) async throws(Failure) -> Success {
        let transfer = CurlTransfer(request, inbox: inbox)
        inbox.post(.add(transfer))
        let result: Result<Success, Failure> = await withTaskCancellationHandler {
            do throws(Failure) {
                return .success(try await body(transfer))
            } catch {
                return .failure(error)
            }
        } onCancel: {
            transfer.close()
        }
        transfer.leave()
        return try result.get()
    }

    /// Sends a request and takes the whole answer.
    ///
    /// - Throws: ``CurlFailure``; an HTTP status of 400 and above is an answer like any other.
    package func send(_ request: CurlRequest) async throws(CurlFailure) -> CurlResponse {
        try await exchange(request) { transfer throws(CurlFailure) in
            let head = try await transfer.head()
            return CurlResponse(head: head, body: try await transfer.wholeBody())
        }
    }
}

/// A whole answer.
package struct CurlResponse: Sendable, Equatable {
    /// Status and headers.
    package let head: CurlHead
    /// The body.
    package let body: [UInt8]

    /// An answer from its parts.
    package init(head: CurlHead, body: [UInt8]) {
        self.head = head
        self.body = body
    }

    /// The HTTP status.
    package var status: Int { head.status }
}
