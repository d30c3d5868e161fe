package import struct Foundation.Date
package import struct Ratings.PairTally

/// How the direct votes between two models fell, seen from the first.
package struct PairRecord: Sendable, Equatable {
    /// Votes on random battles, which the ratings count; the first model is the tally's first.
    package var random: PairTally
    /// Votes on battles whose voter chose the pair.
    package var chosen: PairTally
    /// When the last of either was cast; `nil` without a vote.
    package var lastVoteAt: Date?

    /// A record, empty unless told otherwise.
    package init(
        random: PairTally = PairTally(first: 0, second: 1),
        chosen: PairTally = PairTally(first: 0, second: 1), lastVoteAt: Date? = nil
    ) {
        self.random = random
        self.chosen = chosen
        self.lastVoteAt = lastVoteAt
    }
}
