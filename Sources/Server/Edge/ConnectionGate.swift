import Arena
import NIOCore
import Synchronization

/// Lets connections in and counts them out, for all event loops.
///
/// The count stands behind a lock and not in an actor: a channel is set up and torn down on its
/// event loop, which cannot wait.
final class ConnectionGate: Sendable {
    private let tally: Mutex<ConnectionTally>
    private let rule: AccessRule

    init(_ limits: Settings.Traffic, rule: AccessRule) {
        tally = Mutex(
            ConnectionTally(
                most: limits.connections, mostPerPrefix: limits.connectionsPerAddress))
        self.rule = rule
    }

    /// How many connections are open.
    var open: Int { tally.withLock(\.open) }

    /// Counts a channel in until it is closed.
    func admit(_ channel: any Channel) -> ConnectionTally.Admission {
        let peer = channel.remoteAddress?.ipAddress.flatMap { NetworkAddress($0) }
        let counted = peer.flatMap { rule.trusts($0) ? nil : $0 }
        let admission = tally.withLock { $0.open(from: counted) }
        channel.closeFuture.whenComplete { [self] _ in
            tally.withLock { $0.close(from: counted) }
        }
        return admission
    }
}
