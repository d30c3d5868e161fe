import Foundation
import Ratings
import Testing

@Suite struct `A tally` {
    @Test func `counts each outcome of a pair from either side`() throws {
        var tally = Tally()
        try tally.add(.a, between: "A", and: "B", count: 3)
        try tally.add(.a, between: "B", and: "A", count: 2)
        try tally.add(.tie, between: "B", and: "A")
        try tally.add(.bothBad, between: "A", and: "B", count: 4)
        let pair = try #require(tally.pair("A", "B"))
        let counts: [Int] = Outcome.allCases.map { pair.count(of: $0) }
        #expect(counts == [3, 2, 1, 4])
        #expect(tally.pair("B", "A") == pair.swapped)
        #expect(tally.votes == 10 && tally.votes(of: "A") == 10 && tally.votes(of: "C") == 0)
        #expect(tally.records[1].wins == 2 && tally.records[1].bothBad == 4)
        let battles: [[Int]] = tally.battleCounts
        #expect(battles == [[0, 10], [10, 0]])
        let shares = tally.observedShares
        #expect(shares[0][1] == 0.55)
        #expect(shares[0][0] == nil)
    }

    @Test func `refuses what is no vote and keeps what it has`() throws {
        var tally = Tally()
        try tally.add(.a, between: "A", and: "B")
        let before = tally
        #expect(throws: TallyError.sameContender("A")) {
            try tally.add(.a, between: "A", and: "A")
        }
        #expect(throws: TallyError.emptyName) { try tally.add(.a, between: "", and: "B") }
        #expect(throws: TallyError.negativeCount(-1)) {
            try tally.add(.a, between: "A", and: "B", count: -1)
        }
        #expect(throws: TallyError.tooManyVotes) {
            try tally.add(.a, between: "A", and: "B", count: Tally.capacity)
        }
        #expect(throws: TallyError.strayPair(0, 9)) { try tally.add(.a, first: 0, second: 9) }
        #expect(throws: TallyError.repeatedName("A")) {
            try Tally(contenders: ["A", "A"], pairs: [])
        }
        #expect(throws: TallyError.strayPair(0, 1)) {
            try Tally(contenders: ["A"], pairs: [PairTally(first: 0, second: 1, ties: 1)])
        }
        #expect(tally == before)
    }

    @Test func `a weight that is no weight is refused`() throws {
        var weighted = WeightedTally()
        for weight in [0, -1, Double.nan, .infinity] {
            #expect(throws: TallyError.self) {
                try weighted.add(.a, between: "A", and: "B", weight: weight)
            }
        }
        var propensity = InversePropensity(cap: 20)
        #expect(try propensity.weight(of: 0.25) == 4)
        #expect(try propensity.weight(of: 0.001) == 20 && propensity.capped == 1)
        #expect(throws: TallyError.badWeight(0)) { try propensity.weight(of: 0) }
    }

    @Test func `unit weights change nothing and doubled ones no rating`() throws {
        var unit = WeightedTally()
        var twice = WeightedTally()
        let votes = try Fixture("food.votes").votes()
        for vote in votes {
            try unit.add(vote.outcome, between: vote.a, and: vote.b, weight: 1)
            try twice.add(vote.outcome, between: vote.a, and: vote.b, weight: 2)
        }
        let plain = try BradleyTerry().fit(Tally(votes))
        #expect(try BradleyTerry().fit(unit) == plain)
        for (one, other) in try zip(BradleyTerry().fit(twice).ratings, plain.ratings) {
            #expect(abs(one.points - other.points) < 1e-9)
            #expect(abs(one.standardError - other.standardError) < 1e-9)
        }
    }

    @Test func `a tally and a fit survive being written and read`() throws {
        let tally = try Tally(Fixture("food.votes").votes())
        let written = try JSONEncoder().encode(tally)
        #expect(try JSONDecoder().decode(Tally.self, from: written) == tally)
        let fit = try BradleyTerry(interval: .bootstrap(rounds: 10, seed: 1)).fit(tally)
        let kept = try JSONEncoder().encode(fit)
        #expect(try JSONDecoder().decode(Fit.self, from: kept) == fit)
    }

    @Test func `a record of two contenders differs from a fit only beyond two errors`() {
        let record = PairTally(first: 0, second: 1, firstWins: 66, secondWins: 43, ties: 23)
        let direct = HeadToHead(record)
        #expect(abs((direct.decidedShare ?? 0) - 0.6055) < 1e-4)
        #expect(abs((direct.share ?? 0) - (66 + 11.5) / 132) < 1e-12)
        #expect(!direct.differs(from: Gap(points: 63.5, standardError: 15.8)))
        #expect(direct.differs(from: Gap(points: -63.5, standardError: 15.8)))
        let none = HeadToHead(PairTally(first: 0, second: 1))
        #expect(none.share == nil && none.decidedInterval == Interval(low: 0, high: 1))
        #expect(!none.differs(from: Gap(points: 400, standardError: 1)))
    }

    @Test(arguments: ["food", "llmfao_crowd"])
    func `online Elo in file order agrees with FastChat's`(_ name: String) throws {
        var elo = Elo()
        for vote in try Fixture("\(name).votes").votes() {
            try elo.record(vote.outcome, between: vote.a, and: vote.b)
        }
        let exact = try Fixture("\(name).elo_k4").column("exact_loop")
        #expect(elo.points.count == exact.count)
        for (contender, points) in elo.points {
            #expect(abs(points - (exact[contender] ?? .nan)) < 1e-6)
        }
    }
}
