package import Arena
import Catalogue
package import Charts
import Phrases
import Ratings

/// A board with all its figures.
package struct BoardFigures: Sendable {
    /// The figures by the names they have in addresses, in the order in which they stand.
    package enum Name: String, Sendable, CaseIterable {
        /// Ratings with their intervals.
        case rating
        /// Average share against all others.
        case averageShare = "average-share"
        /// Expected share of each against each.
        case expectedShare = "expected-share"
        /// Decided direct battles won.
        case observedShare = "observed-share"
        /// Battles played.
        case battles
        /// Rating against cost.
        case cost
        /// Rating against the time to the first word.
        case firstWord = "first-word"
        /// Rating against words a second.
        case wordsPerSecond = "words-per-second"
        /// How likely each place is.
        case places
        /// Ratings over time.
        case history
        /// Votes a week by outcome.
        case weeks
    }

    /// The board.
    package let board: Leaderboard
    private let chart: BoardChart
    private let lines: [RatingLines.Line]
    private let weeks: [OutcomeWeeks.Row]

    init(
        board: Leaderboard, chart: BoardChart, lines: [RatingLines.Line],
        weeks: [OutcomeWeeks.Row]
    ) {
        self.board = board
        self.chart = chart
        self.lines = lines
        self.weeks = weeks
    }

    /// One figure; `nil` where this board has none, as a past one has no weeks.
    package func plot(_ name: Name) -> (any Plot)? {
        switch name {
        case .rating: forest
        case .averageShare: chart.averages
        case .expectedShare: chart.expected
        case .observedShare: chart.observed
        case .battles: chart.battles
        case .cost: trade(.cost) { $0.costPerAnswer.map { Double($0.picodollars) / 1e10 } }
        case .firstWord: trade(.firstWord, \.firstWord)
        case .wordsPerSecond: trade(.wordsPerSecond) { $0.measures?.wordsPerSecond.median }
        case .places: chart.places.rows.isEmpty ? nil : chart.places
        case .history: lines.isEmpty ? nil : RatingLines(lines: lines)
        case .weeks: weeks.isEmpty ? nil : OutcomeWeeks(rows: weeks)
        }
    }

    /// All figures this board has, in order.
    package var all: [(name: Name, plot: any Plot)] {
        Name.allCases.compactMap { name in plot(name).map { (name, $0) } }
    }

    /// The ratings as they are plotted, the group of most models first.
    private var forest: ForestPlot {
        ForestPlot(
            rows: board.groups.flatMap { group in
                group.ranked.map { Self.row($0, isRanked: true) }
                    + group.unranked.map { Self.row($0, isRanked: false) }
            },
            title: "Ratings of \(board.rows.count) models with 95% intervals",
            finding: Saying(phrase: board.finding))
    }

    private func trade(
        _ measure: TradePlot.Measure, _ value: (Leaderboard.Row) -> Double?
    ) -> TradePlot? {
        let points = board.rows.compactMap { row in
            value(row).map { value in
                TradePlot.Point(
                    label: row.standing.name, value: value, rating: row.standing.rating,
                    low: row.standing.low, high: row.standing.high)
            }
        }
        let isOne = Set(board.rows.map(\.standing.component)).count <= 1
        return points.isEmpty || !isOne ? nil : TradePlot(measure, points: points)
    }

    private static func row(_ row: Leaderboard.Row, isRanked: Bool) -> ForestPlot.Row {
        let standing = row.standing
        let places =
            standing.rankLow == standing.rankHigh
            ? String(standing.rankLow) : "\(standing.rankLow)–\(standing.rankHigh)"
        return ForestPlot.Row(
            label: standing.name, lead: isRanked ? places : "–", value: standing.rating,
            low: standing.low, high: standing.high, votes: standing.votes,
            isProvisional: !isRanked)
    }
}
