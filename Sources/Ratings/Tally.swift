/// Votes counted for each unordered pair of contenders and each outcome.
///
/// A tally is the sufficient statistic of the plain fit, of its sandwich interval and of its
/// bootstrap: nothing that follows the counting grows with the number of votes. It is a value;
/// keep one, add each new vote to it, and a refresh never sees the old votes again. Adding a vote
/// costs two or three hash look-ups.
public struct Tally: Sendable {
    /// The names of the contenders, in order of first appearance.
    public private(set) var contenders: [String] = []
    /// One record a pair that has a vote, `first` below `second`, in order of first appearance.
    public private(set) var pairs: [PairTally] = []
    /// All votes.
    public private(set) var votes = 0

    private var counts: [Int] = []
    private var indices: [String: Int] = [:]
    private var table = PairTable()

    /// The most votes a tally holds, 2⁵³, up to which a double counts exactly.
    public static let capacity = 1 << 53

    /// Creates an empty tally.
    public init() {}

    /// Creates a tally from its parts, as another tally gave them.
    /// - Throws: `TallyError` if a name is empty or repeated, a pair is repeated or names no
    ///   contender, or a count is negative.
    public init(contenders: [String], pairs: [PairTally]) throws(TallyError) {
        for name in contenders {
            guard indices[name] == nil else { throw .repeatedName(name) }
            _ = try register(name)
        }
        for pair in pairs {
            let known = contenders.indices
            guard known.contains(pair.first), known.contains(pair.second),
                table.place(of: PairTable.unordered(pair.first, pair.second)) == nil
            else { throw .strayPair(pair.first, pair.second) }
            for outcome in Outcome.allCases {
                try add(
                    outcome, first: pair.first, second: pair.second,
                    count: pair.count(of: outcome))
            }
        }
    }

    /// The index of a contender in `contenders`, or nil if it is not there.
    public func index(of contender: String) -> Int? { indices[contender] }

    /// The votes a contender took part in, 0 if it is not there.
    public func votes(of contender: String) -> Int { indices[contender].map { counts[$0] } ?? 0 }

    /// The record of two contenders seen from a's side, or nil if they never met.
    public func pair(_ a: String, _ b: String) -> PairTally? {
        guard let first = indices[a], let second = indices[b],
            let slot = table.place(of: PairTable.unordered(first, second))
        else { return nil }
        return first < second ? pairs[slot] : pairs[slot].swapped
    }

    /// Enters a contender, with or without votes yet, and gives its index.
    /// - Throws: `TallyError.emptyName`.
    @discardableResult
    public mutating func register(_ contender: String) throws(TallyError) -> Int {
        if let index = indices[contender] { return index }
        guard !contender.isEmpty else { throw .emptyName }
        indices[contender] = contenders.count
        contenders.append(contender)
        counts.append(0)
        return contenders.count - 1
    }

    /// Counts votes on the battle of `a` and `b`.
    /// - Throws: `TallyError` if a name is empty, the two are one, or the count is negative or
    ///   beyond `capacity`; the tally then keeps its votes.
    public mutating func add(
        _ outcome: Outcome, between a: String, and b: String, count: Int = 1
    ) throws(TallyError) {
        guard a != b else { throw .sameContender(a) }
        let first = try register(a)
        let second = try register(b)
        try add(outcome, first: first, second: second, count: count)
    }

    /// Counts votes on the battle of two contenders given by their indices, the first being a.
    /// - Throws: as `add(_:between:and:count:)`, and `strayPair` for an index out of range.
    public mutating func add(
        _ outcome: Outcome, first: Int, second: Int, count: Int = 1
    ) throws(TallyError) {
        _ = try enter(outcome, first: first, second: second, count: count)
    }

