/// Votes grouped by pair, each with features of its own: the input of a contextual fit.
///
/// Features stand in blocks of four doubles, padded with zeros, so that a sweep over millions of
/// votes runs in vector registers.
struct ContextualVotes: Sendable {
    /// The pairs, by index of their contenders.
    private(set) var pairs: [(first: Int, second: Int)] = []
    /// Where each pair's rows begin, and a last entry where all end.
    private(set) var starts = [0]
    /// The first contender's points in each row: 1, 0 or ½, or the mean of several votes.
    private(set) var scores: [Double] = []
    /// The variance of the points within each row; empty where every row is votes of one kind.
    private(set) var spreads: [Double] = []
    /// The number of votes each row stands for.
    private(set) var masses: [Double] = []
    /// What each vote of a pair weighs.
    private(set) var weights: [Double] = []
    /// The rows' features, `blocks` entries a row.
    private(set) var features: [SIMD4<Double>] = []
    let blocks: Int
    /// The number of features.
    let width: Int

    init(width: Int) {
        self.width = width
        blocks = (width + 3) / 4
    }

    /// Room for one row a vote of these pairs, in their order, still to be filled.
    init(width: Int, pairs: [PairTally]) {
        self.init(width: width)
        for pair in pairs {
            self.pairs.append((pair.first, pair.second))
            weights.append(1)
            starts.append(starts[starts.count - 1] + pair.votes)
        }
    }

    var rows: Int { scores.count }

    /// Makes room for so many rows.
    mutating func reserve(rows: Int) {
        scores.reserveCapacity(rows)
        masses.reserveCapacity(rows)
        spreads.reserveCapacity(rows)
        features.reserveCapacity(rows * blocks)
    }

    /// Writes one row a vote: the scores, and the features block by block; every place of both
    /// must be written.
    mutating func fill(
        _ write: (UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<SIMD4<Double>>)
            -> Void
    ) {
        let count = starts[starts.count - 1]
        features = Array(unsafeUninitializedCapacity: count * blocks) { rows, written in
            scores = Array(unsafeUninitializedCapacity: count) { scores, written in
                write(scores, rows)
                written = count
            }
            written = count * blocks
        }
        masses = [Double](repeating: 1, count: count)
    }

    /// Begins the rows of a pair.
    mutating func open(_ first: Int, _ second: Int) {
        pairs.append((first, second))
        weights.append(1)
        starts.append(rows)
    }

    /// Adds votes of the same features to the pair that was begun last, as one row: the mean of
    /// their points and the variance around it say all that the likelihood and its spread need.
    mutating func add(_ votes: PairTally, features row: SIMD4<Double>) {
        let mass = Double(votes.votes)
        guard mass > 0, blocks == 1 else { return }
        let cells = [(votes.firstWins, 1.0), (votes.secondWins, 0), (votes.draws, 0.5)]
        let score = (Double(votes.firstWins) + Double(votes.draws) / 2) / mass
        scores.append(score)
        spreads.append(
            cells.reduce(0) { $0 + Double($1.0) * ($1.1 - score) * ($1.1 - score) } / mass)
        masses.append(mass)
        features.append(row)
        starts[starts.count - 1] = rows
    }

    /// Weighs each vote by 1/max(n, floor), n the votes of its pair, scaled to a mean of 1.
    mutating func level(floor: Int) {
        let counts = pairs.indices.map {
            masses[starts[$0]..<starts[$0 + 1]].reduce(0, +)
        }
        weights = counts.map { 1 / max($0, Double(floor)) }
        let total = zip(counts, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let scale = counts.reduce(0, +) / total
        for pair in pairs.indices { weights[pair] *= scale }
    }

    /// The largest absolute value of each feature.
    var extremes: [Double] {
        var largest = [SIMD4<Double>](repeating: .zero, count: blocks)
        for (place, block) in features.enumerated() {
            let size = block.replacing(with: -block, where: block .< 0)
            let lane = place % blocks
            largest[lane] = largest[lane].replacing(with: size, where: size .> largest[lane])
        }
        return (0..<width).map { largest[$0 / 4][$0 % 4] }
    }

    /// The weight of each pair's votes together.
    var pairMasses: [Double] {
        pairs.indices.map { place in
            weights[place] * masses[starts[place]..<starts[place + 1]].reduce(0, +)
        }
    }
}
