import Ratings
import Testing

@Suite struct `How fragile the first two are` {
    @Test func `a pair of 12 against 8 swaps without 5 votes`() throws {
        var tally = Tally()
        try tally.add(.a, between: "A", and: "B", count: 12)
        try tally.add(.b, between: "A", and: "B", count: 8)
        let found = try #require(try Fragility.ofVotes(tally))
        #expect(found.leader == "A" && found.runnerUp == "B")
        #expect(found.removed.votes == 5 && found.removed.pair("A", "B")?.firstWins == 5)
        #expect(found.gapAfter < 0 && found.gap > 0 && found.share == 0.25)
    }

    /// Every way to take fewer votes away is tried.
    @Test func `no smaller removal swaps three contenders`() throws {
        var tally = Tally()
        for (a, b, wins, losses) in [("A", "B", 5, 4), ("B", "C", 6, 4), ("A", "C", 6, 3)] {
            try tally.add(.a, between: a, and: b, count: wins)
            try tally.add(.b, between: a, and: b, count: losses)
        }
        let found = try #require(try Fragility.ofVotes(tally))
        let after = try removed(found.removed, from: tally)
        let refit = try BradleyTerry().fit(after)
        #expect(try #require(refit.gap(from: found.runnerUp, to: found.leader)).points < 0)
        for smaller in try removals(of: found.removed.votes - 1, from: tally) {
            let fit = try BradleyTerry().fit(smaller)
            let gap = try #require(fit.gap(from: found.runnerUp, to: found.leader))
            #expect(gap.points >= 0)
        }
    }

    @Test func `the voter who holds the order is found`() throws {
        var tally = VoterTally()
        for voter in 0..<20 {
            try tally.add(.a, between: "A", and: "B", by: "v\(voter)", count: 2)
            try tally.add(.b, between: "A", and: "B", by: "v\(voter)", count: 2)
        }
        try tally.add(.a, between: "A", and: "B", by: "whale", count: 9)
        try tally.add(.b, between: "A", and: "B", by: "minnow", count: 4)
        let found = try #require(try Fragility.ofVoters(tally))
        #expect(found.voters == ["whale"] && found.removed.votes == 9)
        #expect(found.leader == "A" && found.gapAfter < 0)
    }

    @Test func `without two bounded contenders there is nothing to swap`() throws {
        var tally = Tally()
        try tally.add(.a, between: "A", and: "B", count: 3)
        #expect(try Fragility.ofVotes(tally) == nil)
        #expect(try Fragility.ofVotes(Tally()) == nil)
    }

    private func removed(_ part: Tally, from tally: Tally) throws -> Tally {
        var rest = tally
        try rest.remove(part)
        return rest
    }

    /// Every tally with `count` votes fewer.
    private func removals(of count: Int, from tally: Tally) throws -> [Tally] {
        guard count > 0 else { return [tally] }
        var found: [Tally] = []
        for smaller in try removals(of: count - 1, from: tally) {
            for pair in smaller.pairs {
                for outcome in Outcome.allCases where pair.count(of: outcome) > 0 {
                    var one = Tally()
                    try one.add(
                        outcome, between: smaller.contenders[pair.first],
                        and: smaller.contenders[pair.second])
                    let rest = try removed(one, from: smaller)
                    if !found.contains(rest) { found.append(rest) }
                }
            }
        }
        return found
    }
}
