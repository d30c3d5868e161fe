package import struct Foundation.Date
package import struct Foundation.TimeInterval

/// Keeps what was measured of the newest replies, so that no page reads them itself.
///
/// The replies are read when somebody asks and the last look is older than ``pauseSeconds``; all who
/// ask meanwhile get the last look, or before the first wait for it together.
package actor MeasurementService {
    /// Days before now that are looked at.
    package static let windowDays = 30
    /// The most replies that are looked at, the newest ones.
    package static let limit = 200_000
    /// Seconds from one look to the next.
    package static let pauseSeconds: TimeInterval = 60

    private typealias Waiting = CheckedContinuation<Result<ReplyMeasures, ArenaError>, Never>

    private let store: any Store
    private let now: @Sendable () -> Date
    private let pause: TimeInterval
    private var kept: [Pool: ReplyMeasures] = [:]
    private var waiting: [Pool: [Waiting]] = [:]

    /// A service over a store; `pause` is the seconds from one look to the next, ``pauseSeconds``
    /// unless told; `now` is the wall clock.
    package init(
        store: any Store, pause: TimeInterval? = nil,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.pause = pause ?? Self.pauseSeconds
        self.store = store
        self.now = now
    }

    /// What was measured of a pool's replies, a minute old at most when nobody is looking.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func measures(of pool: Pool) async throws(ArenaError) -> ReplyMeasures {
        let time = now()
        let last = kept[pool]
        if let last, isFresh(last, at: time) || waiting[pool] != nil { return last }
        if waiting[pool] != nil {
            return try await withCheckedContinuation { waiting[pool]?.append($0) }.get()
        }
        waiting[pool] = []
        let look = await look(at: pool, before: time)
        if case .success(let measures) = look { kept[pool] = measures }
        for caller in waiting.removeValue(forKey: pool) ?? [] { caller.resume(returning: look) }
        return try look.get()
    }

    private func isFresh(_ look: ReplyMeasures, at time: Date) -> Bool {
        abs(time.timeIntervalSince(look.asOf)) < pause
    }

    /// Reads and sorts off the actor.
    @concurrent
    private nonisolated func look(
        at pool: Pool, before time: Date
    ) async -> Result<ReplyMeasures, ArenaError> {
        let since = time.addingTimeInterval(-86_400 * TimeInterval(Self.windowDays))
        do throws(ArenaError) {
            let replies = try await store.measurements(of: pool, since: since, limit: Self.limit)
            let isCut = replies.count >= Self.limit
            return .success(
                ReplyMeasures(
                    replies, since: isCut ? replies.last?.at ?? since : since, asOf: time))
        } catch {
            return .failure(error)
        }
    }
}
