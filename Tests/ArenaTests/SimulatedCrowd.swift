import Arena
import Foundation
import Ratings
import Testing

/// Voters drawn from known strengths, after rank.py of the field's published attacks.
struct SimulatedCrowd {
    enum Kind { case honest, target, camper, left, inverse }

    /// The contender that bought votes are for.
    static let target = "c5"

    /// What the crowd's history of 400 votes a pair leads to expect.
    let model: TieFit
    private let seed: UInt64
    private let strengths: [Double]

    init(seed: UInt64) throws {
        self.seed = seed
        strengths = (0..<20).map { Double($0) / 19 * 2.6 - 1.3 }
        var random = Random(seed: seed)
        var tally = Tally()
        for i in strengths.indices {
            for j in 0..<i {
                let chances = Davidson.chances(strengths[i], strengths[j], ties: 0.7)
                for _ in 0..<400 {
                    try tally.add(
                        Self.draw(chances, &random), between: "c\(i)", and: "c\(j)")
                }
            }
        }
        model = try Davidson().fit(tally)
    }

    /// A voter's votes, the first of them within an hour of `start`, or at any time.
    func votes(
        _ kind: Kind, _ count: Int, voter: Int, from start: TimeInterval? = nil
    ) -> [PatternVote] {
        var random = Random(seed: seed &+ 1000, stream: UInt64(voter))
        var clock = random.uniform() * 86_400 * 20
        if let start { clock = start + clock / 600 }
        return (0..<count).map { _ in
            clock += 20 + random.uniform() * 400
            var (i, j) = pair(&random)
            while kind == .camper, i != 5, j != 5 { (i, j) = pair(&random) }
            let chances = Davidson.chances(strengths[i], strengths[j], ties: 0.7)
            var outcome = Self.draw(chances, &random)
            switch kind {
            case .honest: break
            case .target, .camper:
                if i == 5 { outcome = .a }
                if j == 5 { outcome = .b }
            case .left: outcome = random.uniform() < 0.9 ? .a : .b
            case .inverse: outcome = outcome == .a ? .b : outcome == .b ? .a : outcome
            }
            return PatternVote(
                left: "c\(i)", right: "c\(j)", outcome: outcome, castAt: Samples.time + clock)
        }
    }

    func tally(_ voters: [VoterVotes]) throws -> Tally {
        var tally = Tally()
        for vote in voters.flatMap(\.votes) {
            try tally.add(vote.outcome, between: vote.left, and: vote.right)
        }
        return tally
    }

    /// The contenders, the strongest first.
    func order(of voters: [VoterVotes]) throws -> [String] {
        let fit = try Davidson().fit(try tally(voters))
        return fit.places.sorted { $0.strength > $1.strength }.map(\.contender)
    }

    private func pair(_ random: inout Random) -> (Int, Int) {
        let i = Int(random.uniform() * 20)
        let j = (i + 1 + Int(random.uniform() * 19)) % 20
        return (i, j)
    }

    private static func draw(_ chances: OutcomeChances, _ random: inout Random) -> Outcome {
        let u = random.uniform()
        return u < chances.a ? .a : u < chances.a + chances.b ? .b : .tie
    }
}
