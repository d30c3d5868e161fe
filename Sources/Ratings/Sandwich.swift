/// The leaders' covariance by the curvature of the likelihood and the spread of the votes.
extension Solution {
    /// The covariance of the leaders' strengths with the ground at zero, in squared log-odds, in
    /// the order of `leaders`.
    ///
    /// - `laplace`: H⁻¹.
    /// - `sandwich`: H⁻¹GH⁻¹, G = Σ w²(y − p)²(e_i − e_j)(e_i − e_j)ᵀ from the tally alone (Huber
    ///   1967, White 1982).
    /// - `clustered`: the same with the G of `clusteredMeat`; see `isClustered`.
    var leaderCovariance: SquareMatrix {
        guard !leaders.isEmpty else { return SquareMatrix(count: 0) }
        guard parameters.hessianRidge == 0 else { return ridgedCovariance }
        let bread = Linear.inverse(leaderFactor)
        var result = SquareMatrix(count: leaders.count)
        result.write(covariance(bread), at: leaderSlots, scale: 1)
        return result
    }

    private func covariance(_ bread: SquareMatrix) -> SquareMatrix {
        switch parameters.interval {
        case .laplace:
            return bread
        case .clustered where isClustered:
            let half = Linear.multiply(clusteredMeat(slots: slots(of: freeLeaders)), bread)
            return Linear.product(bread, half)
        case .sandwich, .clustered, .bootstrap:
            return Linear.sandwich(bread, meat: meat(slots: slots(of: freeLeaders)))
        }
    }

    /// The covariance with a ridge on the whole Hessian, none held at zero: arena-rank's formula.
    private var ridgedCovariance: SquareMatrix {
        let likelihood = PairLikelihood(
            pairs: leaderPairs.map { table.pairs[$0] }, count: table.members.count,
            free: leaders, ridge: parameters.hessianRidge + leaderLikelihood.ridge)
        var gradient = [Double](repeating: 0, count: leaders.count)
        var factor = SquareMatrix(count: leaders.count)
        likelihood.evaluate(strengths, gradient: &gradient, hessian: &factor)
        guard Linear.factor(&factor) else { return SquareMatrix(count: leaders.count) }
        return Linear.sandwich(
            Linear.inverse(factor), meat: meat(slots: slots(of: leaders)))
    }

    /// The places of the free leaders among the leaders.
    private var leaderSlots: [Int] { leaders.indices.filter { leaders[$0] != ground } }

    func slots(of places: [Int]) -> [Int] {
        var slots = [Int](repeating: -1, count: table.members.count)
        for (slot, place) in places.enumerated() { slots[place] = slot }
        return slots
    }

    /// Σ w²(y − p)² of each pair of leaders.
    func meat(slots: [Int]) -> [(i: Int, j: Int, weight: Double)] {
        leaderPairs.map { place in
            let pair = table.pairs[place]
            let mass = table.masses[place]
            let (p, q) = logistic(strengths[pair.first] - strengths[pair.second])
            let spread =
                mass.firstWins.squares * q * q + mass.secondWins.squares * p * p
                + mass.draws.squares * (0.5 - p) * (0.5 - p)
            return (slots[pair.first], slots[pair.second], spread)
        }
    }
}
