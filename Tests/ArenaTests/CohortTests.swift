import Arena
import Foundation
import Ratings
import Testing

/// Groups of accounts that began in one hour, among honest voters who began in the same hours.
@Suite struct CohortTests {
    @Test func `of who began in the same hour as a group, the honest ones stay`() throws {
        var scene = try Scene(busyHours: 72)
        for group in 0..<36 { scene.addGroup(at: 7200 * Double(group)) }
        let found = try scene.found()
        let honest = scene.busy.intersection(found).count
        #expect(scene.groups.allSatisfy { !$0.isDisjoint(with: found) })
        #expect(honest * 200 <= scene.busy.count, "\(honest) of \(scene.busy.count)")
    }

    @Test func `who has hardly voted is not found with the group of his hour`() throws {
        var scene = try Scene(busyHours: 72)
        for group in 0..<36 {
            let start = 3600 * Double(100 + 2 * group)
            scene.addGroup(at: start)
            for visitor in 0..<3 { scene.addVisitor(votes: 1 + (group + visitor) % 5, at: start) }
        }
        let found = try scene.found()
        let honest = scene.quiet.intersection(found).count
        #expect(scene.groups.allSatisfy { !$0.isDisjoint(with: found) })
        #expect(honest * 50 <= scene.quiet.count, "\(honest) of \(scene.quiet.count)")
    }

    /// A crowd of which ten busy honest voters begin in each hour, and who comes besides.
    private struct Scene {
        let crowd: SimulatedCrowd
        private(set) var busy: Set<VoterID> = []
        private(set) var quiet: Set<VoterID> = []
        private(set) var groups: [Set<VoterID>] = []
        private var voters: [VoterVotes] = []

        init(busyHours hours: Int) throws {
            crowd = try SimulatedCrowd(seed: 23)
            for voter in 0..<10 * hours {
                let one = add(.honest, 20 + voter * 37 % 281, at: 3600 * Double(voter / 10))
                busy.insert(one)
            }
        }

        /// Twenty accounts for one contender, twenty votes each.
        mutating func addGroup(at start: Double) {
            groups.append(Set((0..<20).map { _ in add(.target, 20, at: start) }))
        }

        mutating func addVisitor(votes: Int, at start: Double) {
            quiet.insert(add(.honest, votes, at: start))
        }

        func found() throws -> Set<VoterID> {
            Set(IntegrityReview(try crowd.tally(voters)).findings(among: voters).map(\.voter))
        }

        private mutating func add(
            _ kind: SimulatedCrowd.Kind, _ votes: Int, at start: Double
        ) -> VoterID {
            let one = VoterVotes(
                VoterID(),
                votes: crowd.votes(kind, votes, voter: voters.count, from: start))
            voters.append(one)
            return one.voter
        }
    }
}
