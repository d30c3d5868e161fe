/// Votes counted with the side each contender stood on.
public struct SidedTally: Sendable, Equatable {
    /// All votes, sides forgotten.
    public private(set) var total = Tally()
    /// The votes in which a pair's first contender, by index in `total`, stood on the left.
    private var straight = Tally()

    /// Creates an empty tally.
    public init() {}

    /// Counts votes; outcome a is for the contender on the left.
    /// - Throws: `TallyError` as `Tally.add` does.
    public mutating func add(
        _ outcome: Outcome, left: String, right: String, count: Int = 1
    ) throws(TallyError) {
        try total.add(outcome, between: left, and: right, count: count)
        let first = try total.register(left)
        let second = try total.register(right)
        for name in total.contenders.dropFirst(straight.contenders.count) {
            try straight.register(name)
        }
        guard first < second else { return }
        try straight.add(outcome, first: first, second: second, count: count)
    }

    /// The votes of each pair twice: with the first contender on the left, then on the right, both
    /// seen from the first.
    var sides: some Sequence<(left: PairTally, right: PairTally)> {
        total.pairs.lazy.map { pair in
            let (a, b) = (total.contenders[pair.first], total.contenders[pair.second])
            let left = straight.pair(a, b) ?? PairTally(first: pair.first, second: pair.second)
            let right = PairTally(
                first: pair.first, second: pair.second,
                firstWins: pair.firstWins - left.firstWins,
                secondWins: pair.secondWins - left.secondWins,
                ties: pair.ties - left.ties, bothBad: pair.bothBad - left.bothBad)
            return (left, right)
        }
    }
}
