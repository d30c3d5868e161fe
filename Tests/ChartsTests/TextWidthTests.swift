import Charts
import Testing

@Suite struct TextWidthTests {
    @Test func `wide letters are wider than narrow ones, and CJK is a full em`() {
        #expect(TextWidth.estimate("mmm", size: 13) > TextWidth.estimate("iii", size: 13))
        #expect(TextWidth.estimate("字", size: 10) == 10.5)
    }

    @Test func `a name that fits stays`() {
        #expect(TextWidth.shortened("Aspen", toFit: 100, size: 13) == "Aspen")
    }

    @Test func `a long name is cut in its middle and then fits`() {
        let name = "Some Very Long Model Name 405B Instruct (Q4_K_M)"
        let short = TextWidth.shortened(name, toFit: 150, size: 13)
        #expect(short.hasPrefix("Some") && short.hasSuffix("K_M)") && short.contains("…"))
        #expect(TextWidth.estimate(short, size: 13) <= 150)
    }

    @Test func `without any room an ellipsis is left`() {
        #expect(TextWidth.shortened("Aspen", toFit: 1, size: 13) == "…")
    }
}
