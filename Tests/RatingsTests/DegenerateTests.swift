import Ratings
import Testing

@Suite struct `Degenerate graphs` {
    private func tally(_ votes: [(Outcome, String, String, Int)]) throws -> Tally {
        var tally = Tally()
        for (outcome, a, b, count) in votes {
            try tally.add(outcome, between: a, and: b, count: count)
        }
        return tally
    }

    private func expectFinite(_ fit: Fit) {
        for rating in fit.ratings {
            #expect(rating.points.isFinite && rating.standardError.isFinite)
            #expect(rating.interval.low.isFinite && rating.interval.high.isFinite)
            #expect(rating.interval.low <= rating.points && rating.points <= rating.interval.high)
        }
        #expect(fit.covariance.values.allSatisfy { $0.isFinite })
    }

    private let methods: [IntervalMethod] = [.sandwich, .laplace, .bootstrap(rounds: 20, seed: 1)]

    @Test func `no vote and no contender is an empty fit`() throws {
        let fit = try BradleyTerry().fit(Tally())
        #expect(fit.ratings.isEmpty && fit.components.isEmpty && fit.notes.isEmpty)
        #expect(fit.rankProbabilities().members.isEmpty)
    }

    @Test func `one contender without a vote stands at the mean, unmet and wide`() throws {
        var tally = Tally()
        try tally.register("alone")
        for prior in [nil, 1.0] {
            let fit = try BradleyTerry(prior: prior).fit(tally)
            expectFinite(fit)
            #expect(fit.ratings[0].points == 1000)
            #expect(fit.ratings[0].standing == .unmet)
            #expect(fit.ratings[0].standardError > 100)
            #expect(fit.rankRange(0) == 1...1 && fit.averageShare(0) == nil)
        }
    }

    @Test func `one vote marks both and ranks neither surely`() throws {
        for method in methods {
            let fit = try BradleyTerry(interval: method).fit(tally([(.a, "A", "B", 1)]))
            expectFinite(fit)
            #expect(fit.ratings.map(\.standing) == [.onlyWins, .onlyLosses])
            #expect(fit.points[0] > fit.points[1])
            #expect(fit.rankRange(0) == 1...2 && fit.rankRange(1) == 1...2)
            #expect(fit.notes == [.unbounded(2)])
        }
    }

    @Test func `one pair with wins on both sides has the odds it shows`() throws {
        for method in methods {
            let fit = try BradleyTerry(interval: method).fit(
                tally([(.a, "A", "B", 30), (.b, "A", "B", 10)]))
            expectFinite(fit)
            #expect(abs(fit.strengths[0] - fit.strengths[1] - logarithm(3)) < 1e-12)
            #expect(fit.ratings.allSatisfy { $0.standing == .bounded })
        }
    }

    @Test func `all ties are equal ratings`() throws {
        for method in methods {
            let fit = try BradleyTerry(interval: method).fit(
                tally([(.tie, "A", "B", 5), (.bothBad, "B", "C", 5), (.tie, "C", "A", 5)]))
            expectFinite(fit)
            #expect(fit.points.allSatisfy { abs($0 - 1000) < 1e-9 })
            #expect(fit.ratings.allSatisfy { $0.standing == .bounded })
            #expect(fit.ratings[0].record.bothBad == 0 && fit.ratings[1].record.bothBad == 5)
        }
    }

    @Test func `a chain of wins orders its contenders and marks them all`() throws {
        for method in methods {
            let votes = (0..<20).map { (Outcome.a, "c\($0)", "c\($0 + 1)", 4) }
            let fit = try BradleyTerry(interval: method).fit(tally(votes))
            expectFinite(fit)
            #expect(fit.ratings.allSatisfy { $0.standing.isUnbounded })
            #expect(fit.ratings[0].standing == .onlyWins && fit.ratings[7].standing == .separated)
            #expect(zip(fit.points, fit.points.dropFirst()).allSatisfy { $0 > $1 })
            #expect(abs(fit.points.reduce(0, +) / 21 - 1000) < 1e-9)
        }
    }

    @Test func `a star of wins and losses is bounded`() throws {
        let votes = (1...30).flatMap {
            [(Outcome.a, "hub", "c\($0)", $0), (Outcome.b, "hub", "c\($0)", 31 - $0)]
        }
        let fit = try BradleyTerry().fit(tally(votes))
        expectFinite(fit)
        #expect(fit.ratings.allSatisfy { $0.standing == .bounded })
        #expect(abs(fit.strengths[0] - fit.strengths[1] - logarithm(1.0 / 30)) < 1e-9)
    }

    @Test func `two islands are two tables, each with its own mean`() throws {
        let fit = try BradleyTerry().fit(
            tally([
                (.a, "A", "B", 3), (.b, "A", "B", 1), (.a, "X", "Y", 9), (.b, "X", "Y", 1),
            ]))
        expectFinite(fit)
        #expect(fit.components.count == 2)
        #expect(fit.notes == [.separateTables(2)])
        for component in fit.components {
            let mean = component.members.reduce(0) { $0 + fit.points[$1] } / 2
            #expect(abs(mean - 1000) < 1e-9)
        }
        #expect(fit.gap(from: "X", to: "A")?.connected == false)
        #expect(fit.gap(from: "B", to: "A")?.connected == true)
        #expect(fit.expectedShare(0, 2) == nil)
        #expect(fit.covariance[0, 2] == 0)
    }

