import Arena
import Foundation
import Ratings

/// The ratings of vote files: the shape of the API's leaderboard, and what only files tell.
struct RatedBoard: Encodable {
    /// One rated contender, with the fields of the API's rows.
    struct Row: Encodable {
        let id: String
        let name: String
        var rating: Double?
        var ci: [Double]?
        var rankLo = 1
        var rankHi = 1
        var votes = 0
        var wins = 0
        var losses = 0
        var ties = 0
        var bothBad = 0
        var averageShare: Double?
        var component = 0
        var provisional = false
    }

    /// A coefficient of style or side, in log-odds.
    struct Effect: Encodable {
        let name: String
        let value: Double
        let standardError: Double
        let ci: [Double]
        let points: Double

        init(_ coefficient: Coefficient) {
            name = coefficient.name
            value = coefficient.value
            standardError = coefficient.standardError
            ci = [coefficient.interval.low, coefficient.interval.high]
            points = coefficient.points
        }
    }

    let votes: Int
    let method: String
    var prior: Double?
    var models: [Row]
    var groups: [[String]] = []
    var sentence = ""
    var level: Double?
    /// The advantage of the left side, always told where it can be fitted.
    var side: Effect?
    var style: [Effect]?
    /// Davidson's ν.
    var tieParameter: Double?
    /// What a reader must know of the fit, in sentences.
    var notes: [String]?

    /// The board of some rows, which are put in order: by component, then best first.
    init(votes: Int, method: String, rows: [Row]) {
        self.votes = votes
        self.method = method
        models = rows.sorted { one, other in
            one.component != other.component
                ? one.component < other.component
                : (one.rating ?? -.infinity, other.name) > (other.rating ?? -.infinity, one.name)
        }
        groups = Dictionary(grouping: models, by: \.component).sorted { $0.key < $1.key }
            .map { $0.value.map(\.id) }
        sentence = finding
    }
}

extension RatedBoard.Row {
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

extension RatedBoard {
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
