import Arena
package import Catalogue
package import Comparisons

/// Pairs of which one model is in front now and the other was on a former day.
///
/// In front is who has more points; both need votes enough, then and now, and a chain of battles
/// between them. On each day a model is the contender that had the most votes then.
struct HandChanges {
    /// Days before today that are looked at.
    static let days = 30

    /// A pair that changed hands.
    struct Change: Equatable {
        /// Who is in front now.
        let front: String
        /// Who was.
        let other: String
        /// The last day on which the other one was.
        let until: CalendarDate
    }

    private struct Row {
        let rating: Double
        let component: Int
    }

    private let directory: ModelDirectory
    private let slugs: [String]
    private let now: [Row]
    /// For each former day, the rows in the order of `slugs`.
    private let former: [(day: CalendarDate, rows: [Row?])]

    /// The newest board beside those of former days, newest first.
    init(
        _ board: BoardView, former: [BoardDay], directory: ModelDirectory, minimumVotes: Int
    ) {
        self.directory = directory
        let rated = board.slugs.compactMap { slug in board.row(of: slug).map { (slug, $0) } }
            .filter { $0.1.votes >= minimumVotes }
        slugs = rated.map(\.0)
        now = rated.map { Row(rating: $0.1.rating, component: $0.1.component) }
        let places = Dictionary(uniqueKeysWithValues: slugs.enumerated().map { ($1, $0) })
        self.former = former.map { board in
            var rows = [Row?](repeating: nil, count: places.count)
            var seen: Set<String> = []
            for row in board.rows {
                let slug = directory.slug(of: row.contender)
                guard seen.insert(slug).inserted, row.votes >= minimumVotes,
                    let place = places[slug]
                else { continue }
                rows[place] = Row(rating: row.rating, component: row.component)
            }
            return (CalendarDate(board.at), rows)
        }
    }

    /// The pairs whose other model was in front last, at most so many. O(models² · days).
    func newest(_ count: Int) -> [Change] {
        var changes: [Change] = []
        for one in slugs.indices {
            for other in slugs.indices where now[one].rating > now[other].rating {
                guard now[one].component == now[other].component,
                    directory.areAlike(slugs[one], slugs[other]),
                    let until = former.first(where: { isBehind(one, other, on: $0.rows) })?.day
                else { continue }
                changes.append(Change(front: slugs[one], other: slugs[other], until: until))
            }
        }
        return Array(
            changes.sorted {
                ($1.until.firstDay, $0.front, $0.other) < ($0.until.firstDay, $1.front, $1.other)
            }.prefix(count))
    }

    private func isBehind(_ one: Int, _ other: Int, on rows: [Row?]) -> Bool {
        guard let one = rows[one], let other = rows[other] else { return false }
        return one.component == other.component && one.rating < other.rating
    }
}

/// A pair that changed hands, for lists of pairs.
package struct ChangedPair: Sendable, Equatable {
    /// The pair with what its votes say now.
    package let pair: PairSummary
    /// The side that is in front now.
    package let front: PairSide
    /// The last day on which the other one was.
    package let until: CalendarDate

    init(_ change: HandChanges.Change, of pairs: PairList) {
        let slugs = [change.front, change.other].sorted()
        pair = pairs.summary(slugs[0], slugs[1])
        front = slugs[0] == change.front ? .a : .b
        until = change.until
    }
}
