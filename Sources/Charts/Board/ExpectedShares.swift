package import Phrases

/// The share of votes that the ratings expect of every model against every other.
package struct ExpectedShares: Plot {
    /// What is expected of the model of a row against that of a column.
    package struct Cell: Equatable, Sendable {
        /// The expected share of votes, 0 to 1, a tie counting half.
        package let share: Double
        /// Lower end of its 95% interval.
        package let low: Double
        /// Upper end of its 95% interval.
        package let high: Double

        /// A cell from its parts.
        package init(share: Double, low: Double, high: Double) {
            self.share = share
            self.low = low
            self.high = high
        }

        /// Whether it can be drawn.
        var isKnown: Bool { [share, low, high].allSatisfy { $0 >= 0 && $0 <= 1 } }

        var said: Saying {
            """
            \(figure: NumberFormat.percent(share)), 95% interval \
            \(figure: NumberFormat.percent(low)) to \(figure: NumberFormat.percent(high))
            """
        }
    }

    /// The models.
    package let models: GridModels
    private let cells: [[Cell?]]

    /// A square of cells, a list for each row; `nil` on the diagonal and where no battles link the
    /// two.
    package init(_ models: GridModels, cells: [[Cell?]]) {
        self.models = models
        self.cells = cells
    }

    /// What is drawn.
    package var saidTitle: Saying {
        "Expected share of votes of \(models.names.count) models, row against column"
    }

    /// What it says: the most and the least even pair.
    package var saidFinding: Saying {
        let known = models.pairs.compactMap { pair in
            cell(pair.one, pair.other).map { (pair: pair, cell: $0) }
        }
        let uneven = { (cell: Cell) in (cell.share - 0.5).magnitude }
        guard let most = known.max(by: { uneven($0.cell) < uneven($1.cell) }),
            let least = known.min(by: { uneven($0.cell) < uneven($1.cell) })
        else { return Saying(phrase: Self.unknown) }
        let isAhead = most.cell.share >= 0.5
        let names = isAhead ? (most.pair.one, most.pair.other) : (most.pair.other, most.pair.one)
        let share = isAhead ? most.cell.share : 1 - most.cell.share
        let first: Saying = """
            The least even pair: \(models.names[names.0]) is expected to take \
            \(figure: NumberFormat.percent(share)) of the votes against \(models.names[names.1]).
            """
        guard known.count > 1 else { return first }
        return """
            \(first) The most even: \(models.names[least.pair.one]) and \
            \(models.names[least.pair.other]).
            """
    }

    /// The numbers behind it in long form, each pair once.
    package var table: PlotTable {
        PlotTable(
            columns: ["Model", "Against", "Expected share", "Low", "High"],
            rows: models.pairs.compactMap { pair in
                cell(pair.one, pair.other).map { cell in
                    [models.names[pair.one], models.names[pair.other]]
                        + [cell.share, cell.low, cell.high].map {
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
            notes: ["Blue: the row is preferred. Orange: the column.", "50% is even."]
        ) { row, column in
            cell(row, column).map { cell in
                .share(
                    cell.share,
                    title: "\(models.names[row]) against \(models.names[column]): \(cell.said)")
            }
        }.svg(of: self)
    }

    private func cell(_ row: Int, _ column: Int) -> Cell? {
        guard row != column, cells.indices.contains(row), cells[row].indices.contains(column),
            let cell = cells[row][column], cell.isKnown
        else { return nil }
        return cell
    }

    private static let heading = "Expected share, row against column"
    private static let unknown = "No two models are linked by battles yet."
}
