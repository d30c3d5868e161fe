/// What a reader asks of the leaderboard; the same on its page, in its twins and in the API.
package struct BoardQuery: Equatable, Sendable {
    /// The pool; `nil` for the one in play.
    package var pool: Pool?
    /// One category of prompts; `nil` for all.
    package var category: Category?
    /// How far back.
    package var period = BoardPeriod.all
    /// Votes a contender needs for a place; `nil` for the arena's own number.
    package var minimumVotes: Int?
    /// Whether contenders are shown that do not play any more.
    package var showsRetired = false
    /// Whether the style of the answers is taken out.
    package var isStyleAdjusted = false
    /// A past snapshot, by its name or by a date as `2026-11-21`; `nil` for the newest.
    package var at: String?
    /// What the rows are sorted by.
    package var sort = BoardColumn.rank
    /// Whether the order is turned round from the column's own.
    package var isReversed = false
    /// Whether a phone shows the table instead of a card a model.
    package var isWide = false
    /// Columns besides the usual, in the order of ``BoardColumn``.
    package var columns: [BoardColumn] = []

    /// Whether the board is of all votes, as they fell; a past one may be.
    package var isOfAllVotes: Bool { category == nil && period == .all && !isStyleAdjusted }

    /// The plain board.
    package init() {}

    /// The query as fields of an address, in a fixed order; what is as usual is left out.
    package var fields: [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        let add = { (name: String, value: String?) in
            if let value { fields.append((name, value)) }
        }
        add("pool", pool?.rawValue)
        add("category", category?.rawValue)
        add("period", period == .all ? nil : period.rawValue)
        add("min_votes", minimumVotes.map(String.init))
        add("retired", showsRetired ? "1" : nil)
        add("style", isStyleAdjusted ? "1" : nil)
        add("at", at)
        add("sort", sort == .rank ? nil : sort.rawValue)
        add("dir", isReversed ? (sort.startsAtLeast ? "desc" : "asc") : nil)
        add("view", isWide ? "table" : nil)
        for column in columns { add("columns", column.rawValue) }
        return fields
    }

    /// The query as it stands in an address, with its question mark; empty for the plain board.
    package var text: String {
        let pairs = fields.map { "\($0.name)=\(Self.encoded($0.value))" }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private static let plain = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~".utf8)

    private static func encoded(_ value: String) -> String {
        value.utf8.map { byte in
            if plain.contains(byte) { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
