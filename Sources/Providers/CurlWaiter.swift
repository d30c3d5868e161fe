import CCurl

#if os(Linux)
    import Glibc

    /// How the loop's thread sleeps: in an epoll set of its own, which costs the same for one
    /// socket and for a thousand.
    final class CurlWaiter {
        private let multi: UnsafeMutableRawPointer
        private let poll: Int32
        private let bell: Int32
        private var timer: ContinuousClock.Instant?
        private var ready = [epoll_event](repeating: epoll_event(), count: 64)

        /// A waiter for a multi handle, or `nil` when no descriptor is free.
        init?(for multi: UnsafeMutableRawPointer) {
            self.multi = multi
            poll = epoll_create1(Int32(EPOLL_CLOEXEC))
            bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
            guard poll >= 0, bell >= 0 else { return nil }
            watch(bell, EPOLL_CTL_ADD, ccurl_epoll_in)
            hook()
        }

        deinit {
            close(poll)
            close(bell)
        }

        /// Wakes the thread; safe from any thread.
        func ring() {
            var one: UInt64 = 1
            _ = write(bell, &one, 8)
        }

        /// Sleeps until something happens or an instant has come, and lets libcurl act on it.
        func turn(until deadline: ContinuousClock.Instant?) {
            let wake = [timer, deadline].compactMap { $0 }.min()
            let count = epoll_wait(poll, &ready, Int32(ready.count), Self.milliseconds(to: wake))
            for index in 0..<max(0, Int(count)) {
                act(on: ready[index].data.fd, ready[index].events)
            }
            if let timer, timer <= .now {
                self.timer = nil
                act(onSocket: ccurl_timeout_socket, 0)
            }
        }

        private func hook() {
            let me = Unmanaged.passUnretained(self).toOpaque()
            _ = ccurl_multi_set_pointer(multi, CURLMOPT_SOCKETDATA, me)
            _ = ccurl_multi_set_pointer(multi, CURLMOPT_TIMERDATA, me)
            _ = ccurl_multi_set_socket_callback(multi) { _, socket, what, me, known in
                guard let me else { return 0 }
                Unmanaged<CurlWaiter>.fromOpaque(me).takeUnretainedValue()
                    .follow(socket, what, isKnown: known != nil)
                return 0
            }
            _ = ccurl_multi_set_timer_callback(multi) { _, milliseconds, me in
                guard let me else { return 0 }
                Unmanaged<CurlWaiter>.fromOpaque(me).takeUnretainedValue().timer =
                    milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
                return 0
            }
        }

        private func follow(_ socket: curl_socket_t, _ what: Int32, isKnown: Bool) {
            if what == CURL_POLL_REMOVE {
                watch(socket, EPOLL_CTL_DEL, 0)
                _ = curl_multi_assign(multi, socket, nil)
                return
            }
            var events: UInt32 = 0
            if what & CURL_POLL_IN != 0 { events |= ccurl_epoll_in }
            if what & CURL_POLL_OUT != 0 { events |= ccurl_epoll_out }
            watch(socket, isKnown ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, events)
            _ = curl_multi_assign(multi, socket, Unmanaged.passUnretained(self).toOpaque())
        }

        private func act(on descriptor: Int32, _ events: UInt32) {
            guard descriptor != bell else {
                var count: UInt64 = 0
                _ = read(bell, &count, 8)
                return
            }
            var mask: Int32 = 0
            if events & ccurl_epoll_in != 0 { mask |= CURL_CSELECT_IN }
            if events & ccurl_epoll_out != 0 { mask |= CURL_CSELECT_OUT }
            act(onSocket: descriptor, mask == 0 ? CURL_CSELECT_ERR : mask)
        }

        private func act(onSocket socket: curl_socket_t, _ mask: Int32) {
            var running: Int32 = 0
            _ = curl_multi_socket_action(multi, socket, mask, &running)
        }

        private func watch(_ descriptor: Int32, _ change: Int32, _ events: UInt32) {
            var event = epoll_event()
            event.events = events
            event.data.fd = descriptor
            _ = epoll_ctl(poll, change, descriptor, &event)
        }
    }
#else
    /// How the loop's thread sleeps: in libcurl's own poll.
    final class CurlWaiter {
        private let multi: UnsafeMutableRawPointer

        /// A waiter for a multi handle.
        init?(for multi: UnsafeMutableRawPointer) {
            self.multi = multi
        }

        /// Wakes the thread; safe from any thread.
        func ring() {
            _ = curl_multi_wakeup(multi)
        }

        /// Sleeps until something happens or an instant has come, and lets libcurl act on it.
        func turn(until deadline: ContinuousClock.Instant?) {
            let milliseconds = Self.milliseconds(to: deadline)
            _ = curl_multi_poll(multi, nil, 0, milliseconds < 0 ? 60_000 : milliseconds, nil)
            var running: Int32 = 0
            _ = curl_multi_perform(multi, &running)
        }
    }
#endif

extension CurlWaiter {
    /// Whole milliseconds to an instant, never early; -1 for never, as `epoll_wait` takes it.
    private static func milliseconds(to instant: ContinuousClock.Instant?) -> Int32 {
        guard let instant else { return -1 }
        let left = ContinuousClock.now.duration(to: instant) / .milliseconds(1)
        return Int32(min(max(0, left.rounded(.up)), 600_000))
    }
}
