package import struct Foundation.Date

/// How votes fell, by side.
package struct OutcomeCounts: Sendable, Equatable {
    /// Votes for side a.
    package var a: Int
    /// Votes for side b.
    package var b: Int
    /// Ties.
    package var ties: Int
    /// Votes that called both bad.
    package var bothBad: Int

    /// Counts; none unless told.
    package init(a: Int = 0, b: Int = 0, ties: Int = 0, bothBad: Int = 0) {
        self.a = a
        self.b = b
        self.ties = ties
        self.bothBad = bothBad
    }

    /// All votes.
    package var votes: Int { a + b + ties + bothBad }

    /// Votes that name a winner.
    package var decided: Int { a + b }

    /// Both together.
    package static func + (left: OutcomeCounts, right: OutcomeCounts) -> OutcomeCounts {
        OutcomeCounts(
            a: left.a + right.a, b: left.b + right.b, ties: left.ties + right.ties,
            bothBad: left.bothBad + right.bothBad)
    }
}

/// How the counted votes of one week fell.
package struct WeekOutcomes: Sendable, Equatable {
    /// The Monday it begins with, in days since 1970 in UTC.
    package let day: Int
    /// The counts.
    package let counts: OutcomeCounts

    /// A week's counts.
    package init(day: Int, counts: OutcomeCounts) {
        self.day = day
        self.counts = counts
    }
}

/// How the votes fell on battles in which one side's first answer was whole before the other's.
package struct SpeedRecord: Sendable, Equatable {
    /// How the answers were shown, as it was noted with the vote; `nil` for votes without a note.
    package let pacing: String?
    /// Votes for the quicker side.
    package let quicker: Int
    /// Votes for the slower side.
    package let slower: Int
    /// Votes that name no winner.
    package let draws: Int

    /// A record of counts.
    package init(pacing: String?, quicker: Int, slower: Int, draws: Int) {
        self.pacing = pacing
        self.quicker = quicker
        self.slower = slower
        self.draws = draws
    }
}

/// A kept snapshot without its rows.
package struct SnapshotSummary: Sendable, Equatable, Encodable {
    /// Its name.
    package let id: String
    /// Which pool was rated.
    package let pool: Pool
    /// When it was computed.
    package let asOf: Date
    /// The sequence number of the newest vote in it.
    package let lastSequence: Int64
    /// How many contenders it rates.
    package let models: Int
    /// How many votes went in.
    package let votes: Int

    /// A summary from its parts.
    package init(
        id: String, pool: Pool, asOf: Date, lastSequence: Int64, models: Int, votes: Int
    ) {
        self.id = id
        self.pool = pool
        self.asOf = asOf
        self.lastSequence = lastSequence
        self.models = models
        self.votes = votes
    }
}
