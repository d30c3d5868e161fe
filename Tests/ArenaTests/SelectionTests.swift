import Arena
import Foundation
import Ratings
import Testing

/// Voters who see battles of 40 contenders, so that one plays in 5% of them, and leave some.
@Suite struct SelectionTests {
    private static let target = "c5"
    private let count = 40

    @Test func `who votes only where one contender plays is found within 40 votes`() throws {
        let screen = SelectionScreen(honest(300))
        var slowest = 0
        for bot in 0..<200 {
            let whole = voter(40, seed: 900_000 + bot) { left, right, _ in
                [left, right].contains(Self.target) ? 1 : 0
            }
            let votes = (1...40).first { screen.finding(of: whole.cut(to: $0)) != nil }
            slowest = max(slowest, try #require(votes))
            let found = try #require(screen.finding(of: whole))
            #expect(found.detector == .selective && found.contender == Self.target)
            #expect(try #require(found.shown) > 300)
        }
        print("the last of 200 bots was found after \(slowest) votes")
    }

    @Test func `who favours one contender's battles is found, who favours them a little is not`()
        throws
    {
        let screen = SelectionScreen(honest(300))
        let found = { (other: Double) in
            (0..<100).filter { bot in
                screen.finding(
                    of: voter(100, seed: 800_000 + bot) { left, right, _ in
                        [left, right].contains(Self.target) ? 1 : other
                    }) != nil
            }.count
        }
        let (strong, weak) = (found(0.05), found(0.8))
        print("found of 100: 20 times as likely \(strong), 1.25 times \(weak)")
        #expect(strong == 100)
        #expect(weak <= 1)
    }

    @Test func `of honest voters who leave half at random at most 1 in 200 is ever found`() throws {
        let voters = honest(1000)
        let screen = SelectionScreen(voters)
        let looks = [14, 19, 26, 36, 50, 70, 98]
        let found = voters.filter { voter in
            looks.contains { screen.finding(of: voter.cut(to: $0)) != nil }
        }.count
        print("honest ever found: \(found) of \(voters.count)")
        #expect(found <= 5, "\(found) of \(voters.count)")
    }

    @Test func `who is impatient as the whole crowd is with slow contenders is not found`() throws {
        let impatient = (0..<1000).map { number in
            voter(100, seed: number) { left, right, _ in
                [left, right].contains { ["c1", "c2", "c3"].contains($0) } ? 0.3 : 0.8
            }
        }
        let screen = SelectionScreen(impatient)
        let found = impatient.filter { screen.finding(of: $0) != nil }.count
        print("impatient found: \(found) of 1000")
        #expect(found <= 5, "\(found)")
    }

    @Test func `twenty accounts of eight votes are found together, honest ones are not`() throws {
        let screen = SelectionScreen(honest(300))
        let bots = (0..<20).map { bot in
            voter(8, seed: 700_000 + bot) { left, right, _ in
                [left, right].contains(Self.target) ? 1 : 0.02
            }
        }
        #expect(bots.allSatisfy { screen.finding(of: $0) == nil })
        let found = try #require(screen.finding(ofGroup: bots))
        #expect(found.detector == .selective && found.contender == Self.target)
        let leaning = bots.filter { screen.isChosen(Self.target, by: $0) }.count
        #expect(leaning >= 19, "\(leaning)")
        let honest = honest(300).filter { screen.isChosen(Self.target, by: $0) }.count
        #expect(honest <= 20, "\(honest) of 300")
        let alarms = (0..<300).filter { group in
            screen.finding(
                ofGroup: (0..<20).map { one in
                    voter(8, seed: 100_000 + 20 * group + one) { _, _, _ in 0.5 }
                }) != nil
        }.count
        #expect(alarms <= 1, "\(alarms) of 300")
    }

    @Test func `a review names who chooses, though he votes as honestly as the others`() throws {
        var voters = honest(200)
        let bot = voter(40, seed: 600_000) { left, right, _ in
            [left, right].contains(Self.target) ? 1 : 0
        }
        voters.append(bot)
        var tally = Tally()
        for vote in voters.flatMap(\.votes) {
            try tally.add(vote.outcome, between: vote.left, and: vote.right)
        }
        let found = IntegrityReview(tally).findings(among: voters)
        #expect(found.contains { $0.voter == bot.voter && $0.found.detector == .selective })
        #expect(found.count <= 3, "\(found)")
        let note = try #require(found.first { $0.voter == bot.voter }?.found.note)
        #expect(note.contains("for voting where c5 plays"))
        #expect(note.contains("battles shown"))
    }

    private func honest(_ number: Int) -> [VoterVotes] {
        (0..<number).map { voter(100, seed: $0) { _, _, _ in 0.5 } }
    }

    /// A voter who votes, by tosses, on battles with a chance that `chance` gives, until he has cast
    /// so many votes.
    private func voter(
        _ votes: Int, seed: Int, chance: (String, String, Double) -> Double
    ) -> VoterVotes {
        var random = Random(seed: 77, stream: UInt64(seed))
        var clock = random.uniform() * 86_400 * 25
        var (cast, left): ([PatternVote], [LeftBattle]) = ([], [])
        while cast.count < votes {
            clock += 40 + random.uniform() * 400
            let i = Int(random.uniform() * Double(count))
            let j = (i + 1 + Int(random.uniform() * Double(count - 1))) % count
            let (a, b) = ("c\(i)", "c\(j)")
            if random.uniform() < chance(a, b, clock) {
                let toss = random.uniform()
                cast.append(
                    PatternVote(
                        left: a, right: b, outcome: toss < 0.38 ? .a : toss < 0.76 ? .b : .tie,
                        castAt: Samples.time + clock + 30))
            } else {
                left.append(LeftBattle(left: a, right: b, openedAt: Samples.time + clock))
            }
        }
        return VoterVotes(VoterID(), votes: cast, left: left)
    }
}

extension VoterVotes {
    /// As it stood after so many votes.
    fileprivate func cut(to count: Int) -> VoterVotes {
        VoterVotes(voter, votes: Array(votes.prefix(count)), left: left)
    }
}
