import Ratings
import Testing

@Suite struct `The seeded generator` {
    /// Rosetta Code, "Pseudo-random numbers/Splitmix64", seed 1234567.
    @Test func `SplitMix64 gives its published numbers`() {
        var mixer = SplitMix(state: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        for number in expected { #expect(mixer.next() == number) }
    }

    /// rust-random/rngs, `rand_xoshiro/src/xoshiro256plusplus.rs`, state 1, 2, 3, 4.
    @Test func `xoshiro256++ gives its published numbers`() {
        var random = Random(state: (1, 2, 3, 4))
        let expected: [UInt64] = [
            41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
            9_228_616_714_210_784_205, 9_973_669_472_204_895_162,
        ]
        for number in expected { #expect(random.next() == number) }
    }

    @Test func `the same seed gives the same numbers and another does not`() {
        var one = Random(seed: 7)
        var same = Random(seed: 7)
        var stream = Random(seed: 7, stream: 1)
        let first = one.next()
        #expect(first == same.next() && first != stream.next())
        #expect(one == same)
    }

    @Test(arguments: [
        (1, 0.3), (5, 0.9), (40, 0.1), (1000, 0.004), (25, 0.5), (1000, 0.3), (100_000, 0.99),
        (1_000_000_000, 0.25),
    ])
    func `binomial draws have the mean and the variance of the distribution`(
        _ trials: Int, _ p: Double
    ) {
        var random = Random(seed: 5)
        let draws = (0..<40_000).map { _ in Double(random.binomial(trials, p)) }
        let mean = draws.reduce(0, +) / 40_000
        let spread = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40_000
        let variance = Double(trials) * p * (1 - p)
        #expect(abs(mean - Double(trials) * p) < 4 * (variance / 40_000).squareRoot())
        #expect(abs(spread / variance - 1) < 0.04)
        #expect(draws.allSatisfy { $0 >= 0 && $0 <= Double(trials) })
    }

    /// Pearson's χ² with 24 cells; 51.2 is the 99.9th percentile at 24 degrees of freedom.
    @Test func `large binomials follow their distribution cell by cell`() {
        var random = Random(seed: 6)
        var counts = [Double](repeating: 0, count: 61)
        for _ in 0..<100_000 { counts[random.binomial(60, 0.4)] += 1 }
        var chance = [Double](repeating: 0, count: 61)
        for k in 0...60 {
            let ways = (0..<k).reduce(0) { $0 + logarithm(Double(60 - $1) / Double($1 + 1)) }
            chance[k] = exponential(
                ways + Double(k) * logarithm(0.4) + Double(60 - k) * logarithm(0.6))
        }
        let cells = 12...36
        let square = cells.reduce(0.0) { sum, k in
            let expected = chance[k] * 100_000
            return sum + (counts[k] - expected) * (counts[k] - expected) / expected
        }
        #expect(square < 51.2)
    }

    @Test func `impossible and certain trials are what they are`() {
        var random = Random(seed: 1)
        #expect(random.binomial(10, 0) == 0 && random.binomial(10, 1) == 10)
        #expect(random.binomial(0, 0.5) == 0)
    }

    @Test func `normal draws have mean 0 and variance 1`() {
        var random = Random(seed: 2)
        let draws = (0..<100_000).map { _ in random.normal() }
        #expect(abs(draws.reduce(0, +) / 100_000) < 0.013)
        #expect(abs(draws.reduce(0) { $0 + $1 * $1 } / 100_000 - 1) < 0.02)
    }
}
