package import struct Foundation.Date

/// The rows of a snapshot with what was measured and what is known of each: the value that the
/// page, its twins and the API all say.
package struct Leaderboard: Sendable {
    /// One contender.
    package struct Row: Sendable {
        /// Rating, interval, places and votes.
        package let standing: Standing
        /// The name of its model's page.
        package let slug: String
        /// Whether it does not play any more.
        package let isRetired: Bool
        /// What was measured of its answers in the last days; `nil` without a call.
        package let measures: ModelMeasures?
        /// What is known of its model, in words, by column.
        package let facts: [BoardColumn: String]
        /// When the last vote on it was cast.
        package let lastVote: Date?

        /// A row from its parts.
        package init(
            standing: Standing, slug: String, isRetired: Bool, measures: ModelMeasures?,
            facts: [BoardColumn: String], lastVote: Date?
        ) {
            self.standing = standing
            self.slug = slug
            self.isRetired = isRetired
            self.measures = measures
            self.facts = facts
            self.lastVote = lastVote
        }
    }

    /// What a reader must know of a board besides its numbers.
    package enum Note: Sendable, Equatable {
        /// It is not the newest.
        case past
        /// Votes came since, and a newer fit is under way.
        case newerFit
        /// The style of the answers is taken out; what each part of it is worth.
        case styleAdjusted([StyleEffect])
        /// Counts are shown in batches and late.
        case batched
        /// A category or period has only so many votes.
        case fewVotes(Int)
        /// So many contenders that do not play any more are left out.
        case hidden(Int)
    }

    /// What was asked for.
    package let query: BoardQuery
    /// The ratings of the rows shown, their places among one another.
    package let snapshot: Snapshot
    /// The rows, in the order of the snapshot.
    package let rows: [Row]
    /// Votes a contender needs for a place.
    package let minimumVotes: Int
    /// What a reader must know.
    package let notes: [Note]

    /// A board from its parts.
    package init(
        query: BoardQuery, snapshot: Snapshot, rows: [Row], minimumVotes: Int, notes: [Note]
    ) {
        self.query = query
        self.snapshot = snapshot
        self.rows = rows
        self.minimumVotes = minimumVotes
        self.notes = notes
    }

    /// What the table says, in one or two computed sentences.
    package var finding: String { found.words }

    /// The same before it is put into words.
    package var found: Finding { snapshot.found(minimumVotes: minimumVotes) }

    /// The groups that battles link, the largest first, each as asked for: those with a place, then
    /// those without.
    package var groups: [Group] {
        Dictionary(grouping: rows, by: \.standing.component).sorted { $0.key < $1.key }
            .map { number, rows in
                let sorted = sorted(rows)
                return Group(
                    number: number, ranked: sorted.filter(hasPlace),
                    unranked: sorted.filter { !hasPlace($0) })
            }
    }

    /// Contenders that battles link.
    package struct Group: Sendable {
        /// 0 for the largest.
        package let number: Int
        /// Those with a place.
        package let ranked: [Row]
        /// Those with too few votes, or rated by a prior only.
        package let unranked: [Row]

        /// All rows, those with a place first.
        package var rows: [Row] { ranked + unranked }
    }

    /// Whether a row has a place: enough votes, and a rating that stands without a prior.
    package func hasPlace(_ row: Row) -> Bool {
        !row.standing.isProvisional && row.standing.votes >= minimumVotes
    }

    /// Rows by the column asked for; those of which it is not known last, those alike as they stood.
    private func sorted(_ rows: [Row]) -> [Row] {
        let isRising = query.sort.startsAtLeast != query.isReversed
        return rows.enumerated().sorted { one, other in
            let (left, right) = (
                one.element.key(query.sort), other.element.key(query.sort)
            )
            guard left != right else { return one.offset < other.offset }
            guard let left else { return false }
            guard let right else { return true }
            return (left < right) == isRising
        }.map(\.element)
    }
}
