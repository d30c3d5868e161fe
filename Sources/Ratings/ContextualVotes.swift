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

    var rows: Int { scores.count }

    mutating func reserve(rows: Int) {
        scores.reserveCapacity(rows)
        masses.reserveCapacity(rows)
        features.reserveCapacity(rows * blocks)
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

    /// The points of each pair, features forgotten.
    var points: [PairPoints] {
        pairs.enumerated().map { place, pair in
            var points = PairPoints(
                first: pair.first, second: pair.second, firstPoints: 0, secondPoints: 0)
            for row in starts[place]..<starts[place + 1] {
                points.firstPoints += masses[row] * scores[row]
                points.secondPoints += masses[row] * (1 - scores[row])
            }
            return points
        }
    }
}
