/// Climbs to the maximum likelihood of an outcome model by Fisher scoring.
///
/// Steps are I⁻¹·gradient, I = Σ N·Σ_o ∇P_o∇P_oᵀ/P_o the expected information, halved until the
/// likelihood does not fall. Rests as the Bradley–Terry fit does, when the gradient is below 10⁻⁹
/// of each contender's votes and the steps have ceased to shrink or are below 10⁻⁹.
struct OutcomeClimb {
    /// The fitted contenders, by index in the tally.
    let members: [Int]
    /// All contenders' names, by index in the tally.
    let contenders: [String]
    private(set) var strengths: [Double]
    private(set) var tie: Double
    private(set) var rounds = 0
    private(set) var gradient = Double.infinity
    /// I⁻¹ over the strengths, then the tie parameter; the ground's row is zero.
    private(set) var covariance = SquareMatrix(count: 0)
    let level: Double

    private let model: any OutcomeModel
    private let pairs: [(first: Int, second: Int, counts: SIMD4<Double>)]
    private let penalty: Double
    private let tiePenalty: Double
    private let ground: Int?
    private let mass: [Double]

    init(
        _ model: any OutcomeModel, tally: Tally, prior: Double?, level: Double
    ) throws(FitError) {
        let choice = BradleyTerry(prior: prior, level: level)
        let table = try Problem(tally, parameters: choice).largest
        let places = prior == nil ? table.core : Array(table.members.indices)
        guard !places.isEmpty else {
            throw .tooFewVotes("no two contenders have each won something from the other")
        }
        self.model = model
        self.level = level
        contenders = tally.contenders
        members = places.map { table.members[$0] }
        pairs = tally.outcomes(among: members, grounded: model.isGrounded)
        strengths = [Double](repeating: 0, count: members.count)
        penalty = prior.map { 1 / ($0 * $0) } ?? 0
        let seen = pairs.reduce(SIMD4<Double>.zero) { $0 + $1.counts }
        tie = seen[2] > 0 ? 0 : -.infinity
        tiePenalty = seen[0] + seen[1] > 0 ? 0 : choice.ridge
        var mass = [Double](repeating: penalty, count: members.count)
        for pair in pairs {
            mass[pair.first] += pair.counts.sum()
            mass[pair.second] += pair.counts.sum()
        }
        self.mass = mass + [seen.sum() + tiePenalty]
        let busiest = members.indices.max { mass[$0] < mass[$1] }
        ground = penalty == 0 && !model.isGrounded ? busiest : nil
        try climb()
        finish()
    }

    /// The chances of the outcomes between two fitted contenders, by place in `members`.
    func chances(_ i: Int, _ j: Int) -> OutcomeChances {
        model.slopes(strengths[i], strengths[j], tie).chances
    }

    private var heldPlaces: [Int] {
        (ground.map { [$0] } ?? []) + (tie == -.infinity ? [members.count] : [])
    }

    private mutating func climb() throws(FitError) {
        var previous = Double.infinity
        for round in 1...Ascent.patience {
            var (value, slope, information) = evaluate(strengths, tie)
            gradient = zip(slope, mass).reduce(0) { max($0, abs($1.0) / max($1.1, 1e-300)) }
            rounds = round
            guard Linear.factor(&information) else { throw .notPositiveDefinite(round: round) }
            Linear.solve(information, &slope)
            let reach = slope.reduce(0) { max($0, abs($1)) }
            let settled = reach < 1e-9 || reach < 1e-6 && reach > previous * 0.9
            if gradient < 1e-9 && settled { return }
            previous = reach
            value -= 1e-12 * abs(value)
            var cut = min(1, 3 / max(reach, 1e-300))
            while cut > 1e-12 && likelihood(after: slope, cut) < value { cut /= 2 }
            (strengths, tie) = moved(by: slope, cut)
        }
        throw .notConverged(rounds: rounds, gradient: gradient)
    }

