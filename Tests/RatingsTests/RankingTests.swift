import Ratings
import Testing

@Suite struct `Ranks and sampling` {
    private func ladder(_ votes: Int) throws -> Tally {
        var random = Random(seed: 31)
        return try Planted(strengths: [1.2, 0.5, 0.45, -0.6, -1.5]).tally(votes: votes, &random)
    }

    @Test func `rank ranges narrow with votes and hold every true rank`() throws {
        let few = try BradleyTerry().fit(ladder(60))
        let many = try BradleyTerry().fit(ladder(6000))
        for place in 0..<5 {
            #expect(few.rankRange(place).contains(place + 1))
            #expect(many.rankRange(place).contains(place + 1))
            #expect(many.rankRange(place).count <= few.rankRange(place).count)
        }
        #expect(many.rankRange(0) == 1...1 && many.rankRange(4) == 5...5)
        #expect(many.rankRange(1) == 2...3 && many.rankRange(2) == 2...3)
        #expect(many.lmArenaRank(0) == 1 && many.lmArenaRank(4) == 5)
        #expect(few.lmArenaRank(1) <= few.lmArenaRank(4))
    }

    @Test func `rank probabilities add up, are seeded and agree with the gap of two`() throws {
        let fit = try BradleyTerry().fit(ladder(300))
        let one = fit.rankProbabilities(draws: 20_000, seed: 5)
        #expect(one == fit.rankProbabilities(draws: 20_000, seed: 5))
        #expect(one != fit.rankProbabilities(draws: 20_000, seed: 6))
        for i in 0..<5 {
            let row = (1...5).reduce(0) { $0 + one.probability(of: i, rank: $1) }
            let column = (0..<5).reduce(0) { $0 + one.probability(of: $1, rank: i + 1) }
            #expect(abs(row - 1) < 1e-9 && abs(column - 1) < 1e-9)
        }
        var pair = Tally()
        try pair.add(.a, between: "A", and: "B", count: 30)
        try pair.add(.b, between: "A", and: "B", count: 22)
        let two = try BradleyTerry().fit(pair)
        let first = two.rankProbabilities(draws: 40_000, seed: 1).probability(of: 0, rank: 1)
        #expect(abs(first - two.gap(0, 1).pBetter) < 0.01)
    }

    @Test func `average shares and the win-rate matrix follow the strengths`() throws {
        let fit = try BradleyTerry().fit(ladder(3000))
        let shares = fit.expectedShares
        for i in 0..<5 {
            #expect(shares[i][i] == nil)
            for j in 0..<5 where j != i {
                #expect(abs((shares[i][j] ?? 0) + (shares[j][i] ?? 0) - 1) < 1e-12)
            }
            let mean = shares[i].compactMap { $0 }.reduce(0, +) / 4
            #expect(abs((fit.averageShare(i) ?? 0) - mean) < 1e-12)
        }
        #expect((fit.averageShare(0) ?? 0) > (fit.averageShare(4) ?? 1))
    }

    @Test func `the only pair there is has a probability of one, never more`() throws {
        var tally = Tally()
        for vote in 0..<400 {
            try tally.add(
                vote % 5 == 0 ? .tie : vote % 3 == 0 ? .b : .a, between: "A", and: "B")
            let fit = try? BradleyTerry(prior: 1).fit(tally)
            let chances = SamplingRule(minimumVotes: 3)
                .distribution(over: ["A", "B"], tally: tally, fit: fit).chances
            #expect(chances.map(\.probability) == [1])
        }
    }

    @Test func `the rule's probabilities add up to one and keep the uniform floor`() throws {
        let tally = try ladder(2000)
        let fit = try BradleyTerry().fit(tally)
        let chances = SamplingRule(floor: 0.1, minimumVotes: 30)
            .distribution(over: tally.contenders, tally: tally, fit: fit).chances
        #expect(chances.count == 10)
        #expect(abs(chances.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
        #expect(chances.allSatisfy { $0.probability >= 0.01 })
        let gains = try chances.map { chance in
            let gap = try #require(fit.gap(from: chance.second, to: chance.first))
            let votes = Double(try #require(tally.pair(chance.first, chance.second)).votes)
            let perVote = gap.standardError * gap.standardError * votes
            return (perVote / votes).squareRoot() - (perVote / (votes + 1)).squareRoot()
        }
        let total = gains.reduce(0, +)
        for (chance, gain) in zip(chances, gains) {
            #expect(abs(chance.probability - (0.01 + 0.9 * gain / total)) < 1e-12)
        }
    }

    @Test func `new contenders come first until they have their votes`() throws {
        var tally = try ladder(2000)
        try tally.register("new")
        let rule = SamplingRule(floor: 0.1, minimumVotes: 30)
        let fit = try BradleyTerry().fit(tally)
        for fit in [fit, nil] {
            let chances = rule.distribution(over: tally.contenders, tally: tally, fit: fit).chances
            let fresh = chances.filter { $0.first == "new" || $0.second == "new" }
            #expect(fresh.count == 5)
            let share = fresh.reduce(0) { $0 + $1.probability }
            #expect(abs(share - (0.9 + 0.1 * 5 / 15)) < 1e-12)
        }
    }

    @Test func `draws follow the probabilities and two seeds the same pairs`() throws {
        let tally = try ladder(200)
        let fit = try BradleyTerry().fit(tally)
        let distribution = SamplingRule().distribution(
            over: tally.contenders, tally: tally, fit: fit)
        var random = Random(seed: 8)
        var counts: [String: Double] = [:]
        for _ in 0..<50_000 {
            let pair = try #require(distribution.draw(using: &random))
            counts["\(pair.first) \(pair.second)", default: 0] += 1
        }
        for chance in distribution.chances {
            let share = (counts["\(chance.first) \(chance.second)"] ?? 0) / 50_000
            #expect(abs(share - chance.probability) < 0.01)
        }
    }

    @Test func `no pair and no votes are no trouble`() throws {
        var random = Random(seed: 1)
        let rule = SamplingRule()
        let none = rule.distribution(over: ["only"], tally: Tally(), fit: nil)
        #expect(none.chances.isEmpty && none.draw(using: &random) == nil)
        let fresh = rule.distribution(over: ["a", "b", "c", "a"], tally: Tally(), fit: nil)
        let third = 1.0 / 3
        #expect(fresh.chances.map(\.probability) == [third, third, third])
    }
}
