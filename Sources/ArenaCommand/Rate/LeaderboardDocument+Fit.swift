import Arena
import Foundation
import Ratings

extension LeaderboardDocument {
    /// The board of some rows, which are put in order: by component, then best first.
    init(votes: Int, method: String, rows: [Row]) {
        let sorted = rows.sorted { one, other in
            one.component != other.component
                ? one.component < other.component
                : (one.rating ?? -.infinity, other.name) > (other.rating ?? -.infinity, one.name)
        }
        self.init(votes: votes, method: method, models: sorted, sentence: "")
        sentence = finding
    }
}

extension LeaderboardDocument.Row {
    /// A row without a rating.
    init(_ name: String, record: Record) {
        self.init(
            id: name, name: name, votes: record.votes, wins: record.wins, losses: record.losses,
            ties: record.ties, bothBad: record.bothBad)
    }

    /// The row of a fit.
    init(_ fit: Fit, at index: Int) {
        let rating = fit.ratings[index]
        let places = fit.rankRange(index)
        self.init(rating.contender, record: rating.record)
        self.rating = rating.points.isFinite ? rating.points : nil
        ci = Self.ends(rating.interval)
        rankLo = places.lowerBound
        rankHi = places.upperBound
        averageShare = fit.averageShare(index)
        component = rating.component
        provisional = rating.standing.isUnbounded
    }

    /// The ends of an interval, which JSON can hold only if they are finite.
    static func ends(_ interval: Interval) -> [Double]? {
        interval.low.isFinite && interval.high.isFinite ? [interval.low, interval.high] : nil
    }
}

extension LeaderboardDocument {
    /// What the table says, in a sentence.
    private var finding: String {
        let table = models.filter { $0.component == 0 }
        guard table.count > 1 else { return "Ratings need votes between at least two models." }
        guard table.count == models.count else {
            return "Some groups have never met; they are \(groups.count) tables, not one."
        }
        guard !table.contains(where: \.provisional) else {
            let count = table.count(where: \.provisional)
            return "\(count) of \(table.count) ratings are provisional: votes do not bound them."
        }
        let leaders = table.filter { $0.rankLo == 1 }.map(\.name)
        guard let last = leaders.last, leaders.count > 1 else {
            let isSure = table.first?.rankHi == 1
            return "\(leaders.first ?? "") "
                + (isSure ? "is ahead of all others." : "leads, but not surely against all others.")
        }
        guard leaders.count <= 5 else { return "The first \(leaders.count) cannot be told apart." }
        return leaders.dropLast().joined(separator: ", ") + " and \(last) cannot be told apart."
    }
}
