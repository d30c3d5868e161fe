package import Arena
package import Ratings

/// A snapshot with its direct records, for squares of each against each.
package struct BoardSquare: Sendable {
    /// The ratings.
    package let snapshot: Snapshot
    private let tally: Tally

    init(snapshot: Snapshot, tally: Tally) {
        self.snapshot = snapshot
        self.tally = tally
    }

    /// The direct votes of two rows, seen from the first; `nil` where they never met.
    package func record(_ row: Int, _ column: Int) -> PairTally? {
        tally.pair(
            snapshot.rows[row].contender.text, snapshot.rows[column].contender.text)
    }
}
