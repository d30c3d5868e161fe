import Arena
import Charts

/// The forest plot of one board, with its numbers in a table behind it.
struct RatingFigure {
    private let board: RatingBoard
    private let count: Int
    private let snapshot: Snapshot
    private let minimumVotes: Int

    /// The figure of one of `count` boards.
    init(board: RatingBoard, of count: Int, snapshot: Snapshot, minimumVotes: Int) {
        self.board = board
        self.count = count
        self.snapshot = snapshot
        self.minimumVotes = minimumVotes
    }

    /// The plot, laid out for a wide screen and for a phone; the style sheet shows one.
    var markup: HTML {
        let name = "forest\(board.number)"
        return """
            <figure class="figure" aria-describedby="\(name)-data">
            \(drawing(.wide, name + "-w"))
            \(drawing(.narrow, name + "-n"))
            <figcaption>\(Self.caption)</figcaption>
            <details class="data"><summary id="\(name)-data">Data as a table</summary>
            <div class="scroll" role="region" tabindex="0" aria-label="\(title)">
            \(table)
            </div>
            </details>
            </figure>
            """
    }

    private static let caption: HTML = """
        A dot is the rating, its bar the 95% interval; hollow dots have no place yet. Two bars may \
        overlap although one model is surely better: places come from the differences, not from \
        the bars. The mean is 1000.
        """

    private var title: String {
        let models = board.rows.count.counted("model", "models")
        let group = count == 1 ? "" : ", group \(board.number + 1) of \(count)"
        return "Ratings of \(models) with 95% intervals\(group)"
    }

    private func drawing(_ layout: PlotStyle.Layout, _ name: String) -> HTML {
        let plot = ForestPlot(
            rows: board.plotRows, title: title,
            finding: snapshot.finding(minimumVotes: minimumVotes))
        return HTML(trusted: plot.svg(PlotStyle(layout: layout, palette: .page, name: name)))
    }

    private var table: HTML {
        """
        <table class="plain">
        <caption class="sr-only">\(title)</caption>
        <thead><tr>
        \(Self.columns.map { "<th scope=\"col\">\($0)</th>" })
        </tr></thead>
        <tbody>
        \(board.rows.map(row))
        </tbody>
        </table>
        """
    }

    private static let columns = [
        "Model", "Rating", "Low", "High", "Votes", "Won", "Lost", "Ties", "Both bad",
    ]

    private func row(_ row: Standing) -> HTML {
        let points = [row.rating, row.low, row.high].map { NumberFormat.fixed($0, places: 2) }
        let counts = [row.votes, row.wins, row.losses, row.ties, row.bothBad]
            .map { NumberFormat.whole(Double($0)) }
        return """
            <tr><th scope="row"><bdi>\(row.name)</bdi></th>\
            \(HTML(trusted: (points + counts).map { "<td>\(HTML.escape($0))</td>" }.joined()))</tr>
            """
    }
}
