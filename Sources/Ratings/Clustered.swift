/// The spread of the votes when those of one voter depend on each other.
extension Solution {
    /// Whether the component has voters enough for an interval clustered by voter: more than
    /// contenders, else G has not full rank and some gap would seem to be known exactly.
    ///
    /// Where it has not, the plain sandwich stands in and the fit says so in its notes.
    var isClustered: Bool {
        parameters.interval == .clustered && voters > leaders.count
    }

    /// Known voters, and votes of unknown ones, each a voter of its own.
    var voters: Int {
        table.ballots.count + table.unsigned.reduce(0) { $0 + $1.votes }
    }

    /// G = m/(m − 1)·Σ s_v s_vᵀ over the m voters, s_v the sum of a voter's scores
    /// (y − p)(e_i − e_j) (Liang and Zeger 1986; the factor as in Cameron and Miller 2015,
    /// section II.C). O(n² + voters·(contenders of one voter)²).
    func clusteredMeat(slots: [Int]) -> SquareMatrix {
        var scores = VoterScores(count: freeLeaders.count)
        for ballot in table.ballots {
            for pair in ballot { add(pair, to: &scores, slots: slots) }
            scores.close()
        }
        for pair in table.unsigned { addSeparately(pair, to: &scores, slots: slots) }
        return scores.meat(voters: voters)
    }

    private func add(_ pair: PairTally, to scores: inout VoterScores, slots: [Int]) {
        guard isLeaderPair(pair) else { return }
        let (p, q) = logistic(strengths[pair.first] - strengths[pair.second])
        let score =
            Double(pair.firstWins) * q - Double(pair.secondWins) * p
            + Double(pair.draws) * (0.5 - p)
        scores.add(score, to: slots[pair.first])
        scores.add(-score, to: slots[pair.second])
    }

    private func addSeparately(_ pair: PairTally, to scores: inout VoterScores, slots: [Int]) {
        guard isLeaderPair(pair) else { return }
        let (p, q) = logistic(strengths[pair.first] - strengths[pair.second])
        let votes = [(pair.firstWins, q), (pair.secondWins, -p), (pair.draws, 0.5 - p)]
        for (count, score) in votes where count > 0 {
            scores.add(score, to: slots[pair.first])
            scores.add(-score, to: slots[pair.second])
            scores.close(times: Double(count))
        }
    }

    private func isLeaderPair(_ pair: PairTally) -> Bool {
        isLeader[pair.first] && isLeader[pair.second]
    }
}

/// Sums the outer products of voters' scores, one voter after the other.
private struct VoterScores {
    private var outer: SquareMatrix
    private var score: [Double]
    private var touched: [Int] = []

    init(count: Int) {
        outer = SquareMatrix(count: count)
        score = [Double](repeating: 0, count: count)
    }

    mutating func add(_ value: Double, to slot: Int) {
        guard slot >= 0 else { return }
        if score[slot] == 0 { touched.append(slot) }
        score[slot] += value
    }

    /// Ends a voter, who counts `times` times.
    mutating func close(times: Double = 1) {
        for i in touched {
            for j in touched { outer[i, j] += times * score[i] * score[j] }
        }
        for i in touched { score[i] = 0 }
        touched.removeAll(keepingCapacity: true)
    }

    func meat(voters: Int) -> SquareMatrix {
        var result = outer
        let factor = Double(voters) / Double(max(1, voters - 1))
        result.write(outer, at: Array(0..<outer.count), scale: factor)
        return result
    }
}
