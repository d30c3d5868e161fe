/// The votes a contender took part in, by what they meant for it.
public struct Record: Sendable, Hashable, Codable {
    /// Votes it won.
    public private(set) var wins = 0
    /// Votes it lost.
    public private(set) var losses = 0
    /// Votes that call both equally good.
    public private(set) var ties = 0
    /// Votes that call both unusable.
    public private(set) var bothBad = 0

    /// Creates an empty record.
    public init() {}

    /// All its votes.
    public var votes: Int { wins + losses + ties + bothBad }

    /// Adds the votes of a pair, of which it is the first contender.
    mutating func add(_ pair: PairTally) {
        wins += pair.firstWins
        losses += pair.secondWins
        ties += pair.ties
        bothBad += pair.bothBad
    }
}

extension Tally {
    /// What each contender's votes meant for it, in the order of `contenders`. O(pairs).
    public var records: [Record] {
        var records = [Record](repeating: Record(), count: contenders.count)
        for pair in pairs {
            records[pair.first].add(pair)
            records[pair.second].add(pair.swapped)
        }
        return records
    }
}
