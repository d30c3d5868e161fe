package import struct Foundation.TimeInterval

/// The ratings as counters and badges for everyone show them: those of the public pages, as
/// ``Publication`` says.
package struct PublishedRatings: Sendable {
    /// Seconds between two states, where they go in batches.
    package static let lag: TimeInterval = Publication.seconds
    /// Votes between two states, where they go in batches.
    package static let batch = Publication.votes

    private let ratings: RatingService

    /// What a service's ratings look like to everyone.
    package init(_ ratings: RatingService) {
        self.ratings = ratings
    }

    /// The ratings that may be shown now; `nil` before the first.
    package func snapshot(of pool: Pool) async -> Snapshot? {
        await ratings.published(of: pool)?.snapshot
    }
}
