import Arena
import Foundation
import Ratings
import Testing

/// How far one voter moves a rating, and where that ends.
@Suite struct InfluenceTests {
    @Test func `the step is what a fit with the vote moves by`() throws {
        let crowd = Crowd(contenders: 6, gap: 0.2, seed: 3)
        let tally = try crowd.tally(honestVoters: 100, votes: 40)
        let influence = try Influence(tally)
        let before = try BradleyTerry().fit(tally)
        var more = tally
        try more.add(.b, between: "c1", and: "c4")
        let after = try BradleyTerry().fit(more)
        var moves = [Double](repeating: 0, count: 6)
        influence.add(.b, between: "c1", and: "c4", to: &moves)
        for (place, name) in influence.contenders.enumerated() {
            let real =
                try #require(after.rating(of: name)).points
                - #require(before.rating(of: name)).points
            #expect(abs(real - moves[place]) < 0.002 + 0.01 * abs(real), "\(name)")
        }
        #expect(abs(moves.reduce(0, +)) < 1e-9)
    }

    @Test func `a voter who always votes for one contender moves it no further than the cap`()
        throws
    {
        for (contenders, honest) in [(20, 30), (20, 3000), (4, 20)] {
            let crowd = Crowd(contenders: contenders, gap: 0.02, seed: 5)
            let tally = try crowd.tally(honestVoters: honest, votes: 30)
            let cap = try InfluenceCap(tally, rules: IntegrityRules())
            let votes = crowd.votes(1000, voter: 99, on: "c1") { vote in
                vote.left == "c1" ? .a : .b
            }
            let over = Set(cap.excess(in: votes))
            let place = try #require(cap.influence.contenders.firstIndex(of: "c1"))
            let kept = votes.filter { !over.contains($0.sequence) }
            let (bought, left) = (cap.moves(of: votes)[place], cap.moves(of: kept)[place])
            print(
                "\(contenders) contenders, \(tally.votes) votes: \(bought) → \(left) points, "
                    + "\(kept.count) of 1000 votes kept, cap \(cap.limits[place])")
            #expect(left <= cap.limits[place])
            #expect(left > 0.8 * cap.limits[place] || kept.count == 1000)
            #expect(bought > 8 * left)
        }
    }

    @Test func `in a large arena the cap is a quarter of a point`() throws {
        let crowd = Crowd(contenders: 5, gap: 0.02, seed: 5)
        var tally = Tally()
        for pair in try crowd.tally(honestVoters: 20, votes: 30).pairs {
            for outcome in Outcome.allCases {
                let many = pair.count(of: outcome) * 400
                if many > 0 {
                    try tally.add(
                        outcome, between: "c\(pair.first)", and: "c\(pair.second)", count: many)
                }
            }
        }
        let cap = try InfluenceCap(tally, rules: IntegrityRules())
        #expect(cap.limits.allSatisfy { $0 == 0.25 }, "\(cap.limits)")
    }

    @Test(arguments: [2, 4, 8, 20])
    func `of honest voters with 30 votes in a day hardly any loses one`(contenders: Int) throws {
        let crowd = Crowd(contenders: contenders, gap: 0.1, seed: 8)
        let tally = try crowd.tally(honestVoters: 400, votes: 30)
        let cap = try InfluenceCap(tally, rules: IntegrityRules())
        var (voters, votes) = (0, 0)
        for voter in 0..<400 {
            let over = cap.excess(in: crowd.votes(30, voter: 5000 + voter)).count
            voters += over > 0 ? 1 : 0
            votes += over
        }
        print("\(contenders) contenders: \(voters) of 400 honest voters lose \(votes) votes")
        #expect(voters <= 4, "\(voters) of 400, \(votes) votes")
    }

    @Test func `the cap is each day's, and a vote the other way makes room`() throws {
        let crowd = Crowd(contenders: 4, gap: 0.02, seed: 5)
        let cap = try InfluenceCap(
            try crowd.tally(honestVoters: 50, votes: 30), rules: IntegrityRules())
        let one = { (number: Int64, outcome: Outcome, day: Double) in
            WeighedVote(
                sequence: number, left: "c0", right: "c1", outcome: outcome,
                castAt: Samples.time + 86_400 * day)
        }
        let day = (1...30).map { one($0, .a, 0) }
        let over = cap.excess(in: day)
        #expect(over.count > 10 && over.first == Int64(30 - over.count + 1))
        #expect(cap.excess(in: day + [one(31, .a, 1)]) == over)
        #expect(cap.excess(in: day + [one(31, .b, 0), one(32, .a, 0)]) == over)
    }
}

/// Honest voters over contenders `c0`, `c1`, … of rising strength.
struct Crowd {
    let contenders: Int
    /// From one contender to the next, in log-odds.
    let gap: Double
    let seed: UInt64

    func tally(honestVoters: Int, votes: Int) throws -> Tally {
        var tally = Tally()
        for voter in 0..<honestVoters {
            for vote in self.votes(votes, voter: voter) {
                try tally.add(vote.outcome, between: vote.left, and: vote.right)
            }
        }
        return tally
    }

    /// Votes within one day; on battles with one contender, or without one, where that is said.
    func votes(
        _ count: Int, voter: Int, on name: String? = nil, without missing: String? = nil,
        choosing outcome: ((WeighedVote) -> Outcome)? = nil
    ) -> [WeighedVote] {
        var random = Random(seed: seed, stream: UInt64(voter))
        return (0..<count).map { number in
            var (i, j) = pair(&random)
            while name.map({ $0 != "c\(i)" && $0 != "c\(j)" }) ?? false
                || missing.map({ $0 == "c\(i)" || $0 == "c\(j)" }) ?? false
            {
                (i, j) = pair(&random)
            }
            let chances = Davidson.chances(gap * Double(i), gap * Double(j), ties: 0.7)
            let toss = random.uniform()
            let honest: Outcome =
                toss < chances.a ? .a : toss < chances.a + chances.b ? .b : .tie
            let vote = WeighedVote(
                sequence: Int64(voter * 10_000 + number), left: "c\(i)", right: "c\(j)",
                outcome: honest, castAt: Samples.time + Double(number))
            return outcome.map {
                WeighedVote(
                    sequence: vote.sequence, left: vote.left, right: vote.right,
                    outcome: $0(vote), castAt: vote.castAt)
            } ?? vote
        }
    }

    private func pair(_ random: inout Random) -> (Int, Int) {
        let i = Int(random.uniform() * Double(contenders))
        return (i, (i + 1 + Int(random.uniform() * Double(contenders - 1))) % contenders)
    }
}
