import Arena
import Foundation
import Ratings
import Testing

/// The simulated voters of a public arena: 20 contenders, a quarter of ties.
@Suite struct VoterScreenTests {
    @Test func `of honest voters with 100 votes at most 1 in 200 is ever found`() throws {
        let crowd = try SimulatedCrowd(seed: 7)
        let screen = VoterScreen(crowd.model)
        let looks = [14, 19, 26, 36, 50, 70, 98]
        var found = 0
        for voter in 0..<1000 {
            let votes = crowd.votes(.honest, 100, voter: voter)
            if looks.contains(where: { screen.finding(of: Array(votes.prefix($0))) != nil }) {
                found += 1
            }
        }
        print("honest ever found: \(found) of 1000")
        #expect(found <= 5, "\(found) of 1000")
    }

    @Test(arguments: [
        (SimulatedCrowd.Kind.camper, 50, 0.99), (.target, 100, 0.7), (.target, 300, 0.99),
        (.left, 50, 0.99), (.inverse, 100, 0.9),
    ])
    func `who votes for something else than the answers is found`(
        kind: SimulatedCrowd.Kind, count: Int, least: Double
    ) throws {
        let crowd = try SimulatedCrowd(seed: 11)
        let screen = VoterScreen(crowd.model)
        let found = (0..<200).filter {
            screen.finding(of: crowd.votes(kind, count, voter: $0)) != nil
        }.count
        print("\(kind) \(count): \(found) of 200")
        #expect(Double(found) / 200 >= least, "\(kind) \(count): \(found) of 200")
    }

    @Test func `20 accounts of 20 votes are found together, honest ones are not`() throws {
        let crowd = try SimulatedCrowd(seed: 13)
        let (screen, together) = (VoterScreen(crowd.model), GroupScreen(crowd.model))
        let isFound = { (kind: SimulatedCrowd.Kind, number: Int) in
            let group = (0..<20).map {
                together.member(crowd.votes(kind, 20, voter: number * 20 + $0))
            }
            return together.finding(in: group) != nil
        }
        let bots = (0..<100).filter { isFound(.target, $0) }.count
        let honest = (0..<300).filter { isFound(.honest, $0) }.count
        let alone = (0..<400).filter {
            screen.finding(of: crowd.votes(.target, 20, voter: $0)) != nil
        }.count
        print("groups found: \(bots) of 100; honest \(honest) of 300; single bots \(alone) of 400")
        #expect(bots >= 99, "\(bots) of 100")
        #expect(honest <= 3, "\(honest) of 300")
    }

    @Test func `the beat of a machine and one prompt over and over are found`() throws {
        let crowd = try SimulatedCrowd(seed: 17)
        let screen = VoterScreen(crowd.model)
        let honest = crowd.votes(.honest, 30, voter: 3)
        #expect(screen.finding(of: honest) == nil)
        let beat = honest.enumerated().map { number, vote in
            PatternVote(
                left: vote.left, right: vote.right, outcome: vote.outcome,
                castAt: Samples.time + 30 * Double(number))
        }
        #expect(screen.finding(of: beat)?.detector == .cadence)
        let same = honest.map { vote in
            PatternVote(
                left: vote.left, right: vote.right, outcome: vote.outcome, castAt: vote.castAt,
                prompt: "one")
        }
        #expect(screen.finding(of: same)?.detector == .cadence)
    }

    @Test func `votes are looked at in growing steps`() {
        #expect(VoterScreen.step(13) == 0 && VoterScreen.step(14) == 14)
        #expect(VoterScreen.step(100) == 98 && VoterScreen.step(97) == 70)
        #expect(VoterScreen.step(1_000_000) <= VoterScreen.mostVotes)
    }

    @Test func `after quarantine the order is the honest one; without it the target climbs`() throws
    {
        let crowd = try SimulatedCrowd(seed: 19)
        var voters: [VoterVotes] = []
        for voter in 0..<300 {
            voters.append(VoterVotes(VoterID(), votes: crowd.votes(.honest, 100, voter: voter)))
        }
        let honest = Set(voters.map(\.voter))
        for bot in 0..<60 {
            voters.append(
                VoterVotes(VoterID(), votes: crowd.votes(.camper, 50, voter: 10_000 + bot)))
        }
        let whole = try crowd.tally(voters)
        let review = IntegrityReview(whole)
        let found = Set(review.findings(among: voters).map(\.voter))
        let places = { (kept: [VoterVotes]) in try crowd.order(of: kept) }
        let (before, after) = (
            try places(voters.filter { honest.contains($0.voter) }),
            try places(voters.filter { !found.contains($0.voter) })
        )
        let bought = try places(voters)
        let target = SimulatedCrowd.target
        let climb =
            try #require(before.firstIndex(of: target)) - #require(bought.firstIndex(of: target))
        let alarms = found.intersection(honest).count
        print("found \(found.count - alarms) of 60 bots, \(alarms) of 300 honest; climb \(climb)")
        #expect(climb > 3, "\(climb)")
        #expect(after == before)
        #expect(found.count - alarms == 60 && alarms <= 2, "\(found.count) \(alarms)")
    }
}
