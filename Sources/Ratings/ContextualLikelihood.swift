/// The penalised log-likelihood of strengths and coefficients: logit p = θ_a − θ_b + βᵀx.
///
/// The parameters are the strengths, then the coefficients. The ground of each component that has
/// no penalty is held at zero.
struct ContextualLikelihood: LogisticLikelihood {
    let votes: ContextualVotes
    let contenders: Int
    /// λ of ½λv² for each parameter.
    let penalties: [Double]
    let free: [Int]
    let mass: [Double]
    private let slots: [Int]
    private let extremes: [Double]

    /// A likelihood of votes whose largest features are `extremes`.
    init(
        _ votes: ContextualVotes, extremes: [Double], contenders: Int, penalties: [Double],
        held: Set<Int>
    ) {
        self.votes = votes
        self.contenders = contenders
        self.penalties = penalties
        free = penalties.indices.filter { !held.contains($0) }
        var slots = [Int](repeating: -1, count: penalties.count)
        for (slot, place) in free.enumerated() { slots[place] = slot }
        self.slots = slots
        var mass = penalties
        var total = 0.0
        for (pair, weight) in zip(votes.pairs, votes.pairMasses) {
            mass[pair.first] += weight
            mass[pair.second] += weight
            total += weight
        }
        for place in contenders..<penalties.count { mass[place] += total }
        self.mass = free.map { mass[$0] }
        self.extremes = extremes
    }

    func reach(of step: [Double]) -> Double {
        var low = 0.0
        var high = 0.0
        var more = 0.0
        for (slot, place) in free.enumerated() {
            if place < contenders {
                low = min(low, step[slot])
                high = max(high, step[slot])
            } else {
                more += abs(step[slot]) * extremes[place - contenders]
            }
        }
        return high - low + more
    }

    func evaluate(_ values: [Double], gradient: inout [Double], hessian: inout SquareMatrix) {
        sweep(values, gradient: &gradient, matrix: &hessian) { p, q, _, weight in
            weight * p * q
        }
        for (slot, place) in free.enumerated() {
            gradient[slot] -= penalties[place] * values[place]
            hessian[slot, slot] += penalties[place]
        }
    }

    /// G = Σ w²·((y − p)² + v)·zzᵀ over all rows, v the variance within a row, z the vote's row of the design.
    func meat(_ values: [Double]) -> SquareMatrix {
        var gradient = [Double](repeating: 0, count: free.count)
        var matrix = SquareMatrix(count: free.count)
        sweep(values, gradient: &gradient, matrix: &matrix) { p, _, row, weight in
            let miss = votes.scores[row] - p
            return weight * weight
                * (miss * miss + (votes.spreads.isEmpty ? 0 : votes.spreads[row]))
        }
        matrix.mirror()
        return matrix
    }

    /// Adds up the gradient and Σ weight·zzᵀ in one pass over the rows, pair by pair.
    /// O(rows·features²/4).
    @inline(__always)
    private func sweep(
        _ values: [Double], gradient: inout [Double], matrix: inout SquareMatrix,
        weight: RowWeight
    ) {
        let coefficients = padded(values)
        matrix = SquareMatrix(count: free.count)
        gradient = [Double](repeating: 0, count: free.count)
        var total = PairSum(blocks: votes.blocks)
        var square = [SIMD4<Double>](repeating: .zero, count: 4 * votes.blocks * votes.blocks)
        for (place, pair) in votes.pairs.enumerated() {
            let base = values[pair.first] - values[pair.second]
            let rows = votes.starts[place]..<votes.starts[place + 1]
            total.clear()
            add(
                rows, weighing: votes.weights[place], base: base, coefficients: coefficients,
                to: &total, square: &square, weight: weight)
            scatter(total, pair, gradient: &gradient, matrix: &matrix)
        }
        scatter(square, matrix: &matrix)
    }

    /// What one vote adds to a matrix, from its chances, its row and its weight.
    private typealias RowWeight = (
        _ p: Double, _ q: Double, _ row: Int, _ weight: Double
    ) -> Double

