import Ratings
import Testing

@Suite struct `Style and side` {
    /// Replies whose length, headings and so on differ by contender and by chance.
    private func styled(
        votes: Int, coefficients: [Double], side: Double, seed: UInt64
    ) throws -> (votes: StyledVotes, truth: Planted) {
        var random = Random(seed: seed)
        let truth = Planted(strengths: [0.6, 0.3, 0, -0.2, -0.7])
        var styled = StyledVotes(features: ["length", "headings", "bold", "lists"])
        for _ in 0..<votes {
            let (i, j) = truth.pair(&random)
            let one = style(of: i, &random)
            let other = style(of: j, &random)
            var shift = side
            for (coefficient, pair) in zip(coefficients, zip(one, other)) {
                let total = pair.0 + pair.1
                shift += total > 0 ? coefficient * (pair.0 - pair.1) / total : 0
            }
            try styled.add(
                truth.outcome(i, j, shift: shift, &random), between: "c\(i)", and: "c\(j)",
                style: one, against: other)
        }
        return (styled, truth)
    }

    private func style(of contender: Int, _ random: inout Random) -> [Double] {
        let wordy = 1 + Double(contender) / 4
        let length = 200 * wordy * exponential(0.5 * random.normal())
        let counts = [3.0, 5, 4].map { (random.uniform() * $0 * wordy).rounded() }
        return [length.rounded()] + counts
    }

    @Test func `planted style coefficients and strengths come back within their intervals`() throws
    {
        let planted = [1.2, 0.4, 0, -0.3]
        let (votes, truth) = try styled(
            votes: 40_000, coefficients: planted, side: 0.15, seed: 21)
        var plain = BradleyTerry()
        plain.level = 0.999
        let fit = try StyleControl(includesSide: true, parameters: plain).fit(votes)
        for (coefficient, (value, deviation)) in zip(
            fit.coefficients, zip(planted, fit.deviations))
        {
            #expect(coefficient.interval.contains(value * deviation))
        }
        #expect(try #require(fit.side).interval.contains(0.15))
        for rating in fit.fit.ratings {
            let strength = truth.strengths[Int(rating.contender.dropFirst()) ?? 0]
            #expect(rating.interval.contains(strength * Scale.pointsPerLogOdds + 1000))
        }
        let blind = try plain.fit(votes.total)
        let misled = blind.ratings.filter { rating in
            let strength = truth.strengths[Int(rating.contender.dropFirst()) ?? 0]
            return !rating.interval.contains(strength * Scale.pointsPerLogOdds + 1000)
        }
        #expect(!misled.isEmpty, "without style control the wordy would be overrated")
    }

    @Test func `the style intervals hold 95 of 100 true coefficients`() throws {
        var held = 0
        for seed in 0..<250 {
            let (votes, _) = try styled(
                votes: 1500, coefficients: [1, 0.3, 0, -0.2], side: 0, seed: UInt64(1000 + seed))
            let fit = try StyleControl(penalty: 0).fit(votes)
            for (coefficient, (value, deviation)) in zip(
                fit.coefficients, zip([1, 0.3, 0, -0.2], fit.deviations))
            {
                held += coefficient.interval.contains(value * deviation) ? 1 : 0
            }
        }
        #expect(abs(Double(held) / 1000 - 0.95) < 0.02)
    }

    @Test func `a feature that never differs has no coefficient and does no harm`() throws {
        var votes = StyledVotes(features: ["length", "headings"])
        for (outcome, length) in [(Outcome.a, 10.0), (.b, 20), (.tie, 30), (.a, 5), (.b, 40)] {
            try votes.add(
                outcome, between: "A", and: "B", style: [length, 2], against: [20, 2])
        }
        let fit = try StyleControl().fit(votes)
        #expect(fit.coefficients[1].value == 0 && fit.coefficients[1].standardError == 0)
        #expect(fit.fit.points.allSatisfy { $0.isFinite })
        #expect(throws: TallyError.badFeature) {
            try votes.add(.a, between: "A", and: "B", style: [1], against: [2, 3])
        }
        #expect(throws: FitError.self) { try StyleControl().fit(StyledVotes(features: [])) }
    }

    @Test func `style control without features is the plain fit`() throws {
        let source = try Fixture("llmfao_crowd.votes").votes()
        var votes = StyledVotes(features: [])
        for vote in source {
            try votes.add(vote.outcome, between: vote.a, and: vote.b, style: [], against: [])
        }
        let styled = try StyleControl().fit(votes).fit
        let plain = try BradleyTerry().fit(Tally(source))
        for (one, other) in zip(styled.ratings, plain.ratings) {
            #expect(abs(one.points - other.points) < 1e-7)
            #expect(abs(one.standardError - other.standardError) < 1e-7)
        }
    }

    @Test func `a planted left side comes back within its interval and none where there is none`()
        throws
    {
        for planted in [0, 0.08, 0.4] {
            var random = Random(seed: 9)
            let truth = Planted(strengths: [0.5, 0.1, -0.1, -0.5], ties: 0)
            var tally = SidedTally()
            for _ in 0..<30_000 {
                let (i, j) = truth.pair(&random)
                try tally.add(
                    truth.outcome(i, j, shift: planted, &random), left: "c\(i)", right: "c\(j)")
            }
            let found = try SideEffect(parameters: BradleyTerry(level: 0.999)).fit(tally)
            #expect(found.effect.interval.contains(planted))
            #expect(found.effect.standardError < 0.02)
            #expect(found.leftShareInterval.contains(1 / (1 + exponential(-planted))))
            for rating in found.fit.ratings {
                let strength = truth.strengths[Int(rating.contender.dropFirst()) ?? 0]
                #expect(rating.interval.contains(strength * Scale.pointsPerLogOdds + 1000))
            }
        }
    }

    @Test func `calling left right turns the side effect round`() throws {
        var straight = SidedTally()
        var mirrored = SidedTally()
        for vote in try Fixture("llmfao_crowd.votes").votes() {
            try straight.add(vote.outcome, left: vote.a, right: vote.b)
            try mirrored.add(vote.outcome.swapped, left: vote.b, right: vote.a)
        }
        let one = try SideEffect().fit(straight)
        let other = try SideEffect().fit(mirrored)
        #expect(abs(one.effect.value + other.effect.value) < 1e-9)
        #expect(abs(one.effect.standardError - other.effect.standardError) < 1e-9)
        #expect(one.effect.value != 0)
    }
}
