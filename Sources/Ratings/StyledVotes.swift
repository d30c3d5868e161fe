/// How two measurements of style, a and b, become one feature of a battle.
public enum StyleDifference: Sendable, Hashable, Codable {
    /// (a − b)/(a + b), 0 when both are 0.
    case share
    /// (a − b)/(a + b + 1), as FastChat has it.
    case shareOfOneMore

    func callAsFunction(_ a: Double, _ b: Double) -> Double {
        switch self {
        case .share: a + b > 0 ? (a - b) / (a + b) : 0
        case .shareOfOneMore: (a - b) / (a + b + 1)
        }
    }

    @inline(__always)
    func callAsFunction(_ a: SIMD4<Double>, _ b: SIMD4<Double>) -> SIMD4<Double> {
        switch self {
        case .share: ((a - b) / (a + b)).replacing(with: 0, where: a + b .== 0)
        case .shareOfOneMore: (a - b) / (a + b + 1)
        }
    }
}

/// Votes with the style of both replies: the input of style control.
public struct StyledVotes: Sendable {
    /// The names of the features, such as length, headings, bold spans and list items.
    public let features: [String]
    /// How measurements become features.
    public let difference: StyleDifference
    /// All votes, style forgotten.
    public private(set) var total = Tally()

    /// A vote without its features.
    private struct Entry: Sendable {
        /// The place of its pair in `total`.
        let pair: UInt32
        /// As the pair's first contender sees it.
        let outcome: Outcome
        /// Whether a is the pair's second contender.
        let isSwapped: Bool

        /// 1 where a is the pair's first contender, −1 where it is the second.
        var side: Double { isSwapped ? -1 : 1 }
    }

    private var entries: [Entry] = []
    /// Differences as the pair's first contender sees them, `blocks` entries a vote.
    private var differences: [SIMD4<Double>] = []
    private var blocks: Int { (features.count + 3) / 4 }

    /// Creates an empty collection.
    public init(features: [String], difference: StyleDifference = .share) {
        self.features = features
        self.difference = difference
    }

    /// The number of votes.
    public var count: Int { entries.count }

    /// Makes room for so many more votes.
    public mutating func reserve(_ votes: Int) {
        entries.reserveCapacity(entries.count + votes)
        differences.reserveCapacity(differences.count + votes * blocks)
    }

    /// Adds a vote with the measurements of both replies, one a feature, in the order of
    /// `features`.
    /// - Throws: `TallyError` as `Tally.add` does, and `badFeature` unless each measurement is a
    ///   finite number not below zero.
    public mutating func add(
        _ outcome: Outcome, between a: String, and b: String, style one: [Double],
        against other: [Double]
    ) throws(TallyError) {
        guard one.count == features.count, other.count == features.count,
            one.allSatisfy({ $0.isMeasurement }), other.allSatisfy({ $0.isMeasurement })
        else { throw .badFeature }
        guard a != b else { throw .sameContender(a) }
        let sign = try add(outcome, first: try register(a), second: try register(b))
        for block in 0..<blocks {
            var four = SIMD4<Double>.zero
            for place in block * 4..<min(block * 4 + 4, features.count) {
                four[place % 4] = sign * difference(one[place], other[place])
            }
            differences.append(four)
        }
    }

    /// Enters a contender, with or without votes yet, and gives its index.
    /// - Throws: `TallyError.emptyName`.
    @discardableResult
    public mutating func register(_ contender: String) throws(TallyError) -> Int {
        try total.register(contender)
    }

    /// Adds a vote on two contenders given by their indices, the first being a, with the
    /// measurements of both replies; for exactly four features.
    ///
    /// Costs no hash of a name and no allocation: for files with millions of votes.
    /// - Throws: as `add(_:between:and:style:against:)`, and `strayPair` for an index out of range.
    public mutating func add(
        _ outcome: Outcome, first: Int, second: Int, style one: SIMD4<Double>,
        against other: SIMD4<Double>
    ) throws(TallyError) {
        guard features.count == 4, one.isMeasurement, other.isMeasurement else {
            throw .badFeature
        }
        let sign = try add(outcome, first: first, second: second)
        differences.append(sign * difference(one, other))
    }

    /// Adds a vote without its features; 1 where a is the pair's first contender, else −1.
    private mutating func add(
        _ outcome: Outcome, first: Int, second: Int
    ) throws(TallyError) -> Double {
        guard let pair = try total.enter(outcome, first: first, second: second) else { return 0 }
        let isSwapped = first > second
        let entry = Entry(
            pair: UInt32(pair), outcome: isSwapped ? outcome.swapped : outcome,
            isSwapped: isSwapped)
        entries.append(entry)
        return entry.side
    }

    /// Mean and standard deviation of each feature as it was given, a against b; `ddof` is 0 for
    /// the population's, 1 for the sample's.
    func moments(ddof: Int) -> [(mean: Double, deviation: Double)] {
        (0..<blocks).flatMap { block in
            var sum = SIMD4<Double>.zero
            for (row, entry) in entries.enumerated() {
                sum += entry.side * differences[row * blocks + block]
            }
            let mean = sum / Double(max(1, count))
            var squares = SIMD4<Double>.zero
            for (row, entry) in entries.enumerated() {
                let rest = entry.side * differences[row * blocks + block] - mean
                squares += rest * rest
            }
            let deviation = (squares / Double(max(1, count - ddof))).squareRoot()
            return (0..<min(4, features.count - block * 4)).map { (mean[$0], deviation[$0]) }
        }
    }

    /// The votes sorted by pair, features less `means` and divided by `scales`, and then a
    /// constant for the first side if there is one more column.
    ///
    /// Each vote is read once in its order and written once at the next place of its pair.
    func contextual(
        means: [Double], scales: [Double], columns: Int
    ) -> ContextualVotes {
        let order = total.pairs.indices.sorted {
            let (one, other) = (total.pairs[$0], total.pairs[$1])
            return (one.first, one.second) < (other.first, other.second)
        }
        var votes = ContextualVotes(width: columns, pairs: order.map { total.pairs[$0] })
        var places = [Int](repeating: 0, count: order.count)
        for (rank, pair) in order.enumerated() { places[pair] = votes.starts[rank] }
        let shift = Self.fours(means, count: votes.blocks, rest: 0)
        let scale = Self.fours(
            scales.map { $0 > 0 ? $0 : .infinity }, count: votes.blocks, rest: 1)
        let (blocks, width) = (blocks, features.count)
        votes.fill { scores, rows in
            for (row, entry) in entries.enumerated() {
                let place = places[Int(entry.pair)]
                places[Int(entry.pair)] = place &+ 1
                scores[place] = entry.outcome.score
                for block in shift.indices {
                    var four = SIMD4<Double>.zero
                    if block < blocks { four = differences[row &* blocks &+ block] }
                    four = (four - entry.side * shift[block]) / scale[block]
                    if columns > width, block == width / 4 { four[width % 4] = entry.side }
                    rows[place &* shift.count &+ block] = four
                }
            }
        }
        return votes
    }

    /// Values in blocks of four, the last filled up with `rest`.
    private static func fours(
        _ values: [Double], count: Int, rest: Double
    ) -> [SIMD4<Double>] {
        var fours = [SIMD4<Double>](repeating: SIMD4(repeating: rest), count: count)
        for (place, value) in values.enumerated() { fours[place / 4][place % 4] = value }
        return fours
    }
}

extension Double {
    fileprivate var isMeasurement: Bool { self >= 0 && isFinite }
}

extension SIMD4<Double> {
    fileprivate var isMeasurement: Bool {
        all((self .>= 0) .& (self .< .infinity))
    }
}
