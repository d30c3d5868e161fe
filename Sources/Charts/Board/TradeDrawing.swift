import Phrases

/// One plot of ratings against a cost or a wait being drawn.
struct TradeDrawing {
    let plot: TradePlot
    let style: PlotStyle

    private static let top = 44.0
    private static let bottom = 344.0
    /// With more models than these only those on the line are named.
    private static let mostNames = 25

    private let up: Axis
    private let across: LogAxis
    private let rate: Axis
    private let left: Double

    private var isWide: Bool { style.layout == .wide }
    private var right: Double { style.width - (isWide ? 24 : 16) }
    private var hasFree: Bool { plot.points.contains { $0.value == 0 } }
    private var isLog: Bool { plot.measure != .wordsPerSecond }
    /// Where the scale itself begins: what is free stands left of it.
    private var start: Double { hasFree && isLog ? left + 56 : left }

    init(plot: TradePlot, style: PlotStyle) {
        self.plot = plot
        self.style = style
        let ends = plot.points.flatMap { [$0.low, $0.high] }.filter { $0.magnitude < 1e6 }
        up = Axis(holding: plot.points.map(\.rating) + ends, parts: 5, least: 40)
        let values = plot.points.map(\.value)
        across = LogAxis(holding: values, most: style.layout == .wide ? 8 : 5)
        rate = Axis(holding: values, parts: style.layout == .wide ? 6 : 4, least: 10)
        let widest = up.ticks.map {
            TextWidth.estimate(NumberFormat.rating($0), size: PlotStyle.fontSize)
        }.max()
        left = 26 + (widest ?? 30)
    }

    var svg: String {
        let height = Self.bottom + 72
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading(plot.measure.heading, in: style)
        drawGrid(in: &drawing)
        drawLine(in: &drawing)
        drawPoints(in: &drawing)
        drawing.label(
            style.fitted(plot.measure.scale(isShort: !isWide)), "p-soft", at: (16, height - 30))
        drawing.label(
            style.fitted(
                isWide
                    ? "Dashed: no other model is both \(plot.measure.better) and rated higher. "
                        + "Bars: 95% interval."
                    : "Dashed: none is \(plot.measure.better) and higher."), "p-soft",
            at: (16, height - 10))
        return style.document(of: plot, height: height, drawing.text)
    }

    private func drawGrid(in drawing: inout Drawing) {
        for tick in up.ticks {
            let y = y(of: tick)
            drawing.line("p-grid", from: (left, y), to: (right, y))
            drawing.label(
                NumberFormat.rating(tick), "p-soft", at: (left - 10, y + 4.5), anchor: .end)
        }
        let ticks = isLog ? across.ticks : rate.ticks
        if hasFree && isLog { drawTick(style.shown("free"), at: left + 14, in: &drawing) }
        let room = (right - start) / Double(max(ticks.count - 1, 1))
        let widest = ticks.map {
            TextWidth.estimate(plot.measure.tick($0), size: PlotStyle.fontSize)
        }.max()
        let every = max(Int((((widest ?? 0) + 8) / max(room, 1)).rounded(.up)), 1)
        for (index, tick) in ticks.enumerated() {
            let x = isLog ? x(of: max(tick, across.low)) : x(of: tick)
            drawing.line("p-grid", from: (x, Self.top), to: (x, Self.bottom))
            if index % every == 0 { drawTick(plot.measure.tick(tick), at: x, in: &drawing) }
        }
    }

    private func drawTick(_ words: String, at x: Double, in drawing: inout Drawing) {
        drawing.centred(
            words, "p-soft", at: (x, Self.bottom + 20), within: 8...style.width - 4)
    }

    /// Right and below, or left and below, of the line everything is beaten by a model on it.
    private func drawLine(in drawing: inout Drawing) {
        let places = plot.frontier.map { place(of: plot.points[$0]) }
        guard let first = places.first, let last = places.last else { return }
        var corners: [(x: Double, y: Double)] = [(first.x, Self.bottom)]
        for (place, next) in zip(places, places.dropFirst()) {
            corners += [place, (next.x, place.y)]
        }
        corners += [last, (plot.measure.isLessBetter ? right : left, last.y)]
        drawing.path(corners, Ink(stroke: .muted, width: 1.5, dash: "5 4"))
    }

    private func drawPoints(in drawing: inout Drawing) {
        let best = plot.frontier
        let rest = plot.points.indices.filter { !best.contains($0) }
            .sorted { plot.points[$0].rating > plot.points[$1].rating }
        var labels = PointLabels(
            x: left + 2...style.width - 8, y: Self.top - 8...Self.bottom - 2,
            around: plot.points.map(place))
        let named = plot.points.count > Self.mostNames ? best : best + rest
        let isBest = Set(best)
        let places = Dictionary(
            uniqueKeysWithValues: named.map { index in (index, label(index, &labels)) })
        for index in rest.reversed() + best {
            drawing.group(titled: style.text(description(of: plot.points[index]))) { drawing in
                draw(plot.points[index], isBest: isBest.contains(index), in: &drawing)
            }
        }
        for (index, name) in places.sorted(by: { $0.key < $1.key }) {
            guard let name else { continue }
            let point = place(of: plot.points[index])
            let isLeft = name.place.x < point.x
            if name.place.isLed {
                drawing.path(
                    [
                        point,
                        (isLeft ? name.place.x + name.width : name.place.x, name.place.y - 4),
                    ], Ink(stroke: .muted, width: 1))
            }
            drawing.label(name.words, "", at: (name.place.x, name.place.y))
        }
    }

    private typealias Name = (words: String, width: Double, place: PointLabels.Place)

    private func label(_ index: Int, _ labels: inout PointLabels) -> Name? {
        let words = TextWidth.shortened(
            plot.points[index].label, toFit: isWide ? 160 : 96, size: PlotStyle.fontSize)
        let width = TextWidth.estimate(words, size: PlotStyle.fontSize)
        return labels.place(width: width, at: place(of: plot.points[index])).map {
            (words, width, $0)
        }
    }

    private func draw(_ point: TradePlot.Point, isBest: Bool, in drawing: inout Drawing) {
        let center = place(of: point)
        if point.low <= point.rating, point.rating <= point.high, point.low > -1e6,
            point.high < 1e6
        {
            drawing.path(
                [(center.x, y(of: point.low)), (center.x, y(of: point.high))],
                Ink(stroke: .a, width: 2, opacity: 0.45))
        }
        if isBest {
            drawing.mark(.a, at: center)
        } else {
            drawing.mark(.a, at: center, isHollow: true)
        }
    }

    private func description(of point: TradePlot.Point) -> Saying {
        """
        \(point.label): \(figure: NumberFormat.rating(point.rating)), \
        \(figure: plot.measure.text(point.value)) \(Saying(phrase: plot.measure.unit))
        """
    }

    private func place(of point: TradePlot.Point) -> (x: Double, y: Double) {
        (x(of: point.value), y(of: point.rating))
    }

    private func x(of value: Double) -> Double {
        guard isLog else { return left + rate.position(of: value) * (right - left) }
        return value == 0 ? left + 14 : start + across.position(of: value) * (right - start)
    }

    private func y(of rating: Double) -> Double {
        Self.bottom - up.position(of: rating) * (Self.bottom - Self.top)
    }
}

extension TradePlot.Measure {
    fileprivate var unit: String {
        switch self {
        case .cost: "cents an answer"
        case .firstWord: "seconds to the first word"
        case .wordsPerSecond: "words a second"
        }
    }
}
