import Charts
import Foundation
import Testing

@Suite struct IntervalStripTests {
    @Test func `strips and their scale share the axis`() {
        let rows = ForestPlotTests.fixture.rows
        let axis = Axis.of(rows)
        let scale = IntervalStrip.scale(of: axis)
        #expect(scale.contains(">850</text>") && scale.contains(">1100</text>"))
        for row in rows {
            let strip = IntervalStrip(row: row, axis: axis).svg
            #expect(strip.components(separatedBy: "p-grid").count == axis.ticks.count + 1)
            #expect(strip.contains("aria-hidden=\"true\""))
        }
    }
}