    /// Counts votes on two contenders and gives the place of their pair; `nil` for no vote.
    mutating func enter(
        _ outcome: Outcome, first: Int, second: Int, count: Int = 1
    ) throws(TallyError) -> Int? {
        guard contenders.indices.contains(first), contenders.indices.contains(second) else {
            throw .strayPair(first, second)
        }
        guard first != second else { throw .sameContender(contenders[first]) }
        guard count >= 0 else { throw .negativeCount(count) }
        guard count <= Tally.capacity - votes else { throw .tooManyVotes }
        guard count > 0 else { return nil }
        let seen = first < second ? outcome : outcome.swapped
        let slot = slot(of: first, second)
        pairs[slot].add(seen, count: count)
        counts[first] += count
        counts[second] += count
        votes += count
        return slot
    }

    /// Adds another tally's contenders and votes to this one, matching contenders by name.
    /// - Throws: `TallyError.tooManyVotes`; the tally is then unchanged.
    public mutating func add(_ other: Tally) throws(TallyError) {
        guard other.votes <= Tally.capacity - votes else { throw .tooManyVotes }
        var places: [Int] = []
        for name in other.contenders { places.append(try register(name)) }
        for pair in other.pairs {
            for outcome in Outcome.allCases {
                try add(
                    outcome, first: places[pair.first], second: places[pair.second],
                    count: pair.count(of: outcome))
            }
        }
    }

    /// Takes another tally's votes out of this one; its contenders stay.
    /// - Throws: `TallyError.tooFewVotes` if it holds a vote this one does not; the tally is then
    ///   unchanged.
    public mutating func remove(_ other: Tally) throws(TallyError) {
        var rest = self
        for pair in other.pairs {
            let (a, b) = (other.contenders[pair.first], other.contenders[pair.second])
            guard let mine = self.pair(a, b) else { throw .tooFewVotes(a, b) }
            for outcome in Outcome.allCases {
                guard mine.count(of: outcome) >= pair.count(of: outcome) else {
                    throw .tooFewVotes(a, b)
                }
            }
            let slot = rest.slot(of: mine.first, mine.second)
            let seen = mine.first < mine.second ? pair : pair.swapped
            for outcome in Outcome.allCases {
                rest.pairs[slot].add(outcome, count: -seen.count(of: outcome))
            }
            rest.counts[mine.first] -= pair.votes
            rest.counts[mine.second] -= pair.votes
        }
        rest.votes -= other.votes
        self = rest
    }

    /// The same contenders with other pairs, which must be sound: names known, first below second,
    /// none repeated.
    func replacing(pairs: [PairTally]) -> Tally {
        var result = Tally()
        result.contenders = contenders
        result.indices = indices
        result.counts = [Int](repeating: 0, count: contenders.count)
        result.pairs = pairs
        for pair in pairs {
            _ = result.table.enter(PairTable.unordered(pair.first, pair.second))
            result.counts[pair.first] += pair.votes
            result.counts[pair.second] += pair.votes
            result.votes += pair.votes
        }
        return result
    }

    private mutating func slot(of first: Int, _ second: Int) -> Int {
        let slot = table.enter(PairTable.unordered(first, second))
        if slot == pairs.count {
            pairs.append(PairTally(first: min(first, second), second: max(first, second)))
        }
        return slot
    }
}

extension Tally: Equatable {
    /// Whether both hold the same contenders and the same votes, in whatever order they came.
    public static func == (left: Tally, right: Tally) -> Bool {
        guard left.votes == right.votes, left.contenders.count == right.contenders.count,
            left.contenders.allSatisfy({ right.indices[$0] != nil })
        else { return false }
        return left.pairs.allSatisfy { pair in
            let other = right.pair(left.contenders[pair.first], left.contenders[pair.second])
            return Outcome.allCases.allSatisfy {
                pair.count(of: $0) == other?.count(of: $0) ?? 0
            }
        }
    }
}

extension Tally: Codable {
    private enum CodingKeys: String, CodingKey { case contenders, pairs }

    /// Reads a tally; counts and names are checked as in `init(contenders:pairs:)`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            contenders: container.decode([String].self, forKey: .contenders),
            pairs: container.decode([PairTally].self, forKey: .pairs))
    }

    /// Writes the contenders and the pairs.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(contenders, forKey: .contenders)
        try container.encode(pairs, forKey: .pairs)
    }
}
