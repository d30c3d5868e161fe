package import Arena
import GRDB
import Ratings

extension SQLiteStore {
    /// Gives categories to votes that were cast before there were any, from the stored prompts;
    /// called at start. Votes that have theirs keep them.
    ///
    /// The newest come first, so that those without are always the oldest: what is left is found
    /// without a look at the others, also after a stop in between.
    ///
    /// - Returns: how many votes got theirs.
    package func categoriseVotes() async throws(ArenaError) -> Int {
        var count = 0
        while await damage() == nil {
            let batch = try await read { db in try UncategorisedVote.fetchBatch(in: db) }
            guard !batch.isEmpty else { return count }
            let found = batch.map { ($0.sequence, Category.all(of: $0.prompts)) }
            try await write { db in
                for (sequence, categories) in found {
                    try Category.insert(categories, of: sequence, in: db)
                }
            }
            count += batch.count
        }
        return count
    }

    /// Votes on random battles of one category, counted per pair, and the number of the last vote on
    /// a random battle of any.
    ///
    /// Complexity: linear in the pairs that have met in the category.
    package func tally(
        of pool: Pool, in category: Category
    ) async throws(ArenaError) -> CountedVotes {
        try await read { db in
            CountedVotes(
                tally: try Tally.fetch(
                    db,
                    sql: """
                        SELECT * FROM category_tallies WHERE pool = ? AND category = ?
                        ORDER BY first, second
                        """,
                    arguments: [pool.rawValue, category.rawValue]),
                lastSequence: try Self.lastRandomVote(of: pool, in: db))
        }
    }
}

extension Category {
    /// Adds the rows of a vote's categories; a trigger counts them.
    static func insert(
        _ categories: Set<Category>, of sequence: Int64, in db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO vote_categories (sequence, category) VALUES (?, ?)")
        for category in categories.sorted() {
            try statement.execute(arguments: [sequence, category.rawValue])
        }
    }
}

/// A vote without categories, and the prompts of its battle's complete turns.
private struct UncategorisedVote: Sendable {
    let sequence: Int64
    let prompts: [String]

    /// The newest of them.
    static func fetchBatch(in db: Database) throws -> [UncategorisedVote] {
        let votes = try Row.fetchAll(
            db,
            sql: """
                SELECT sequence, battle FROM votes
                WHERE sequence < ifnull((SELECT min(sequence) FROM vote_categories), ?)
                ORDER BY sequence DESC LIMIT 500
                """,
            arguments: [Int64.max])
        let prompts = try db.cachedStatement(
            sql: """
                SELECT turns.prompt FROM turns
                JOIN complete_turns ON complete_turns.battle = turns.battle
                    AND complete_turns.turn = turns.number
                WHERE turns.battle = ? ORDER BY turns.number
                """)
        return try votes.map { vote in
            let battle: String = vote["battle"]
            return UncategorisedVote(
                sequence: vote["sequence"],
                prompts: try String.fetchAll(prompts, arguments: [battle]))
        }
    }
}
