package import struct Ratings.Interval

/// What an operator wants to know first, in counts. Nothing in it tells of one battle.
package struct DayFigures: Equatable, Sendable {
    /// Battles opened since midnight UTC.
    package var battles = 0
    /// Votes cast since midnight UTC.
    package var votes = 0
    /// Battles of today that were left without a choice.
    package var skipped = 0
    /// Replies of today that ended, well or not.
    package var replies = 0
    /// Replies of today that failed, those left by their reader not counted.
    package var failed = 0
    /// What today's replies cost, by provider.
    package var spend = Spend()
    /// Votes of all time.
    package var allVotes = 0
    /// Of these, votes whose last ruling is that an answer named its model.
    package var selfNamed = 0
    /// Of these, votes that do not count for any reason.
    package var uncounted = 0
    /// Counted votes on random battles that chose the left, and the right.
    package var sides = Decided()
    /// Votes of control battles that chose the left, and the right.
    package var controls = Decided()
    /// Control battles that were voted on, ties too.
    package var controlVotes = 0
    /// The bytes of the database file and its log.
    package var databaseBytes: Int64 = 0
    /// The bytes free beside it; `nil` where the system does not say.
    package var freeBytes: Int64?

    /// Nothing yet.
    package init() {}

    /// Votes that chose a side.
    package struct Decided: Equatable, Sendable {
        /// For the left.
        package var left: Int
        /// For the right.
        package var right: Int

        /// Votes by side.
        package init(left: Int = 0, right: Int = 0) {
            self.left = left
            self.right = right
        }

        /// The share of the left; `nil` without a vote.
        package var share: Double? {
            left + right > 0 ? Double(left) / Double(left + right) : nil
        }

        /// The 95% Wilson interval of that share.
        package var interval: Interval { .wilson(left, of: left + right) }

        /// Whether an even chance lies in the interval.
        package var isEven: Bool { interval.low <= 0.5 && interval.high >= 0.5 }
    }
}
