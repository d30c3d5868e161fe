/// Votes counted for each voter as well as together.
///
/// The votes of one voter are not independent of each other; an interval clustered by voter needs
/// to know whose they are. Votes of unknown voters stand each on its own.
public struct VoterTally: Sendable, Equatable {
    /// All votes together.
    public private(set) var total = Tally()
    /// The known voters, in order of first appearance.
    public private(set) var voters: [String] = []
    /// Each known voter's own record, in the order of `voters`, with the contender indices of
    /// `total`.
    public private(set) var ballots: [[PairTally]] = []
    /// Votes whose voter is unknown, with the contender indices of `total`.
    public private(set) var unsigned: [PairTally] = []

    private var places: [String: Int] = [:]
    private var slots: [Int: [UInt64: Int]] = [:]

    /// Creates an empty tally.
    public init() {}

    /// The index of a voter in `voters`, or nil if it never voted.
    public func index(of voter: String) -> Int? { places[voter] }

    /// Counts votes of one voter, or of an unknown one.
    /// - Throws: `TallyError` as `Tally.add` does.
    public mutating func add(
        _ outcome: Outcome, between a: String, and b: String, by voter: String?, count: Int = 1
    ) throws(TallyError) {
        try total.add(outcome, between: a, and: b, count: count)
        guard count > 0 else { return }
        let first = try total.register(a)
        let second = try total.register(b)
        let seen = first < second ? outcome : outcome.swapped
        enter(seen, min(first, second), max(first, second), voter: voter, count: count)
    }

    /// The votes of one voter as a tally of its own.
    /// - Throws: `TallyError` only if the record is damaged.
    public func tally(of voter: String) throws(TallyError) -> Tally {
        guard let place = places[voter] else { return Tally() }
        return try Tally(contenders: total.contenders, pairs: ballots[place])
    }

    /// The same votes but for those of some voters, for a table without them. Contenders stay.
    /// - Throws: `TallyError` only if the record is damaged.
    public func excluding(_ excluded: Set<String>) throws(TallyError) -> VoterTally {
        var result = VoterTally()
        for name in total.contenders { try result.total.register(name) }
        for (place, voter) in voters.enumerated() where !excluded.contains(voter) {
            try result.add(ballots[place], by: voter)
        }
        try result.add(unsigned, by: nil)
        return result
    }

    private mutating func add(_ ballot: [PairTally], by voter: String?) throws(TallyError) {
        for pair in ballot {
            let (a, b) = (total.contenders[pair.first], total.contenders[pair.second])
            for outcome in Outcome.allCases {
                try add(outcome, between: a, and: b, by: voter, count: pair.count(of: outcome))
            }
        }
    }

    private mutating func enter(
        _ outcome: Outcome, _ first: Int, _ second: Int, voter: String?, count: Int
    ) {
        let place = voter.map { self.place(of: $0) }
        let key = PairTable.unordered(first, second)
        let owner = place ?? -1
        let length = place.map { ballots[$0].count } ?? unsigned.count
        let slot = slots[owner, default: [:]][key] ?? length
        if slot == length {
            slots[owner, default: [:]][key] = slot
            let pair = PairTally(first: first, second: second)
            if let place { ballots[place].append(pair) } else { unsigned.append(pair) }
        }
        if let place {
            ballots[place][slot].add(outcome, count: count)
        } else {
            unsigned[slot].add(outcome, count: count)
        }
    }

    private mutating func place(of voter: String) -> Int {
        if let place = places[voter] { return place }
        places[voter] = voters.count
        voters.append(voter)
        ballots.append([])
        return voters.count - 1
    }
}
