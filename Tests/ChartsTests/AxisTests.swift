import Charts
import Testing

@Suite struct AxisTests {
    @Test func `the ticks of the fixture are fifties`() {
        let axis = Axis(holding: [860, 1086.6])
        #expect(axis.ticks == [850, 900, 950, 1000, 1050, 1100])
        #expect(axis.step == 50)
    }

    @Test(arguments: [1.0, 3, 17, 90, 230, 1_000, 12_345])
    func `every value stands between the ends, and steps are those people count in`(range: Double) {
        let axis = Axis(holding: [1_000, 1_000 + range])
        #expect(axis.low <= 1_000 && axis.high >= 1_000 + range)
        #expect((3...9).contains(axis.ticks.count))
        var step = axis.step
        while step >= 10 { step /= 10 }
        while step < 1 { step *= 10 }
        #expect([1, 2, 2.5, 5].contains { (step - $0).magnitude < 1e-9 })
    }

    @Test func `one value, no value and no number still give an axis`() {
        for values in [[1_000], [], [Double.nan, .infinity]] {
            let axis = Axis(holding: values)
            #expect(axis.ticks.count > 1)
            #expect(axis.ticks.allSatisfy { $0.isFinite })
        }
    }

    @Test func `values beyond an end stand at that end`() {
        let axis = Axis(holding: [900, 1_100])
        #expect(axis.position(of: 5_000) == 1)
        #expect(axis.position(of: -5_000) == 0)
        #expect(axis.position(of: 1_000) == 0.5)
    }

    @Test func `a provisional interval does not widen the axis, its value does`() {
        let firm = ForestPlot.Row(label: "a", value: 1_000, low: 980, high: 1_020, votes: 90)
        let loose = ForestPlot.Row(
            label: "b", value: 1_060, low: 500, high: 1_600, votes: 2, isProvisional: true)
        let axis = Axis.of([firm, loose])
        #expect(axis.high >= 1_060 && axis.high < 1_200)
        #expect(axis.low >= 900)
        #expect(Axis.of([loose]).high >= 1_600)
    }
}
