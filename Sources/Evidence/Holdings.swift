package import Arena
package import Ratings

/// What the arena knows from votes and measurements at one moment.
package struct Holdings: Sendable {
    /// The newest ratings; `nil` before the first fit.
    package var snapshot: Snapshot?
    /// The direct votes that count, by contender.
    package var tally: Tally
    /// The ratings of single categories of prompts, by the category's name.
    package var categories: [(name: String, snapshot: Snapshot)]
    /// What was measured of replies; `nil` where it cannot be read.
    package var measures: ReplyMeasures?

    /// Holdings from their parts.
    package init(
        snapshot: Snapshot?, tally: Tally,
        categories: [(name: String, snapshot: Snapshot)] = [], measures: ReplyMeasures? = nil
    ) {
        self.snapshot = snapshot
        self.tally = tally
        self.categories = categories
        self.measures = measures
    }
}
