import Ratings

extension Snapshot {
    /// This snapshot with some of its rows only: places and average shares are among those.
    ///
    /// Ratings, intervals and gaps stay what they were. O(rows²).
    package func keeping(_ isKept: (Standing) -> Bool) -> Snapshot {
        let kept = rows.indices.filter { isKept(rows[$0]) }
        guard kept.count < rows.count else { return self }
        let standings = kept.map { row -> Standing in
            let rivals = kept.filter { $0 != row && rows[$0].component == rows[row].component }
            let gaps = rivals.map { gap(row, $0) }
            return rows[row].placed(
                low: 1 + gaps.count { 1 - $0.pBetter >= Self.certain },
                high: 1 + gaps.count { $0.pBetter < Self.certain },
                share: gaps.isEmpty
                    ? nil : gaps.reduce(0) { $0 + $1.expectedShare } / Double(gaps.count))
        }
        return Snapshot(
            id: id, pool: pool, asOf: asOf, votes: votes, lastSequence: lastSequence,
            method: method, prior: prior, rounds: rounds, gradient: gradient, rows: standings,
            covariance: kept.flatMap { row in kept.map { covariance[row * rows.count + $0] } },
            style: style)
    }

    /// A contender is surely better from this probability on.
    private static let certain = 0.975
}

extension Standing {
    fileprivate func placed(low: Int, high: Int, share: Double?) -> Standing {
        Standing(
            contender: contender, name: name, rating: rating, low: self.low, high: self.high,
            rankLow: low, rankHigh: high, component: component, isProvisional: isProvisional,
            votes: votes, wins: wins, losses: losses, ties: ties, bothBad: bothBad,
            averageShare: share)
    }
}
