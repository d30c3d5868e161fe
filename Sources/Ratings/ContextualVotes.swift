/// Votes grouped by pair, each with features of its own: the input of a contextual fit.
///
/// Features stand in blocks of four doubles, padded with zeros, so that a sweep over millions of
/// votes runs in vector registers.
struct ContextualVotes: Sendable {
    /// The pairs, by index of their contenders.
    private(set) var pairs: [(first: Int, second: Int)] = []
    /// Where each pair's rows begin, and a last entry where all end.
    private(set) var starts = [0]
    /// The first contender's points in each row: 1, 0 or ½.
    private(set) var scores: [Double] = []
    /// Σw of each row, the number of votes it stands for.
    private(set) var masses: [Double] = []
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
            starts.append(starts[starts.count - 1] + pair.votes)
        }
    }

    var rows: Int { scores.count }

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
        starts.append(rows)
    }

    /// Adds a row to the pair that was begun last.
    mutating func add(score: Double, mass: Double, features row: some Sequence<SIMD4<Double>>) {
        scores.append(score)
        masses.append(mass)
        features.append(contentsOf: row)
        starts[starts.count - 1] = rows
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

    /// Σw of each pair's rows.
    var pairMasses: [Double] {
        pairs.indices.map { place in
            masses[starts[place]..<starts[place + 1]].reduce(0, +)
        }
    }
}
