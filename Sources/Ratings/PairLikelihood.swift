/// The points of one pair: wins plus half of the draws, by weight.
struct PairPoints: Sendable {
    var first: Int
    var second: Int
    var firstPoints: Double
    var secondPoints: Double
}

/// The penalised log-likelihood of Bradley–Terry strengths, some of which are held fixed.
///
/// ℓ(θ) = Σ w_ij ln p_ij + w_ji ln p_ji − ½λ‖θ‖², p_ij = 1/(1 + e^(θ_j − θ_i)), the penalty over
/// the free strengths only.
struct PairLikelihood: LogisticLikelihood {
    let pairs: [PairPoints]
    /// For each contender the place of its strength among the free ones, or −1 if it is held.
    let slots: [Int]
    let free: [Int]
    let ridge: Double
    /// The votes of each free contender, by weight, and the ridge.
    private(set) var mass: [Double]

    init(pairs: [PairPoints], count: Int, free: [Int], ridge: Double) {
        var slots = [Int](repeating: -1, count: count)
        for (slot, place) in free.enumerated() { slots[place] = slot }
        var mass = [Double](repeating: ridge, count: free.count)
        for pair in pairs {
            let points = pair.firstPoints + pair.secondPoints
            if slots[pair.first] >= 0 { mass[slots[pair.first]] += points }
            if slots[pair.second] >= 0 { mass[slots[pair.second]] += points }
        }
        self.pairs = pairs
        self.slots = slots
        self.free = free
        self.ridge = ridge
        self.mass = mass
    }

    /// The gradient over the free strengths, and the lower triangle of minus the Hessian.
    func evaluate(_ strengths: [Double], gradient: inout [Double], hessian: inout SquareMatrix) {
        for slot in free.indices {
            gradient[slot] = -ridge * strengths[free[slot]]
        }
        let n = free.count
        hessian.withPointer { h in
            h.update(repeating: 0, count: n * n)
            for slot in 0..<n { h[slot * n + slot] = ridge }
            for pair in pairs {
                let i = slots[pair.first]
                let j = slots[pair.second]
                let (p, q) = logistic(strengths[pair.first] - strengths[pair.second])
                let pull = pair.firstPoints * q - pair.secondPoints * p
                let weight = (pair.firstPoints + pair.secondPoints) * p * q
                if i >= 0 {
                    gradient[i] += pull
                    h[i * n + i] += weight
                }
                if j >= 0 {
                    gradient[j] -= pull
                    h[j * n + j] += weight
                }
                if i >= 0 && j >= 0 { h[max(i, j) * n + min(i, j)] -= weight }
            }
        }
    }

    /// The largest change of a gap, held strengths not changing.
    func reach(of step: [Double]) -> Double {
        let low = step.reduce(0) { min($0, $1) }
        let high = step.reduce(0) { max($0, $1) }
        return high - low
    }
}
