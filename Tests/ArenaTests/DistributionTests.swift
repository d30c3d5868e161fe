import Arena
import Ratings
import Testing

struct DistributionTests {
    /// By hand: h = (n − 1)p between 1, 2, 4 and 8; NumPy's `quantile` gives the same.
    @Test(arguments: [
        (0.0, 1.0), (0.05, 1.15), (0.25, 1.75), (0.5, 3.0), (0.75, 5.0), (0.95, 7.4), (1.0, 8.0),
        (-1, 1), (2, 8),
    ])
    func `a quantile lies between its neighbours by type 7`(share: Double, value: Double) throws {
        let found = try #require(Distribution([8, 1, 4, 2]).quantile(share))
        #expect(abs(found - value) < 1e-12)
    }

    @Test func `of nothing there is no quantile, and of one value only it`() {
        #expect(Distribution([]).median == nil)
        #expect(Distribution([.nan]).median == nil)
        #expect(Distribution([3]).quantile(0.95) == 3)
        #expect(Distribution([]).medianInterval() == nil)
        #expect(Distribution([3]).medianInterval() == nil)
    }

    @Test func `the same values give the same interval, in whatever order they come`() throws {
        let values = sample(of: 37, seed: 1)
        let interval = try #require(Distribution(values).medianInterval())
        #expect(Distribution(values.reversed()).medianInterval() == interval)
        let moved = try #require(Distribution(values.map { 2 * $0 + 10 }).medianInterval())
        #expect(abs(moved.low - (2 * interval.low + 10)) < 1e-9)
        #expect(abs(moved.high - (2 * interval.high + 10)) < 1e-9)
        #expect(Distribution([4, 4, 4, 4]).medianInterval() == Interval(low: 4, high: 4))
    }

    /// P(median of a resample ≤ the k-th of n values) = P(Bin(n, k/n) ≥ (n + 1)/2) for odd n
    /// (Maritz and Jarrett 1978): what 2,000 rounds only estimate.
    @Test(arguments: [3, 7, 21, 101])
    func `for an odd number the interval is the exact one, but for chance`(count: Int) throws {
        let distribution = Distribution((1...count).map(Double.init))
        let interval = try #require(distribution.medianInterval(rounds: 40_000))
        let chance = { (place: Int) in
            atLeast((count + 1) / 2, of: count, chance: Double(place) / Double(count))
        }
        let low = try #require((1...count).first { chance($0) >= 0.025 })
        let high = try #require((1...count).first { chance($0) >= 0.975 })
        #expect(abs(interval.low - Double(low)) <= 1)
        #expect(abs(interval.high - Double(high)) <= 1)
    }

    @Test(arguments: [2, 4, 10, 11, 40, 41, 150])
    func `halving gives what drawing one by one gives`(count: Int) throws {
        let distribution = Distribution(sample(of: count, seed: UInt64(count)))
        let rounds = 5_000
        var random = Random(seed: 99)
        let drawn = Distribution(
            (0..<rounds).map { _ in
                let draws = (0..<count).map { _ in
                    distribution.values[Int(random.next() % UInt64(count))]
                }
                return Distribution(draws).median ?? .nan
            })
        let interval = try #require(distribution.medianInterval(rounds: rounds))
        for (end, share) in [(interval.low, 0.025), (interval.high, 0.975)] {
            // Both ends are estimates: the share of drawn medians below must be near.
            let below = Double(drawn.values.count { $0 < end - 1e-12 }) / Double(rounds)
            let upTo = Double(drawn.values.count { $0 <= end + 1e-12 }) / Double(rounds)
            #expect(below < share + 0.012 && upTo > share - 0.012, "\(count): \(below) \(upTo)")
        }
    }

    @Test func `nineteen of twenty intervals hold the true median`() throws {
        var held = 0
        for seed in 0..<400 {
            let values = sample(of: 60, seed: UInt64(1000 + seed))
            let interval = try #require(Distribution(values).medianInterval(rounds: 500))
            held += interval.contains(0) ? 1 : 0
        }
        #expect((360...396).contains(held), "\(held) of 400")
    }

    private func sample(of count: Int, seed: UInt64) -> [Double] {
        var random = Random(seed: seed)
        return (0..<count).map { _ in random.normal() }
    }

    private func atLeast(_ least: Int, of trials: Int, chance: Double) -> Double {
        var row = [1.0]
        for _ in 0..<trials {
            row = (0...row.count).map { place in
                (place < row.count ? row[place] * (1 - chance) : 0)
                    + (place > 0 ? row[place - 1] * chance : 0)
            }
        }
        return row[least...].reduce(0, +)
    }
}
