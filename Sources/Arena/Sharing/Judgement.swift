package import Ratings

package import struct Foundation.Date

/// What somebody else made of a shared battle. It enters no rating and no record of a pair.
package struct Judgement: Equatable, Sendable {
    /// What he chose, by the sides of the battle; `nil` when he looked at the names without judging.
    package let outcome: VoteOutcome?
    /// When.
    package let at: Date

    /// A choice, or a look without one.
    package init(_ outcome: VoteOutcome?, at: Date) {
        self.outcome = outcome
        self.at = at
    }
}

/// How the judges of one shared battle chose, its own voter apart.
package struct JudgementCount: Equatable, Sendable {
    /// Judges by what they chose.
    package let byOutcome: [VoteOutcome: Int]

    /// Counts judgements; those without a choice are left out.
    package init(_ judgements: [Judgement] = []) {
        byOutcome = judgements.compactMap(\.outcome).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// How many judged.
    package var judges: Int { byOutcome.values.reduce(0, +) }

    /// How many chose this.
    package subscript(outcome: VoteOutcome) -> Int { byOutcome[outcome] ?? 0 }

    /// The share of all pairs of people, the battle's own voter among them, who chose the same:
    /// Σ nₖ(nₖ−1) / n(n−1). `nil` for fewer than three people.
    ///
    /// Krippendorff's alpha says nothing of one battle: what chance would do has to come from many.
    package func agreement(with own: VoteOutcome) -> Double? {
        var counts = byOutcome
        counts[own, default: 0] += 1
        let people = judges + 1
        guard people >= 3 else { return nil }
        let same = counts.values.reduce(0) { $0 + $1 * ($1 - 1) }
        return Double(same) / Double(people * (people - 1))
    }
}
