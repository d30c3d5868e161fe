import Arena
import Charts

/// Contenders that votes link, best first, parted into those with a place and those without.
struct RatingBoard {
    /// 0 for the largest group.
    let number: Int
    /// Those with a place.
    let ranked: [Standing]
    /// Those with too few votes, or rated by a prior only.
    let unranked: [Standing]
    /// Votes a place asks for.
    let minimumVotes: Int

    /// All rows, those with a place first.
    var rows: [Standing] { ranked + unranked }

    /// All rows as they are plotted.
    var plotRows: [ForestPlot.Row] {
        ranked.map { ForestPlot.Row($0, isRanked: true) }
            + unranked.map { ForestPlot.Row($0, isRanked: false) }
    }

    /// The boards of a snapshot, the largest group first.
    static func boards(of snapshot: Snapshot, minimumVotes: Int) -> [RatingBoard] {
        let hasPlace = { (row: Standing) in !row.isProvisional && row.votes >= minimumVotes }
        return Dictionary(grouping: snapshot.rows, by: \.component).sorted { $0.key < $1.key }
            .map { number, rows in
                RatingBoard(
                    number: number, ranked: rows.filter(hasPlace),
                    unranked: rows.filter { !hasPlace($0) }, minimumVotes: minimumVotes)
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
