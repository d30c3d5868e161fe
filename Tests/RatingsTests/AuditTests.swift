import Ratings
import Testing

/// The voters of field.md 2.6: 20 contenders, 32 % ties.
@Suite struct `Who votes strangely` {
    private let strengths = (0..<20).map { Double($0) / 19 * 3 - 1.5 }

    /// Davidson's ν for about 32 % ties.
    private func model() throws -> TieFit {
        var tally = Tally()
        for name in strengths.indices { try tally.register("c\(name)") }
        for i in strengths.indices {
            for j in 0..<i {
                let chances = Davidson.chances(strengths[i], strengths[j], ties: 1.05)
                for (outcome, chance) in [
                    (Outcome.a, chances.a), (.b, chances.b), (.tie, chances.tie),
                ] {
                    try tally.add(
                        outcome, first: i, second: j, count: Int((chance * 1e6).rounded()))
                }
            }
        }
        return try Davidson().fit(tally)
    }

    private func flagged(
        votes: Int, runs: Int = 400, _ vote: (Int, Int, OutcomeChances, inout Random) -> Outcome
    ) throws -> (share: Double, likeliest: [VoterAudit.Alternative: Int]) {
        var audit = VoterAudit(model: try model())
        for voter in 0..<runs {
            var random = Random(seed: 99, stream: UInt64(voter))
            for _ in 0..<votes {
                let (i, j) = Planted(strengths: strengths).pair(&random)
                let chances = Davidson.chances(strengths[i], strengths[j], ties: 1.05)
                let outcome = vote(i, j, chances, &random)
                audit.record(outcome, left: "c\(i)", right: "c\(j)", by: "v\(voter)")
            }
        }
        let found = audit.findings.filter(\.isFlagged)
        var likeliest: [VoterAudit.Alternative: Int] = [:]
        for finding in found { likeliest[finding.likeliest, default: 0] += 1 }
        return (Double(found.count) / Double(runs), likeliest)
    }

    private func honest(_ chances: OutcomeChances, _ random: inout Random) -> Outcome {
        let u = random.uniform()
        return u < chances.a ? .a : u < chances.a + chances.b ? .b : .tie
    }

    @Test func `at most 5 of 100 honest voters are ever flagged`() throws {
        let found = try flagged(votes: 100, runs: 1500) { honest($2, &$3) }
        #expect(found.share <= 0.05, "honest \(found.share)")
    }

    @Test func `coins, one-sided and contrary voters are caught and named`() throws {
        let coin = try flagged(votes: 20) { $3.uniform() < 0.5 ? .a : .b }
        #expect(coin.share > 0.85, "coin \(coin.share)")
        let left = try flagged(votes: 20) { $3.uniform() < 0.9 ? .a : .b }
        #expect(left.share > 0.97 && (left.likeliest[.left] ?? 0) > 350, "left \(left.share)")
        let contrary = try flagged(votes: 50) { honest($2, &$3).swapped }
        #expect(contrary.share > 0.9, "contrary \(contrary.share)")
        #expect((contrary.likeliest[.contrary] ?? 0) > 300)
        let uniform = try flagged(votes: 100) { [.a, .b, .tie][Int($3.uniform() * 3)] }
        #expect(uniform.share > 0.6, "uniform \(uniform.share)")
    }

    @Test func `a fan is caught and the favourite named`() throws {
        var audit = VoterAudit(model: try model())
        var random = Random(seed: 12)
        for _ in 0..<30 {
            let rival = 1 + Int(random.uniform() * 19)
            audit.record(.b, left: "c\(rival)", right: "c0", by: "fan")
        }
        let finding = try #require(audit.finding(of: "fan"))
        #expect(finding.isFlagged && finding.votes == 30 && finding.evidence > 1000)
        #expect(finding.likeliest == .fan || finding.likeliest == .right)
        #expect(audit.finding(of: "nobody") == nil)
        let seen = audit.record(.a, left: "c0", right: "unknown", by: "fan")
        #expect(!seen && audit.finding(of: "fan")?.votes == 30)
    }
}
