/// A tally in which each vote may count for more or less than one.
///
/// For each pair and outcome it holds the number of votes, the sum of their weights and the sum of
/// the squared weights: the fit needs the second, the sandwich interval the third.
public struct WeightedTally: Sendable, Equatable {
    /// Some votes: their number, the sum of their weights, and of the squares.
    public struct Mass: Sendable, Equatable {
        /// The number of votes.
        public var count = 0
        /// Σw.
        public var sum = 0.0
        /// Σw².
        public var squares = 0.0

        /// Creates the mass of no vote.
        public init() {}

        mutating func add(weight: Double, count: Int) {
            self.count += count
            sum += weight * Double(count)
            squares += weight * weight * Double(count)
        }
    }

    /// The masses of one pair, by outcome.
    public struct PairMass: Sendable, Equatable {
        /// Votes for the first contender.
        public var firstWins = Mass()
        /// Votes for the second contender.
        public var secondWins = Mass()
        /// Ties and both-bad.
        public var draws = Mass()

        /// Creates the masses of a pair without votes.
        public init() {}

        mutating func add(_ outcome: Outcome, weight: Double, count: Int) {
            switch outcome {
            case .a: firstWins.add(weight: weight, count: count)
            case .b: secondWins.add(weight: weight, count: count)
            case .tie, .bothBad: draws.add(weight: weight, count: count)
            }
        }
    }

    /// The votes as they were counted.
    public private(set) var tally: Tally
    /// The masses of each pair, in the order of `tally.pairs`.
    public private(set) var masses: [PairMass]

    /// Creates an empty tally.
    public init() {
        self.init(Tally())
    }

    /// Gives every vote of a tally the weight 1.
    public init(_ tally: Tally) {
        self.tally = tally
        masses = tally.pairs.map { PairMass($0, weight: 1) }
    }

    /// Gives every vote of a pair the weight that `weight` has for the pair, for instance
    /// `{ 1 / Double(max($0.votes, 50)) }`, arena-rank's re-weighting.
    /// - Throws: `TallyError.badWeight` unless it is finite and positive.
    public init(_ tally: Tally, weight: (PairTally) -> Double) throws(TallyError) {
        self.init(tally)
        for (slot, pair) in tally.pairs.enumerated() {
            let weight = weight(pair)
            guard weight > 0, weight.isFinite else { throw .badWeight(weight) }
            masses[slot] = PairMass(pair, weight: weight)
        }
    }

    /// Counts one vote with a weight.
    /// - Throws: `TallyError` as `Tally.add` does, and `badWeight` unless it is finite and positive.
    public mutating func add(
        _ outcome: Outcome, between a: String, and b: String, weight: Double
    ) throws(TallyError) {
        guard weight > 0, weight.isFinite else { throw .badWeight(weight) }
        guard a != b else { throw .sameContender(a) }
        let first = try tally.register(a)
        let second = try tally.register(b)
        guard let slot = try tally.enter(outcome, first: first, second: second) else { return }
        if slot == masses.count { masses.append(PairMass()) }
        let seen = first < second ? outcome : outcome.swapped
        masses[slot].add(seen, weight: weight, count: 1)
    }
}

extension WeightedTally.PairMass {
    /// The number of wins, losses and draws, and the mean weight of a vote in each.
    var cells: (count: [Int], weight: [Double]) {
        let kinds = [firstWins, secondWins, draws]
        return (kinds.map(\.count), kinds.map { $0.count > 0 ? $0.sum / Double($0.count) : 0 })
    }

    init(_ pair: PairTally, weight: Double) {
        for outcome in Outcome.allCases {
            let seen = pair.count(of: outcome)
            add(outcome, weight: weight, count: seen)
        }
    }
}

/// Turns the probability with which a pair was drawn into the weight of its vote.
///
/// Inverse propensity, 1/p, as in arXiv 2403.04132, section 5; a weight above the cap is cut to it
/// and counted, so that a page can tell.
public struct InversePropensity: Sendable, Equatable {
    /// The largest weight given.
    public let cap: Double
    /// How many weights were cut so far.
    public private(set) var capped = 0

    /// Creates a weighting whose weights stay at or below `cap`.
    public init(cap: Double) {
        self.cap = cap
    }

    /// The weight of a vote whose pair was drawn with `probability`.
    /// - Throws: `TallyError.badWeight` unless the probability lies in 0 < p ≤ 1.
    public mutating func weight(of probability: Double) throws(TallyError) -> Double {
        guard probability > 0, probability <= 1 else { throw .badWeight(probability) }
        guard 1 / probability > cap else { return 1 / probability }
        capped += 1
        return cap
    }
}
