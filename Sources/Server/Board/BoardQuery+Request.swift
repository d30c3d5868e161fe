import Arena
import Hummingbird

extension BoardQuery {
    /// The most letters of a moment.
    private static let longestMoment = 40

    /// What a request asks of the leaderboard; an empty field asks for nothing.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)`` for a word or number that is none.
    init(_ request: Request) throws(ArenaError) {
        self.init()
        let fields = request.uri.queryParameters
        let field = { (name: String) -> String? in
            fields[name[...]].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
        }
        pool = try Self.word(field("pool"), "pool")
        category = try Self.category(field("category"))
        period = try Self.word(field("period"), "period") ?? .all
        sort = try Self.word(field("sort"), "sort") ?? .rank
        showsRetired = field("retired") == "1"
        isStyleAdjusted = field("style") == "1"
        isWide = field("view") == "table"
        at = field("at")
        if let at, at.count > Self.longestMoment {
            throw .invalid(field: "at", reason: "It is a snapshot's name or a date.")
        }
        if let text = field("min_votes") {
            guard let number = Int(text), (0...1_000_000).contains(number) else {
                throw .invalid(field: "min_votes", reason: "It is 0 to 1000000.")
            }
            minimumVotes = number
        }
        if let direction = field("dir") {
            guard ["asc", "desc"].contains(direction) else {
                throw .invalid(field: "dir", reason: "It is asc or desc.")
            }
            isReversed = (direction == "asc") != sort.startsAtLeast
        }
        let chosen = Set(fields.getAll("columns").map { String($0) })
        columns = BoardColumn.further.filter { chosen.contains($0.rawValue) }
    }

    private static func category(_ text: String?) throws(ArenaError) -> Category? {
        guard let text else { return nil }
        guard let category = Category(rawValue: text) else {
            let words = Category.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid(
                field: "category", reason: "It is one of \(words), or tag- and a tag's name.")
        }
        return category
    }

    private static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String?, _ field: String
    ) throws(ArenaError) -> Word? {
        guard let text else { return nil }
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid(field: field, reason: "It is one of \(words).")
        }
        return word
    }
}
