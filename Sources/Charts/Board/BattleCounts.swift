package import Phrases

/// How many battles every pair of models has played; shades grow with the logarithm.
package struct BattleCounts: Plot {
    /// The models.
    package let models: GridModels
    private let counts: [[Int]]

    /// A square of counts, a list for each row.
    package init(_ models: GridModels, counts: [[Int]]) {
        self.models = models
        self.counts = counts
    }

    /// What is drawn.
    package var saidTitle: Saying { "Battles played between \(models.names.count) models" }

    /// What it says: where battles are fewest and where they are most.
    package var saidFinding: Saying {
        let pairs = models.pairs.map { (pair: $0, count: count($0.one, $0.other)) }
        guard let most = pairs.max(by: { $0.count < $1.count }), most.count > 0,
            let least = pairs.min(by: { $0.count < $1.count })
        else { return Saying(phrase: Self.unknown) }
        let unmet = pairs.count { $0.count == 0 }
        let first: Saying = "Most battles: \(words(for: most))."
        if unmet > 0 {
            let many = Saying.count(unmet, "{n} pair has not met.", "{n} pairs have not met.")
            return "\(first) \(many)"
        }
        let fewest: Saying = "Fewest: \(words(for: least))."
        return pairs.count == 1 ? first : "\(first) \(fewest)"
    }

    /// The numbers behind it in long form, each pair once.
    package var table: PlotTable {
        PlotTable(
            columns: ["Model", "Against", "Battles"],
            rows: models.pairs.map { pair in
                [
                    models.names[pair.one], models.names[pair.other],
                    NumberFormat.whole(Double(count(pair.one, pair.other))),
                ]
            })
    }

    /// The drawing as an SVG element; the same counts and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        let most = models.pairs.map { count($0.one, $0.other) }.max() ?? 0
        guard most > 0 else {
            return style.empty(self, heading: Self.heading, reason: Self.unknown)
        }
        let scale = Elementary.logarithm(1 + Double(most))
        return GridDrawing(
            models, style: style, heading: Self.heading,
            notes: ["Stronger blue: more battles, by the logarithm."]
        ) { row, column in
            let count = count(row, column)
            guard count > 0 else { return nil }
            let words =
                count < 10_000
                ? NumberFormat.whole(Double(count)) : NumberFormat.compact(Double(count))
            return GridDrawing.Cell(
                words: words, side: .a,
                shade: Elementary.logarithm(1 + Double(count)) / scale,
                title: """
                    \(models.names[row]) and \(models.names[column]): \
                    \(figure: NumberFormat.whole(Double(count)))
                    """)
        }.svg(of: self)
    }

    private func count(_ row: Int, _ column: Int) -> Int {
        guard row != column, counts.indices.contains(row), counts[row].indices.contains(column)
        else { return 0 }
        return max(counts[row][column], 0)
    }

    private func words(for found: (pair: (one: Int, other: Int), count: Int)) -> Saying {
        """
        \(models.names[found.pair.one]) and \(models.names[found.pair.other]), \
        \(figure: NumberFormat.whole(Double(found.count)))
        """
    }

    private static let heading = "Battles played"
    private static let unknown = "No battle has been voted on yet."
}
