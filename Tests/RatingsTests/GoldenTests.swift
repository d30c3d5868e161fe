import Ratings
import Testing

/// Numbers known from outside: `field.md` 2.11, `product.md` appendix B, Wikipedia.
@Suite struct `Numbers known from outside` {
    /// field.md 2.11.
    private func thirteen() throws -> Tally {
        var tally = Tally()
        for (winner, loser, count) in [
            ("A", "B", 3), ("B", "A", 1), ("B", "C", 3), ("C", "B", 1), ("A", "C", 3),
            ("C", "A", 1),
        ] {
            try tally.add(.a, between: winner, and: loser, count: count)
        }
        try tally.add(.tie, between: "A", and: "B")
        return tally
    }

    @Test func `thirteen votes give the strengths and ratings worked out by hand`() throws {
        let fit = try BradleyTerry().fit(thirteen())
        for (found, expected) in zip(fit.strengths, [0.691142, 0.058002, -0.749144]) {
            #expect(abs(found - expected) < 1e-6)
        }
        for (found, expected) in zip(fit.points, [1120.06, 1010.08, 869.86]) {
            #expect(abs(found - expected) < 0.005)
        }
    }

    @Test func `thirteen votes give the naive and the sandwich errors worked out by hand`() throws {
        let naive = try BradleyTerry(interval: .laplace).fit(thirteen())
        for (rating, expected) in zip(naive.ratings, [88.80, 82.54, 95.73]) {
            #expect(abs(rating.standardError - expected) < 0.005)
        }
        let fit = try BradleyTerry().fit(thirteen())
        for (rating, expected) in zip(fit.ratings, [86.42, 74.11, 98.03]) {
            #expect(abs(rating.standardError - expected) < 0.005)
        }
        let gap = try #require(fit.gap(from: "B", to: "A"))
        #expect(abs(gap.points - 109.99) < 0.005)
        #expect(abs(gap.standardError - 127.72) < 0.005)
    }

    /// Wikipedia, "Bradley–Terry model", worked example; the strengths as arena-rank's
    /// tests/test_bradley_terry.py states them.
    @Test func `the worked example of 22 games has the strengths of Wikipedia`() throws {
        var tally = Tally()
        for (winner, loser, count) in [
            ("A", "B", 2), ("A", "D", 1), ("B", "A", 3), ("B", "C", 5), ("C", "B", 3),
            ("C", "D", 1), ("D", "A", 4), ("D", "C", 3),
        ] {
            try tally.add(.a, between: winner, and: loser, count: count)
        }
        #expect(tally.votes == 22)
        let fit = try BradleyTerry().fit(tally)
        for (name, expected) in [("A", 0.640), ("B", 1.043), ("C", 0.660), ("D", 2.270)] {
            let strength = try #require(fit.rating(of: name)).strength
            #expect(abs(exponential(strength) - expected) < 5e-4)
        }
    }

    @Test(arguments: [
        (10.0, 51.4), (17.386, 52.5), (25, 53.6), (50, 57.1), (100, 64.0), (200, 76.0), (400, 90.9),
    ])
    func `the expected share at a gap is the one of the table`(_ gap: Double, _ percent: Double) {
        #expect(abs(Scale.expectedShare(atGap: gap) * 100 - percent) < 0.05)
    }

    /// d, s, P and ROPE of product.md appendix B and 3.8, whose P = 0.556 for 2.1 ± 15.2 was
    /// computed before d was rounded: Φ(2.1/15.2) = 0.5549.
    @Test(arguments: [
        (63.5, 15.8, 0.99997, 0.002), (2.1, 15.2, 0.555, 0.74), (22, 15.2, 0.926, 0.38),
        (3, 6, 0.691, 0.99), (12, 4, 0.999, 0.91),
    ])
    func `a gap's probabilities are those of the table`(
        _ points: Double, _ error: Double, _ better: Double, _ negligible: Double
    ) {
        let gap = Gap(points: points, standardError: error)
        #expect(abs(gap.pBetter - better) < 5e-4)
        #expect(abs(gap.pNegligible() - negligible) < 6e-3)
        #expect(abs(gap.swapped.pBetter - (1 - gap.pBetter)) < 1e-12)
    }

    @Test func `Cedar against Dogwood has the share of the product plan`() {
        let gap = Gap(points: 63.5, standardError: 15.8)
        #expect(abs(gap.expectedShare - 0.590) < 5e-4)
        #expect(abs(gap.expectedShareInterval.low - 0.547) < 5e-4)
        #expect(abs(gap.expectedShareInterval.high - 0.633) < 5e-4)
    }

