/// One component solved: strengths, and what their covariance needs.
struct Solution {
    let table: Table
    let parameters: BradleyTerry
    /// Local strengths; the core's mean is 0, or without a core the whole table's.
    private(set) var strengths: [Double]
    private(set) var rounds = 0
    private(set) var gradient = 0.0
    /// Local indices whose strengths were found first: the core, or with a prior all.
    let leaders: [Int]
    /// Local indices placed afterwards by the ridge.
    let followers: [Int]
    /// The leader held at zero while the others were found; nil with a prior.
    let ground: Int?
    /// L over the leaders but the ground.
    private(set) var leaderFactor = SquareMatrix(count: 0)
    /// L over the followers.
    private(set) var followerFactor = SquareMatrix(count: 0)
    /// Whether each member is a leader.
    let isLeader: [Bool]

    init(of table: Table, parameters: BradleyTerry, start: [Double]) throws(FitError) {
        self.table = table
        self.parameters = parameters
        leaders = parameters.prior == nil ? table.core : Array(table.members.indices)
        followers = parameters.prior == nil ? table.rest : []
        ground = parameters.prior == nil ? table.busiest(among: leaders) : nil
        strengths = start
        let inside = Set(leaders)
        isLeader = table.members.indices.map { inside.contains($0) }
        try findLeaders()
        try findFollowers()
    }

    /// The pairs both of whose contenders are leaders.
    var leaderPairs: [Int] {
        table.pairs.indices.filter {
            isLeader[table.pairs[$0].first] && isLeader[table.pairs[$0].second]
        }
    }

    /// The free leaders: all but the ground.
    var freeLeaders: [Int] { leaders.filter { $0 != ground } }

    /// The penalised likelihood of the leaders' strengths.
    var leaderLikelihood: PairLikelihood {
        PairLikelihood(
            pairs: leaderPairs.map { table.pairs[$0] }, count: table.members.count,
            free: freeLeaders, ridge: parameters.prior.map { 1 / ($0 * $0) } ?? 0)
    }

    private mutating func findLeaders() throws(FitError) {
        guard !leaders.isEmpty else { return }
        let shift = ground.map { strengths[$0] } ?? 0
        for place in leaders { strengths[place] -= shift }
        let optimum = try leaderLikelihood.maximum(from: strengths)
        strengths = optimum.values
        leaderFactor = optimum.factor
        take(optimum)
        guard parameters.prior == nil else { return }
        centre(on: leaders)
    }

    private mutating func findFollowers() throws(FitError) {
        guard !followers.isEmpty else { return }
        let pairs = table.pairs.filter { !(isLeader[$0.first] && isLeader[$0.second]) }
        let likelihood = PairLikelihood(
            pairs: pairs, count: table.members.count, free: followers, ridge: parameters.ridge)
        let optimum = try likelihood.maximum(from: strengths)
        strengths = optimum.values
        followerFactor = optimum.factor
        take(optimum)
        if leaders.isEmpty { centre(on: followers) }
    }

    private mutating func take(_ optimum: Optimum) {
        rounds += optimum.rounds
        gradient = max(gradient, optimum.gradient)
    }

    private mutating func centre(on places: [Int]) {
        let mean = places.reduce(0) { $0 + strengths[$1] } / Double(places.count)
        for place in places { strengths[place] -= mean }
    }
}

extension Table {
    /// The contender with the most votes among some.
    func busiest(among places: [Int]) -> Int? {
        var mass = [Double](repeating: 0, count: members.count)
        for pair in pairs {
            mass[pair.first] += pair.firstPoints + pair.secondPoints
            mass[pair.second] += pair.firstPoints + pair.secondPoints
        }
        return places.max { mass[$0] < mass[$1] }
    }
}

extension Solution {
    /// The covariance of the strengths within the component, in squared log-odds, before a mean or
    /// an anchor is taken out.
    ///
    /// Leaders by the interval method. A follower's strength is the leaders' effect on it plus its
    /// own posterior under the ridge, with K the effect of moving a leader:
    /// V_uu = A⁻¹ + K·V·Kᵀ and V_um = K·V. A sandwich would be far too sure of a contender
    /// that never lost.
    func covariance(draws: Draws?) -> SquareMatrix {
        var result = SquareMatrix(count: table.members.count)
        let known = draws?.covariance ?? leaderCovariance
        result.write(known, at: leaders, scale: 1)
        guard !followers.isEmpty else { return result }
        let own = Linear.inverse(followerFactor)
        result.write(own, at: followers, scale: 1)
        let effect = followerEffect()
        for (i, follower) in followers.enumerated() {
            for (m, leader) in leaders.enumerated() {
                let value = effect[i].indices.reduce(0) { $0 + effect[i][$1] * known[$1, m] }
                result[follower, leader] = value
                result[leader, follower] = value
            }
        }
        for follower in followers {
            for (j, other) in followers.enumerated() {
                result[follower, other] += leaders.indices.reduce(0) {
                    $0 + result[follower, leaders[$1]] * effect[j][$1]
                }
            }
        }
        return result
    }

    /// How far each follower moves when a leader does: rows are followers, columns leaders.
    private func followerEffect() -> [[Double]] {
        var slots = [Int](repeating: -1, count: table.members.count)
        for (slot, place) in followers.enumerated() { slots[place] = slot }
        var columns: [Int: [Double]] = [:]
        for pair in table.pairs where (slots[pair.first] < 0) != (slots[pair.second] < 0) {
            let follower = max(slots[pair.first], slots[pair.second])
            let leader = slots[pair.first] < 0 ? pair.first : pair.second
            let (p, q) = logistic(strengths[pair.first] - strengths[pair.second])
            let none = [Double](repeating: 0, count: followers.count)
            columns[leader, default: none][follower] +=
                (pair.firstPoints + pair.secondPoints) * p * q
        }
        var effect = [[Double]](
            repeating: [Double](repeating: 0, count: leaders.count), count: followers.count)
        for (m, leader) in leaders.enumerated() {
            guard var column = columns[leader] else { continue }
            Linear.solve(followerFactor, &column)
            for i in followers.indices { effect[i][m] = column[i] }
        }
        return effect
    }
}
