import Ratings
import Testing

@Suite struct `Intervals by voter` {
    @Test func `with one vote a voter they are the sandwich but for the factor m over m less one`()
        throws
    {
        let votes = try Fixture("llmfao_crowd.votes").votes()
        var signed = VoterTally()
        var unsigned = VoterTally()
        for (place, vote) in votes.enumerated() {
            try signed.add(vote.outcome, between: vote.a, and: vote.b, by: "v\(place)")
            try unsigned.add(vote.outcome, between: vote.a, and: vote.b, by: nil)
        }
        let plain = try BradleyTerry().fit(Tally(votes))
        let factor = (Double(votes.count) / Double(votes.count - 1)).squareRoot()
        let parameters = BradleyTerry(interval: .clustered)
        for fit in [try parameters.fit(signed), try parameters.fit(unsigned)] {
            for (one, other) in zip(fit.ratings, plain.ratings) {
                #expect(abs(one.standardError - factor * other.standardError) < 1e-9)
            }
        }
        #expect(try parameters.fit(unsigned).notes == [.unsignedVotes(votes.count)])
    }

    @Test func `real crowd workers make the interval wider`() throws {
        var tally = VoterTally()
        for vote in try Fixture("llmfao_crowd.votes").votes() {
            try tally.add(vote.outcome, between: vote.a, and: vote.b, by: vote.voter)
        }
        let plain = try BradleyTerry().fit(tally.total)
        let clustered = try BradleyTerry(interval: .clustered).fit(tally)
        let ratio = zip(clustered.ratings, plain.ratings).reduce(0) {
            $0 + $1.0.standardError / $1.1.standardError / Double(plain.ratings.count)
        }
        #expect(tally.voters.count > 59 && clustered.notes.isEmpty)
        #expect(ratio > 1, "mean ratio of the errors \(ratio)")
        #expect(clustered.points == plain.points)
    }

    @Test func `too few voters fall back on the plain interval and say so`() throws {
        var tally = VoterTally()
        for (voter, outcome) in [("v", Outcome.a), ("v", .b), ("w", .tie)] {
            try tally.add(outcome, between: "A", and: "B", by: voter, count: 9)
        }
        let fit = try BradleyTerry(interval: .clustered).fit(tally)
        let plain = try BradleyTerry().fit(tally.total)
        #expect(fit.notes == [.tooFewVoters(component: 0, voters: 2)])
        #expect(fit.ratings[0].standardError == plain.ratings[0].standardError)
        #expect(try tally.tally(of: "v").votes == 18)
    }

    @Test func `a table without a voter holds every vote but that voter's`() throws {
        var tally = VoterTally()
        var others = VoterTally()
        let votes = try Fixture("llmfao_crowd.votes").votes()
        let out = try #require(votes[0].voter)
        for vote in votes {
            try tally.add(vote.outcome, between: vote.a, and: vote.b, by: vote.voter)
            guard vote.voter != out else { continue }
            try others.add(vote.outcome, between: vote.a, and: vote.b, by: vote.voter)
        }
        try tally.add(.tie, between: votes[0].a, and: votes[0].b, by: nil)
        try others.add(.tie, between: votes[0].a, and: votes[0].b, by: nil)
        let without = try tally.excluding([out])
        #expect(without.total == others.total && without.voters == others.voters)
        var plain = tally.total
        try plain.remove(tally.tally(of: out))
        #expect(plain == others.total)
        #expect(try tally.excluding([]).total == tally.total)
    }
}
