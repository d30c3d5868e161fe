import Catalogue
import Ratings

/// The short table of what counts, with marks where a difference passes its row's threshold (B4).
/// There is no total.
package struct Scorecard: Sendable, Hashable {
    /// The rows.
    package let rows: [TableRow]
    /// The differences that passed, each side's largest first, at most five a side (B4b).
    package let tradeOffs: Sides<[Lead]>
    /// The table as it is shown.
    package let section: Section
    /// The trade-offs as they are shown.
    package let tradeOffSection: Section

    init(_ material: Material, _ price: PriceBlock, _ benchmarks: BenchmarkBlock) {
        let entries = [
            ScoreRows.votes(material), ScoreRows.rating(material), ScoreRows.cost(material, price),
            ScoreRows.firstText(material), ScoreRows.tokensPerSecond(material),
            ScoreRows.wordsPerSecond(material), ScoreRows.priceIn(material, price),
            ScoreRows.priceOut(material, price), ScoreRows.context(material),
            ScoreRows.output(material), ScoreRows.openWeights(material),
            ScoreRows.routes(material), ScoreRows.benchmarks(material, benchmarks),
            ScoreRows.failures(material),
        ]
        rows = entries.map(\.row)
        let ranked = Lead.ranked(entries.compactMap(\.lead))
        tradeOffs = ranked
        section = Section(
            .scorecard, "Scorecard",
            tables: [
                Table("scorecard", "At a glance", columns: material.columns("What"), rows: rows)
            ])
        tradeOffSection = Section(
            .tradeOffs, "Trade-offs",
            lists: PairSide.allCases.filter { !ranked[$0].isEmpty }.map { side in
                SentenceList("\(material.names[side])", ranked[side].map(\.sentence))
            })
    }
}

/// A row of the scorecard, and who gains by it.
struct ScoreEntry {
    let row: TableRow
    let lead: Lead?

    init(
        _ id: String, _ label: Sentence, _ cells: Sides<Cell>, between: Cell = .empty,
        lead: Lead? = nil, mark: Mark = .better
    ) {
        row = TableRow(id, label, cells.marked(lead?.side, mark), between: between)
        self.lead = lead
    }
}
