import Foundation

/// How many of a voter's votes fall on battles with one contender, when he votes on some of the
/// battles shown to him: Fisher's noncentral hypergeometric distribution, summed over voters.
///
/// With N battles shown, K of them with the contender, and n votes, the chance of k votes on it is
/// proportional to C(K, k)·C(N − K, n − k)·ωᵏ, ω the crowd's odds of voting where it plays against
/// those where it does not (Fisher 1935, with ω; McCullagh and Nelder 1989, section 7.3.2).
struct SelectionTail {
    /// The chances of the sums from ``least`` on.
    private var chances = [1.0]
    private var least = 0
    private(set) var found = 0

    /// Adds a voter.
    mutating func add(_ count: SelectionCount, odds: Double) {
        let rest = count.shown - count.shownWith
        let lowest = max(0, count.votes - rest)
        let highest = min(count.shownWith, count.votes)
        var logs: [Double] = []
        for k in lowest...max(lowest, highest) {
            logs.append(
                Self.choose(count.shownWith, k) + Self.choose(rest, count.votes - k)
                    + Double(k) * log(odds))
        }
        let top = logs.max() ?? 0
        let weights = logs.map { exp($0 - top) }
        let total = weights.reduce(0, +)
        var next = [Double](repeating: 0, count: chances.count + weights.count - 1)
        for (i, chance) in chances.enumerated() {
            for (j, weight) in weights.enumerated() { next[i + j] += chance * weight / total }
        }
        chances = next
        least += lowest
        found += count.votesWith
    }

    /// The chance of a sum as large as this one or larger.
    var upper: Double {
        min(1, chances.dropFirst(max(0, found - least)).reduce(0, +))
    }

    private static func choose(_ n: Int, _ k: Int) -> Double {
        lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
    }
}

/// Battles shown and votes cast, all of them and those with one contender.
struct SelectionCount: Equatable {
    /// Battles shown.
    var shown = 0
    /// Those with the contender.
    var shownWith = 0
    /// Votes.
    var votes = 0
    /// Those with the contender.
    var votesWith = 0
}
