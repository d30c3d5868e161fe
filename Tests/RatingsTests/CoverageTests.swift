import Ratings
import Testing

/// The share of 2,000 seeded simulations in which an interval of 95 % holds the truth.
@Suite struct `Coverage of the intervals` {
    private let runs = 2000
    private let wanted = 0.935...0.965
    private let strengths = [0.9, 0.4, 0.1, -0.2, -0.5, -0.7]

    /// What a fit finds with all the votes there could be: the maximum on expected counts.
    private func truth(_ share: (Double) -> Double) throws -> [Double] {
        var tally = Tally()
        for name in strengths.indices { try tally.register("c\(name)") }
        for i in strengths.indices {
            for j in 0..<i {
                let expected = share(strengths[i] - strengths[j])
                let wins = Int((expected * 1e9).rounded())
                try tally.add(.a, first: i, second: j, count: wins)
                try tally.add(.b, first: i, second: j, count: 1_000_000_000 - wins)
            }
        }
        return try BradleyTerry().fit(tally).points
    }

    private func coverage(
        _ truth: [Double], _ fit: (inout Random) throws -> Fit
    ) throws -> Double {
        var held = 0
        for run in 0..<runs {
            var random = Random(seed: 2026, stream: UInt64(run))
            for (rating, points) in zip(try fit(&random).ratings, truth) {
                held += rating.interval.contains(points) ? 1 : 0
            }
        }
        return Double(held) / Double(runs * truth.count)
    }

    @Test func `sandwich intervals hold the truth with ties, naive ones are too wide`() throws {
        let planted = Planted(strengths: strengths, ties: 0.27)
        let truth = try truth { planted.ties / 2 + (1 - planted.ties) * logistic($0) }
        let share = try coverage(truth) { try BradleyTerry().fit(planted.tally(votes: 400, &$0)) }
        #expect(wanted.contains(share), "sandwich \(share)")
        let naive = try coverage(truth) {
            try BradleyTerry(interval: .laplace).fit(planted.tally(votes: 400, &$0))
        }
        #expect(naive > 0.97, "naive \(naive)")
    }

    @Test func `intervals of the curvature hold the truth without ties`() throws {
        let planted = Planted(strengths: strengths)
        let share = try coverage(truth(logistic)) {
            try BradleyTerry(interval: .laplace).fit(planted.tally(votes: 400, &$0))
        }
        #expect(wanted.contains(share), "laplace \(share)")
    }

    @Test func `bootstrap intervals hold the truth`() throws {
        let planted = Planted(strengths: strengths, ties: 0.27)
        let truth = try truth { planted.ties / 2 + (1 - planted.ties) * logistic($0) }
        let share = try coverage(truth) { random in
            let method = IntervalMethod.bootstrap(rounds: 250, seed: random.next())
            return try BradleyTerry(interval: method).fit(planted.tally(votes: 600, &random))
        }
        #expect(wanted.contains(share), "bootstrap \(share)")
    }

    @Test func `a normal prior's intervals hold strengths drawn from it`() throws {
        var held = 0
        for run in 0..<runs {
            var random = Random(seed: 77, stream: UInt64(run))
            let planted = Planted(strengths: (0..<6).map { _ in random.normal() })
            let fit = try BradleyTerry(prior: 1).fit(planted.tally(votes: 40, &random))
            let gap = fit.gap(0, 1)
            let true01 = (planted.strengths[0] - planted.strengths[1]) * Scale.pointsPerLogOdds
            held += gap.interval.contains(true01) ? 1 : 0
        }
        let share = Double(held) / Double(runs)
        #expect(wanted.contains(share), "prior \(share)")
    }

    /// Every voter has a taste of its own for each contender, N(0, 1) log-odds, and votes twelve
    /// times on three of them.
    @Test func `where voters have tastes the clustered interval holds and the plain one fails`()
        throws
    {
        let truth = try truth { gap in
            let steps = 2000
            return (0..<steps).reduce(0.0) { sum, step in
                let z = Normal.quantile((Double(step) + 0.5) / Double(steps))
                return sum + logistic(gap + z * 2.0.squareRoot())
            } / Double(steps)
        }
        let clustered = try coverage(truth) {
            try BradleyTerry(interval: .clustered).fit(tastes(voters: 150, &$0))
        }
        let plain = try coverage(truth) { try BradleyTerry().fit(tastes(voters: 150, &$0)) }
        #expect(wanted.contains(clustered), "clustered \(clustered)")
        #expect(plain < 0.88, "plain \(plain)")
    }

    private func tastes(voters: Int, _ random: inout Random) throws -> VoterTally {
        var tally = VoterTally()
        try tally.add(.a, between: "c0", and: "c1", by: nil, count: 0)
        for name in strengths.indices.dropFirst(2) {
            try tally.add(.a, between: "c0", and: "c\(name)", by: nil, count: 0)
        }
        for voter in 0..<voters {
            let own = strengths.map { $0 + random.normal() }
            let known = Array(strengths.indices.shuffled(using: &random).prefix(3))
            for _ in 0..<4 {
                for (one, other) in [(0, 1), (1, 2), (2, 0)] {
                    let (i, j) = (known[one], known[other])
                    let outcome: Outcome =
                        random.uniform() < logistic(own[i] - own[j]) ? .a : .b
                    try tally.add(outcome, between: "c\(i)", and: "c\(j)", by: "v\(voter)")
                }
            }
        }
        return tally
    }

    private func logistic(_ x: Double) -> Double { 1 / (1 + exponential(-x)) }
}