    @Test func `a contender that only lost is marked, finite and moves no other`() throws {
        let core: [(Outcome, String, String, Int)] = [
            (.a, "A", "B", 30), (.b, "A", "B", 20), (.a, "B", "C", 30), (.b, "B", "C", 25),
        ]
        for method in methods {
            let alone = try BradleyTerry(interval: method).fit(tally(core))
            let fit = try BradleyTerry(interval: method).fit(
                tally(core + [(.a, "A", "L", 10), (.a, "B", "L", 10)]))
            expectFinite(fit)
            for name in ["A", "B", "C"] {
                let before = try #require(alone.rating(of: name))
                let after = try #require(fit.rating(of: name))
                #expect(abs(before.points - after.points) < 1e-9)
                #expect(abs(before.standardError - after.standardError) < 1e-9)
            }
            let loser = try #require(fit.rating(of: "L"))
            #expect(loser.standing == .onlyLosses)
            #expect(loser.points < 700 && loser.standardError > 200)
            #expect(fit.notes == [.unbounded(1)])
        }
    }

    @Test func `a pair with a thousand million votes keeps its digits`() throws {
        let many = 1_000_000_000
        let fit = try BradleyTerry().fit(
            tally([(.a, "A", "B", 3 * many), (.b, "A", "B", many), (.tie, "B", "C", 1)]))
        expectFinite(fit)
        #expect(abs(fit.strengths[0] - fit.strengths[1] - logarithm(3)) < 1e-9)
        #expect(abs(fit.points[1] - fit.points[2]) < 1e-6)
        let lopsided = try BradleyTerry().fit(
            tally([(.a, "A", "B", many - 1), (.b, "A", "B", 1)]))
        #expect(
            abs(lopsided.strengths[0] - lopsided.strengths[1] - logarithm(999_999_999)) < 1e-9)
    }

    @Test func `two heavy pairs joined by one tie are placed by it`() throws {
        let many = 1_000_000_000
        let fit = try BradleyTerry().fit(
            tally([
                (.a, "A", "B", many), (.b, "A", "B", many + 12345), (.a, "C", "D", many),
                (.b, "C", "D", 77), (.tie, "A", "C", 1),
            ]))
        expectFinite(fit)
        #expect(abs(fit.strengths[0] - fit.strengths[2]) < 1e-9)
    }

    @Test func `two thousand contenders are fitted`() throws {
        var random = Random(seed: 11)
        let planted = Planted(strengths: (0..<2000).map { _ in random.normal() })
        let fit = try BradleyTerry().fit(planted.tally(votes: 60_000, &random))
        expectFinite(fit)
        #expect(fit.ratings.count == 2000)
        #expect(fit.gradient < 1e-9)
    }

    @Test func `a prior makes every rating finite and shrinks it`() throws {
        let votes = try tally([(.a, "A", "B", 3)])
        let fit = try BradleyTerry(prior: 1).fit(votes)
        expectFinite(fit)
        // The maximum of 3·ln p − θ²: 3/(1 + e^2θ) = θ for ±θ, θ ≈ 0.5671 by bisection.
        let theta = fit.strengths[0]
        #expect(abs(3 / (1 + exponential(2 * theta)) - theta) < 1e-9)
        #expect(fit.ratings[0].standing == .onlyWins)
        #expect(fit.notes.contains(.shrunk) && fit.parameters.interval == .laplace)
        let wide = try BradleyTerry(prior: 100).fit(votes)
        #expect(wide.points[0] > fit.points[0] + 100)
    }

    @Test func `every other fit stays finite on one vote and on islands`() throws {
        let one = try tally([(.a, "A", "B", 1)])
        let islands = try tally([(.a, "A", "B", 1), (.bothBad, "X", "Y", 1), (.tie, "X", "Y", 2)])
        #expect(throws: FitError.self) { try Davidson().fit(one) }
        for votes in [one, islands] {
            for fit in [try Davidson(prior: 1).fit(votes), try RaoKupper(prior: 1).fit(votes)] {
                #expect(fit.places.allSatisfy { $0.points.isFinite && $0.interval.high.isFinite })
                #expect(fit.tieParameter.isFinite)
            }
        }
        #expect(throws: FitError.self) { try GroundedRaoKupper().fit(one) }
        let level = try GroundedRaoKupper().fit(islands)
        #expect(level.levels.allSatisfy { $0.usableShare.isFinite && $0.standardError.isFinite })
        #expect(level.leftOut == ["A", "B"])
        var sided = SidedTally()
        try sided.add(.a, left: "A", right: "B")
        let side = try SideEffect().fit(sided)
        expectFinite(side.fit)
        #expect(side.effect.value.isFinite && side.effect.standardError.isFinite)
    }
}
