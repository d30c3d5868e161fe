import Synchronization

/// What other threads ask of the loop's thread.
enum CurlCommand: Sendable {
    /// Begin.
    case add(CurlTransfer)
    /// Read on.
    case resume(CurlTransfer)
    /// Let the rest come in unread.
    case drain(CurlTransfer)
    /// Close.
    case close(CurlTransfer)

    /// Which exchange it is about.
    var transfer: CurlTransfer {
        switch self {
        case .add(let transfer), .resume(let transfer), .drain(let transfer),
            .close(let transfer):
            transfer
        }
    }
}

/// Commands on their way to the loop's thread, and the bell that wakes it.
final class CurlInbox: Sendable {
    private struct State {
        var commands: [CurlCommand] = []
        var isStopped = false
    }

    /// What the thread works with; others only ring it.
    let multi: CurlMulti
    private let state = Mutex(State())

    init() throws(CurlFailure) {
        multi = try CurlMulti()
    }

    /// Leaves a command and wakes the thread; after a stop an exchange fails at once.
    func post(_ command: CurlCommand) {
        let (mustRing, isStopped) = state.withLock { state in
            guard !state.isStopped else { return (false, true) }
            state.commands.append(command)
            return (state.commands.count == 1, false)
        }
        if mustRing { multi.ring() }
        if isStopped { command.transfer.finish(.failure(CurlFailure(.cancelled))) }
    }

    /// Tells the thread to end every exchange and itself.
    func stop() {
        let left = state.withLock { state in
            state.isStopped = true
            defer { state.commands = [] }
            return state.commands
        }
        for command in left { command.transfer.finish(.failure(CurlFailure(.cancelled))) }
        multi.ring()
    }

    /// All commands since the last time; `nil` once stopped.
    func take() -> [CurlCommand]? {
        state.withLock { state in
            defer { state.commands = [] }
            return state.isStopped ? nil : state.commands
        }
    }
}
