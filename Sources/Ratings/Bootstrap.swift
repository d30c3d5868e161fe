/// Multinomial resampling of a tally: the check on the sandwich that shares no formula with it.
///
/// Every round draws as many votes as the leaders of a component have among themselves, cell by
/// cell from binomials, and fits them from the strengths of the whole. A round's own ridge, the
/// one that places unbounded contenders, keeps a resample without a maximum finite. Round r draws
/// from stream r of the seed, so that the digits do not depend on who computes it.
struct Bootstrap: Sendable {
    let rounds: Int
    let seed: UInt64

    /// Reads the rounds off an interval method; nil for another method.
    init?(_ method: IntervalMethod) {
        guard case .bootstrap(let rounds, let seed) = method else { return nil }
        self.rounds = rounds
        self.seed = seed
    }

    /// All rounds in turn. O(rounds·(n³ + pairs)), independent of the number of votes.
    func draws(of solution: Solution) throws(FitError) -> Draws? {
        guard !solution.leaders.isEmpty else { return nil }
        return Draws(try Resampler(solution, seed: seed).strengths(rounds: 0..<rounds))
    }

    /// All rounds, shared among child tasks.
    func draws(of solution: Solution, tasks: Int) async throws(FitError) -> Draws? {
        guard !solution.leaders.isEmpty else { return nil }
        guard tasks > 0 else { throw .invalidParameter("tasks") }
        let resampler = Resampler(solution, seed: seed)
        let share = (rounds + tasks - 1) / tasks
        let starts = Array(stride(from: 0, to: rounds, by: share))
        let parts = await withTaskGroup(of: (Int, Result<[[Double]], FitError>).self) { group in
            for start in starts {
                let part = start..<min(start + share, rounds)
                group.addTask {
                    (
                        start,
                        Result { () throws(FitError) in
                            try resampler.strengths(rounds: part)
                        }
                    )
                }
            }
            var parts: [Int: Result<[[Double]], FitError>] = [:]
            for await (start, result) in group { parts[start] = result }
            return parts
        }
        var all: [[Double]] = []
        for start in starts { all += try parts[start]?.get() ?? [] }
        return Draws(all)
    }
}

/// Draws and fits the resamples of one component's leaders.
private struct Resampler: Sendable {
    /// The count of each pair's wins, losses and draws, and the weight of one vote in each.
    private let cells: [(count: [Int], weight: [Double])]
    private let pairs: [PairPoints]
    private let start: [Double]
    private let ridge: Double
    private let votes: Int
    private let seed: UInt64

    init(_ solution: Solution, seed: UInt64) {
        let slots = solution.slots(of: solution.leaders)
        let places = solution.leaderPairs
        pairs = places.map { place in
            var pair = solution.table.pairs[place]
            pair.first = slots[pair.first]
            pair.second = slots[pair.second]
            return pair
        }
        cells = places.map { solution.table.masses[$0].cells }
        start = solution.leaders.map { solution.strengths[$0] }
        ridge = max(solution.parameters.ridge, solution.leaderLikelihood.ridge)
        votes = cells.reduce(0) { $0 + $1.count.reduce(0, +) }
        self.seed = seed
    }

    /// The strengths of each round, their mean at zero.
    func strengths(rounds: Range<Int>) throws(FitError) -> [[Double]] {
        var result: [[Double]] = []
        for round in rounds {
            if Task.isCancelled { throw .cancelled }
            var random = Random(seed: seed, stream: UInt64(round))
            let likelihood = PairLikelihood(
                pairs: resample(&random), count: start.count, free: Array(start.indices),
                ridge: ridge)
            let drawn = try likelihood.maximum(from: start).values
            let mean = drawn.reduce(0, +) / Double(drawn.count)
            result.append(drawn.map { $0 - mean })
        }
        return result
    }

    private func resample(_ random: inout Random) -> [PairPoints] {
        var drawn = pairs
        var left = votes
        var cellsLeft = votes
        for (place, cell) in cells.enumerated() {
            var mass = [0.0, 0.0, 0.0]
            for kind in 0..<3 where cell.count[kind] > 0 {
                let chance = Double(cell.count[kind]) / Double(cellsLeft)
                let count = random.binomial(left, chance)
                left -= count
                cellsLeft -= cell.count[kind]
                mass[kind] = Double(count) * cell.weight[kind]
            }
            drawn[place].firstPoints = mass[0] + mass[2] / 2
            drawn[place].secondPoints = mass[1] + mass[2] / 2
        }
        return drawn
    }
}
