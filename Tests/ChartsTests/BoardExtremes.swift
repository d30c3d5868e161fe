import Charts

/// Figures of the leaderboard with nothing, one, two or sixty models, hostile names and what is no
/// number.
enum BoardExtremes {
    static let all: [any Plot] = grids + averages + trades + lines + rest

    private static let sizes = [0, 1, 2, 13, 60]

    private static func names(_ count: Int) -> [String] {
        (0..<count).map { [Extremes.long, Extremes.wide, "Model \($0)"][$0 % 3] }
    }

    private static func number(_ index: Int) -> Double {
        Extremes.numbers[index % Extremes.numbers.count]
    }

    private static func square<Cell>(_ count: Int, _ cell: (Int, Int) -> Cell) -> [[Cell]] {
        (0..<count).map { row in (0..<count).map { cell(row, $0) } }
    }

    private static let grids: [any Plot] = sizes.flatMap { count -> [any Plot] in
        let models = GridModels(names: names(count), votes: (0..<count).map { $0 * 37 % 91 })
        let plain = GridModels(names: (0..<count).map { "M\($0)" }, votes: [])
        let cell = { (row: Int, column: Int) -> ExpectedShares.Cell? in
            (row + column) % 7 == 0
                ? nil
                : ExpectedShares.Cell(
                    share: (row + column) % 5 == 0
                        ? number(row) : Double(row * 13 % 101 + column * 0) / 100,
                    low: 0, high: 1)
        }
        return [
            ExpectedShares(models, cells: square(count, cell)),
            ExpectedShares(plain, cells: square(count, cell)),
            ExpectedShares(models, cells: []),
            ObservedShares(
                models,
                cells: square(count) { row, column in
                    ObservedShares.Cell(
                        won: row % 4 == 0 ? .max : row, lost: column % 3 == 0 ? .max : -column,
                        low: number(row), high: number(column))
                }),
            BattleCounts(
                models,
                counts: square(count) { row, column in
                    [0, 1, 999, 10_000, 1_234_567, .max, -4][(row + column) % 7]
                }),
            BattleCounts(plain, counts: square(count) { _, _ in 0 }),
            BattleGraph(
                nodes: names(count).enumerated().map {
                    BattleGraph.Node(label: $1, votes: $0 % 9, group: $0 % 3)
                },
                edges: (0..<count * 2).map {
                    BattleGraph.Edge(
                        one: $0 % max(count, 1), other: $0 * 7 % 63,
                        battles: $0 % 5 == 0 ? .max : $0)
                }),
        ]
    }

    private static let averages: [any Plot] = sizes.map { count in
        AverageShares(
            rows: names(count).enumerated().map { index, name in
                let share = index % 4 == 0 ? number(index) : Double(index) / 61
                return AverageShares.Row(
                    label: name, share: share, low: max(share - 0.3, 0), high: min(share + 0.3, 1),
                    isProvisional: index % 5 == 1)
            })
    }

    private static let trades: [any Plot] = TradePlot.Measure.allCases.flatMap { measure in
        sizes.flatMap { count in
            [0.0, 1, 7.3].map { spread in
                TradePlot(
                    measure,
                    points: names(count).enumerated().map { index, name in
                        let rating = index % 9 == 8 ? number(index) : 1_000 + spread * Double(index)
                        return TradePlot.Point(
                            label: name,
                            value: index % 6 == 5 ? number(index) : spread * Double(index % 17),
                            rating: rating, low: rating - 20,
                            high: index % 4 == 3 ? number(index) : rating + 20)
                    })
            }
        } + [
            TradePlot(
                measure,
                points: [1e-8, 1e8].map {
                    TradePlot.Point(label: "x", value: $0, rating: $0 / 1e3, low: -1e9, high: 1e9)
                })
        ]
    }

    private static let lines: [any Plot] = sizes.map { count in
        RatingLines(
            lines: names(count).enumerated().map { index, name in
                RatingLines.Line(
                    label: name,
                    rows: [0, 1, 400, 2_900_000].prefix(1 + index % 4).map { day in
                        HistoryPlot.Row(
                            day: PlotDay(number: day),
                            value: index % 7 == 6 ? number(index) : 1_000 + Double(index % 3),
                            low: number(index), high: 1_100)
                    })
            })
    }

    private static let rest: [any Plot] = [
        CalibrationPlot(bins: []),
        CalibrationPlot(
            bins: (Extremes.numbers + [0, 1, 0.5]).map {
                CalibrationPlot.Bin(predicted: $0, observed: $0, low: 0, high: 1, votes: .max)
            }),
        CalibrationPlot(
            bins: [
                CalibrationPlot.Bin(predicted: 0.98, observed: 0.1, low: 0.05, high: 0.2, votes: 1)
            ]),
        OutcomeWeeks(rows: []),
        OutcomeWeeks(rows: [
            OutcomeWeeks.Row(day: PlotDay(number: 4), a: 1, ties: 0, bothBad: 0, b: -3)
        ]),
        OutcomeWeeks(
            rows: [.min, -70, 0, 7, 21, 700, .max].map {
                OutcomeWeeks.Row(
                    day: PlotDay(number: $0), a: .max, ties: 1, bothBad: .max, b: 12)
            }),
        OutcomeWeeks(
            rows: (0..<80).map {
                OutcomeWeeks.Row(
                    day: PlotDay(number: 20_000 + 7 * $0), a: $0, ties: 1, bothBad: 0, b: 1_000_000)
            }),
        SpeedBiasPlot(rows: []),
        SpeedBiasPlot(
            rows: (Extremes.numbers + [0.5]).map {
                SpeedBiasPlot.Row(
                    label: Extremes.long, share: $0, low: 0, high: 1, votes: .max)
            }),
    ]
}
