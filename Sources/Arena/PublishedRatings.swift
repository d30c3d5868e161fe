package import struct Foundation.Date
import struct Foundation.TimeInterval

/// The ratings as counters and badges for everyone show them: they move a quarter of an hour apart
/// at least, and only after ten further votes, so that nobody can watch one tick during a battle of
/// his own.
package actor PublishedRatings {
    /// Seconds between two states.
    package static let lag: TimeInterval = 60 * ExportReader.lagMinutes
    /// Votes between two states.
    package static let batch = 10

    private let ratings: RatingService
    private let now: @Sendable () -> Date
    private var shown: [Pool: (snapshot: Snapshot, since: Date)] = [:]

    /// What a service's ratings look like to everyone; `now` is the wall clock.
    package init(
        _ ratings: RatingService, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.ratings = ratings
        self.now = now
    }

    /// The ratings that may be shown now; `nil` before the first.
    package func snapshot(of pool: Pool) async -> Snapshot? {
        guard let newest = await ratings.snapshot(of: pool) else { return nil }
        guard let last = shown[pool] else {
            shown[pool] = (newest, now())
            return newest
        }
        let isDue = now().timeIntervalSince(last.since) >= Self.lag
        guard isDue, abs(newest.votes - last.snapshot.votes) >= Self.batch else {
            return last.snapshot
        }
        shown[pool] = (newest, now())
        return newest
    }
}
