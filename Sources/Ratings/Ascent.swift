/// A concave log-likelihood of votes whose log-odds are linear in the parameters.
protocol LogisticLikelihood {
    /// The parameters that are not held, as places in the vector of all.
    var free: [Int] { get }
    /// The votes each free parameter has a part in: what its gradient is measured by.
    var mass: [Double] { get }
    /// The gradient over the free parameters, and the lower triangle of minus the Hessian.
    func evaluate(_ values: [Double], gradient: inout [Double], hessian: inout SquareMatrix)
    /// A bound on the change a step of the free parameters makes to the log-odds of any vote.
    func reach(of step: [Double]) -> Double
}

/// How long an ascent may take.
enum Ascent {
    /// Rounds after which an ascent is called failed; it is never called done for their number.
    static let patience = 500
}

/// Where an ascent came to rest.
struct Optimum {
    /// All parameters, the held ones as they were given.
    var values: [Double]
    var rounds: Int
    /// The largest entry of the gradient, each divided by the votes of its contender.
    var gradient: Double
    /// L, where L·Lᵀ is minus the Hessian at the optimum over the free ones.
    var factor: SquareMatrix
}

extension LogisticLikelihood {
    /// Climbs to the maximum by damped Newton steps.
    ///
    /// A step is cut to ln(1 + r)/r of its length, r the largest change it makes to the log-odds of
    /// any vote. Along a step the curvature changes at most by e^(r·t), so that every cut step
    /// climbs (Bach 2010, proposition 1): no line search, and quadratic convergence at the end.
    /// Rests when the gradient is below 10⁻⁹ of each parameter's votes and the whole step below
    /// 10⁻⁹, or no longer shrinking. O(rounds·(n³/3 + one sweep)).
    /// - Throws: `FitError.notPositiveDefinite`, `.notConverged`.
    func maximum(from start: [Double]) throws(FitError) -> Optimum {
        var values = start
        var gradient = [Double](repeating: 0, count: free.count)
        var factor = SquareMatrix(count: free.count)
        var previous = Double.infinity
        var slope = Double.infinity
        for round in 1...Ascent.patience {
            evaluate(values, gradient: &gradient, hessian: &factor)
            slope = relativeSlope(gradient)
            guard Linear.factor(&factor) else { throw .notPositiveDefinite(round: round) }
            Linear.solve(factor, &gradient)
            let reach = reach(of: gradient)
            let cut = reach < 1e-9 ? 1 : naturalLog(1 + reach) / reach
            for (slot, place) in free.enumerated() { values[place] += cut * gradient[slot] }
            if slope < 1e-9 && (reach < 1e-9 || reach < 1e-5 && reach > previous / 2) {
                return Optimum(
                    values: values, rounds: round, gradient: slope, factor: factor)
            }
            previous = reach
        }
        throw .notConverged(rounds: Ascent.patience, gradient: slope)
    }

    private func relativeSlope(_ gradient: [Double]) -> Double {
        var largest = 0.0
        for (slot, entry) in gradient.enumerated() {
            largest = max(largest, abs(entry) / max(mass[slot], 1e-300))
        }
        return largest
    }
}
