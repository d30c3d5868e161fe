package import struct Foundation.Date
package import struct Foundation.TimeInterval

/// What was read last of something that takes long to read.
///
/// Whoever asks gets the last reading, however old; one that is older than the pause is made anew
/// aside. Before the first all who ask wait for it together. Where nobody does work aside the one who
/// asks first makes the reading, and the others go on with the last.
package actor LastReading<Key: Hashable & Sendable, Value: Sendable> {
    /// Reads anew.
    package typealias Reading = @Sendable (Key) async throws(ArenaError) -> Value
    private typealias Waiting = CheckedContinuation<Result<Value, ArenaError>, Never>

    private let pause: TimeInterval
    private let aside: QuietWork
    private let now: @Sendable () -> Date
    private let read: Reading
    private var kept: [Key: (value: Value, at: Date)] = [:]
    private var waiting: [Key: [Waiting]] = [:]

    /// Readings at least `pause` seconds apart; `now` is the wall clock.
    package init(
        pause: TimeInterval, aside: QuietWork, now: @escaping @Sendable () -> Date,
        _ read: @escaping Reading
    ) {
        self.pause = pause
        self.aside = aside
        self.now = now
        self.read = read
    }

    /// The last reading.
    ///
    /// - Throws: what the reading throws, to those who wait for it.
    package func value(of key: Key) async throws(ArenaError) -> Value {
        let time = now()
        if let last = kept[key] {
            if abs(time.timeIntervalSince(last.at)) < pause || waiting[key] != nil {
                return last.value
            }
            if aside.isServed {
                waiting[key] = []
                aside.add { _ = await self.look(at: key) }
                return last.value
            }
        } else if waiting[key] != nil {
            return try await withCheckedContinuation { waiting[key]?.append($0) }.get()
        }
        waiting[key] = []
        return try await look(at: key).get()
    }

    private func look(at key: Key) async -> Result<Value, ArenaError> {
        let time = now()
        let found = await result(of: key)
        if case .success(let value) = found { kept[key] = (value, time) }
        for caller in waiting.removeValue(forKey: key) ?? [] { caller.resume(returning: found) }
        return found
    }

    /// Reads off the actor.
    @concurrent
    private nonisolated func result(of key: Key) async -> Result<Value, ArenaError> {
        do throws(ArenaError) {
            return .success(try await read(key))
        } catch {
            return .failure(error)
        }
    }
}
