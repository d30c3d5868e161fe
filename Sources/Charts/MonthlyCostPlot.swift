package import Phrases

/// What two models cost a month, against the number of requests; both scales in equal factors.
package struct MonthlyCostPlot: Plot {
    /// The model named first.
    package let a: String
    /// The model named second.
    package let b: String
    /// Dollars for one request to the first; `nil` if its price is not sourced.
    package let costOfA: Double?
    /// Dollars for one request to the second; `nil` if its price is not sourced.
    package let costOfB: Double?
    /// The number of requests a month that was chosen.
    package let requests: Double

    /// A plot of two prices. A price that cannot be one counts as not sourced: below zero, no
    /// number, over a thousand dollars or, other than zero, under a billionth.
    package init(a: String, b: String, costOfA: Double?, costOfB: Double?, requests: Double) {
        self.a = a
        self.b = b
        self.costOfA = costOfA.flatMap(Self.checked)
        self.costOfB = costOfB.flatMap(Self.checked)
        self.requests = requests
    }

    /// What is drawn.
    package var saidTitle: Saying { "Monthly cost of \(a) and \(b) against requests" }

    /// What it says: both totals at the chosen number of requests.
    package var saidFinding: Saying {
        let parts = sides.map { side -> Saying in
            switch side.cost {
            case nil: "The price of \(side.name) is not sourced."
            case 0: "\(side.name) is free on this route."
            case .some(let cost):
                """
                \(side.name) costs \(figure: NumberFormat.dollars(cost * shown)) a month at \
                \(figure: NumberFormat.whole(shown)) requests.
                """
            }
        }
        return parts.joined()
    }

    /// The numbers behind it: requests, both totals; the chosen number is among the rows.
    package var table: PlotTable {
        PlotTable(
            columns: ["Requests a month", a, b],
            rows: counts.map { count in
                [NumberFormat.whole(count)]
                    + sides.map { side in
                        side.cost.map { NumberFormat.dollars($0 * count) } ?? "not sourced"
                    }
            })
    }

    /// The drawing as an SVG element; the same prices and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard !drawn.isEmpty else {
            return style.empty(self, heading: "Dollars a month", reason: finding)
        }
        return CostDrawing(plot: self, style: style).svg
    }

    /// One of the two.
    struct Side {
        let side: PlotSide
        let name: String
        let cost: Double?
    }

    var sides: [Side] {
        [Side(side: .a, name: a, cost: costOfA), Side(side: .b, name: b, cost: costOfB)]
    }

    /// Those that have a line: zero has no place on such a scale.
    var drawn: [Side] { sides.filter { ($0.cost ?? 0) > 0 } }

    /// The chosen number of requests, or 100,000 where it has no place on the scale.
    var shown: Double { (1...1e9).contains(requests) ? requests : 100_000 }

    /// From a hundredth of the chosen number to a hundred times as many.
    var axis: LogAxis { LogAxis(holding: [max(shown / 100, 1), shown * 100], most: 6) }

    private static func checked(_ cost: Double) -> Double? {
        cost == 0 || (1e-9...1e3).contains(cost) ? cost : nil
    }

    private var counts: [Double] {
        let ticks = axis.ticks
        return ticks.contains(shown) ? ticks : (ticks + [shown]).sorted()
    }
}
