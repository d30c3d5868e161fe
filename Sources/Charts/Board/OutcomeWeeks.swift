package import Phrases

/// How the votes of each week fell, a stacked bar a week.
package struct OutcomeWeeks: Plot {
    /// The votes of one week.
    package struct Row: Equatable, Sendable {
        /// The week's first day.
        package let day: PlotDay
        /// Votes for the answer on side A.
        package let a: Int
        /// Ties.
        package let ties: Int
        /// Votes that called both bad.
        package let bothBad: Int
        /// Votes for the answer on side B.
        package let b: Int

        /// A week from its counts; none is below zero.
        package init(day: PlotDay, a: Int, ties: Int, bothBad: Int, b: Int) {
            self.day = day
            self.a = max(a, 0)
            self.ties = max(ties, 0)
            self.bothBad = max(bothBad, 0)
            self.b = max(b, 0)
        }

        var total: Double { Double(a) + Double(ties) + Double(bothBad) + Double(b) }
    }

    /// The weeks with a vote, ascending.
    package let rows: [Row]

    /// A plot of weeks in any order; those without a vote may be left out.
    package init(rows: [Row]) {
        self.rows = rows.filter { $0.total > 0 }.sorted { $0.day < $1.day }
    }

    /// More weeks than these are not drawn, the latest are.
    package static let most = 52

    /// What is drawn.
    package var saidTitle: Saying { "Votes a week by outcome" }

    /// What it says: how many votes in how many weeks, and how many undecided.
    package var saidFinding: Saying {
        let total = rows.reduce(0) { $0 + $1.total }
        guard total > 0, let first = rows.first, let last = rows.last else {
            return Saying(phrase: Self.unknown)
        }
        let weeks = (last.day.number - first.day.number) / 7 + 1
        let share = { (count: (Row) -> Int) in
            NumberFormat.percent(rows.reduce(0) { $0 + Double(count($1)) } / total)
        }
        return """
            \(Saying.count(Int(min(total, 9e15)), "{n} vote", "{n} votes")) in \
            \(Saying.count(weeks, "{n} week", "{n} weeks")): \(figure: share(\.a)) for A, \
            \(figure: share(\.b)) for B, \(figure: share(\.ties)) ties, \
            \(figure: share(\.bothBad)) both bad.
            """
    }

    /// The numbers behind it: the week's first day, the four counts.
    package var table: PlotTable {
        PlotTable(
            columns: ["Week from", "A", "Ties", "Both bad", "B"],
            rows: rows.map { row in
                [row.day.words]
                    + [row.a, row.ties, row.bothBad, row.b].map { NumberFormat.whole(Double($0)) }
            })
    }

    /// The drawing as an SVG element; the same weeks and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard !rows.isEmpty else {
            return style.empty(self, heading: title, reason: Self.unknown)
        }
        return WeeksDrawing(plot: self, style: style).svg
    }

    private static let unknown = "There are no votes yet."
}

/// One plot of weeks being drawn.
struct WeeksDrawing {
    private let plot: OutcomeWeeks
    private let style: PlotStyle
    private let first: Int
    private let count: Int
    private let votes: Axis

    private static let top = 76.0
    private static let bottom = 280.0

    private var left: Double {
        let widest = votes.ticks.map {
            TextWidth.estimate(votes.label(of: $0), size: PlotStyle.fontSize)
        }
        return 26 + (widest.max() ?? 0)
    }
    private var right: Double { style.width - 16 }
    private var width: Double { min((right - left) / Double(count), 56) }
    private var patterns: Patterns { Patterns(name: style.name) }

    init(plot: OutcomeWeeks, style: PlotStyle) {
        self.plot = plot
        self.style = style
        let last = plot.rows.last?.day.number ?? 0
        let begin = plot.rows.first?.day.number ?? 0
        count = min((last - begin) / 7 + 1, OutcomeWeeks.most)
        first = last - 7 * (count - 1)
        let shown = plot.rows.filter { [last, begin] in
            $0.day.number >= max(begin, last - 7 * (OutcomeWeeks.most - 1))
        }
        let most = min(shown.map(\.total).max() ?? 1, 1e11)
        votes = Axis(holding: [0, most], parts: 4, least: 4)
    }

    var svg: String {
        let height = Self.bottom + 54
        var drawing = Drawing(style)
        drawing.sheet(width: style.width, height: height)
        drawing.raw("<defs>\(patterns.hatchDefinition)\(patterns.dotsDefinition)</defs>")
        drawing.heading(plot.title, in: style)
        drawKey(in: &drawing)
        drawGrid(in: &drawing)
        for row in plot.rows where row.day.number >= first {
            drawing.group(titled: style.text(Self.description(of: row))) { draw(row, in: &$0) }
        }
        drawing.label("Weeks begin on Monday.", "p-soft", at: (16, height - 10))
        return style.document(of: plot, height: height, drawing.text)
    }

    private var parts: [(words: String, ink: Ink, count: (OutcomeWeeks.Row) -> Int)] {
        [
            ("A", Ink(fill: .a), \.a), (style.shown("Tie"), Ink(fill: patterns.dots), \.ties),
            (style.shown("Both bad"), Ink(fill: .muted), \.bothBad),
            ("B", Ink(fill: patterns.hatch), \.b),
        ]
    }

    private func drawKey(in drawing: inout Drawing) {
        var x = 16.0
        for part in parts {
            drawing.box(at: (x, 42), size: (14, 14), part.ink)
            drawing.label(part.words, "", at: (x + 20, 54))
            x += 20 + TextWidth.estimate(part.words, size: PlotStyle.fontSize) + 18
        }
    }

    private func drawGrid(in drawing: inout Drawing) {
        for tick in votes.ticks {
            drawing.line("p-grid", from: (left, y(of: tick)), to: (right, y(of: tick)))
            drawing.label(
                votes.label(of: tick), "p-soft", at: (left - 10, y(of: tick) + 4.5), anchor: .end)
        }
        let needed = Int((84 / max(width, 1)).rounded(.up))
        for week in stride(from: count - 1, through: 0, by: -max(needed, 1)) {
            let day = PlotDay(number: first + 7 * week)
            let x = left + width * (Double(week) + 0.5)
            drawing.centred(
                style.text(day.saidShort), "p-soft",
                at: (x, Self.bottom + 20), within: 8...style.width - 8)
        }
    }

    private func draw(_ row: OutcomeWeeks.Row, in drawing: inout Drawing) {
        let week = Double((row.day.number - first) / 7)
        let gap = width > 8 ? 2.0 : 0.5
        var below = 0.0
        for part in parts {
            let count = Double(part.count(row))
            guard count > 0 else { continue }
            let (start, end) = (y(of: below), y(of: below + count))
            drawing.box(
                at: (left + width * week + gap / 2, end), size: (width - gap, start - end),
                part.ink)
            below += count
        }
    }

    private func y(of count: Double) -> Double {
        Self.bottom - votes.position(of: count) * (Self.bottom - Self.top)
    }

    private static func description(of row: OutcomeWeeks.Row) -> Saying {
        let counts = [row.a, row.ties, row.bothBad, row.b].map { NumberFormat.whole(Double($0)) }
        return """
            Week from \(row.day.said): A \(figure: counts[0]), ties \(figure: counts[1]), \
            both bad \(figure: counts[2]), B \(figure: counts[3])
            """
    }
}
