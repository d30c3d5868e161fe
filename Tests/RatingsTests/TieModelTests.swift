import Ratings
import Testing

@Suite struct `Models with ties` {
    /// `davidson_exact`, `raokupper_exact`: maximum likelihood in Python, see
    /// ReferenceTests for the sources of the votes.
    @Test(arguments: ["food", "llmfao_crowd"])
    func `Davidson's and Rao and Kupper's ratings agree with the exact ones`(
        _ name: String
    ) throws {
        let tally = try Tally(Fixture("\(name).votes").votes())
        let table = try Fixture("\(name).ties")
        for (fit, column) in [
            (try Davidson().fit(tally), "davidson_exact"),
            (try RaoKupper().fit(tally), "raokupper_exact"),
        ] {
            let exact = try table.column(column)
            let far = fit.places.map { abs($0.points - (exact[$0.contender] ?? .nan)) }.max()
            #expect((far ?? .nan) < 1e-6, "\(column)")
            #expect(fit.leftOut.isEmpty && fit.gradient < 1e-9)
        }
    }

    @Test func `contenders the votes do not bound are left out and named`() throws {
        var tally = Tally()
        try tally.add(.a, between: "A", and: "B", count: 5)
        try tally.add(.tie, between: "A", and: "B", count: 2)
        try tally.add(.a, between: "A", and: "L", count: 3)
        let fit = try Davidson().fit(tally)
        #expect(fit.places.map(\.contender) == ["A", "B"])
        #expect(fit.leftOut == ["L"])
        #expect(fit.chances("A", "L") == nil)
    }

    @Test func `planted strengths and ties of Davidson's model come back`() throws {
        var random = Random(seed: 3)
        let strengths = [0.8, 0.3, 0, -0.4, -0.7]
        var tally = Tally()
        for _ in 0..<20_000 {
            let (i, j) = Planted(strengths: strengths).pair(&random)
            let chances = Davidson.chances(strengths[i], strengths[j], ties: 0.8)
            try tally.add(drawn(chances, &random), between: "c\(i)", and: "c\(j)")
        }
        let fit = try Davidson(level: 0.999).fit(tally)
        for place in fit.places {
            let truth = strengths[Int(place.contender.dropFirst()) ?? 0]
            #expect(place.interval.contains(truth * Scale.pointsPerLogOdds + 1000))
        }
        #expect(abs(fit.tieParameter - 0.8) < 0.04)
    }

    @Test func `planted levels of the grounded model come back`() throws {
        var random = Random(seed: 4)
        let strengths = [1.5, 0.9, 0.2, -0.3, -1]
        var tally = Tally()
        for _ in 0..<20_000 {
            let (i, j) = Planted(strengths: strengths).pair(&random)
            let chances = GroundedRaoKupper.chances(strengths[i], strengths[j], threshold: 1.5)
            try tally.add(drawn(chances, &random), between: "c\(i)", and: "c\(j)")
        }
        let fit = try GroundedRaoKupper(level: 0.999).fit(tally)
        for level in fit.levels {
            let truth = strengths[Int(level.contender.dropFirst()) ?? 0]
            #expect(level.interval.contains(1 / (1 + exponential(-truth))))
        }
        #expect(abs(fit.threshold - 1.5) < 0.04)
    }

    @Test func `the grounded model holds 95 of 100 true levels`() throws {
        let strengths = [1.0, 0.4, 0, -0.6]
        var held = 0
        for seed in 0..<300 {
            var random = Random(seed: 500, stream: UInt64(seed))
            var tally = Tally()
            for name in strengths.indices { try tally.register("c\(name)") }
            for _ in 0..<400 {
                let (i, j) = Planted(strengths: strengths).pair(&random)
                let chances = GroundedRaoKupper.chances(
                    strengths[i], strengths[j], threshold: 1.5)
                try tally.add(drawn(chances, &random), first: i, second: j)
            }
            let fit = try GroundedRaoKupper().fit(tally)
            for (level, truth) in zip(fit.levels, strengths) {
                held += level.interval.contains(1 / (1 + exponential(-truth))) ? 1 : 0
            }
        }
        #expect(abs(Double(held) / 1200 - 0.95) < 0.02)
    }

    private func drawn(_ chances: OutcomeChances, _ random: inout Random) -> Outcome {
        let u = random.uniform()
        if u < chances.a { return .a }
        if u < chances.a + chances.b { return .b }
        return u < chances.a + chances.b + chances.tie ? .tie : .bothBad
    }
}
