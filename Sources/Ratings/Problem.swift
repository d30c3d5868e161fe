/// A tally made ready for fitting: its components, each a problem of its own.
struct Problem {
    let tally: Tally
    let parameters: BradleyTerry
    let graph: WinGraph
    let tables: [Table]

    /// A problem of votes that all weigh 1, or of the masses that stand for each pair.
    init(
        _ tally: Tally, masses: [WeightedTally.PairMass]? = nil, voters: VoterTally? = nil,
        parameters: BradleyTerry
    ) throws(FitError) {
        try parameters.check(contenders: tally.contenders)
        self.tally = tally
        self.parameters = parameters
        let mass = { place in
            masses?[place] ?? WeightedTally.PairMass(tally.pairs[place], weight: 1)
        }
        let points = { place in PairPoints(tally.pairs[place], mass(place)) }
        let places = tally.pairs.indices.filter { tally.pairs[$0].votes > 0 }
        let count = tally.contenders.count
        graph = WinGraph(count: count, pairs: places.lazy.map(points))
        var builders = [Table](
            repeating: Table(), count: (graph.component.max() ?? -1) + 1)
        var local = [Int](repeating: 0, count: count)
        for contender in 0..<count {
            local[contender] = builders[graph.component[contender]].enter(contender)
        }
        if builders.count == 1 { builders[0].reserve(pairs: places.count) }
        for place in places {
            var points = points(place)
            let table = graph.component[points.first]
            points.first = local[points.first]
            points.second = local[points.second]
            builders[table].enter(points, mass(place), tally.pairs[place].votes)
        }
        if let voters, parameters.interval == .clustered {
            builders.enter(voters, component: graph.component, local: local)
        }
        for table in builders.indices { builders[table].findCore(graph.circle) }
        tables = builders
    }

    /// Solves every component, starting from another fit's strengths where names match.
    func solved(warmStart: Fit?) throws(FitError) -> [Solution] {
        var solutions: [Solution] = []
        for table in tables {
            let start = table.members.map { member in
                warmStart?.rating(of: tally.contenders[member])?.strength ?? 0
            }
            solutions.append(try Solution(of: table, parameters: parameters, start: start))
        }
        return solutions
    }
}

extension PairPoints {
    fileprivate init(_ pair: PairTally, _ mass: WeightedTally.PairMass) {
        self.init(
            first: pair.first, second: pair.second,
            firstPoints: mass.firstWins.sum + mass.draws.sum / 2,
            secondPoints: mass.secondWins.sum + mass.draws.sum / 2)
    }
}

extension BradleyTerry {
    func check(contenders: [String]) throws(FitError) {
        if let prior, !(prior > 0 && prior.isFinite) { throw .invalidParameter("prior") }
        guard ridge > 0, ridge.isFinite else { throw .invalidParameter("ridge") }
        guard hessianRidge >= 0, hessianRidge.isFinite else {
            throw .invalidParameter("hessianRidge")
        }
        guard level > 0, level < 1 else { throw .invalidParameter("level") }
        if case .bootstrap(let rounds, _) = interval, rounds < 2 {
            throw .invalidParameter("rounds")
        }
        guard let anchor else { return }
        guard anchor.points.isFinite else { throw .invalidParameter("anchor") }
        guard contenders.contains(anchor.contender) else {
            throw .unknownAnchor(anchor.contender)
        }
    }
}

/// One component: its contenders, numbered from 0, and their pairs.
struct Table {
    /// The contenders' indices in the tally.
    private(set) var members: [Int] = []
    private(set) var pairs: [PairPoints] = []
    private(set) var masses: [WeightedTally.PairMass] = []
    private(set) var votes = 0
    /// Members whose strengths the votes bound against each other: the largest strongly connected
    /// set, or none if no set is largest.
    private(set) var core: [Int] = []
    /// Each voter's record within this component, local indices.
    private(set) var ballots: [[PairTally]] = []
    private(set) var unsigned: [PairTally] = []

    /// The members outside the core.
    var rest: [Int] {
        let inside = Set(core)
        return members.indices.filter { !inside.contains($0) }
    }

    mutating func enter(_ contender: Int) -> Int {
        members.append(contender)
        return members.count - 1
    }

    mutating func reserve(pairs count: Int) {
        pairs.reserveCapacity(count)
        masses.reserveCapacity(count)
    }

    mutating func enter(_ points: PairPoints, _ mass: WeightedTally.PairMass, _ votes: Int) {
        pairs.append(points)
        masses.append(mass)
        self.votes += votes
    }

    mutating func enter(ballot: [PairTally]) {
        if !ballot.isEmpty { ballots.append(ballot) }
    }

    mutating func enter(unsigned pairs: [PairTally]) {
        unsigned += pairs
    }

    mutating func findCore(_ circle: [Int]) {
        var size: [Int: (contenders: Int, points: Double)] = [:]
        for member in members { size[circle[member], default: (0, 0)].contenders += 1 }
        for pair in pairs where circle[members[pair.first]] == circle[members[pair.second]] {
            size[circle[members[pair.first]], default: (0, 0)].points +=
                pair.firstPoints + pair.secondPoints
        }
        let ranked = size.filter { $0.value.contenders > 1 }.sorted { $0.value > $1.value }
        guard let first = ranked.first else { return }
        if ranked.count > 1, ranked[1].value == first.value { return }
        core = members.indices.filter { circle[members[$0]] == first.key }
    }
}

extension [Table] {
    fileprivate mutating func enter(_ voters: VoterTally, component: [Int], local: [Int]) {
        for ballot in voters.ballots {
            for (table, pairs) in ballot.split(component: component, local: local) {
                self[table].enter(ballot: pairs)
            }
        }
        for (table, pairs) in voters.unsigned.split(component: component, local: local) {
            self[table].enter(unsigned: pairs)
        }
    }
}

extension [PairTally] {
    fileprivate func split(component: [Int], local: [Int]) -> [Int: [PairTally]] {
        var parts: [Int: [PairTally]] = [:]
        for pair in self {
            let moved = PairTally(
                first: local[pair.first], second: local[pair.second],
                firstWins: pair.firstWins, secondWins: pair.secondWins,
                ties: pair.ties, bothBad: pair.bothBad)
            parts[component[pair.first], default: []].append(moved)
        }
        return parts
    }
}
