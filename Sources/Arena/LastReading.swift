package import struct Foundation.Date
package import struct Foundation.TimeInterval

/// What was read last of something that takes long to read.
///
/// A reading that is older than the pause is made anew when somebody asks, unless the votes are known
/// to be the same; of few votes it is made anew as soon as they are others. He waits for it where the
/// last one was quick or nobody does work aside; else it is made aside, and he gets the last one.
/// Others go on with the last meanwhile; before the first all who ask wait for it together.
package actor LastReading<Key: Hashable & Sendable, Value: Sendable> {
    /// Reads anew.
    package typealias Reading = @Sendable (Key, VoteMark?) async throws(ArenaError) -> Value
    private typealias Waiting = CheckedContinuation<Result<Value, ArenaError>, Never>

    /// What was read, when, and how long that took.
    private struct Kept {
        let value: Value
        let mark: VoteMark?
        let at: Date
        let seconds: Duration
    }

    private let pause: TimeInterval
    private let patience: Duration
    private let aside: QuietWork
    private let now: @Sendable () -> Date
    private let read: Reading
    private var kept: [Key: Kept] = [:]
    private var waiting: [Key: [Waiting]] = [:]

    /// Readings at least `pause` seconds apart, done aside where one took longer than `patience`;
    /// `now` is the wall clock.
    package init(
        pause: TimeInterval, patience: Duration = .milliseconds(200), aside: QuietWork,
        now: @escaping @Sendable () -> Date,
        _ read: @escaping Reading
    ) {
        self.pause = pause
        self.patience = patience
        self.aside = aside
        self.now = now
        self.read = read
    }

    /// The last reading.
    ///
    /// - Parameter mark: the votes to read of as they are now, where that is known.
    /// - Throws: what the reading throws, to those who wait for it.
    package func value(
        of key: Key, at mark: VoteMark? = nil
    ) async throws(ArenaError) -> Value {
        let time = now()
        let isRead = waiting[key] != nil
        if let last = kept[key], mark?.isOfFew != true || last.mark == mark {
            let isSame = mark != nil && last.mark == mark
            if isSame || isRead || abs(time.timeIntervalSince(last.at)) < pause {
                return last.value
            }
            if aside.isServed, last.seconds > patience {
                waiting[key] = []
                aside.add { _ = await self.look(at: key, mark) }
                return last.value
            }
        } else if isRead {
            return try await withCheckedContinuation { waiting[key]?.append($0) }.get()
        }
        waiting[key] = []
        return try await look(at: key, mark).get()
    }

    private func look(at key: Key, _ mark: VoteMark?) async -> Result<Value, ArenaError> {
        let (time, begun) = (now(), ContinuousClock.now)
        let found = await result(of: key, mark)
        if case .success(let value) = found {
            kept[key] = Kept(value: value, mark: mark, at: time, seconds: .now - begun)
        }
        for caller in waiting.removeValue(forKey: key) ?? [] { caller.resume(returning: found) }
        return found
    }

    /// Reads off the actor.
    @concurrent
    private nonisolated func result(
        of key: Key, _ mark: VoteMark?
    ) async -> Result<Value, ArenaError> {
        do throws(ArenaError) {
            return .success(try await read(key, mark))
        } catch {
            return .failure(error)
        }
    }
}

/// Which votes something was read of.
package struct VoteMark: Equatable, Sendable {
    /// The number of the newest.
    package let last: Int64
    /// How many of them count.
    package let votes: Int

    /// The votes up to a number.
    package init(last: Int64, votes: Int) {
        self.last = last
        self.votes = votes
    }

    /// So few are read again whenever one came.
    package var isOfFew: Bool { last <= 5_000 }
}