    /// Adds the rows of one pair: pulls and weights by feature, and the features' squares.
    @inline(__always)
    private func add(
        _ rows: Range<Int>, weighing pairWeight: Double, base: Double,
        coefficients: [SIMD4<Double>], to total: inout PairSum,
        square: inout [SIMD4<Double>], weight: RowWeight
    ) {
        let blocks = votes.blocks
        var (pullSum, weightSum) = (0.0, 0.0)
        votes.features.withUnsafeBufferPointer { features in
            total.features.withUnsafeMutableBufferPointer { sums in
                square.withUnsafeMutableBufferPointer { square in
                    for row in rows {
                        let start = row &* blocks
                        var lean = SIMD4<Double>.zero
                        for block in 0..<blocks {
                            lean += features[start &+ block] * coefficients[block]
                        }
                        let (p, q) = logistic(base + lean.sum())
                        let (score, mass) = (votes.scores[row], votes.masses[row])
                        let heft = mass * weight(p, q, row, pairWeight)
                        let pull = mass * pairWeight * (score - p)
                        pullSum += pull
                        weightSum += heft
                        for block in 0..<blocks {
                            let x = features[start &+ block]
                            let heavy = heft * x
                            sums[block] += pull * x
                            sums[blocks &+ block] += heavy
                            for other in 0...block {
                                let y = features[start &+ other]
                                let at = (block &* blocks &+ other) &* 4
                                square[at] += heavy[0] * y
                                square[at &+ 1] += heavy[1] * y
                                square[at &+ 2] += heavy[2] * y
                                square[at &+ 3] += heavy[3] * y
                            }
                        }
                    }
                }
            }
        }
        total.pull = pullSum
        total.weight = weightSum
    }

    private func padded(_ values: [Double]) -> [SIMD4<Double>] {
        (0..<votes.blocks).map { block in
            var four = SIMD4<Double>.zero
            for lane in 0..<4 where block * 4 + lane < votes.width {
                four[lane] = values[contenders + block * 4 + lane]
            }
            return four
        }
    }

    private func scatter(
        _ sum: PairSum, _ pair: (first: Int, second: Int),
        gradient: inout [Double], matrix: inout SquareMatrix
    ) {
        let (i, j) = (slots[pair.first], slots[pair.second])
        for (slot, sign) in [(i, 1.0), (j, -1.0)] where slot >= 0 {
            gradient[slot] += sign * sum.pull
            matrix[slot, slot] += sum.weight
            for feature in 0..<votes.width where slots[contenders + feature] >= 0 {
                matrix[slots[contenders + feature], slot] +=
                    sign * sum.weight(of: feature)
            }
        }
        if i >= 0 && j >= 0 { matrix[max(i, j), min(i, j)] -= sum.weight }
        for feature in 0..<votes.width where slots[contenders + feature] >= 0 {
            gradient[slots[contenders + feature]] += sum.pull(of: feature)
        }
    }

    private func scatter(_ square: [SIMD4<Double>], matrix: inout SquareMatrix) {
        for row in 0..<votes.width {
            for column in 0...row {
                let (i, j) = (slots[contenders + row], slots[contenders + column])
                guard i >= 0, j >= 0 else { continue }
                let at = (row / 4 * votes.blocks + column / 4) * 4 + row % 4
                matrix[max(i, j), min(i, j)] += square[at][column % 4]
            }
        }
    }
}

/// What the rows of one pair add up to.
private struct PairSum {
    var pull = 0.0
    var weight = 0.0
    /// Pulls times features, then weights times features, by block.
    var features: [SIMD4<Double>]

    init(blocks: Int) {
        features = [SIMD4<Double>](repeating: .zero, count: 2 * blocks)
    }

    func pull(of feature: Int) -> Double { features[feature / 4][feature % 4] }

    func weight(of feature: Int) -> Double {
        features[features.count / 2 + feature / 4][feature % 4]
    }

    mutating func clear() {
        for place in features.indices { features[place] = .zero }
    }
}