    @Test(arguments: [
        (0.52, 2402.0), (0.55, 385), (0.57, 197), (0.60, 97), (0.65, 44), (0.70, 25),
    ])
    func `the votes needed from nothing are those of the table`(_ share: Double, _ votes: Double) {
        let gap = Gap(points: Scale.gap(atShare: share), standardError: .infinity)
        #expect((gap.votesStillNeeded ?? 0).rounded() == votes)
    }

    @Test func `a settled gap needs no more votes and a gap of zero never settles`() {
        #expect(Gap(points: 63.5, standardError: 15.8).votesStillNeeded == 0)
        #expect(Gap(points: 0, standardError: 15.8).votesStillNeeded == nil)
        #expect((Gap(points: 2.1, standardError: 15.2).votesStillNeeded ?? 0) > 100_000)
    }

    @Test(arguments: [(66, 109, 0.512, 0.692), (7, 10, 0.397, 0.892), (3, 3, 0.438, 1.0)])
    func `Wilson's interval is the one of the table`(
        _ successes: Int, _ trials: Int, _ low: Double, _ high: Double
    ) {
        let interval = Interval.wilson(successes, of: trials)
        #expect(abs(interval.low - low) < 6e-4)
        #expect(abs(interval.high - high) < 6e-4)
    }

    @Test func `online Elo depends on the order as field 2 11 shows`() throws {
        let games =
            [
                (3, "A", "B"), (1, "B", "A"), (3, "B", "C"), (1, "C", "B"), (3, "A", "C"),
                (1, "C", "A"),
            ].flatMap { count, winner, loser in
                [(Outcome, String, String)](repeating: (.a, winner, loser), count: count)
            } + [(.tie, "A", "B")]
        var forwards = Elo()
        var backwards = Elo()
        for (outcome, a, b) in games { try forwards.record(outcome, between: a, and: b) }
        for (outcome, a, b) in games.reversed() {
            try backwards.record(outcome, between: a, and: b)
        }
        for (name, there, back) in [
            ("A", 1007.506, 1007.997), ("B", 1000.130, 999.912), ("C", 992.363, 992.092),
        ] {
            #expect(abs((forwards.points[name] ?? 0) - there) < 5e-4)
            #expect(abs((backwards.points[name] ?? 0) - back) < 5e-4)
        }
    }

    @Test func `the tie models give the chances of field 2 11`() {
        let two = logarithm(2)
        let davidson = Davidson.chances(two, 0, ties: 0.5)
        expect(davidson, [0.5395, 0.2698, 0.1907, 0])
        expect(RaoKupper.chances(two, 0, threshold: 1.5), [0.5714, 0.25, 0.1786, 0])
        expect(
            GroundedRaoKupper.chances(0.7, 0.2, threshold: 1.5), [0.4156, 0.2330, 0.1153, 0.2361])
        expect(GroundedRaoKupper.chances(0, 0, threshold: 1.5), [0.2857, 0.2857, 0.0952, 0.3333])
    }

    @Test func `without ties the tie models are Bradley and Terry's`() {
        for chances in [
            Davidson.chances(0.7, 0, ties: 0), RaoKupper.chances(0.7, 0, threshold: 1),
        ] {
            #expect(chances.tie == 0)
            #expect(abs(chances.a - 1 / (1 + exponential(-0.7))) < 1e-15)
        }
    }

    /// Quantiles from tables of the normal distribution, 12 digits by scipy 1.17.
    @Test func `the normal distribution has the digits of scipy`() {
        #expect(abs(Normal.quantile(0.975) - 1.959963984540) < 1e-12)
        #expect(abs(Normal.quantile(0.001) + 3.090232306168) < 1e-12)
        #expect(abs(Normal.probability(below: 1) - 0.841344746069) < 1e-12)
        #expect(Normal.quantile(0.5) == 0 && Normal.quantile(0) == -.infinity)
        #expect(abs(Normal.quantile(1e-300) + 37.0471) < 1e-4)
        for p in [1e-12, 0.02, 0.3, 0.5001, 0.9, 0.999_999] {
            #expect(abs(Normal.probability(below: Normal.quantile(p)) - p) < 1e-12 * max(p, 1e-3))
        }
    }

    private func expect(_ found: OutcomeChances, _ expected: [Double]) {
        let parts = [found.a, found.b, found.tie, found.bothBad]
        for (one, other) in zip(parts, expected) { #expect(abs(one - other) < 5e-5) }
        #expect(abs(parts.reduce(0, +) - 1) < 1e-14)
    }
}
