import Charts
import Testing

@Suite struct LogAxisTests {
    @Test func `ticks stand at one, two and five`() {
        #expect(LogAxis(holding: [3, 40]).ticks == [2, 5, 10, 20, 50])
        #expect(LogAxis(holding: [0.03, 0.2]).ticks == [0.02, 0.05, 0.1, 0.2])
    }

    @Test func `many decades leave the powers of ten, more of them every second`() {
        #expect(LogAxis(holding: [1_000, 1e7], most: 6).ticks == [1e3, 1e4, 1e5, 1e6, 1e7])
        #expect(LogAxis(holding: [1, 1e9], most: 6).ticks == [1, 100, 1e4, 1e6, 1e8, 1e10])
    }

    @Test(arguments: [0.007, 0.3, 1, 4, 99, 2e7, 3e11], [1.0, 1.5, 90, 8e4, 1e6])
    func `every value stands between the ends`(low: Double, factor: Double) {
        let axis = LogAxis(holding: [low, low * factor])
        #expect(axis.low <= low && axis.high >= low * factor && axis.low < axis.high)
        #expect((2...7).contains(axis.ticks.count))
    }

    @Test func `equal factors take equal room`() {
        let axis = LogAxis(holding: [1, 10_000])
        #expect(axis.position(of: 1) == 0 && axis.position(of: 10_000) == 1)
        #expect((axis.position(of: 100) - 0.5).magnitude < 1e-12)
    }

    @Test func `what has no place leaves the axis as it is`() {
        let axis = LogAxis(holding: [0, -3, .nan, .infinity, 1e300])
        #expect(axis.ticks == [1, 2, 5, 10])
        #expect(axis.position(of: 0) == 0 && axis.position(of: .nan) == 0)
        #expect(axis.position(of: .infinity) == 1)
    }
}
