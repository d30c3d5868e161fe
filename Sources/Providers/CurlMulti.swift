import CCurl

/// libcurl's multi handle.
///
/// Unchecked because it holds pointers. The invariant: after `init` every member is used by the
/// loop's thread alone, except ``ring()``, which may be called from any thread (it writes to an
/// eventfd or calls `curl_multi_wakeup`, and reads only what `init` set). It is freed after its
/// thread has let go of it.
final class CurlMulti: @unchecked Sendable {
    private let pointer: UnsafeMutableRawPointer
    private let waiter: CurlWaiter

    private static let isInitialised = ccurl_global_init() == CURLE_OK

    /// A multi handle with no transfer.
    ///
    /// - Throws: ``CurlFailure/Kind/invalid`` when libcurl or the system gives none.
    init() throws(CurlFailure) {
        guard Self.isInitialised, let pointer = curl_multi_init() else {
            throw CurlFailure(.invalid, "libcurl could not be started.")
        }
        _ = ccurl_multi_set_long(pointer, CURLMOPT_MAXCONNECTS, 512)
        _ = ccurl_multi_set_long(pointer, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        guard let waiter = CurlWaiter(for: pointer) else {
            curl_multi_cleanup(pointer)
            throw CurlFailure(.invalid, "No descriptor is free.")
        }
        self.pointer = pointer
        self.waiter = waiter
    }

    deinit {
        curl_multi_cleanup(pointer)
    }

    /// Wakes the thread; safe from any thread.
    func ring() {
        waiter.ring()
    }

    /// Sleeps until something happens or an instant has come, and lets libcurl act on it.
    func turn(until deadline: ContinuousClock.Instant?) {
        waiter.turn(until: deadline)
    }

    /// Begins a transfer.
    func add(_ easy: UnsafeMutableRawPointer) -> Bool {
        curl_multi_add_handle(pointer, easy) == CURLM_OK
    }

    /// Takes a transfer out; its connection is closed unless it was whole.
    func remove(_ easy: UnsafeMutableRawPointer) {
        _ = curl_multi_remove_handle(pointer, easy)
    }

    /// A transfer that has ended, and how; `nil` when there is no further one.
    func ended() -> (easy: UnsafeMutableRawPointer, result: CURLcode)? {
        var left: Int32 = 0
        while let message = curl_multi_info_read(pointer, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else {
                continue
            }
            return (easy, ccurl_message_result(message))
        }
        return nil
    }
}
