/// The strengths of a component's leaders in each round of a bootstrap.
struct Draws: Sendable {
    /// One row a round, in the order of the solution's leaders, each row's mean at zero.
    let rows: [[Double]]

    init(_ rows: [[Double]]) {
        self.rows = rows
    }

    /// The sample covariance of the leaders' strengths.
    var covariance: SquareMatrix {
        let n = rows.first?.count ?? 0
        var mean = [Double](repeating: 0, count: n)
        for row in rows {
            for i in 0..<n { mean[i] += row[i] / Double(rows.count) }
        }
        var result = SquareMatrix(count: n)
        result.withPointer { entries in
            for row in rows {
                for i in 0..<n {
                    let weight = (row[i] - mean[i]) / Double(rows.count - 1)
                    for j in 0...i { entries[i * n + j] += weight * (row[j] - mean[j]) }
                }
            }
        }
        result.mirror()
        return result
    }

    /// For each leader the percentile interval of its strength less that of `reference`, or of the
    /// strength itself.
    func intervals(level: Double, reference: Int?) -> [Interval] {
        (rows.first ?? []).indices.map { leader in
            let sorted = rows.map { row in
                row[leader] - (reference.map { row[$0] } ?? 0)
            }.sorted()
            return Interval(
                low: sorted.quantile((1 - level) / 2), high: sorted.quantile((1 + level) / 2))
        }
    }
}

extension [Double] {
    /// The quantile of sorted values, linear between two neighbours (Hyndman and Fan 1996, type 7).
    func quantile(_ share: Double) -> Double {
        guard let last, count > 1 else { return first ?? 0 }
        let place = share * Double(count - 1)
        let below = Int(place)
        guard below + 1 < count else { return last }
        return self[below] + (place - Double(below)) * (self[below + 1] - self[below])
    }
}
