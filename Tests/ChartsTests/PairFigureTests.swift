import Charts
import Testing

/// What the figures of a pair say.
@Suite struct PairFigureTests {
    @Test func `the worked example is said as the design says it`() {
        #expect(
            Figures.clear.finding
                == "More than 99% sure that Cedar is better. Cedar minus Dogwood: "
                + "+64 points, 95% between +33 and +94.")
        #expect((Figures.close.probability - 0.556).magnitude < 0.001)
        #expect(Figures.close.finding.hasPrefix("56% sure that Aspen is better."))
        #expect(
            Figures.outcomes.finding
                == "Cedar won 66, Dogwood won 43, 23 tied and in 8 both were bad.")
    }

    @Test(arguments: [-40.0, -3, -0.2, 0, 0.2, 3, 22, 40])
    func `what is said of both sides adds up to a hundred`(difference: Double) throws {
        let curve = BeliefCurve(a: "A", b: "B", difference: difference, standardError: 15.2)
        let words = curve.table.rows.suffix(2).map { $0[1] }
        let numbers = words.map { Int($0.filter(\.isNumber)) ?? 0 }
        #expect(numbers[0] + numbers[1] == 100, "\(words)")
    }

    @Test func `models that never met have words and no curve`() {
        let curve = BeliefCurve(a: "A", b: "B", difference: .nan, standardError: 3)
        let drawing = curve.svg(Figures.styles[0].style)
        #expect(drawing.contains(">They have not met, even indirectly.</text>"))
        #expect(curve.finding == "They have not met, even indirectly." && curve.probability.isNaN)
        #expect(!drawing.contains("clipPath"))
    }

    @Test func `a difference below the noise, or below a point without one, says nothing`() {
        func isWithin(_ a: Double, _ b: Double, _ noise: Double?) -> Bool {
            DumbbellPlot.Row(label: "t", a: a, b: b, noise: noise).isWithinNoise
        }
        #expect(!isWithin(64.2, 50.3, 9.6) && !isWithin(88.5, 83.2, 4.1))
        #expect(isWithin(71.2, 71.9, 1.1) && isWithin(50, 50.9, nil) && !isWithin(50, 51, nil))
        #expect(isWithin(50, 50, 0) && isWithin(.nan, 50, 1))
        #expect(
            Figures.tests.finding
                == "Cedar is ahead on 2, Dogwood on 1, 1 within noise, of 4 shared tests.")
    }

    @Test func `categories are listed by whom voters prefer`() {
        #expect(
            Figures.categories.finding
                == "Voters prefer Cedar for Code and Maths; Dogwood for Writing; "
                + "1 category too close.")
    }

    @Test func `costs are those of the golden vectors, and zero is free`() {
        #expect(NumberFormat.dollars(71.85) == "$71.9" && NumberFormat.dollars(1_980) == "$1,980")
        #expect(NumberFormat.dollars(72) == "$72.0" && NumberFormat.dollars(0) == "$0")
        #expect(NumberFormat.dollars(2.5e9) == "$2.50bn" && NumberFormat.dollars(.nan) == "–")
        let free = MonthlyCostPlot(a: "A", b: "B", costOfA: 0, costOfB: nil, requests: 1_000)
        #expect(free.finding == "A is free on this route. The price of B is not sourced.")
        #expect(free.table.rows.allSatisfy { $0[1] == "$0" && $0[2] == "not sourced" })
        #expect(Figures.cost.table.rows.contains(["100,000", "$72.0", "$18.0"]))
    }

    @Test func `few measurements are too few to say`() {
        let few = QuantileStrip(rows: [
            QuantileStrip.Row(
                label: "Cedar", p5: 0.1, p25: 0.2, p50: 0.3, p75: 0.4, p95: 0.5, count: 19)
        ])
        #expect(few.finding == "Cedar: too few to say.")
        #expect(!few.svg(Figures.styles[0].style).contains("<path"))
        #expect(Figures.waits.svg(Figures.styles[0].style).contains("<path"))
    }

    @Test func `a day that is missing parts the line`() {
        let lines = Figures.history.svg(Figures.styles[0].style)
            .split(separator: "<path").filter { $0.contains("stroke-width=\"2.5\"") }
        #expect(lines.count == 2)
    }
}