    private mutating func finish() {
        var (_, _, information) = evaluate(strengths, tie)
        guard Linear.factor(&information) else { return }
        covariance = Linear.inverse(information)
        for held in heldPlaces {
            for place in 0...members.count {
                covariance[held, place] = 0
                covariance[place, held] = 0
            }
        }
        guard !model.isGrounded else { return }
        let mean = strengths.reduce(0, +) / Double(strengths.count)
        for place in strengths.indices { strengths[place] -= mean }
        let weights = members.map { _ in 1 / Double(members.count) } + [0]
        let tieVariance = covariance[members.count, members.count]
        covariance = covariance.centred(by: weights)
        covariance[members.count, members.count] = tieVariance
    }

    private func moved(by step: [Double], _ cut: Double) -> ([Double], Double) {
        (strengths.indices.map { strengths[$0] + cut * step[$0] }, tie + cut * step[members.count])
    }

    private func likelihood(after step: [Double], _ cut: Double) -> Double {
        let (strengths, tie) = moved(by: step, cut)
        var value = penalties(strengths, tie)
        for pair in pairs {
            let chance = model.slopes(strengths[pair.first], strengths[pair.second], tie).chance
            value += pair.counts.logSum(chance)
        }
        return value
    }

    private func penalties(_ strengths: [Double], _ tie: Double) -> Double {
        let squares = strengths.reduce(0) { $0 + $1 * $1 }
        return -penalty * squares / 2 - (tiePenalty > 0 ? tiePenalty * tie * tie / 2 : 0)
    }

    private func evaluate(
        _ strengths: [Double], _ tie: Double
    ) -> (value: Double, slope: [Double], information: SquareMatrix) {
        let n = members.count
        var value = penalties(strengths, tie)
        var slope = strengths.map { -penalty * $0 } + [tiePenalty > 0 ? -tiePenalty * tie : 0]
        var information = SquareMatrix(count: n + 1)
        for place in 0..<n { information[place, place] = penalty }
        information[n, n] = tiePenalty
        for pair in pairs {
            let at = model.slopes(strengths[pair.first], strengths[pair.second], tie)
            value += pair.counts.logSum(at.chance)
            let places = [pair.first, pair.second, n]
            let slopes = [at.byFirst, at.bySecond, at.byTie]
            let safe = at.chance.replacing(with: 1, where: at.chance .== 0)
            for (row, one) in zip(places, slopes) {
                slope[row] += (pair.counts * one / safe).sum()
                for (column, other) in zip(places, slopes) where column <= row {
                    information[row, column] += pair.counts.sum() * (one * other / safe).sum()
                }
            }
        }
        for held in heldPlaces {
            slope[held] = 0
            for place in 0...n {
                information[max(held, place), min(held, place)] = place == held ? 1 : 0
            }
        }
        return (value, slope, information)
    }
}

extension SIMD4<Double> {
    /// Σ counts·ln chance over the outcomes that were seen.
    fileprivate func logSum(_ chance: SIMD4<Double>) -> Double {
        var sum = 0.0
        for place in indices where self[place] > 0 {
            sum += self[place] * naturalLog(chance[place])
        }
        return sum
    }
}

extension Tally {
    /// The outcomes of each pair among some contenders, numbered by their places; a both-bad
    /// counts as a tie unless it is an outcome of its own.
    fileprivate func outcomes(
        among members: [Int], grounded: Bool
    ) -> [(first: Int, second: Int, counts: SIMD4<Double>)] {
        var places: [Int: Int] = [:]
        for (place, member) in members.enumerated() { places[member] = place }
        return pairs.compactMap { pair in
            guard let first = places[pair.first], let second = places[pair.second],
                pair.votes > 0
            else { return nil }
            let ties = grounded ? pair.ties : pair.draws
            let bad = grounded ? pair.bothBad : 0
            return (
                first, second,
                SIMD4(
                    Double(pair.firstWins), Double(pair.secondWins), Double(ties), Double(bad))
            )
        }
    }
}

extension Problem {
    /// The component with the most votes.
    fileprivate var largest: Table {
        tables.max { $0.votes < $1.votes } ?? Table()
    }
}
