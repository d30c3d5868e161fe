import Arena
import Ratings

/// The direct votes that count, by model; those of several contenders that are one model together.
struct DirectRecords: Sendable {
    private struct Key: Hashable {
        let low: String
        let high: String
    }

    private var records: [Key: PairTally] = [:]

    /// The records in a tally of contenders. O(pairs).
    init(_ tally: Tally, directory: ModelDirectory) {
        for pair in tally.pairs {
            let slugs = [pair.first, pair.second].map { index in
                ContenderID(tally.contenders[index]).map(directory.slug) ?? tally.contenders[index]
            }
            guard slugs[0] != slugs[1] else { continue }
            let isOrdered = slugs[0] < slugs[1]
            let seen = isOrdered ? pair : pair.swapped
            let key = Key(low: min(slugs[0], slugs[1]), high: max(slugs[0], slugs[1]))
            records[key] = records[key].map { $0.adding(seen) } ?? seen
        }
    }

    /// The record of two models, seen from the first.
    func record(_ one: String, _ other: String) -> PairTally {
        let found = records[Key(low: min(one, other), high: max(one, other))]
        guard let found else { return PairTally(first: 0, second: 1) }
        return one < other ? found : found.swapped
    }
}

extension PairTally {
    /// Both records together.
    fileprivate func adding(_ other: PairTally) -> PairTally {
        PairTally(
            first: first, second: second, firstWins: firstWins + other.firstWins,
            secondWins: secondWins + other.secondWins, ties: ties + other.ties,
            bothBad: bothBad + other.bothBad)
    }
}
