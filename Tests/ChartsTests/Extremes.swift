import Charts
import Phrases

/// Figures of what nobody hopes for: nothing, one, too much, and what is no number.
enum Extremes {
    static let long = "Some Very Long Model Name 405B Instruct (Q4_K_M) & \"Friends\" <b>Inc</b>"
    static let wide = "通义千问通义千问通义千问通义千问通义千问通义千问通义千问"
    static let numbers: [Double] = [
        .nan, .infinity, -.infinity, 1e300, -1e300, 0, -0.0, 1e-300, -5, 1e12, 1,
    ]

    static let all: [any Plot] =
        forests + outcomes + beliefs + tests + waits + categories + costs + places + histories
        + BoardExtremes.all

    static let forests: [any Plot] = [.nan, .infinity, -.infinity, 0].map { number in
        ForestPlot(
            rows: [
                ForestPlot.Row(label: long, value: number, low: number, high: number, votes: 1),
                ForestPlot.Row(label: wide, value: 1_000, low: -.infinity, high: number, votes: 1),
                ForestPlot.Row(label: "x", value: 1_000, low: 990, high: 1_010, votes: 0),
            ], title: "\(long)", finding: "\(wide)")
    }

    static let outcomes: [any Plot] = [
        (0, 0, 0, 0), (1, 0, 0, 0), (0, 0, 0, 1), (1, 1, 1, 100_000), (100_000, 1, 1, 1),
        (0, 1, 1, 0), (.max, .max, .max, .max), (-3, 2, 0, 1), (50_000, 2, 1, 50_000),
    ].map { OutcomeBar(a: long, b: wide, wonByA: $0.0, ties: $0.1, bothBad: $0.2, wonByB: $0.3) }

    static let beliefs: [any Plot] =
        (numbers + [-300]).flatMap { number in
            [
                BeliefCurve(a: long, b: wide, difference: number, standardError: 15),
                BeliefCurve(a: wide, b: long, difference: 20, standardError: number),
                BeliefCurve(a: "A", b: "", difference: number, standardError: 400),
            ]
        }

    static let tests: [any Plot] =
        [DumbbellPlot(a: "", b: "", rows: [])]
        + numbers.map { number in
            DumbbellPlot(
                a: long, b: wide,
                rows: [
                    DumbbellPlot.Row(label: long, a: number, b: 50, noise: 3),
                    DumbbellPlot.Row(label: wide, a: 50, b: number, noise: number),
                ])
        } + [
            DumbbellPlot(
                a: "A", b: "B", rows: [DumbbellPlot.Row(label: "x", a: 7, b: 7, noise: 0)])
        ]

    static let waits: [any Plot] =
        [QuantileStrip(rows: [])]
        + numbers.map { number in
            QuantileStrip(rows: [
                QuantileStrip.Row(
                    label: long, p5: 0, p25: 0, p50: 0.1, p75: 0.2, p95: number, count: 20),
                QuantileStrip.Row(
                    label: wide, p5: number, p25: number, p50: number, p75: number, p95: number,
                    count: number > 0 ? 500 : 3),
            ])
        }

    static let categories: [any Plot] =
        [CategoryPlot(a: "", b: "", rows: [])]
        + (numbers + [0.5, 0.02, 0.98]).map { number in
            CategoryPlot(
                a: long, b: wide,
                rows: [
                    CategoryPlot.Row(
                        label: long, share: number, low: number, high: 1, votes: .max, ahead: .a),
                    CategoryPlot.Row(
                        label: "x", share: 0.5, low: 0.5, high: 0.5, votes: 1, ahead: .b),
                ])
        }

    static let costs: [any Plot] = numbers.flatMap { number in
        [
            MonthlyCostPlot(a: long, b: wide, costOfA: number, costOfB: 0.001, requests: 100_000),
            MonthlyCostPlot(a: long, b: wide, costOfA: 0.01, costOfB: 0.01, requests: number),
            MonthlyCostPlot(a: long, b: wide, costOfA: nil, costOfB: number, requests: 1e10),
            MonthlyCostPlot(a: "", b: "", costOfA: 900, costOfB: 1e-9, requests: 250_000),
            MonthlyCostPlot(a: "A", b: "B", costOfA: 0.01, costOfB: 0.0102, requests: 3),
        ]
    }

    static let places: [any Plot] = [
        [], [RankMatrix.Row(label: long, probabilities: [])],
        [RankMatrix.Row(label: wide, probabilities: [1])],
        (0..<40).map { _ in
            RankMatrix.Row(label: long, probabilities: (0..<40).map { Double($0) / 40 })
        },
        [RankMatrix.Row(label: long, probabilities: numbers)],
        (0..<9).map { _ in RankMatrix.Row(label: wide, probabilities: [1, 0.0049, 0.005]) },
    ].map { RankMatrix(rows: $0) }

    static let histories: [any Plot] =
        [HistoryPlot(model: "", rows: [])]
        + [.nan, .infinity, 1e300, 0, 1].flatMap { number in
            [[0], [0, 1], [0, 0, 5], [-700_000, 2_900_000], [-40, 9_000], [3, 2, 1, 45]].map {
                days in
                HistoryPlot(
                    model: long,
                    rows: days.map {
                        HistoryPlot.Row(
                            day: PlotDay(number: $0), value: number, low: number - 9, high: number)
                    } + [
                        HistoryPlot.Row(
                            day: PlotDay(number: 2), value: 1_000, low: 1_000, high: 1_000)
                    ])
            }
        }
}
