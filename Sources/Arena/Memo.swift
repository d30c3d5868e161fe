import Synchronization

/// What was worked out of a key, kept for the next who asks: for results that depend on the key
/// alone, and of which few are asked for again and again.
package final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let limit: Int
    private let known = Mutex<[Key: Value]>([:])

    /// Keeps so many results; with one more, all are let go.
    package init(limit: Int) {
        self.limit = limit
    }

    /// The result for a key, worked out unless it is known.
    ///
    /// - Throws: what `work` throws; nothing is kept of that.
    package func value<Failure: Error>(
        for key: Key, _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        if let value = known.withLock({ $0[key] }) { return value }
        let value = try work()
        known.withLock {
            if $0.count >= limit { $0 = [:] }
            $0[key] = value
        }
        return value
    }
}
