import Ratings
import Testing

@Suite struct `What changes nothing` {
    private let votes = Result { try Fixture("llmfao_crowd.votes").votes() }

    private func expectSame(_ one: Fit, _ other: Fit, rename: (String) -> String = { $0 }) throws {
        for rating in one.ratings {
            let twin = try #require(other.rating(of: rename(rating.contender)))
            #expect(abs(rating.points - twin.points) < 1e-9)
            #expect(abs(rating.standardError - twin.standardError) < 1e-9)
            #expect(rating.record == twin.record && rating.standing == twin.standing)
        }
        #expect(one.ratings.count == other.ratings.count)
    }

    @Test func `the order of the votes changes nothing`() throws {
        let votes = try votes.get()
        var random = Random(seed: 1)
        let one = try Tally(votes)
        let other = try Tally(votes.shuffled(using: &random))
        #expect(one == other)
        try expectSame(BradleyTerry().fit(one), BradleyTerry().fit(other))
    }

    @Test func `naming the two sides the other way round changes nothing`() throws {
        let votes = try votes.get()
        var other = Tally()
        for vote in votes { try other.add(vote.outcome.swapped, between: vote.b, and: vote.a) }
        #expect(try Tally(votes) == other)
        try expectSame(BradleyTerry().fit(Tally(votes)), BradleyTerry().fit(other))
    }

    @Test func `other names change nothing`() throws {
        let votes = try votes.get()
        var other = Tally()
        for vote in votes.reversed() {
            let (a, b) = (String(vote.a.reversed()) + "!", String(vote.b.reversed()) + "!")
            try other.add(vote.outcome, between: a, and: b)
        }
        try expectSame(BradleyTerry().fit(Tally(votes)), BradleyTerry().fit(other)) {
            String($0.reversed()) + "!"
        }
    }

    @Test func `splitting a tally and adding it up again changes nothing`() throws {
        let votes = try votes.get()
        var sum = Tally()
        for start in stride(from: votes.count - 1, through: 0, by: -1000) {
            try sum.add(Tally(Array(votes[max(0, start - 999)...start])))
        }
        #expect(try sum == Tally(votes))
        try expectSame(BradleyTerry().fit(Tally(votes)), BradleyTerry().fit(sum))
    }

    @Test func `votes added and taken away again leave the tally as it was`() throws {
        let votes = try votes.get()
        let part = try Tally(Array(votes.prefix(3000)))
        let rest = try Tally(Array(votes.dropFirst(3000)))
        var all = part
        try all.add(rest)
        try all.remove(rest)
        #expect(all.votes == part.votes && all.votes(of: votes[0].a) == part.votes(of: votes[0].a))
        for pair in part.pairs {
            let (a, b) = (part.contenders[pair.first], part.contenders[pair.second])
            #expect(all.pair(a, b)?.firstWins == pair.firstWins)
        }
        #expect(throws: TallyError.self) { try all.remove(rest) }
        try expectSame(
            BradleyTerry().fit(part),
            BradleyTerry().fit(Tally(contenders: part.contenders, pairs: part.pairs)))
    }

    @Test func `a warm start changes rounds and nothing else`() throws {
        let votes = try votes.get()
        let before = try BradleyTerry().fit(Tally(Array(votes.dropLast(10))))
        let cold = try BradleyTerry().fit(Tally(votes))
        let warm = try BradleyTerry().fit(Tally(votes), warmStart: before)
        try expectSame(cold, warm)
        #expect(warm.rounds < cold.rounds)
    }

    @Test(arguments: [1, 2, 3, 7])
    func `the number of tasks does not change a digit of the bootstrap`(_ tasks: Int) async throws {
        let tally = try Tally(votes.get())
        let bootstrap = BradleyTerry(interval: .bootstrap(rounds: 50, seed: 7))
        let alone: Fit = try syncFit(bootstrap, tally)
        let shared = try await bootstrap.fit(tally, tasks: tasks)
        #expect(alone == shared)
    }

    private func syncFit(_ parameters: BradleyTerry, _ tally: Tally) throws -> Fit {
        try parameters.fit(tally)
    }

    @Test func `another seed gives other digits near the same interval`() throws {
        let tally = try Tally(votes.get())
        let one = try BradleyTerry(interval: .bootstrap(rounds: 400, seed: 1)).fit(tally)
        let other = try BradleyTerry(interval: .bootstrap(rounds: 400, seed: 2)).fit(tally)
        #expect(one.ratings[0].interval != other.ratings[0].interval)
        #expect(one.points == other.points)
    }

    /// FastChat's 1,000 bootstraps, columns `fastchat_boot1000_*`: its quantiles have a
    /// Monte-Carlo error of their own, about 1.1 standard errors/√1000·2.7 ≈ 5 % of the width.
    @Test func `the bootstrap's interval is FastChat's within Monte-Carlo error`() throws {
        let tally = try Tally(votes.get())
        let fit = try BradleyTerry(interval: .bootstrap(rounds: 1000, seed: 7)).fit(tally)
        let reference = try Fixture("llmfao_crowd.bt_ci")
        let low = try reference.column("fastchat_boot1000_q025")
        let high = try reference.column("fastchat_boot1000_q975")
        for rating in fit.ratings {
            let slack = 0.5 * rating.standardError
            #expect(abs(rating.interval.low - (low[rating.contender] ?? .nan)) < slack)
            #expect(abs(rating.interval.high - (high[rating.contender] ?? .nan)) < slack)
        }
        let sandwich = try BradleyTerry().fit(tally)
        for (one, other) in zip(fit.ratings, sandwich.ratings) {
            #expect(abs(one.standardError / other.standardError - 1) < 0.12)
        }
    }

    @Test func `an anchor moves the zero and no gap`() throws {
        let tally = try Tally(votes.get())
        let free = try BradleyTerry().fit(tally)
        let anchor = Anchor("Claude v1", at: 1114)
        for method in [IntervalMethod.sandwich, .bootstrap(rounds: 100, seed: 3)] {
            let fit = try BradleyTerry(anchor: anchor, interval: method).fit(tally)
            let fixed = try #require(fit.rating(of: "Claude v1"))
            #expect(fixed.points == 1114 && fixed.standardError < 1e-9)
            #expect(abs(fixed.interval.high - 1114) < 1e-9)
            #expect(abs(fit.gap(3, 9).points - free.gap(3, 9).points) < 1e-9)
        }
        let fit = try BradleyTerry(anchor: anchor).fit(tally)
        #expect(abs(fit.gap(3, 9).standardError - free.gap(3, 9).standardError) < 1e-9)
        #expect(throws: FitError.unknownAnchor("nobody")) {
            try BradleyTerry(anchor: Anchor("nobody", at: 1)).fit(tally)
        }
    }

    @Test(arguments: [
        (BradleyTerry(prior: 0), "prior"), (BradleyTerry(ridge: 0), "ridge"),
        (BradleyTerry(level: 1), "level"), (BradleyTerry(hessianRidge: -1), "hessianRidge"),
        (BradleyTerry(interval: .bootstrap(rounds: 1, seed: 1)), "rounds"),
    ])
    func `a parameter out of range is an error that names it`(
        _ parameters: BradleyTerry, _ name: String
    ) throws {
        let tally = try Tally(votes.get())
        #expect(throws: FitError.invalidParameter(name)) { try parameters.fit(tally) }
        #expect(throws: FitError.unknownVoters) {
            try BradleyTerry(interval: .clustered).fit(tally)
        }
    }
}
