import Arena
import Charts
import Phrases

/// One group of a board as a table; on a phone each row becomes a card.
///
/// The roles repeat what the elements say, because a row laid out as a grid loses its meaning in
/// some browsers.
struct BoardTable {
    let board: Leaderboard
    let group: Leaderboard.Group
    let count: Int
    let axis: Axis
    let context: PageContext
    var versions: [ContenderID: RegistryBook.Entry] = [:]

    private var say: Phrasebook { context.say }

    private var columns: [BoardColumn] { BoardColumn.usual + board.query.columns }

    /// The table.
    var markup: HTML {
        """
        <div class="scroll" role="region" tabindex="0" aria-label="\(name)">
        <table class="ratings\(" flat", when: board.query.isWide)" role="table">
        <caption>\(caption)</caption>
        <thead role="rowgroup"><tr role="row">
        \(columns.map(head))
        </tr></thead>
        <tbody role="rowgroup">
        \(group.ranked.map(row))
        </tbody>
        \(waiting, when: !group.unranked.isEmpty)
        </table>
        </div>
        """
    }

    private var name: String {
        guard count > 1 else { return say.text("Ratings") }
        return say.text(
            "Ratings, group {n} of {count}",
            ["n": String(group.number + 1), "count": String(count)])
    }

    private var caption: HTML {
        let words = say.text(board.query.sort.words).lowercased()
        let order: HTML =
            board.query.isReversed
            ? say("sorted by {column}, turned round", ["column": "\(words)"])
            : say("sorted by {column}", ["column": "\(words)"])
        return "\(name), \(order)"
    }

    private func head(_ column: BoardColumn) -> HTML {
        let isSorted = column == board.query.sort
        let isRising = column.startsAtLeast != (isSorted && board.query.isReversed)
        var query = board.query
        query.isReversed = isSorted && !board.query.isReversed
        query.sort = column
        let words: HTML = "\(say(column.words))\(unit(of: column))"
        let link: HTML =
            column.isSortable
            ? "<a href=\"/leaderboard\(query.text)\">\(words)</a>" : words
        let sort: HTML =
            isSorted ? " aria-sort=\"\(isRising ? "ascending" : "descending")\"" : ""
        let cell: HTML = """
            <th class="\(column.style)" scope="col" role="columnheader"\(sort)>\(link)</th>
            """
        guard column == .rating else { return cell }
        return """
            \(cell)
            <td class="plotcell" role="cell">\(HTML(trusted: IntervalStrip.scale(of: axis)))</td>
            """
    }

    private func unit(of column: BoardColumn) -> HTML {
        column == .rating ? "<span class=\"unit\"> ± 95%</span>" : ""
    }

    private var waiting: HTML {
        """
        <tbody class="waiting" role="rowgroup">
        <tr class="why" role="row"><th colspan="\(columns.count)" scope="rowgroup" \
        role="rowheader">\(say("Not enough votes yet"))</th></tr>
        \(group.unranked.map(row))
        </tbody>
        """
    }

    private func row(_ row: Leaderboard.Row) -> HTML {
        "<tr role=\"row\">\n\(columns.map { cell($0, of: row) })\n</tr>"
    }

    private func cell(_ column: BoardColumn, of row: Leaderboard.Row) -> HTML {
        let text = say.figure(column.text(row, in: board))
        switch column {
        case .model:
            let retired: HTML =
                row.isRetired ? " <span class=\"tag\">\(say("retired"))</span>" : ""
            return """
                <th class="name" scope="row" role="rowheader"><a href="/models/\(row.slug)">\
                <bdi>\(row.standing.name)</bdi></a>\(retired)\(tested(row))</th>
                """
        case .rating: return rating(row, text)
        case .votes:
            let words =
                row.standing.votes < board.minimumVotes
                ? say.text(
                    "{n} of {needed}",
                    ["n": text, "needed": say.figure(String(board.minimumVotes))]) : text
            return plain(column, words, unit: say.text("votes"))
        case .rank: return "<td class=\"rank\" role=\"cell\">\(text)</td>"
        case .cost: return plain(column, text, unit: say.text("an answer"))
        case .firstWord: return plain(column, text, unit: say.text("first word"))
        default: return plain(column, text, unit: say.text(column.words).lowercased())
        }
    }

    /// How many were tested beside it, where not all of them play.
    private func tested(_ row: Leaderboard.Row) -> HTML {
        guard let entry = versions[row.standing.contender], entry.kin.tested > entry.kin.inPlay
        else { return "" }
        let count = say(
            "{n} of {count} tested",
            ["n": "\(String(entry.kin.inPlay))", "count": "\(String(entry.kin.tested))"])
        let mark: HTML =
            entry.isProvisional ? " <span class=\"tag\">\(say("provisional"))</span>" : ""
        return " <a class=\"tag\" href=\"/registry\">\(count)</a>\(mark)"
    }

    private func rating(_ row: Leaderboard.Row, _ text: String) -> HTML {
        let strip = IntervalStrip(
            row: ForestPlot.Row(row.standing, isRanked: board.hasPlace(row)), axis: axis)
        return """
            <td class="rating" role="cell"><b>\(text)</b> \
            <span class="pm">±\(NumberFormat.rating(row.standing.halfWidth))</span></td>
            <td class="plotcell" role="cell">\(HTML(trusted: strip.svg))</td>
            """
    }

    /// A cell with the words that a card needs after its number.
    private func plain(_ column: BoardColumn, _ text: String, unit: String) -> HTML {
        """
        <td class="\(column.style)" role="cell">\(text)<span class="unit"> \(unit)</span></td>
        """
    }
}

extension BoardColumn {
    /// The class of its cells.
    fileprivate var style: String {
        switch self {
        case .rank, .rating, .votes, .share, .cost: rawValue
        case .model: "name"
        case .firstWord: "first"
        default: isText ? "more words" : "more"
        }
    }
}

extension ForestPlot.Row {
    /// A standing as a row of a plot; hollow when it has no place.
    init(_ row: Standing, isRanked: Bool) {
        self.init(
            label: row.name, lead: isRanked ? row.rankText : "–", value: row.rating, low: row.low,
            high: row.high, votes: row.votes, isProvisional: !isRanked)
    }
}
