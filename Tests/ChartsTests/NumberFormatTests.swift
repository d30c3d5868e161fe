import Charts
import Testing

@Suite struct NumberFormatTests {
    @Test func `ratings are rounded once, from the full value`() {
        #expect(NumberFormat.rating(1066.54) == "1067")
        #expect(NumberFormat.rating(887.78) == "888")
        #expect(NumberFormat.rating(0.5) == "1")
    }

    @Test func `a share is rounded from the full value too`() {
        #expect(NumberFormat.percent(0.5555) == "56%")
        #expect(NumberFormat.percent(0.61249) == "61%")
    }

    @Test func `thousands are parted and minus is a minus sign`() {
        #expect(NumberFormat.whole(1_800) == "1,800")
        #expect(NumberFormat.whole(1_234_567) == "1,234,567")
        #expect(NumberFormat.fixed(-1_234.5, places: 1) == "−1,234.5")
    }

    @Test func `what rounds to zero has no sign`() {
        #expect(NumberFormat.fixed(-0.04, places: 1) == "0.0")
        #expect(NumberFormat.coordinate(-0.04) == "0")
    }

    @Test func `small numbers keep the digits that count`() {
        #expect(NumberFormat.significant(0.46, digits: 2) == "0.46")
        #expect(NumberFormat.significant(0.0046, digits: 2) == "0.0046")
        #expect(NumberFormat.significant(118.3, digits: 2) == "118")
        #expect(NumberFormat.significant(9.04, digits: 2) == "9.0")
        #expect(NumberFormat.significant(0, digits: 2) == "0")
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
    func `what is no number is a dash`(_ value: Double) {
        #expect(NumberFormat.fixed(value, places: 2) == "–")
        #expect(NumberFormat.rating(value) == "–")
    }

    @Test func `coordinates have one decimal at most`() {
        #expect(NumberFormat.coordinate(167.26) == "167.3")
        #expect(NumberFormat.coordinate(40) == "40")
        #expect(NumberFormat.coordinate(-3.5) == "-3.5")
    }
}
