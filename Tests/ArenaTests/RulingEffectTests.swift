import Arena
import Ratings
import Testing

/// What a decision on votes does to the ratings, told before it is made.
@Suite struct RulingEffectTests {
    @Test func `excluding and restoring the same votes are each other's mirror`() async throws {
        let whole = try tally()
        let votes = try (0..<8).map { _ in try vote("alpha", "beta", .a) }
        var less = Tally()
        try less.add(.a, between: "alpha", and: "beta", count: 12)
        try less.add(.b, between: "alpha", and: "beta", count: 10)
        try less.add(.tie, between: "beta", and: "gamma", count: 6)
        try less.add(.b, between: "beta", and: "gamma", count: 4)
        try less.add(.a, between: "beta", and: "gamma", count: 3)

        let out = try await RulingEffect.of(votes, counting: false, in: whole, names: [:])
        let back = try await RulingEffect.of(votes, counting: true, in: less, names: [:])
        #expect(out.votesBefore == 43 && out.votesAfter == 35)
        #expect(back.votesBefore == 35 && back.votesAfter == 43)
        for change in out.changes {
            let mirror = try #require(
                back.changes.first { $0.contender == change.contender })
            try equal(change.before, mirror.after)
            try equal(change.after, mirror.before)
        }
        let alpha = try #require(out.changes.first { $0.contender.text == "alpha" })
        let (before, after) = (try #require(alpha.before), try #require(alpha.after))
        #expect(after.rating < before.rating - 20)
    }

    @Test func `a contender whose last votes go has no rating then`() async throws {
        var tally = try tally()
        try tally.add(.a, between: "delta", and: "alpha")
        let effect = try await RulingEffect.of(
            [try vote("alpha", "delta", .b)], counting: false, in: tally, names: [:])
        let delta = try #require(effect.changes.first)
        #expect(delta.contender.text == "delta")
        #expect(delta.before != nil && delta.after == nil)
    }

    @Test func `votes that are not in the tally are refused`() async throws {
        let (tally, vote) = (try tally(), try vote("alpha", "gamma", .a))
        await #expect(throws: ArenaError.self) {
            try await RulingEffect.of([vote], counting: false, in: tally, names: [:])
        }
    }

    private func equal(
        _ one: RulingEffect.Change.Place?, _ other: RulingEffect.Change.Place?
    ) throws {
        let (one, other) = (try #require(one), try #require(other))
        #expect(abs(one.rating - other.rating) < 1e-6)
        #expect(one.ranks == other.ranks)
    }

    private func tally() throws -> Tally {
        var tally = Tally()
        try tally.add(.a, between: "alpha", and: "beta", count: 20)
        try tally.add(.b, between: "alpha", and: "beta", count: 10)
        try tally.add(.tie, between: "beta", and: "gamma", count: 6)
        try tally.add(.b, between: "beta", and: "gamma", count: 4)
        try tally.add(.a, between: "beta", and: "gamma", count: 3)
        return tally
    }

    private func vote(_ a: String, _ b: String, _ outcome: VoteOutcome) throws -> RuledVote {
        RuledVote(
            contenders: Sides(a: try #require(ContenderID(a)), b: try #require(ContenderID(b))),
            outcome: outcome)
    }
}
