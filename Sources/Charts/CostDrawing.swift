import Phrases

/// One plot of monthly costs being drawn.
struct CostDrawing {
    let plot: MonthlyCostPlot
    let style: PlotStyle

    private static let top = 96.0
    private static let bottom = 316.0

    private var isWide: Bool { style.layout == .wide }
    private var height: Double { Self.bottom + 54 }
    /// As far in as the numbers on the left need.
    private let left: Double
    private var right: Double { style.width - (isWide ? 40 : 20) }

    private let across: LogAxis
    private let up: LogAxis

    init(plot: MonthlyCostPlot, style: PlotStyle) {
        self.plot = plot
        self.style = style
        across = plot.axis
        let ends = [across.low, across.high]
        up = LogAxis(
            holding: plot.drawn.flatMap { side in ends.map { $0 * (side.cost ?? 0) } }, most: 7)
        let widest = up.ticks.map {
            TextWidth.estimate(Self.label(of: $0), size: PlotStyle.fontSize)
        }.max()
        left = max(26 + (widest ?? 0), 64)
    }

    var svg: String {
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading("Dollars a month", in: style)
        drawing.legend(
            a: plot.a + remark(on: plot.costOfA), b: plot.b + remark(on: plot.costOfB),
            at: 52, width: style.width - 32)
        drawGrid(in: &drawing)
        drawChoice(in: &drawing)
        for side in plot.drawn {
            drawing.group(titled: style.text(title(of: side))) { draw(side, in: &$0) }
        }
        drawTotals(in: &drawing)
        drawing.label(
            "Requests a month. Lower is cheaper.", "p-soft", at: (left, height - 10))
        return style.document(of: plot, height: height, drawing.text)
    }

    private func drawGrid(in drawing: inout Drawing) {
        for tick in up.ticks {
            let y = y(of: tick)
            drawing.line("p-grid", from: (left, y), to: (right, y))
            drawing.label(Self.label(of: tick), "p-soft", at: (left - 10, y + 4.5), anchor: .end)
        }
        for tick in across.ticks {
            let x = x(of: tick)
            drawing.line("p-grid", from: (x, Self.top), to: (x, Self.bottom))
            drawing.centred(
                NumberFormat.compact(tick), "p-soft", at: (x, Self.bottom + 20),
                within: 8...style.width - 8)
        }
    }

    private func drawChoice(in drawing: inout Drawing) {
        let x = x(of: plot.shown)
        drawing.line("p-thin", from: (x, Self.top - 8), to: (x, Self.bottom))
        drawing.centred(
            style.text(requests), "p-strong", at: (x, Self.top - 14), within: 16...style.width - 16)
    }

    private func draw(_ side: MonthlyCostPlot.Side, in drawing: inout Drawing) {
        let cost = side.cost ?? 0
        let ends = [across.low, across.high].map { (x(of: $0), y(of: $0 * cost)) }
        drawing.path(
            ends, Ink(stroke: Ink.of(side.side), width: 2.5, dash: side.side == .a ? "" : "7 5"))
        drawing.mark(side.side, at: (x(of: plot.shown), y(of: plot.shown * cost)))
    }

    /// The total of the dearer stands above its line on the left, of the cheaper below on the
    /// right: lines rise, so nothing is in the way there.
    private func drawTotals(in drawing: inout Drawing) {
        let dearest = plot.drawn.map { $0.cost ?? 0 }.max() ?? 0
        let x = x(of: plot.shown)
        for (index, side) in plot.drawn.enumerated() {
            let cost = side.cost ?? 0
            let isTop = cost == dearest && (index == 0 || plot.drawn[0].cost != cost)
            let total = NumberFormat.dollars(cost * plot.shown)
            let y = y(of: plot.shown * cost)
            let width = TextWidth.estimate(total, size: PlotStyle.fontSize * PlotStyle.boldness)
            let end = max(x - 12, left + width + 2)
            drawing.label(
                total, "p-strong", at: isTop ? (end, y - 9) : (x + 12, y + 18),
                anchor: isTop ? .end : .start)
        }
    }

    private func x(of requests: Double) -> Double {
        left + across.position(of: requests) * (right - left)
    }

    private func y(of cost: Double) -> Double {
        Self.bottom - up.position(of: cost) * (Self.bottom - Self.top)
    }

    private func title(of side: MonthlyCostPlot.Side) -> Saying {
        let total = NumberFormat.dollars((side.cost ?? 0) * plot.shown)
        return """
            \(side.name): \(figure: total) a month at \
            \(figure: NumberFormat.whole(plot.shown)) requests
            """
    }

    private var requests: Saying {
        let number = NumberFormat.whole(plot.shown)
        return plot.shown == 1 ? "\(figure: number) request" : "\(figure: number) requests"
    }

    private func remark(on cost: Double?) -> String {
        guard let cost else { return " (\(style.shown("not sourced")))" }
        return cost == 0 ? " (\(style.shown("free")))" : ""
    }

    /// `$0.05`, `$20`, `$5,000`, `$2M`.
    private static func label(of tick: Double) -> String {
        if tick >= 1e6 { return "$" + NumberFormat.compact(tick) }
        if tick >= 1 { return "$" + NumberFormat.whole(tick) }
        return "$"
            + (tick >= 0.01
                ? NumberFormat.fixed(tick, places: 2) : NumberFormat.significant(tick, digits: 1))
    }
}
