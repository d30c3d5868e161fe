package import struct Foundation.Date
package import struct Foundation.TimeInterval

/// Keeps what was measured of the newest replies, so that no page reads them itself.
///
/// The replies are read when somebody asks and the last look is older than ``pauseSeconds``; who asks
/// gets the last look meanwhile.
package struct MeasurementService: Sendable {
    /// Days before now that are looked at.
    package static let windowDays = 30
    /// The most replies that are looked at, the newest ones.
    package static let limit = 200_000
    /// Seconds from one look to the next.
    package static let pauseSeconds: TimeInterval = 60

    private let last: LastReading<Pool, ReplyMeasures>

    /// A service over a store; `pause` is the seconds from one look to the next, ``pauseSeconds``
    /// unless told; `now` is the wall clock.
    package init(
        store: any Store, pause: TimeInterval? = nil, aside: QuietWork = QuietWork(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        last = LastReading(
            pause: pause ?? Self.pauseSeconds, aside: aside, now: now
        ) { pool, _ throws(ArenaError) in
            try await Self.look(at: pool, in: store, before: now())
        }
    }

    /// What was measured of a pool's replies, a minute old at most when nobody is looking.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func measures(of pool: Pool) async throws(ArenaError) -> ReplyMeasures {
        try await last.value(of: pool)
    }

    private static func look(
        at pool: Pool, in store: any Store, before time: Date
    ) async throws(ArenaError) -> ReplyMeasures {
        let since = time.addingTimeInterval(-86_400 * TimeInterval(windowDays))
        let replies = try await store.measurements(of: pool, since: since, limit: limit)
        let isCut = replies.count >= limit
        return ReplyMeasures(
            replies, since: isCut ? replies.last?.at ?? since : since, asOf: time)
    }
}
