/// A coefficient of a contextual fit, in log-odds.
public struct Coefficient: Sendable, Equatable, Codable {
    /// What it belongs to: a style feature, or the left side.
    public let name: String
    /// The change of the log-odds by one standard deviation of the feature, or by the side.
    public let value: Double
    /// Standard error of `value`, by the sandwich.
    public let standardError: Double
    /// The interval of `value` at the fit's level.
    public let interval: Interval

    /// A coefficient from its parts.
    package init(name: String, value: Double, standardError: Double, interval: Interval) {
        self.name = name
        self.value = value
        self.standardError = standardError
        self.interval = interval
    }

    /// `value` in points.
    public var points: Double { value * Scale.pointsPerLogOdds }
}

/// Strengths and coefficients fitted together, before they are named and scaled.
struct ContextualFit {
    private(set) var strengths: [Double]
    let coefficients: [Double]
    /// The covariance of the strengths, as centred as they are, then the coefficients.
    private(set) var covariance: SquareMatrix
    let rounds: Int
    let gradient: Double
    let problem: Problem

    /// Fits votes given the penalties of strengths and of coefficients, in units of one vote.
    ///
    /// Contenders whose strength the votes do not bound get the parameters' ridge.
    init(
        _ votes: ContextualVotes, tally: Tally, parameters: BradleyTerry,
        strengthPenalty: Double, coefficientPenalties: [Double]
    ) throws(FitError) {
        problem = try Problem(tally, parameters: parameters)
        let count = tally.contenders.count
        var penalties = [Double](repeating: strengthPenalty, count: count)
        penalties += coefficientPenalties
        var held: Set<Int> = []
        for table in problem.tables {
            for place in table.rest { penalties[table.members[place]] += parameters.ridge }
            let free = table.members.allSatisfy { penalties[$0] == 0 }
            if free, let ground = table.busiest(among: table.core) {
                held.insert(table.members[ground])
            }
        }
        let extremes = votes.extremes
        for (feature, extreme) in extremes.enumerated() where extreme == 0 {
            held.insert(count + feature)
        }
        let likelihood = ContextualLikelihood(
            votes, extremes: extremes, contenders: count, penalties: penalties, held: held)
        let start = [Double](repeating: 0, count: penalties.count)
        let optimum = try likelihood.maximum(from: start)
        let bread = Linear.inverse(optimum.factor)
        let inner = Linear.product(
            bread, Linear.multiply(likelihood.meat(optimum.values), bread))
        var full = SquareMatrix(count: penalties.count)
        full.write(inner, at: likelihood.free, scale: 1)
        strengths = Array(optimum.values.prefix(count))
        coefficients = Array(optimum.values.dropFirst(count))
        covariance = full
        rounds = optimum.rounds
        gradient = optimum.gradient
        for table in problem.tables { centre(table) }
    }

    /// A coefficient with its interval.
    func coefficient(_ place: Int, named name: String, level: Double) -> Coefficient {
        let at = strengths.count + place
        let error = max(0, covariance[at, at]).squareRoot()
        let half = Normal.halfWidth(level: level) * error
        return Coefficient(
            name: name, value: coefficients[place], standardError: error,
            interval: Interval(centre: coefficients[place], halfWidth: half))
    }

    /// The ratings, as a fit of its own method.
    func fit(method: String) -> Fit {
        let placements = problem.tables.map { table in
            Placement(
                strengths: table.members.map { strengths[$0] },
                covariance: covariance.part(table.members), parameters: problem.parameters,
                isAnchored: problem.anchorPlace(in: table) != nil)
        }
        return problem.fit(
            placements, notes: problem.notes, method: method, rounds: rounds, gradient: gradient)
    }

    private mutating func centre(_ table: Table) {
        guard table.members.count > 1 else { return }
        let all = Array(table.members.indices)
        let mean = table.core.isEmpty ? all : table.core
        let rated = problem.anchorPlace(in: table).map { [$0] } ?? mean
        let places = rated.map { table.members[$0] }
        let zero = places.reduce(0) { $0 + strengths[$1] } / Double(places.count)
        for member in table.members { strengths[member] -= zero }
        covariance.centre(table.members, on: places)
    }
}

extension SquareMatrix {
    /// The rows and columns of some places.
    func part(_ places: [Int]) -> SquareMatrix {
        var part = SquareMatrix(count: places.count)
        for (i, row) in places.enumerated() {
            for (j, column) in places.enumerated() { part[i, j] = self[row, column] }
        }
        return part
    }

    /// T·M·Tᵀ where T takes the mean of `reference` from each of `members`. O(n·members).
    mutating func centre(_ members: [Int], on reference: [Int]) {
        let share = 1 / Double(reference.count)
        for column in 0..<count {
            let mean = reference.reduce(0) { $0 + self[$1, column] } * share
            for member in members { self[member, column] -= mean }
        }
        for row in 0..<count {
            let mean = reference.reduce(0) { $0 + self[row, $1] } * share
            for member in members { self[row, member] -= mean }
        }
    }
}
