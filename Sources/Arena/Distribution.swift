package import Ratings

/// Values in rising order, and what is said of them.
package struct Distribution: Sendable, Equatable {
    /// The values, rising.
    package let values: [Double]

    /// The distribution of these values; what is not a number is left out.
    package init(_ values: some Sequence<Double>) {
        self.values = values.filter { !$0.isNaN }.sorted()
    }

    /// The value below which a share of the values lies; `nil` without a value.
    ///
    /// Type 7 of Hyndman and Fan (1996), as R and NumPy have it unless told otherwise: with
    /// h = (n − 1)p, the values at ⌊h⌋ and ⌊h⌋ + 1 from zero, interpolated by what is left of h.
    package func quantile(_ share: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        let place = Double(values.count - 1) * min(max(share, 0), 1)
        let below = Int(place)
        guard below + 1 < values.count else { return values[values.count - 1] }
        let rest = place - Double(below)
        return values[below] + rest * (values[below + 1] - values[below])
    }

    /// The value in the middle; `nil` without a value.
    package var median: Double? { quantile(0.5) }
}

extension Distribution {
    /// The percentile bootstrap interval of the median at 95%; `nil` below two values.
    ///
    /// As many values are drawn with replacement as there are, and their median taken, 2,000 times;
    /// the interval runs from the 2.5% to the 97.5% quantile of these medians. Seeded, so that the
    /// same values give the same interval. No draw is made one by one: how many of n draws fall in
    /// a half of the values is binomial, so the middle of a round is found by halving, and a round
    /// costs O(log n).
    package func medianInterval(rounds: Int = 2000, seed: UInt64 = 2026) -> Interval? {
        guard values.count > 1, rounds > 0 else { return nil }
        var random = Random(seed: seed)
        let medians = Distribution((0..<rounds).map { _ in resampledMedian(&random) })
        guard let low = medians.quantile(0.025), let high = medians.quantile(0.975) else {
            return nil
        }
        return Interval(low: low, high: high)
    }

    /// The median of as many draws with replacement as there are values.
    private func resampledMedian(_ random: inout Random) -> Double {
        let count = values.count
        let high = count / 2
        var draws = Draws(all: count, in: 0..<count)
        guard count.isMultiple(of: 2) else { return values[draws.place(of: high, &random)] }
        var upper: Int?
        let lower = draws.place(of: high - 1, next: &upper, &random)
        return (values[lower] + values[upper ?? lower]) / 2
    }
}

/// Draws with replacement from a range of places, known only by how many fell into it.
private struct Draws {
    var count: Int
    var range: Range<Int>

    init(all count: Int, in range: Range<Int>) {
        self.count = count
        self.range = range
    }

    /// The place of the draw with this rank, from zero in rising order.
    mutating func place(of rank: Int, _ random: inout Random) -> Int {
        var next: Int?
        return place(of: rank, next: &next, &random)
    }

    /// The place of the draw with this rank; `next` becomes that of the following rank where the
    /// two differ.
    mutating func place(of rank: Int, next: inout Int?, _ random: inout Random) -> Int {
        var rank = rank
        while range.count > 1 {
            let middle = range.lowerBound + range.count / 2
            let share = Double(range.count / 2) / Double(range.count)
            let below = random.binomial(count, share)
            if rank >= below {
                (rank, count, range) = (rank - below, count - below, middle..<range.upperBound)
            } else {
                if rank == below - 1, count > below {
                    var above = Draws(all: count - below, in: middle..<range.upperBound)
                    next = above.place(of: 0, &random)
                }
                (count, range) = (below, range.lowerBound..<middle)
            }
        }
        return range.lowerBound
    }
}
