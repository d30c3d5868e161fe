package import struct Foundation.Date

/// A contender's rating in the last snapshot of a day.
package struct RatingPoint: Sendable, Equatable {
    /// When the snapshot was computed.
    package let at: Date
    /// Points.
    package let rating: Double
    /// Lower end of the 95% interval, in points.
    package let low: Double
    /// Upper end of the 95% interval, in points.
    package let high: Double
    /// Votes the contender had taken part in.
    package let votes: Int

    /// A point from its parts.
    package init(at: Date, rating: Double, low: Double, high: Double, votes: Int) {
        self.at = at
        self.rating = rating
        self.low = low
        self.high = high
        self.votes = votes
    }
}
