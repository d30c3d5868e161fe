import Ratings

package import struct Foundation.Date

/// Something that the ratings of one day say and those of the day before did not.
package struct News: Sendable, Equatable {
    /// The kinds of news.
    package enum Kind: String, Sendable {
        /// New ratings; at most one a day.
        case ratings
        /// Another contender leads.
        case lead
        /// Of two contenders it is now known which one voters prefer.
        case settled
        /// A contender has its first votes.
        case model
    }

    /// What kind.
    package let kind: Kind
    /// The snapshot that says it.
    package let snapshot: String
    /// When that was computed.
    package let at: Date
    /// In a line.
    package let title: String
    /// In a sentence or two.
    package let text: String
    /// The contenders meant, in the order of the title.
    package let contenders: [ContenderID]

    /// The same news has the same name for ever.
    package var id: String {
        ([snapshot, kind.rawValue] + contenders.map(\.text)).joined(separator: "-")
    }

    /// Which votes a day must bring before there is news of it.
    private static let batch = Publication.votes
    /// The probability above which it is known which of two is better; that of the rank ranges.
    private static let sure = 0.975

    /// The news in the last snapshots of consecutive days, oldest first in, newest first out.
    ///
    /// A day with fewer than ten further votes waits for the next. Complexity: quadratic in the
    /// contenders, linear in the days.
    ///
    /// - Parameter minimumVotes: votes a contender needs before its place is news.
    package static func all(in days: [Snapshot], minimumVotes: Int) -> [News] {
        var last: Snapshot?
        var found: [News] = []
        for day in days where abs(day.votes - (last?.votes ?? 0)) >= batch {
            found += all(in: day, since: last, minimumVotes: minimumVotes)
            last = day
        }
        return found.reversed()
    }

    private static func all(
        in day: Snapshot, since last: Snapshot?, minimumVotes: Int
    ) -> [News] {
        let board = Board(day, minimumVotes: minimumVotes)
        let before = last.map { Board($0, minimumVotes: minimumVotes) }
        let ratings = News(
            .ratings, in: day, "New ratings: \(day.votes) votes",
            day.finding(minimumVotes: minimumVotes), [])
        guard let before else { return [ratings] }
        return board.arrivals(since: before) + board.settled(since: before)
            + [board.changeOfLead(since: before), ratings].compactMap(\.self)
    }

    private init(
        _ kind: Kind, in day: Snapshot, _ title: String, _ text: String,
        _ contenders: [ContenderID]
    ) {
        self.kind = kind
        snapshot = day.id
        at = day.asOf
        self.title = title
        self.text = text
        self.contenders = contenders
    }

    /// The contenders of a snapshot that may be told of.
    private struct Board {
        let day: Snapshot
        let rows: [Standing]

        init(_ day: Snapshot, minimumVotes: Int) {
            self.day = day
            rows = day.rows.filter {
                $0.component == 0 && !$0.isProvisional && $0.votes >= minimumVotes
            }
        }

        func arrivals(since last: Board) -> [News] {
            let known = Set(last.day.rows.map(\.contender))
            return day.rows.filter { !known.contains($0.contender) }.map { row in
                News(
                    .model, in: day, "New here: \(row.name)",
                    "\(row.name) has its first votes: \(row.votes).", [row.contender])
            }
        }

        func changeOfLead(since last: Board) -> News? {
            guard let now = rows.first, let then = last.rows.first,
                now.contender != then.contender
            else { return nil }
            return News(
                .lead, in: day, "\(now.name) leads now",
                "\(now.name) has the highest rating; before, it was \(then.name). "
                    + "\(now.rankHigh > 1 ? "They may still be level." : "It is ahead of all.")",
                [now.contender, then.contender])
        }

        func settled(since last: Board) -> [News] {
            let known = Set(last.rows.map(\.contender))
            var found: [News] = []
            for (place, one) in rows.enumerated() {
                for other in rows[(place + 1)...]
                where known.isSuperset(of: [one.contender, other.contender])
                    && isSettled(one, other) && !last.isSettled(one, other)
                {
                    found.append(
                        News(
                            .settled, in: day, "\(one.name) is ahead of \(other.name)",
                            "The votes now tell them apart: with a probability above 0.975 "
                                + "\(one.name) is preferred.", [one.contender, other.contender]))
                }
            }
            return found
        }

        private func isSettled(_ one: Standing, _ other: Standing) -> Bool {
            day.gap(one.contender, other.contender).map { $0.pBetter >= News.sure } ?? false
        }
    }
}
