import Arena
import Catalogue
package import Comparisons
import Ratings

/// A pair with what its votes say, for lists of pairs.
package struct PairSummary: Sendable, Equatable {
    /// The slugs, in the pair's order.
    package let slugs: Sides<String>
    /// The names.
    package let names: Sides<String>
    /// What the votes say.
    package let certainty: Certainty
    /// Direct battles that count.
    package let battles: Int
    /// Direct votes still needed to settle it; `nil` where it is settled or cannot be told.
    package let needed: Int?

    /// The pair's part of its address.
    package var slug: String { "\(slugs.a)-vs-\(slugs.b)" }
}

/// The pairs of a directory, by name and by how much a vote on them would tell.
package struct PairList: Sendable {
    private let directory: ModelDirectory
    private let board: BoardView?
    private let records: DirectRecords
    private let minimumVotes: Int

    /// The pairs of a directory as a board and the direct votes see them.
    init(
        _ directory: ModelDirectory, board: BoardView?, records: DirectRecords, minimumVotes: Int
    ) {
        self.directory = directory
        self.board = board
        self.records = records
        self.minimumVotes = minimumVotes
    }

    /// So many pairs by name from a place on, and how many there are. O(models).
    package func page(from start: Int, count: Int) -> (pairs: [PairSummary], total: Int) {
        let slugs = directory.catalogue.models.values.filter { $0.kind == .model }.map(\.slug)
            .sorted()
        let total = slugs.count * (slugs.count - 1) / 2
        var pairs: [PairSummary] = []
        var place = 0
        for (index, one) in slugs.enumerated() {
            let rest = slugs.count - index - 1
            defer { place += rest }
            guard place + rest > start, pairs.count < count else { continue }
            for (offset, other) in slugs[(index + 1)...].enumerated()
            where place + offset >= start && pairs.count < count {
                pairs.append(summary(one, other))
            }
        }
        return (pairs, total)
    }

    /// The pairs that are not settled and that a few more votes would settle: those with the fewest
    /// votes still needed first. O(rated models²).
    package func wanted(_ count: Int) -> [PairSummary] {
        guard let board else { return [] }
        let slugs = board.slugs
        var pairs: [PairSummary] = []
        for (index, one) in slugs.enumerated() {
            for other in slugs[(index + 1)...] where directory.areAlike(one, other) {
                let pair = summary(one, other)
                if pair.needed != nil, !pair.certainty.isSettled { pairs.append(pair) }
            }
        }
        return Array(
            pairs.sorted { ($0.needed ?? .max, $0.slug) < ($1.needed ?? .max, $1.slug) }
                .prefix(count))
    }

    /// Pairs of one family.
    package func siblings(_ count: Int) -> [PairSummary] {
        var pairs: [PairSummary] = []
        for one in directory.catalogue.sorted where one.kind == .model {
            for other in directory.catalogue.siblings(of: one)
            where one.slug < other.slug && other.kind == .model && pairs.count < count {
                pairs.append(summary(one.slug, other.slug))
            }
        }
        return pairs
    }

    /// The pairs that search should find, by their part of the address. O(models²).
    package var worthFinding: [String] {
        let models = directory.catalogue.models.values.filter { $0.kind == .model }
            .sorted { $0.slug < $1.slug }
        var found: [String] = []
        for (index, one) in models.enumerated() {
            for other in models[(index + 1)...] {
                let votes = records.record(one.slug, other.slug).votes
                if Comparison.isWorthFinding(one, other, votes: votes) {
                    found.append("\(one.slug)-vs-\(other.slug)")
                }
            }
        }
        return found
    }

    /// A pair with what its votes say.
    func summary(_ one: String, _ other: String) -> PairSummary {
        let gap =
            board?.gap(one, other)
            ?? Gap(points: 0, standardError: .infinity, connected: false)
        let votes = Sides(a: one, b: other).map { board?.row(of: $0)?.votes ?? 0 }
        let certainty = Certainty(gap, votes: votes, minimum: minimumVotes)
        let needed = gap.connected ? gap.votesStillNeeded : nil
        return PairSummary(
            slugs: Sides(a: one, b: other),
            names: Sides(a: one, b: other).map { directory.catalogue[$0]?.name ?? $0 },
            certainty: certainty, battles: records.record(one, other).votes,
            needed: needed.flatMap { $0 < 5000 ? Int($0.rounded(.up)) : nil })
    }
}
