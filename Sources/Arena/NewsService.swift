package import struct Foundation.Date

/// The news of the days that are over, put together once a quarter of an hour at most.
package actor NewsService {
    /// Days that news reaches back.
    package static let days = 60

    private let store: any Store
    private let minimumVotes: Int
    private let now: @Sendable () -> Date
    private var kept: [Pool: (news: [News], day: Int)] = [:]

    /// A service over stored snapshots; `now` is the wall clock.
    package init(
        store: any Store, minimumVotes: Int, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.minimumVotes = minimumVotes
        self.now = now
    }

    /// The news of a pool, newest first. A day's are told a quarter of an hour after its end.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func news(of pool: Pool) async throws(ArenaError) -> [News] {
        let told = now().timeIntervalSince1970 - Publication.seconds
        let day = Int((told / 86_400).rounded(.down))
        if let kept = kept[pool], kept.day == day { return kept.news }
        let midnight = { (day: Int) in Date(timeIntervalSince1970: 86_400 * Double(day)) }
        let snapshots = try await store.dailySnapshots(
            of: pool, from: midnight(day - Self.days), to: midnight(day), limit: Self.days)
        let news = News.all(in: snapshots, minimumVotes: minimumVotes)
        kept[pool] = (news, day)
        return news
    }
}
