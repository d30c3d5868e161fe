extension Fit {
    /// The expected share of contender `i` against `j`, or nil if no votes link them.
    public func expectedShare(_ i: Int, _ j: Int) -> Double? {
        guard ratings[i].component == ratings[j].component else { return nil }
        return logistic(ratings[i].strength - ratings[j].strength).p
    }

    /// The fitted win-rate matrix: entry [i][j] is the expected share of i against j, nil on the
    /// diagonal and between components.
    public var expectedShares: [[Double?]] {
        ratings.indices.map { i in
            ratings.indices.map { j in i == j ? nil : expectedShare(i, j) }
        }
    }

    /// The mean expected share of a contender against every other of its component, or nil if
    /// there is none.
    public func averageShare(_ i: Int) -> Double? {
        let shares = components[ratings[i].component].members.compactMap { rival in
            rival == i ? nil : expectedShare(i, rival)
        }
        return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
    }
}

extension Tally {
    /// The observed win-rate matrix: entry [i][j] is the share of i against j, ties and both-bad
    /// counting half, nil where they never met.
    public var observedShares: [[Double?]] {
        var shares = [[Double?]](
            repeating: [Double?](repeating: nil, count: contenders.count),
            count: contenders.count)
        for pair in pairs {
            shares[pair.first][pair.second] = HeadToHead(pair).share
            shares[pair.second][pair.first] = HeadToHead(pair.swapped).share
        }
        return shares
    }

    /// The battle-count matrix: entry [i][j] is the number of votes on i against j.
    public var battleCounts: [[Int]] {
        var counts = [[Int]](
            repeating: [Int](repeating: 0, count: contenders.count), count: contenders.count)
        for pair in pairs {
            counts[pair.first][pair.second] = pair.votes
            counts[pair.second][pair.first] = pair.votes
        }
        return counts
    }
}
