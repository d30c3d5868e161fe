import Charts

/// The figures of the leaderboard, with the numbers of the worked example where it has them.
enum BoardFigures {
    static let names = ["Aspen", "Birch", "Cedar", "Dogwood", "Elm", "Fir"]
    static let ratings = [1066.54, 1064.42, 1055.36, 991.88, 934.02, 887.78]
    static let halves = [20.1, 19.4, 20.0, 20.6, 21.0, 27.8]
    static let votes = [665, 689, 682, 623, 589, 352]
    static let models = GridModels(names: names, votes: votes)

    static func share(_ one: Int, _ other: Int) -> Double {
        1 / (1 + Elementary.power(10, (ratings[other] - ratings[one]) / 400))
    }

    static let expected = ExpectedShares(
        models,
        cells: names.indices.map { row in
            names.indices.map { column in
                row == column
                    ? nil
                    : ExpectedShares.Cell(
                        share: share(row, column), low: share(row, column) - 0.04,
                        high: min(share(row, column) + 0.04, 1))
            }
        })

    static let observed = ObservedShares(
        models,
        cells: names.indices.map { row in
            names.indices.map { column in
                guard row != column, row + column != 9 else { return nil }
                let won = Int((share(row, column) * 96).rounded())
                return ObservedShares.Cell(
                    won: won, lost: 96 - won, low: max(Double(won) / 96 - 0.1, 0),
                    high: min(Double(won) / 96 + 0.1, 1))
            }
        })

    static let battles = BattleCounts(
        models,
        counts: names.indices.map { row in
            names.indices.map { row == $0 ? 0 : 160 - 9 * (row + $0) - (row * $0 == 20 ? 52 : 0) }
        })

    static let averages = AverageShares(
        rows: zip(names, [0.613, 0.610, 0.594, 0.487, 0.389, 0.318]).enumerated().map {
            AverageShares.Row(
                label: $1.0, share: $1.1, low: $1.1 - 0.03, high: $1.1 + 0.03,
                isProvisional: $0 == 5)
        })

    static let cost = trade(.cost, [4.20, 1.90, 0.46, 0.31, 0.05, 0.38])
    static let firstWord = trade(.firstWord, [0.9, 0.7, 0.5, 0.6, 0.3, 1.1])
    static let wordsPerSecond = trade(.wordsPerSecond, [48, 61, 118, 77, 204, 33])
    static let free = trade(.cost, [4.20, 1.90, 0, 0.31, 0, 0.38])

    static let lines = RatingLines(
        lines: names.indices.map { model in
            RatingLines.Line(
                label: names[model],
                rows: (0..<60).map { index in
                    let half = halves[model] * (60 - Double(index) * 0.66) / 20
                    let wave = [0.0, 2, 3, 1, -2, -4, -3, -1][(index / 3 + model) % 8]
                    return HistoryPlot.Row(
                        day: PlotDay(number: PlotDay(year: 2026, month: 9, day: 23).number + index),
                        value: ratings[model] + wave, low: ratings[model] - half,
                        high: ratings[model] + half)
                })
        })

    static let calibration = CalibrationPlot(
        bins: (0..<9).map { bin in
            let predicted = 0.525 + 0.05 * Double(bin)
            let observed = predicted + [0.01, -0.02, 0.012, 0.03, -0.01, 0.02, -0.06, 0, 0.01][bin]
            return CalibrationPlot.Bin(
                predicted: predicted, observed: observed, low: observed - 0.045,
                high: min(observed + 0.045, 1), votes: 180 - 16 * bin)
        })

    static let graph = BattleGraph(
        nodes: names.indices.map {
            BattleGraph.Node(label: names[$0], votes: votes[$0], group: 0)
        },
        edges: names.indices.flatMap { one in
            names.indices.dropFirst(one + 1).map {
                BattleGraph.Edge(
                    one: one, other: $0, battles: one + $0 == 9 ? 3 : 160 - 9 * (one + $0))
            }
        })

    static let weeks = OutcomeWeeks(
        rows: (0..<14).filter { $0 != 4 }.map { week in
            OutcomeWeeks.Row(
                day: PlotDay(number: PlotDay(year: 2026, month: 8, day: 17).number + 7 * week),
                a: 30 + week * 4 % 17, ties: 14 + week % 5, bothBad: 5 + week % 3,
                b: 33 + week * 7 % 13)
        })

    static let speed = SpeedBiasPlot(rows: [
        SpeedBiasPlot.Row(
            label: "At one even pace", share: 0.507, low: 0.48, high: 0.534, votes: 1_302),
        SpeedBiasPlot.Row(label: "As they come", share: 0.558, low: 0.511, high: 0.604, votes: 431),
    ])

    static let all: [(name: String, plot: any Plot)] = [
        ("expected", expected), ("observed", observed), ("battles", battles),
        ("averages", averages), ("trade-cost", cost), ("trade-free", free),
        ("trade-first-word", firstWord), ("trade-words", wordsPerSecond), ("lines", lines),
        ("calibration", calibration), ("graph", graph), ("weeks", weeks), ("speed", speed),
    ]

    private static func trade(_ measure: TradePlot.Measure, _ values: [Double]) -> TradePlot {
        TradePlot(
            measure,
            points: names.indices.map {
                TradePlot.Point(
                    label: names[$0], value: values[$0], rating: ratings[$0],
                    low: ratings[$0] - halves[$0], high: ratings[$0] + halves[$0])
            })
    }
}
