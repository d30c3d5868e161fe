/// How the votes between two contenders fell, the contenders given by their index in a tally.
public struct PairTally: Sendable, Hashable, Codable {
    /// The index of one contender; in a tally the lower of the two.
    public let first: Int
    /// The index of the other contender.
    public let second: Int
    /// Votes for the first.
    public private(set) var firstWins: Int
    /// Votes for the second.
    public private(set) var secondWins: Int
    /// Votes that call both equally good.
    public private(set) var ties: Int
    /// Votes that call both unusable.
    public private(set) var bothBad: Int

    /// Creates the record of a pair from its four counts.
    public init(
        first: Int, second: Int,
        firstWins: Int = 0, secondWins: Int = 0, ties: Int = 0, bothBad: Int = 0
    ) {
        self.first = first
        self.second = second
        self.firstWins = firstWins
        self.secondWins = secondWins
        self.ties = ties
        self.bothBad = bothBad
    }

    /// All votes on this pair.
    public var votes: Int { firstWins + secondWins + ties + bothBad }

    /// Ties and both-bad together, which the fit reads as half a win for each.
    public var draws: Int { ties + bothBad }

    /// Votes that name a winner.
    public var decided: Int { firstWins + secondWins }

    /// The same record seen from the other contender's side.
    public var swapped: PairTally {
        PairTally(
            first: second, second: first,
            firstWins: secondWins, secondWins: firstWins, ties: ties, bothBad: bothBad)
    }

    /// The number of votes with `outcome`, the first contender being a.
    public func count(of outcome: Outcome) -> Int {
        switch outcome {
        case .a: firstWins
        case .b: secondWins
        case .tie: ties
        case .bothBad: bothBad
        }
    }

    mutating func add(_ outcome: Outcome, count: Int) {
        switch outcome {
        case .a: firstWins += count
        case .b: secondWins += count
        case .tie: ties += count
        case .bothBad: bothBad += count
        }
    }
}
