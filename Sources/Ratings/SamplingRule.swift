/// Which pair of contenders to show next, as probabilities.
///
/// A pair's gain is the drop of its gap's standard error by one more vote,
/// √(V/n) − √(V/(n + 1)) with √(V/n) the standard error now and n the pair's votes (arXiv
/// 2403.04132, equation 9). A share `floor` of all draws is uniform, so that each pair keeps a
/// known probability above zero and can be re-weighted.
public struct SamplingRule: Sendable, Equatable, Codable {
    /// The share of draws that is uniform over the pairs.
    public var floor: Double
    /// Votes a contender must have before pairs without a new contender are preferred again.
    public var minimumVotes: Int

    /// Creates a rule; the floor is brought into 0…1.
    public init(floor: Double = 0.1, minimumVotes: Int = 30) {
        self.floor = min(1, max(0, floor))
        self.minimumVotes = minimumVotes
    }

    /// The probability of every pair of the candidates; they add up to 1.
    ///
    /// As long as a candidate has fewer than `minimumVotes`, all but the floor goes to pairs with
    /// such a candidate. A pair whose gap is not known, for want of a fit or of votes that link
    /// the two, has the largest gain of all. O(candidates²).
    public func distribution(
        over candidates: [String], tally: Tally, fit: Fit?
    ) -> PairDistribution {
        let entrants = Set(candidates).sorted().map { Entrant($0, tally: tally, fit: fit) }
        var names: [(String, String)] = []
        var gains: [Double?] = []
        let someNew = entrants.contains { $0.votes < minimumVotes }
        for (place, one) in entrants.enumerated() {
            for other in entrants.dropFirst(place + 1) {
                names.append((one.name, other.name))
                let hasNew = min(one.votes, other.votes) < minimumVotes
                gains.append(someNew && !hasNew ? 0 : gain(one, other, tally: tally, fit: fit))
            }
        }
        return PairDistribution(names: names, weights: mixed(gains))
    }

    private func gain(_ one: Entrant, _ other: Entrant, tally: Tally, fit: Fit?) -> Double? {
        guard let fit, let i = one.index, let j = other.index else { return nil }
        let gap = fit.gap(i, j)
        guard gap.connected else { return nil }
        let votes = Double(tally.pair(one.name, other.name)?.votes ?? 0)
        return gap.standardError * (1 - (votes / (votes + 1)).squareRoot())
    }

    private func mixed(_ gains: [Double?]) -> [Double] {
        let largest = gains.reduce(0) { max($0, $1 ?? 0) }
        let known = gains.map { $0 ?? (largest > 0 ? largest : 1) }
        let total = known.reduce(0, +)
        let uniform = 1 / Double(max(1, known.count))
        guard total > 0 else { return known.map { _ in uniform } }
        return known.map { min(1, floor * uniform + (1 - floor) * ($0 / total)) }
    }
}

/// A candidate with what is known of it.
private struct Entrant {
    let name: String
    let index: Int?
    let votes: Int

    init(_ name: String, tally: Tally, fit: Fit?) {
        self.name = name
        index = fit?.index(of: name)
        votes = tally.votes(of: name)
    }
}

/// Pairs with the probability of each.
public struct PairDistribution: Sendable, Equatable {
    /// A pair and its probability.
    public struct Chance: Sendable, Equatable {
        /// The contender whose name sorts first.
        public let first: String
        /// The other.
        public let second: String
        /// The probability that this pair is drawn, to be stored with the battle.
        public let probability: Double
    }

    /// All pairs, in order of their names.
    public let chances: [Chance]
    private let sums: [Double]

    init(names: [(String, String)], weights: [Double]) {
        chances = zip(names, weights).map {
            Chance(first: $0.0, second: $0.1, probability: $1)
        }
        var sum = 0.0
        sums = weights.map {
            sum += $0
            return sum
        }
    }

    /// The same pairs, each chance multiplied by the weights of its two contenders and all brought
    /// back to a sum of 1; a contender without an entry has weight 1. O(pairs).
    public func weighted(by weights: [String: Double]) -> PairDistribution {
        guard !weights.isEmpty else { return self }
        let raw = chances.map {
            $0.probability * (weights[$0.first] ?? 1) * (weights[$0.second] ?? 1)
        }
        let total = raw.reduce(0, +)
        guard total > 0, total.isFinite else { return self }
        return PairDistribution(
            names: chances.map { ($0.first, $0.second) }, weights: raw.map { min(1, $0 / total) })
    }

    /// Draws a pair, or nil if there is none. O(log pairs).
    public func draw(using generator: inout some RandomNumberGenerator) -> Chance? {
        guard let total = sums.last else { return nil }
        let mark = Double.random(in: 0..<total, using: &generator)
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > mark { high = middle } else { low = middle + 1 }
        }
        return chances[low]
    }
}
