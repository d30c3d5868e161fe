import Arena
import Foundation
import Ratings
import Testing

/// The greedy strategy of arXiv 2501.17858: votes on pairs without the target, each for the outcome
/// that brings the target closest to those above it.
@Suite struct OmnipresentAttackTests {
    private static let target = "c7"
    private static let seeds: [UInt64] = [21, 22, 23, 24]

    @Test func `1,000 votes of 50 identities gain more than three places, guarded at most one`()
        throws
    {
        let gains = try Self.seeds.map { try self.gains(apart: 300, seed: $0) }
        #expect(gains.allSatisfy { $0.alarms <= 3 }, "\(gains)")
        #expect(gains.reduce(0) { $0 + $1.open } > 3 * gains.count, "\(gains)")
        #expect(gains.reduce(0) { $0 + $1.guarded } <= gains.count, "\(gains)")
    }

    @Test func `spread over days, so that no five begin in one hour, it still gains places`() throws
    {
        // What the guard does not do: told in Decisions/influence-is-capped.md.
        let gains = try Self.seeds.map { try self.gains(apart: 3600, seed: $0) }
        #expect(
            gains.reduce(0) { $0 + $1.guarded } > gains.count,
            "the decision may promise more: \(gains)")
    }

    private struct Gain {
        let open: Int
        let guarded: Int
        let alarms: Int
    }

    /// Places that the target gains in one population.
    private func gains(apart: Double, seed: UInt64) throws -> Gain {
        let crowd = Crowd(contenders: 20, gap: 0.01, seed: seed)
        let honest = honestVoters(of: crowd)
        let bots = try attack(on: honest, of: crowd, apart: apart)
        let (kept, found) = try guarded(honest + bots)
        let alarms = found.intersection(honest.map(\.voter)).count
        let places = try [honest, honest + bots, kept].map(place)
        print(
            "\(apart) s apart: place \(places[0]), \(places[1]) without the guard, \(places[2]) "
                + "with; found \(found.count - alarms) of 50 bots, \(alarms) of 300 honest")
        return Gain(
            open: places[0] - places[1], guarded: places[0] - places[2], alarms: alarms)
    }

    private func honestVoters(of crowd: Crowd) -> [VoterVotes] {
        (0..<300).map { number in
            var random = Random(seed: 4, stream: UInt64(number))
            var clock = Samples.time + random.uniform() * 86_400 * 25
            return VoterVotes(
                VoterID(),
                votes: crowd.votes(100, voter: number).map { vote in
                    clock += 200 + random.uniform() * 4000
                    return PatternVote(
                        left: vote.left, right: vote.right, outcome: vote.outcome, castAt: clock)
                })
        }
    }

    /// 50 identities of 20 votes, the first votes so many seconds apart.
    private func attack(
        on honest: [VoterVotes], of crowd: Crowd, apart: Double
    ) throws -> [VoterVotes] {
        var tally = try self.tally(honest)
        var random = Random(seed: 9)
        return try (0..<50).map { bot in
            let fit = try BradleyTerry().fit(tally)
            let influence = try Influence(tally)
            let own = try #require(fit.rating(of: Self.target)).points
            let above = fit.ratings.filter { $0.points > own }
                .sorted { $0.points < $1.points }.prefix(5).map(\.contender)
            let gain = { (vote: WeighedVote, outcome: Outcome) -> Double in
                var moves = [Double](repeating: 0, count: 20)
                influence.add(outcome, between: vote.left, and: vote.right, to: &moves)
                let move = { (name: String) in
                    moves[influence.contenders.firstIndex(of: name) ?? 0]
                }
                return move(Self.target) * Double(above.count)
                    - above.reduce(0) { $0 + move($1) }
            }
            let votes = crowd.votes(20, voter: 20_000 + bot, without: Self.target) { vote in
                gain(vote, .a) > gain(vote, .b) ? .a : .b
            }
            var clock = Samples.time + 86_400 * 26 + apart * Double(bot)
            let cast = try votes.map { vote in
                clock += 30 + random.uniform() * 60
                try tally.add(vote.outcome, between: vote.left, and: vote.right)
                return PatternVote(
                    left: vote.left, right: vote.right, outcome: vote.outcome, castAt: clock)
            }
            return VoterVotes(VoterID(), votes: cast)
        }
    }

    /// The votes that are left when the detectors and the cap have seen them.
    private func guarded(
        _ voters: [VoterVotes]
    ) throws -> (kept: [VoterVotes], found: Set<VoterID>) {
        let found = Set(
            IntegrityReview(try tally(voters)).findings(among: voters).map(\.voter))
        let left = voters.filter { !found.contains($0.voter) }
        let cap = try InfluenceCap(try tally(left), rules: IntegrityRules())
        let kept = left.map { voter in
            let over = Set(
                cap.excess(
                    in: voter.votes.enumerated().map { number, vote in
                        WeighedVote(
                            sequence: Int64(number), left: vote.left, right: vote.right,
                            outcome: vote.outcome, castAt: vote.castAt)
                    }))
            return VoterVotes(
                voter.voter,
                votes: voter.votes.enumerated().filter { !over.contains(Int64($0.offset)) }
                    .map(\.element))
        }
        return (kept, found)
    }

    private func tally(_ voters: [VoterVotes]) throws -> Tally {
        var tally = Tally()
        for vote in voters.flatMap(\.votes) {
            try tally.add(vote.outcome, between: vote.left, and: vote.right)
        }
        return tally
    }

    /// The target's place, 1 for the best.
    private func place(in voters: [VoterVotes]) throws -> Int {
        let fit = try BradleyTerry().fit(try tally(voters))
        let own = try #require(fit.rating(of: Self.target)).points
        return 1 + fit.ratings.filter { $0.points > own }.count
    }
}
