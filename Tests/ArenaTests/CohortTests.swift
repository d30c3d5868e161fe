import Arena
import Foundation
import Ratings
import Testing

/// Groups of accounts that began in one hour, among honest voters who began in the same hours.
@Suite struct CohortTests {
    @Test func `of who began in the same hour as a group, the honest ones stay`() throws {
        let crowd = try SimulatedCrowd(seed: 23)
        let hours = 72
        var voters: [VoterVotes] = []
        var honest: Set<VoterID> = []
        for voter in 0..<10 * hours {
            let count = 20 + voter * 37 % 281
            let votes = crowd.votes(.honest, count, voter: voter, from: 3600 * Double(voter / 10))
            voters.append(VoterVotes(VoterID(), votes: votes))
            honest.insert(voters[voter].voter)
        }
        var groups: [Set<VoterID>] = []
        for group in 0..<hours / 2 {
            let members = (0..<20).map { member in
                VoterVotes(
                    VoterID(),
                    votes: crowd.votes(
                        .target, 20, voter: 10_000 + 20 * group + member,
                        from: 7200 * Double(group)))
            }
            voters += members
            groups.append(Set(members.map(\.voter)))
        }
        let found = Set(
            IntegrityReview(try crowd.tally(voters)).findings(among: voters).map(\.voter))
        let whole = groups.filter { !$0.isDisjoint(with: found) }.count
        let members = groups.reduce(0) { $0 + $1.intersection(found).count }
        let alarms = honest.intersection(found).count
        print(
            "groups \(whole) of \(groups.count), members \(members), honest \(alarms) of \(honest.count)"
        )
        #expect(whole == groups.count)
        #expect(alarms * 200 <= honest.count, "\(alarms) of \(honest.count)")
    }
}
