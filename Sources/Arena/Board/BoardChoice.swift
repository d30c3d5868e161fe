package import struct Foundation.Date
package import struct Ratings.Tally

/// Which votes a board is made from.
package struct BoardChoice: Hashable, Sendable {
    /// The pool.
    package var pool: Pool
    /// One category of prompts; `nil` for all.
    package var category: Category?
    /// How far back.
    package var period: BoardPeriod
    /// Whether the style of the answers is taken out.
    package var isStyleAdjusted: Bool

    /// A choice; all votes of a pool as they fell unless told otherwise.
    package init(
        pool: Pool, category: Category? = nil, period: BoardPeriod = .all,
        isStyleAdjusted: Bool = false
    ) {
        self.pool = pool
        self.category = category
        self.period = period
        self.isStyleAdjusted = isStyleAdjusted
    }

    /// Whether all votes of the pool are in it, as they fell.
    package var isWhole: Bool { category == nil && period == .all && !isStyleAdjusted }
}

/// How far back the votes of a board go.
package enum BoardPeriod: String, Sendable, CaseIterable {
    /// To the first vote.
    case all
    /// Ninety days.
    case quarter = "90"
    /// Thirty days.
    case month = "30"
    /// Seven days.
    case week = "7"

    /// The days; `nil` for all.
    package var days: Int? { Int(rawValue) }

    /// The first moment of it; `nil` for all.
    package func start(before now: Date) -> Date? {
        days.map { now.addingTimeInterval(-86_400 * Double($0)) }
    }
}

/// Ratings with the votes they were made from.
package struct RatedVotes: Sendable, Equatable {
    /// The ratings.
    package let snapshot: Snapshot
    /// The votes per pair.
    package let tally: Tally

    /// Ratings and their votes.
    package init(snapshot: Snapshot, tally: Tally) {
        self.snapshot = snapshot
        self.tally = tally
    }
}
