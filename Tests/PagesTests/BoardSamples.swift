import Arena
import Charts
import Foundation
import Pages
import Phrases

/// Boards for the pages to show.
enum BoardSamples {
    static let figures: [LeaderboardPage.Figure] = [
        (
            "rating",
            ForestPlot(rows: [row("Aspen"), row(Samples.hostile)], title: "t", finding: "f")
        ),
        (
            "cost",
            TradePlot(
                .cost,
                points: [
                    TradePlot.Point(
                        label: Samples.hostile, value: 2, rating: 1_000, low: 990, high: 1_010)
                ])
        ),
        ("places", RankMatrix(rows: [])),
    ]

    static func page(_ board: Leaderboard) throws -> LeaderboardPage {
        LeaderboardPage(board, query: board.query, minimumVotes: 30, figures: figures)
    }

    /// Every column and every note, all texts hostile.
    static func hostile() throws -> LeaderboardPage {
        var query = BoardQuery()
        query.columns = BoardColumn.further
        query.at = Samples.hostile
        query.sort = .maker
        query.isReversed = true
        query.isWide = true
        query.showsRetired = true
        let snapshot = Samples.snapshot([
            try Samples.standing(Samples.hostile, 1_100), try Samples.standing("Birch"),
        ])
        let facts = Dictionary(
            uniqueKeysWithValues: BoardColumn.further.map { ($0, Samples.hostile) })
        let rows = snapshot.rows.enumerated().map { index, standing in
            Leaderboard.Row(
                standing: standing, slug: standing.contender.text, isRetired: index == 0,
                measures: nil, facts: index == 0 ? facts : [:],
                lastVote: index == 0 ? Samples.now : nil)
        }
        return try page(
            Leaderboard(
                query: query, snapshot: snapshot, rows: rows, minimumVotes: 30,
                notes: [
                    .past, .newerFit, .batched, .styleAdjusted([]), .fewVotes(41), .hidden(2),
                ]))
    }

    static func tested() throws -> LeaderboardPage {
        var page = try page(Samples.board(try EveryPageTests.board()))
        let entry = try RegistrySamples.entry()
        for row in page.board?.rows ?? [] { page.versions[row.standing.contender] = entry }
        return page
    }

    static var guardedMethodology: MethodologyPage {
        var settings = Settings()
        settings.integrity = .on
        return MethodologyPage(MethodologyPage.Evidence(settings: settings))
    }

    static var methodology: MethodologyPage {
        var evidence = MethodologyPage.Evidence(settings: Settings())
        evidence.snapshot = Samples.snapshot()
        evidence.sides = OutcomeCounts(a: 510, b: 490, ties: 90, bothBad: 30)
        evidence.control = OutcomeCounts(a: 11, b: 9, ties: 20, bothBad: 2)
        evidence.figures = [
            ("calibration", CalibrationPlot(bins: [])),
            ("graph", BattleGraph(nodes: [], edges: [])),
            ("speed", SpeedBiasPlot(rows: [])),
        ]
        return MethodologyPage(evidence)
    }

    private static func row(_ name: String) -> ForestPlot.Row {
        ForestPlot.Row(label: name, value: 1_000, low: 980, high: 1_020, votes: 9)
    }
}
