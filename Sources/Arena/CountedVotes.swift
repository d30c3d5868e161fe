package import struct Ratings.StyledVotes
package import struct Ratings.Tally

/// A tally and how far in the sequence of votes it reaches.
package struct CountedVotes: Sendable, Equatable {
    /// Outcomes per pair; contenders by their names.
    package var tally: Tally
    /// The sequence number of the newest vote counted; 0 with no vote.
    package var lastSequence: Int64

    /// A tally up to a vote.
    package init(tally: Tally, lastSequence: Int64) {
        self.tally = tally
        self.lastSequence = lastSequence
    }
}

/// Votes with the style of their answers, and how far in the sequence of votes they reach.
package struct StyledCount: Sendable {
    /// The votes.
    package let votes: StyledVotes
    /// The sequence number of the newest vote on a random battle; 0 with no vote.
    package let lastSequence: Int64

    /// Votes up to one.
    package init(votes: StyledVotes, lastSequence: Int64) {
        self.votes = votes
        self.lastSequence = lastSequence
    }
}
