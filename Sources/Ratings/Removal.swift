/// Votes in the order in which they are taken away, single votes or whole ballots.
struct Removal {
    /// One cell of a tally, or all votes of one voter.
    enum Part {
        case votes(Outcome, PairTally, Int)
        case ballot([PairTally])
    }

    private let tally: Tally
    private let parts: [Part]

    init(tally: Tally, parts: [Part]) {
        self.tally = tally
        self.parts = parts
    }

    /// How many units there are to take: votes, or ballots.
    var units: Int {
        parts.reduce(0) { sum, part in
            if case .votes(_, _, let count) = part { sum + count } else { sum + 1 }
        }
    }

    /// The first `units` units as a tally.
    func tally(of units: Int) -> Tally {
        var left = units
        var pairs: [UInt64: PairTally] = [:]
        for part in parts where left > 0 {
            switch part {
            case .votes(let outcome, let pair, let count):
                let taken = min(left, count)
                let none = PairTally(first: pair.first, second: pair.second)
                pairs[PairTable.unordered(pair.first, pair.second), default: none].add(
                    outcome, count: taken)
                left -= taken
            case .ballot(let ballot):
                for pair in ballot {
                    let none = PairTally(first: pair.first, second: pair.second)
                    let key = PairTable.unordered(pair.first, pair.second)
                    for outcome in Outcome.allCases {
                        pairs[key, default: none].add(outcome, count: pair.count(of: outcome))
                    }
                }
                left -= 1
            }
        }
        return tally.replacing(pairs: Array(pairs.values))
    }

    /// What is left without the first `units` units.
    func rest(without units: Int) -> Tally {
        let taken = tally(of: units)
        return tally.replacing(
            pairs: tally.pairs.map { pair in
                let (a, b) = (tally.contenders[pair.first], tally.contenders[pair.second])
                guard let gone = taken.pair(a, b) else { return pair }
                var rest = pair
                for outcome in Outcome.allCases {
                    rest.add(outcome, count: -gone.count(of: outcome))
                }
                return rest
            })
    }
}
