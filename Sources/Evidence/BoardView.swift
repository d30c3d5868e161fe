package import Arena
package import Catalogue
package import Comparisons
package import Ratings

/// A snapshot seen by model instead of by contender.
///
/// Where several contenders are one model, the one with the most votes stands for it: ratings are
/// of what answered, and adding up contenders with other settings would rate nobody.
package struct BoardView: Sendable {
    /// The snapshot.
    package let snapshot: Snapshot
    private let places: [String: Int]

    /// A view of a snapshot.
    package init(_ snapshot: Snapshot, directory: ModelDirectory) {
        self.snapshot = snapshot
        var places: [String: Int] = [:]
        for (index, row) in snapshot.rows.enumerated() {
            let slug = directory.slug(of: row.contender)
            if let known = places[slug], snapshot.rows[known].votes >= row.votes { continue }
            places[slug] = index
        }
        self.places = places
    }

    /// The models on the board.
    package var slugs: [String] { places.keys.sorted() }

    /// The day of the snapshot.
    package var day: CalendarDate { CalendarDate(snapshot.asOf) }

    /// The row that stands for a model; `nil` where it is not on the board.
    package func row(of slug: String) -> Standing? { places[slug].map { snapshot.rows[$0] } }

    /// A model's place; `nil` where it is not on the board.
    package func place(of slug: String) -> BoardPlace? {
        row(of: slug).map { row in
            BoardPlace(
                rating: row.rating, interval: Interval(low: row.low, high: row.high),
                ranks: row.rankLow...max(row.rankLow, row.rankHigh),
                contenders: snapshot.rows.count { $0.component == row.component },
                votes: row.votes, bothBad: row.bothBad, isProvisional: row.isProvisional)
        }
    }

    /// Points of one model less those of another; not connected where one is missing or no chain of
    /// battles leads from one to the other.
    package func gap(_ one: String, _ other: String) -> Gap {
        guard let i = places[one], let j = places[other] else { return Self.unmet }
        return snapshot.gap(i, j)
    }

    /// Points of a model less those of the median contender of its group.
    package func gapToMedian(_ slug: String) -> Gap? {
        row(of: slug).flatMap { snapshot.gapToMedian(of: $0.contender) }
    }

    /// How probable each place is for one contender, best place first.
    package typealias Places = (name: String, probabilities: [Double])

    /// How probable each place is for each contender of a model's group, by falling points, best
    /// place first; 2,000 draws. O(n³ + draws·n²) for n contenders.
    func places(inGroupOf slug: String) -> [Places] {
        guard let own = places[slug] else { return [] }
        let group = snapshot.rows.indices.filter {
            snapshot.rows[$0].component == snapshot.rows[own].component
        }.sorted { snapshot.rows[$0].rating > snapshot.rows[$1].rating }
        var covariance = SquareMatrix(count: group.count)
        for (i, row) in group.enumerated() {
            for (j, column) in group.enumerated() {
                covariance[i, j] = snapshot.covariance[row * snapshot.rows.count + column]
            }
        }
        let shares = RankProbabilities(
            members: group, points: group.map { snapshot.rows[$0].rating },
            covariance: covariance, draws: 2000
        ).shares
        return group.indices.map { i in
            (snapshot.rows[group[i]].name, group.indices.map { shares[i, $0] })
        }
    }

    private static let unmet = Gap(points: 0, standardError: .infinity, connected: false)
}
