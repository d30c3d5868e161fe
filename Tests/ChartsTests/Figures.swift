import Charts

/// The figures that are looked at, with the numbers of the worked example where it has them.
enum Figures {
    static let outcomes = OutcomeBar(
        a: "Cedar", b: "Dogwood", wonByA: 66, ties: 23, bothBad: 8, wonByB: 43)

    static let clear = BeliefCurve(a: "Cedar", b: "Dogwood", difference: 63.5, standardError: 15.8)
    static let close = BeliefCurve(a: "Aspen", b: "Birch", difference: 2.12, standardError: 15.2)

    static let tests = DumbbellPlot(
        a: "Cedar", b: "Dogwood",
        rows: [
            DumbbellPlot.Row(label: "GPQA Diamond", a: 64.2, b: 50.3, noise: 9.6),
            DumbbellPlot.Row(label: "IFEval", a: 88.5, b: 83.2, noise: 4.1),
            DumbbellPlot.Row(label: "MMLU-Pro (5-shot)", a: 71.2, b: 71.9, noise: 1.1),
            DumbbellPlot.Row(label: "AIME 2025", a: 43.3, b: 46.7, noise: nil),
            DumbbellPlot.Row(label: "HumanEval", a: 92.1, b: .nan, noise: nil),
        ])

    static let waits = QuantileStrip(rows: [
        QuantileStrip.Row(
            label: "Cedar", p5: 0.31, p25: 0.39, p50: 0.46, p75: 0.58, p95: 1.2, count: 1_204),
        QuantileStrip.Row(
            label: "Dogwood", p5: 0.4, p25: 0.52, p50: 0.61, p75: 0.83, p95: 1.94, count: 987),
    ])

    static let categories = CategoryPlot(
        a: "Cedar", b: "Dogwood",
        rows: [
            category("Code", 0.66, 0.58, 0.73, 212, .a),
            category("Maths", 0.61, 0.52, 0.69, 148, .a),
            category("Everyday questions", 0.54, 0.47, 0.61, 301, nil),
            category("Writing", 0.41, 0.34, 0.48, 177, .b),
            category("Translation", 0.55, 0.22, 0.84, 11, nil, isProvisional: true),
        ])

    static let cost = MonthlyCostPlot(
        a: "Cedar", b: "Dogwood", costOfA: 0.00072, costOfB: 0.00018, requests: 100_000)

    static let places = RankMatrix(rows: [
        RankMatrix.Row(label: "Aspen", probabilities: [0.48, 0.37, 0.15, 0, 0, 0]),
        RankMatrix.Row(label: "Birch", probabilities: [0.38, 0.41, 0.21, 0, 0, 0]),
        RankMatrix.Row(label: "Cedar", probabilities: [0.14, 0.22, 0.637, 0.003, 0, 0]),
        RankMatrix.Row(label: "Dogwood", probabilities: [0, 0, 0.003, 0.98, 0.017, 0]),
        RankMatrix.Row(label: "Elm", probabilities: [0, 0, 0, 0.017, 0.96, 0.023]),
        RankMatrix.Row(label: "Fir", probabilities: [0, 0, 0, 0, 0.023, 0.977]),
    ])

    static let history = HistoryPlot(
        model: "Cedar",
        rows: (0..<60).map { index in
            let day = PlotDay(number: PlotDay(year: 2026, month: 9, day: 23).number + index)
            let half = 60 - Double(index) * 0.66
            let value = 1_055.36 - half / 3 + [0.0, 2, 3, 1, -2, -4, -3, -1][index / 3 % 8]
            let gone = (31..<34).contains(index)
            return HistoryPlot.Row(
                day: day, value: gone ? .nan : value, low: value - half, high: value + half)
        })

    static let all: [(name: String, plot: any Plot)] =
        [
            ("outcomes", outcomes), ("belief-clear", clear), ("belief-close", close),
            ("tests", tests), ("waits", waits), ("categories", categories), ("cost", cost),
            ("places", places), ("history", history),
        ] + BoardFigures.all

    static let styles: [(name: String, style: PlotStyle)] = [
        ("page-wide", PlotStyle(layout: .wide, palette: .page, name: "f")),
        ("page-narrow", PlotStyle(layout: .narrow, palette: .page, name: "f")),
        ("file-wide", PlotStyle(layout: .wide, palette: .automatic, name: "f")),
        ("file-narrow-dark", PlotStyle(layout: .narrow, palette: .dark, name: "f")),
    ]

    private static func category(
        _ label: String, _ share: Double, _ low: Double, _ high: Double, _ votes: Int,
        _ ahead: PlotSide?, isProvisional: Bool = false
    ) -> CategoryPlot.Row {
        CategoryPlot.Row(
            label: label, share: share, low: low, high: high, votes: votes, ahead: ahead,
            isProvisional: isProvisional)
    }
}
