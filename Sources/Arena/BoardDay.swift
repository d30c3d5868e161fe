package import struct Foundation.Date

/// The ratings of the last snapshot of a day, without what makes a snapshot large.
package struct BoardDay: Sendable, Equatable {
    /// When the snapshot was computed.
    package let at: Date
    /// Who was rated: the most votes first.
    package let rows: [Row]

    /// One contender on that day.
    package struct Row: Sendable, Equatable {
        /// Which contender.
        package let contender: ContenderID
        /// Points.
        package let rating: Double
        /// Votes it had taken part in.
        package let votes: Int
        /// Contenders linked by votes bore the same number.
        package let component: Int

        /// A row from its parts.
        package init(contender: ContenderID, rating: Double, votes: Int, component: Int) {
            self.contender = contender
            self.rating = rating
            self.votes = votes
            self.component = component
        }
    }

    /// A day from its parts.
    package init(at: Date, rows: [Row]) {
        self.at = at
        self.rows = rows
    }
}
