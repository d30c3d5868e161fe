import Foundation
import Synchronization

/// A door between a test and a server's thread: shut until somebody opens it, then open for good.
package final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let blocked = DispatchSemaphore(value: 0)

    /// A shut gate.
    package init() {}

    /// Whether it has been opened.
    package var isOpen: Bool { state.withLock(\.isOpen) }

    /// Opens the gate; opening it twice is nothing.
    package func open() {
        let waiters = state.withLock { state in
            defer { state.waiters = [] }
            state.isOpen = true
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
        blocked.signal()
    }

    /// Waits until it is open.
    package func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiters.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    /// Blocks a server's thread until it is open, or gives up after a minute; never for tasks.
    @discardableResult
    package func waitOnThread() -> Bool {
        let result = blocked.wait(timeout: .now() + 60)
        if result == .success { blocked.signal() }
        return result == .success
    }
}
