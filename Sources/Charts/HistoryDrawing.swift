import Phrases

/// One rating over time being drawn.
struct HistoryDrawing {
    let plot: HistoryPlot
    let style: PlotStyle

    private static let top = 72.0
    private static let bottom = 272.0
    /// More days are not drawn.
    private static let most = 240

    private var isWide: Bool { style.layout == .wide }
    private var height: Double { Self.bottom + 54 }
    private var left: Double { isWide ? 64 : 56 }
    private var right: Double { style.width - 28 }

    private var points: Axis {
        let rows = plot.known
        let ends = rows.filter(\.hasBand).flatMap { [$0.low, $0.high] }
        return Axis(holding: rows.map(\.value) + ends, parts: 4, least: 20)
    }

    private var days: DayAxis {
        let days = plot.known.map(\.day)
        let first = days.first ?? PlotDay(number: 0)
        return DayAxis(from: first, to: days.last ?? first, most: isWide ? 7 : 4)
    }

    var svg: String {
        let (points, days) = (points, days)
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading(HistoryPlot.heading, in: style)
        drawLatest(in: &drawing)
        drawGrid(points, days, in: &drawing)
        drawing.group(titled: style.text(plot.saidFinding)) { drawing in
            for run in runs(\.hasBand) { drawBand(of: run, points, days, in: &drawing) }
            for run in runs(\.isKnown) {
                drawing.path(
                    run.map { place(of: $0.value, on: $0.day, points, days) },
                    Ink(stroke: .a, width: 2.5))
            }
            drawLone(points, days, in: &drawing)
        }
        drawing.label(
            "Band: 95% interval. Higher is better.", "p-soft",
            at: (16, height - 10))
        return style.document(of: plot, height: height, drawing.text)
    }

    private func drawLatest(in drawing: inout Drawing) {
        guard let last = plot.known.last else { return }
        let words = { (name: String) in
            style.text("\(name): \(figure: last.words) on \(last.day.said)")
        }
        let room = style.width - 32 - TextWidth.estimate(words(""), size: PlotStyle.fontSize)
        let name = TextWidth.shortened(plot.model, toFit: room, size: PlotStyle.fontSize)
        drawing.label(words(name), "", at: (16, 50))
    }

    private func drawGrid(_ points: Axis, _ days: DayAxis, in drawing: inout Drawing) {
        for tick in points.ticks {
            let y = y(of: tick, points)
            drawing.line("p-grid", from: (left, y), to: (right, y))
            drawing.label(
                points.label(of: tick), "p-soft", at: (left - 10, y + 4.5), anchor: .end)
        }
        for tick in days.ticks {
            let x = x(of: tick.day, days)
            drawing.line("p-grid", from: (x, Self.bottom), to: (x, Self.bottom + 6))
            drawing.centred(
                style.text(tick.said), "p-soft", at: (x, Self.bottom + 22),
                within: 8...style.width - 8)
        }
    }

    private func drawBand(
        of run: ArraySlice<HistoryPlot.Row>, _ points: Axis, _ days: DayAxis,
        in drawing: inout Drawing
    ) {
        let upper = run.map { place(of: $0.high, on: $0.day, points, days) }
        let lower = run.reversed().map { place(of: $0.low, on: $0.day, points, days) }
        if run.count > 1 {
            drawing.path(upper + lower, Ink(fill: .a, opacity: 0.2), isClosed: true)
        } else {
            drawing.path(upper + lower, Ink(stroke: .a, width: 6, opacity: 0.35))
        }
    }

    /// The latest day, and days that have no neighbour to draw a line to.
    private func drawLone(_ points: Axis, _ days: DayAxis, in drawing: inout Drawing) {
        let lone = runs(\.isKnown).filter { $0.count == 1 }.compactMap(\.first)
        let last = plot.known.last.map { [$0] } ?? []
        for row in lone.filter({ $0 != last.first }) + last {
            drawing.mark(.a, at: place(of: row.value, on: row.day, points, days))
        }
    }

    /// Rows without a gap: a day that cannot be drawn parts the line.
    private func runs(_ isDrawn: (HistoryPlot.Row) -> Bool) -> [ArraySlice<HistoryPlot.Row>] {
        rows.split { !isDrawn($0) }
    }

    /// All rows or, where they would be closer than the eye can part, every so many, counted from
    /// the last.
    private var rows: [HistoryPlot.Row] {
        let every = (plot.rows.count + Self.most - 1) / Self.most
        guard every > 1 else { return plot.rows }
        let last = plot.rows.count - 1
        return plot.rows.enumerated().filter { (last - $0.offset) % every == 0 }.map(\.element)
    }

    private func place(
        of value: Double, on day: PlotDay, _ points: Axis, _ days: DayAxis
    ) -> (x: Double, y: Double) {
        (x(of: day, days), y(of: value, points))
    }

    private func x(of day: PlotDay, _ days: DayAxis) -> Double {
        left + days.position(of: day) * (right - left)
    }

    private func y(of value: Double, _ points: Axis) -> Double {
        Self.bottom - points.position(of: value) * (Self.bottom - Self.top)
    }
}
