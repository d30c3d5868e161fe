/// How few votes, and how few voters, hold the first two contenders in their order.
///
/// The influence of a vote on the gap d of the first two is (y − p)(u_i − u_j) with
/// u = H⁻¹(e_1 − e_2): its one-step effect (arXiv 2508.11847). Votes are taken away by falling
/// influence, and the number is the smallest at which a refit has the two the other way round.
public struct Fragility: Sendable, Equatable {
    /// The contender in front.
    public let leader: String
    /// The contender behind it.
    public let runnerUp: String
    /// The gap of the two in points.
    public let gap: Double
    /// The gap once the votes are taken away, below zero.
    public let gapAfter: Double
    /// The votes to take away.
    public let removed: Tally
    /// The voters to take away, if voters were asked for.
    public let voters: [String]
    /// All votes of the fit.
    public let votes: Int

    /// The removed share of all votes.
    public var share: Double { Double(removed.votes) / Double(max(1, votes)) }

    /// The fewest votes whose removal swaps the first two of the largest table, or nil if there
    /// are no two bounded contenders or no removal found swaps them.
    ///
    /// O(log(votes)·fit).
    /// - Throws: the errors of `BradleyTerry.fit`.
    public static func ofVotes(
        _ tally: Tally, parameters: BradleyTerry = BradleyTerry()
    ) throws(FitError) -> Fragility? {
        guard let top = try TopTwo(tally, parameters) else { return nil }
        var cells: [(part: Removal.Part, influence: Double)] = []
        for pair in tally.pairs {
            for outcome in Outcome.allCases where pair.count(of: outcome) > 0 {
                let influence = top.influence(of: outcome, on: pair)
                if influence > 0 {
                    cells.append((.votes(outcome, pair, pair.count(of: outcome)), influence))
                }
            }
        }
        cells.sort { $0.influence > $1.influence }
        return try top.smallest(Removal(tally: tally, parts: cells.map(\.part)), voters: [])
    }

    /// The fewest voters whose removal swaps the first two of the largest table, or nil as above.
    ///
    /// Votes of unknown voters stay. O(log(voters)·fit).
    /// - Throws: the errors of `BradleyTerry.fit`.
    public static func ofVoters(
        _ tally: VoterTally, parameters: BradleyTerry = BradleyTerry()
    ) throws(FitError) -> Fragility? {
        guard let top = try TopTwo(tally.total, parameters) else { return nil }
        let ranked = tally.ballots.indices.map { voter in
            (voter: voter, influence: top.influence(of: tally.ballots[voter]))
        }.filter { $0.influence > 0 }.sorted { $0.influence > $1.influence }
        return try top.smallest(
            Removal(tally: tally.total, parts: ranked.map { .ballot(tally.ballots[$0.voter]) }),
            voters: ranked.map { tally.voters[$0.voter] })
    }
}

/// The first two of the largest table, and how votes bear on their gap.
private struct TopTwo {
    let fit: Fit
    let leader: Int
    let runnerUp: Int
    private let strengths: [Double]
    /// u by contender; nil outside the core.
    private let direction: [Double?]

    init?(_ tally: Tally, _ parameters: BradleyTerry) throws(FitError) {
        var plain = parameters
        plain.interval = .laplace
        let problem = try Problem(tally, parameters: plain)
        let solutions = try problem.solved(warmStart: nil)
        let fit = problem.fit(solutions, draws: solutions.map { _ in nil })
        let table = fit.components.indices.max {
            fit.components[$0].votes < fit.components[$1].votes
        }
        guard let table, fit.components[table].bounded.count > 1 else { return nil }
        let leader = fit.components[table].bounded[0]
        let runnerUp = fit.components[table].bounded[1]
        let solution = solutions[table]
        let free = solution.freeLeaders.map { solution.table.members[$0] }
        var step = free.map { $0 == leader ? 1.0 : $0 == runnerUp ? -1 : 0 }
        Linear.solve(solution.leaderFactor, &step)
        var direction = [Double?](repeating: nil, count: tally.contenders.count)
        for place in solution.leaders { direction[solution.table.members[place]] = 0 }
        for (place, member) in free.enumerated() { direction[member] = step[place] }
        self.fit = fit
        self.leader = leader
        self.runnerUp = runnerUp
        self.direction = direction
        strengths = fit.strengths
    }

    /// By how much the gap shrinks, in log-odds, if a vote is taken away.
    func influence(of outcome: Outcome, on pair: PairTally) -> Double {
        guard let one = direction[pair.first], let other = direction[pair.second] else { return 0 }
        let p = logistic(strengths[pair.first] - strengths[pair.second]).p
        return (outcome.score - p) * (one - other)
    }

    func influence(of ballot: [PairTally]) -> Double {
        ballot.reduce(0) { sum, pair in
            Outcome.allCases.reduce(sum) {
                $0 + Double(pair.count(of: $1)) * influence(of: $1, on: pair)
            }
        }
    }

    /// The shortest prefix of the removal that swaps the two, found by doubling and halving.
    func smallest(_ removal: Removal, voters: [String]) throws(FitError) -> Fragility? {
        var kept = 0
        var swapped = 1
        while try gap(after: removal, swapped) >= 0 {
            guard swapped < removal.units else { return nil }
            kept = swapped
            swapped = min(2 * swapped, removal.units)
        }
        while swapped - kept > 1 {
            let middle = (kept + swapped) / 2
            if try gap(after: removal, middle) < 0 { swapped = middle } else { kept = middle }
        }
        return Fragility(
            leader: fit.ratings[leader].contender, runnerUp: fit.ratings[runnerUp].contender,
            gap: fit.gap(leader, runnerUp).points, gapAfter: try gap(after: removal, swapped),
            removed: removal.tally(of: swapped), voters: Array(voters.prefix(swapped)),
            votes: fit.votes)
    }

    private func gap(after removal: Removal, _ count: Int) throws(FitError) -> Double {
        guard count <= removal.units else { return .infinity }
        var parameters = fit.parameters
        parameters.anchor = nil
        let refit = try parameters.fit(removal.rest(without: count), warmStart: fit)
        let gap = refit.gap(leader, runnerUp)
        return gap.connected ? gap.points : .infinity
    }
}
