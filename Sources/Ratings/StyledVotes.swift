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
}

/// Votes with the style of both replies: the input of style control.
public struct StyledVotes: Sendable {
    /// The names of the features, such as length, headings, bold spans and list items.
    public let features: [String]
    /// How measurements become features.
    public let difference: StyleDifference
    /// All votes, style forgotten.
    public private(set) var total = Tally()

    private var pairs: [UInt64] = []
    private var scores: [Double] = []
    /// 1 where a is the pair's first contender, −1 where it is the second.
    private var sides: [Double] = []
    private var differences: [Double] = []

    /// Creates an empty collection.
    public init(features: [String], difference: StyleDifference = .share) {
        self.features = features
        self.difference = difference
    }

    /// The number of votes.
    public var count: Int { scores.count }

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
        for place in features.indices {
            differences.append(sign * difference(one[place], other[place]))
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
        for place in 0..<4 { differences.append(sign * difference(one[place], other[place])) }
    }

    /// Adds a vote without its features; 1 where a is the pair's first contender, else −1.
    private mutating func add(
        _ outcome: Outcome, first: Int, second: Int
    ) throws(TallyError) -> Double {
        try total.add(outcome, first: first, second: second)
        let sign = first < second ? 1.0 : -1
        pairs.append(UInt64(min(first, second)) << 32 | UInt64(max(first, second)))
        scores.append(first < second ? outcome.score : outcome.swapped.score)
        sides.append(sign)
        return sign
    }

    /// Mean and standard deviation of each feature as it was given, a against b; `ddof` is 0 for
    /// the population's, 1 for the sample's.
    func moments(ddof: Int) -> [(mean: Double, deviation: Double)] {
        features.indices.map { feature in
            var sum = 0.0
            for row in 0..<count { sum += sides[row] * differences[row * features.count + feature] }
            let mean = sum / Double(max(1, count))
            var squares = 0.0
            for row in 0..<count {
                let rest = sides[row] * differences[row * features.count + feature] - mean
                squares += rest * rest
            }
            return (mean, (squares / Double(max(1, count - ddof))).squareRoot())
        }
    }

    /// The votes sorted by pair, features less `means` and divided by `scales`, and then a
    /// constant for the first side if there is one more column.
    func contextual(
        means: [Double], scales: [Double], columns: Int
    ) -> ContextualVotes {
        var votes = ContextualVotes(width: columns)
        votes.reserve(rows: count)
        let width = features.count
        var row = [SIMD4<Double>](repeating: .zero, count: votes.blocks)
        var last: UInt64?
        for place in pairs.sortedPlaces {
            if pairs[place] != last {
                votes.open(Int(pairs[place] >> 32), Int(pairs[place] & 0xffff_ffff))
                last = pairs[place]
            }
            let side = sides[place]
            for feature in 0..<width where scales[feature] > 0 {
                let value = differences[place * width + feature] - side * means[feature]
                row[feature / 4][feature % 4] = value / scales[feature]
            }
            if columns > width { row[width / 4][width % 4] = side }
            votes.add(score: scores[place], mass: 1, features: row)
        }
        return votes
    }
}

extension [UInt64] {
    /// The places of the entries in rising order, equal ones as they stood: a radix sort over
    /// 16 bits at a time. O(count).
    fileprivate var sortedPlaces: [Int] {
        var order = [Int](indices)
        var moved = order
        for shift in stride(from: UInt64(0), to: 64, by: 16) {
            var starts = [Int](repeating: 0, count: (1 << 16) + 1)
            for key in self { starts[Int(key >> shift & 0xffff) + 1] += 1 }
            guard starts.max() != count else { continue }
            for digit in 1...(1 << 16) { starts[digit] += starts[digit - 1] }
            for place in order {
                let digit = Int(self[place] >> shift & 0xffff)
                moved[starts[digit]] = place
                starts[digit] += 1
            }
            swap(&order, &moved)
        }
        return order
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
