import Arena
import Charts

/// One board as a table; on a phone each row becomes a card.
///
/// The roles repeat what the elements say, because a row laid out as a grid loses its meaning in
/// some browsers.
struct RatingTable {
    private let board: RatingBoard
    private let count: Int
    private let axis: Axis

    /// The table of one of `count` boards, all on one axis.
    init(board: RatingBoard, of count: Int, axis: Axis) {
        self.board = board
        self.count = count
        self.axis = axis
    }

    /// The table.
    var markup: HTML {
        """
        <div class="scroll" role="region" tabindex="0" aria-label="\(name)">
        <table class="ratings" role="table">
        <caption>\(name), sorted by rank</caption>
        <thead role="rowgroup"><tr role="row">
        \(head("Rank", "rank", " aria-sort=\"ascending\""))
        \(head("Model", "name"))
        \(head("Rating<span class=\"unit\"> ± 95%</span>", "rating"))
        <td class="plotcell" role="cell">\(HTML(trusted: IntervalStrip.scale(of: axis)))</td>
        \(head("Votes", "votes"))
        \(head("Average share", "share"))
        </tr></thead>
        <tbody role="rowgroup">
        \(board.ranked.map { row($0, plotted: ForestPlot.Row($0, isRanked: true)) })
        </tbody>
        \(waiting, when: !board.unranked.isEmpty)
        </table>
        </div>
        """
    }

    private var name: String {
        count == 1 ? "Ratings" : "Ratings, group \(board.number + 1) of \(count)"
    }

    private func head(_ words: HTML, _ kind: HTML, _ sort: HTML = "") -> HTML {
        "<th class=\"\(kind)\" scope=\"col\" role=\"columnheader\"\(sort)>\(words)</th>"
    }

    private var waiting: HTML {
        """
        <tbody class="waiting" role="rowgroup">
        <tr class="why" role="row"><th colspan="5" scope="rowgroup" role="rowheader">\
        Not enough votes yet</th></tr>
        \(board.unranked.map { row($0, plotted: ForestPlot.Row($0, isRanked: false)) })
        </tbody>
        """
    }

    private func row(_ row: Standing, plotted: ForestPlot.Row) -> HTML {
        let strip = IntervalStrip(row: plotted, axis: axis)
        return """
            <tr role="row">
            <td class="rank" role="cell">\(plotted.lead)</td>
            <th class="name" scope="row" role="rowheader"><bdi>\(row.name)</bdi></th>
            <td class="rating" role="cell"><b>\(NumberFormat.rating(row.rating))</b> \
            <span class="pm">±\(NumberFormat.rating(row.halfWidth))</span></td>
            <td class="plotcell" role="cell">\(HTML(trusted: strip.svg))</td>
            <td class="votes" role="cell">\(votes(row))<span class="unit"> votes</span></td>
            <td class="share" role="cell">\(share(row))</td>
            </tr>
            """
    }

    private func votes(_ row: Standing) -> String {
        let count = NumberFormat.whole(Double(row.votes))
        return row.votes < board.minimumVotes ? "\(count) of \(board.minimumVotes)" : count
    }

    private func share(_ row: Standing) -> HTML {
        guard let share = row.averageShare else { return "–" }
        return "\(NumberFormat.percent(share))<span class=\"unit\"> average share</span>"
    }
}
