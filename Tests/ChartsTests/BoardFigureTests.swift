import Charts
import Testing

/// What the figures of the leaderboard say.
@Suite struct BoardFigureTests {
    @Test func `squares name the least even pair, seen from who is ahead`() {
        #expect(
            BoardFigures.expected.finding
                == "The least even pair: Aspen is expected to take 74% of the votes against Fir. "
                + "The most even: Aspen and Birch.")
        let turned = ObservedShares(
            GridModels(names: ["Low", "High"], votes: []),
            cells: [
                [nil, ObservedShares.Cell(won: 1, lost: 3, low: 0.05, high: 0.7)], [nil, nil],
            ])
        #expect(
            turned.finding
                == "1 of 1 pairs have a decided battle. The least even: High won 3 of 4 against Low."
        )
        #expect(turned.table.rows == [["Low", "High", "1", "3", "25.0%", "5.0%", "70.0%"]])
    }

    @Test func `pairs that never met are counted`() {
        #expect(
            BoardFigures.battles.finding
                == "Most battles: Aspen and Birch, 151. Fewest: Elm and Fir, 27.")
        let counts = BattleCounts(
            GridModels(names: ["A", "B", "C"], votes: []),
            counts: [[0, 4, 0], [4, 0, 0], [0, 0, 0]])
        #expect(counts.finding == "Most battles: A and B, 4. 2 pairs have not met.")
    }

    @Test func `of more than twenty-five models those with the most votes are drawn, all listed`() {
        let names = (0..<40).map { "Model \($0)" }
        let plot = BattleCounts(
            GridModels(names: names, votes: Array(0..<40)),
            counts: names.indices.map { row in names.indices.map { $0 == row ? 0 : 1 } })
        let drawing = plot.svg(PlotStyle(layout: .wide, palette: .page, name: "f"))
        #expect(drawing.contains(">Model 15</text>") && !drawing.contains(">Model 14</text>"))
        #expect(drawing.contains(">15 more in the table.</text>"))
        #expect(plot.table.rows.count == 40 * 39 / 2)
    }

    @Test func `on the line stands whoever nothing beats on both`() {
        #expect(
            BoardFigures.cost.finding
                == "No other model is both cheaper and rated higher than Elm, Dogwood, Cedar, "
                + "Birch or Aspen.")
        #expect(
            BoardFigures.wordsPerSecond.finding
                == "No other model is both quicker and rated higher than Elm, Cedar, Birch or Aspen."
        )
        #expect(BoardFigures.free.finding.hasSuffix("than Cedar, Birch or Aspen."))
        let drawing = BoardFigures.free.svg(Figures.styles[0].style)
        #expect(drawing.contains(">free</text>"))
        #expect(!BoardFigures.cost.svg(Figures.styles[0].style).contains(">free</text>"))
    }

    @Test func `every point is named while there is room`() {
        for plot in [BoardFigures.cost, BoardFigures.firstWord, BoardFigures.wordsPerSecond] {
            for style in Figures.styles {
                let drawing = plot.svg(style.style)
                for name in BoardFigures.names { #expect(drawing.contains(">\(name)</text>")) }
            }
        }
    }

    @Test func `calibration tells the mean distance and how often it is noise`() {
        #expect(
            BoardFigures.calibration.finding
                == "Over 1,044 votes that the ratings had not seen, predicted and observed shares "
                + "differ by 1.9 points on average; in 8 of 9 bins by no more than the noise.")
    }

    @Test func `islands are told apart by mark and in words`() {
        let graph = BattleGraph(
            nodes: (0..<4).map { BattleGraph.Node(label: "M\($0)", votes: 1, group: $0 / 2) },
            edges: [
                BattleGraph.Edge(one: 0, other: 1, battles: 3),
                BattleGraph.Edge(one: 2, other: 3, battles: 1),
                BattleGraph.Edge(one: 2, other: 9, battles: 1),
            ])
        #expect(
            graph.finding
                == "The models fall into 2 groups that have never met. 2 of 6 pairs have met.")
        let drawing = graph.svg(Figures.styles[0].style)
        #expect(drawing.contains("<circle") && drawing.contains("width=\"11\""))
    }

    @Test func `weeks without a vote are gaps, and shares add up`() {
        #expect(BoardFigures.weeks.finding.hasPrefix("1,269 votes in 14 weeks: "))
        let week = OutcomeWeeks(rows: [
            OutcomeWeeks.Row(day: PlotDay(number: 4), a: 1, ties: 0, bothBad: 0, b: 0)
        ])
        #expect(week.finding == "1 vote in 1 week: 100% for A, 0% for B, 0% ties, 0% both bad.")
    }

    @Test func `speed matters only where the interval leaves a half out`() {
        #expect(
            BoardFigures.speed.finding
                == "At one even pace: the quicker side won 51% of 1,302, half, within the noise. "
                + "As they come: the quicker side won 56% of 431, more than half.")
    }

    @Test func `ratings over time name who was and who is first`() {
        #expect(BoardFigures.lines.finding.contains(" was first with "))
        #expect(BoardFigures.lines.finding.hasSuffix("on 21 Nov 2026."))
        let drawing = BoardFigures.lines.svg(Figures.styles[0].style)
        for name in BoardFigures.names { #expect(drawing.contains(">\(name)</text>")) }
    }
}
