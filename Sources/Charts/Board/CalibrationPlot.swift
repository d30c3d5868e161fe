package import Phrases

/// What ratings of earlier votes foretold, against how later votes fell.
package struct CalibrationPlot: Plot {
    /// Later votes of about the same predicted share.
    package struct Bin: Equatable, Sendable {
        /// The mean of the predicted shares, 0 to 1.
        package let predicted: Double
        /// The share that was then observed, a tie counting half.
        package let observed: Double
        /// Lower end of the 95% interval of the observed share.
        package let low: Double
        /// Upper end of that interval.
        package let high: Double
        /// How many votes it rests on.
        package let votes: Int

        /// A bin from its parts.
        package init(
            predicted: Double, observed: Double, low: Double, high: Double, votes: Int
        ) {
            self.predicted = predicted
            self.observed = observed
            self.low = low
            self.high = high
            self.votes = max(votes, 0)
        }

        /// Whether it can be drawn.
        var isKnown: Bool {
            votes > 0 && [predicted, observed, low, high].allSatisfy { $0 >= 0 && $0 <= 1 }
        }

        /// Whether the prediction lies within what was observed.
        var isHit: Bool { low <= predicted && predicted <= high }
    }

    /// The bins with a vote, by rising prediction.
    package let bins: [Bin]

    /// A plot of bins; those without a vote are left out.
    package init(bins: [Bin]) {
        self.bins = bins.filter(\.isKnown).sorted { $0.predicted < $1.predicted }
    }

    /// What is drawn.
    package var saidTitle: Saying { "Predicted against observed share of the favourite's votes" }

    /// What it says: how far apart the two are, and how often within the noise.
    package var saidFinding: Saying {
        let votes = bins.reduce(0.0) { $0 + Double($1.votes) }
        guard votes > 0 else { return Saying(phrase: Self.unknown) }
        let error = bins.reduce(0.0) {
            $0 + ($1.predicted - $1.observed).magnitude * Double($1.votes) / votes
        }
        return """
            Over \(Saying.count(Int(min(votes, 9e15)), "{n} vote", "{n} votes")) that the ratings \
            had not seen, predicted and observed shares differ by \
            \(figure: NumberFormat.fixed(error * 100, places: 1)) points on average; in \
            \(bins.count(where: \.isHit)) of \(bins.count) bins by no more than the noise.
            """
    }

    /// The numbers behind it: predicted and observed share, interval, votes.
    package var table: PlotTable {
        PlotTable(
            columns: ["Predicted", "Observed", "Low", "High", "Votes"],
            rows: bins.map { bin in
                [bin.predicted, bin.observed, bin.low, bin.high].map {
                    NumberFormat.fixed($0 * 100, places: 1) + "%"
                } + [NumberFormat.whole(Double(bin.votes))]
            })
    }

    /// The drawing as an SVG element; the same bins and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard !bins.isEmpty else {
            return style.empty(self, heading: Self.heading, reason: Self.unknown)
        }
        return CalibrationDrawing(plot: self, style: style).svg
    }

    static let heading = "Predicted and observed share"
    private static let unknown = "There are too few votes to foretell any from earlier ones."
}

/// One plot of predictions being drawn.
struct CalibrationDrawing {
    let plot: CalibrationPlot
    let style: PlotStyle

    private static let top = 44.0
    private static let bottom = 344.0
    private let left = 64.0

    private var right: Double { style.width - (style.layout == .wide ? 200 : 24) }

    private var across: Axis {
        let values = plot.bins.map { $0.predicted * 100 }
        return Axis(holding: values, parts: style.layout == .wide ? 6 : 4, least: 10)
    }

    private var up: Axis {
        let values = plot.bins.flatMap { [$0.predicted, $0.low, $0.high] }.map { $0 * 100 }
        return Axis(holding: values, parts: 6, least: 10)
    }

    var svg: String {
        let (across, up) = (across, up)
        let height = Self.bottom + 72
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.heading(CalibrationPlot.heading, in: style)
        drawGrid(across, up, in: &drawing)
        let low = max(across.low, up.low)
        let high = max(min(across.high, up.high), low)
        drawing.path(
            [(x(low, across), y(low, up)), (x(high, across), y(high, up))],
            Ink(stroke: .muted, width: 1.5, dash: "5 4"))
        for bin in plot.bins {
            drawing.group(titled: style.text(Self.description(of: bin))) {
                draw(bin, across, up, in: &$0)
            }
        }
        drawing.label(
            style.fitted("Across: predicted share of the favourite."), "p-soft",
            at: (16, height - 30))
        drawing.label(
            style.fitted("Up: observed, 95% interval. Dashed: equal."), "p-soft",
            at: (16, height - 10))
        return style.document(of: plot, height: height, drawing.text)
    }

    private func drawGrid(_ across: Axis, _ up: Axis, in drawing: inout Drawing) {
        for tick in up.ticks {
            drawing.line("p-grid", from: (left, y(tick, up)), to: (right, y(tick, up)))
            drawing.label(
                up.label(of: tick) + "%", "p-soft", at: (left - 10, y(tick, up) + 4.5),
                anchor: .end)
        }
        let room = (right - left) / Double(max(across.ticks.count - 1, 1))
        for (index, tick) in across.ticks.enumerated() {
            let x = x(tick, across)
            drawing.line("p-grid", from: (x, Self.top), to: (x, Self.bottom))
            guard room > 52 || index % 2 == 0 else { continue }
            drawing.centred(
                across.label(of: tick) + "%", "p-soft", at: (x, Self.bottom + 20),
                within: 8...style.width - 8)
        }
    }

    private func draw(
        _ bin: CalibrationPlot.Bin, _ across: Axis, _ up: Axis, in drawing: inout Drawing
    ) {
        let x = x(bin.predicted * 100, across)
        drawing.path(
            [(x, y(bin.low * 100, up)), (x, y(bin.high * 100, up))],
            Ink(stroke: .a, width: 6, opacity: 0.35))
        drawing.mark(.a, at: (x, y(bin.observed * 100, up)), isHollow: !bin.isHit)
    }

    private func x(_ percent: Double, _ axis: Axis) -> Double {
        left + axis.position(of: percent) * (right - left)
    }

    private func y(_ percent: Double, _ axis: Axis) -> Double {
        Self.bottom - axis.position(of: percent) * (Self.bottom - Self.top)
    }

    private static func description(of bin: CalibrationPlot.Bin) -> Saying {
        """
        Predicted \(figure: NumberFormat.percent(bin.predicted)), observed \
        \(figure: NumberFormat.percent(bin.observed)) of \
        \(figure: NumberFormat.whole(Double(bin.votes)))
        """
    }
}
