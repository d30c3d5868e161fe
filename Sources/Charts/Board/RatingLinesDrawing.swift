import Phrases

/// Several ratings over time being drawn.
struct RatingLinesDrawing {
    private let plot: RatingLines
    private let style: PlotStyle
    private let points: Axis
    private let days: DayAxis
    private let names: [String]
    private let nameWidth: Double

    private static let top = 44.0
    private static let bottom = 320.0
    /// More days of one model are not drawn.
    private static let most = 120
    private static let dashes = ["", "7 4", "2 3"]

    private var isWide: Bool { style.layout == .wide }
    private var left: Double { isWide ? 64 : 56 }
    private var right: Double { style.width - nameWidth - 34 }
    private var hidden: Int { plot.lines.count - plot.drawn.count }

    init(plot: RatingLines, style: PlotStyle) {
        self.plot = plot
        self.style = style
        let isWide = style.layout == .wide
        let rows = plot.drawn.flatMap(\.rows)
        let ends = rows.filter(\.hasBand).flatMap { [$0.low, $0.high] }
        points = Axis(holding: rows.map(\.value) + ends, parts: 5, least: 40)
        let (first, last) = (rows.map(\.day).min(), rows.map(\.day).max())
        days = DayAxis(
            from: first ?? PlotDay(number: 0), to: last ?? PlotDay(number: 0),
            most: isWide ? 6 : 3)
        names = plot.drawn.map {
            TextWidth.shortened($0.label, toFit: isWide ? 150 : 84, size: PlotStyle.fontSize)
        }
        let widest = names.map { TextWidth.estimate($0, size: PlotStyle.fontSize) }.max()
        nameWidth = widest ?? 0
    }

    var svg: String {
        let height = Self.bottom + (hidden > 0 ? 74 : 54)
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading(RatingLines.heading, in: style)
        drawGrid(in: &drawing)
        for (index, line) in plot.drawn.enumerated() {
            drawing.group(titled: style.text(Self.description(of: line))) {
                draw(line, index, in: &$0)
            }
        }
        drawNames(in: &drawing)
        drawing.label(
            "Bands: 95% interval. Higher is better.", "p-soft", at: (16, Self.bottom + 44))
        if hidden > 0 {
            drawing.label(
                style.text("\(hidden) more in the table."), "p-soft", at: (16, Self.bottom + 64))
        }
        return style.document(of: plot, height: height, drawing.text)
    }

    private func drawGrid(in drawing: inout Drawing) {
        for tick in points.ticks {
            let y = y(of: tick)
            drawing.line("p-grid", from: (left, y), to: (right, y))
            drawing.label(
                points.label(of: tick), "p-soft", at: (left - 10, y + 4.5), anchor: .end)
        }
        for tick in days.ticks {
            let x = left + days.position(of: tick.day) * (right - left)
            drawing.line("p-grid", from: (x, Self.bottom), to: (x, Self.bottom + 6))
            drawing.centred(
                style.text(tick.said), "p-soft", at: (x, Self.bottom + 22),
                within: 8...style.width - 8)
        }
    }

    private func draw(_ line: RatingLines.Line, _ index: Int, in drawing: inout Drawing) {
        let rows = shown(of: line)
        let band = rows.filter(\.hasBand)
        if band.count > 1 {
            drawing.path(
                band.map { place($0.high, $0.day) } + band.reversed().map { place($0.low, $0.day) },
                Ink(fill: Self.colour(of: index), opacity: 0.1), isClosed: true)
        }
        if rows.count > 1 {
            drawing.path(
                rows.map { place($0.value, $0.day) },
                Ink(
                    stroke: Self.colour(of: index), width: 2,
                    dash: Self.dashes[index / 2 % Self.dashes.count]))
        }
        if let last = rows.last {
            drawing.mark(index % 2 == 0 ? .a : .b, at: place(last.value, last.day))
        }
    }

    /// Each name beside the end of its line, as near to it as the others let.
    private func drawNames(in drawing: inout Drawing) {
        let ends = plot.drawn.enumerated().compactMap { index, line in
            line.rows.last.map { (name: names[index], row: $0) }
        }.sorted { y(of: $0.row.value) < y(of: $1.row.value) }
        let middles = LabelSpread.middles(
            wanted: ends.map { y(of: $0.row.value) }, sizes: ends.map { _ in 16 }, gap: 0,
            within: Self.top - 8...Self.bottom)
        for (end, middle) in zip(ends, middles) {
            let place = place(end.row.value, end.row.day)
            let start = right + 20
            drawing.path(
                [(place.x + 7, place.y), (start - 3, middle)], Ink(stroke: .muted, width: 1))
            drawing.label(end.name, "", at: (start, middle + 4.5))
        }
    }

    /// All days or, where they would be closer than the eye can part, every so many, counted from
    /// the last.
    private func shown(of line: RatingLines.Line) -> [HistoryPlot.Row] {
        let every = max((line.rows.count + Self.most - 1) / Self.most, 1)
        let last = line.rows.count - 1
        return line.rows.enumerated().filter { (last - $0.offset) % every == 0 }.map(\.element)
    }

    private func place(_ value: Double, _ day: PlotDay) -> (x: Double, y: Double) {
        (left + days.position(of: day) * (right - left), y(of: value))
    }

    private func y(of value: Double) -> Double {
        Self.bottom - points.position(of: value) * (Self.bottom - Self.top)
    }

    private static func colour(of index: Int) -> Ink.Paint { index % 2 == 0 ? .a : .b }

    private static func description(of line: RatingLines.Line) -> Saying {
        guard let last = line.rows.last else { return "\(line.label)" }
        return "\(line.label): \(figure: last.words) on \(last.day.said)"
    }
}
