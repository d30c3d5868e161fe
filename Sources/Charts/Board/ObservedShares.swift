package import Phrases

/// The share of decided direct battles that every model won against every other.
package struct ObservedShares: Plot {
    /// How the decided battles of the model of a row against that of a column ended.
    package struct Cell: Equatable, Sendable {
        /// Battles the row won.
        package let won: Int
        /// Battles the column won.
        package let lost: Int
        /// Lower end of the 95% interval of the share won, 0 to 1.
        package let low: Double
        /// Upper end of the interval.
        package let high: Double

        /// A cell from its parts; no count is below zero.
        package init(won: Int, lost: Int, low: Double, high: Double) {
            self.won = max(won, 0)
            self.lost = max(lost, 0)
            self.low = low
            self.high = high
        }

        /// The share of decided battles won; `nil` where none was decided.
        var share: Double? {
            let decided = Double(won) + Double(lost)
            return decided > 0 ? Double(won) / decided : nil
        }
    }

    /// The models.
    package let models: GridModels
    private let cells: [[Cell?]]

    /// A square of cells, a list for each row; `nil` where two never met.
    package init(_ models: GridModels, cells: [[Cell?]]) {
        self.models = models
        self.cells = cells
    }

    /// What is drawn.
    package var saidTitle: Saying {
        "Share of decided direct battles won of \(models.names.count) models, row against column"
    }

    /// What it says: how many pairs have a decided battle, and which is the least even.
    package var saidFinding: Saying {
        let known = models.pairs.compactMap { pair in
            cell(pair.one, pair.other).map { (pair: pair, cell: $0) }
        }
        let uneven = { (cell: Cell) in ((cell.share ?? 0.5) - 0.5).magnitude }
        guard let most = known.max(by: { uneven($0.cell) < uneven($1.cell) }) else {
            return Saying(phrase: Self.unknown)
        }
        let isAhead = most.cell.won >= most.cell.lost
        let names = isAhead ? (most.pair.one, most.pair.other) : (most.pair.other, most.pair.one)
        let won = isAhead ? most.cell.won : most.cell.lost
        let decided = Double(most.cell.won) + Double(most.cell.lost)
        return """
            \(known.count) of \(models.pairs.count) pairs have a decided battle. The least even: \
            \(models.names[names.0]) won \(figure: NumberFormat.whole(Double(won))) of \
            \(figure: NumberFormat.whole(decided)) against \(models.names[names.1]).
            """
    }

    /// The numbers behind it in long form, each pair that met once.
    package var table: PlotTable {
        PlotTable(
            columns: ["Model", "Against", "Won", "Lost", "Share won", "Low", "High"],
            rows: models.pairs.compactMap { pair in
                cell(pair.one, pair.other).map { cell in
                    [
                        models.names[pair.one], models.names[pair.other],
                        NumberFormat.whole(Double(cell.won)), NumberFormat.whole(Double(cell.lost)),
                    ]
                        + [cell.share ?? .nan, cell.low, cell.high].map {
                            NumberFormat.fixed($0 * 100, places: 1) + "%"
                        }
                }
            })
    }

    /// The drawing as an SVG element; the same cells and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard models.names.count > 1 else {
            return style.empty(self, heading: Self.heading, reason: Self.unknown)
        }
        return GridDrawing(
            models, style: style, heading: Self.heading,
            notes: ["Blue: the row won more. Orange: the column.", "Ties are left out."]
        ) { row, column in
            guard let cell = cell(row, column), let share = cell.share else { return nil }
            let decided = NumberFormat.whole(Double(cell.won) + Double(cell.lost))
            return .share(
                share,
                title: """
                    \(models.names[row]) won \(figure: NumberFormat.whole(Double(cell.won))) of \
                    \(figure: decided) decided battles against \(models.names[column])
                    """)
        }.svg(of: self)
    }

    private func cell(_ row: Int, _ column: Int) -> Cell? {
        guard row != column, cells.indices.contains(row), cells[row].indices.contains(column),
            let cell = cells[row][column], cell.share != nil
        else { return nil }
        return cell
    }

    private static let heading = "Direct battles won, row against column"
    private static let unknown = "No direct battle has been decided yet."
}
