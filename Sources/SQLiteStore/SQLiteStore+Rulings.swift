package import Arena
import GRDB

extension SQLiteStore {
    /// Keeps a decision on whether a vote counts; tallies follow it.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)`` when there is no such vote, or it stands so
    ///   already.
    package func rule(_ ruling: Ruling) async throws(ArenaError) {
        try await write { db in
            guard let isOut = try Self.isRuledOut(ruling.sequence, in: db) else {
                throw ArenaError.invalid(field: "vote", reason: "There is no such vote.")
            }
            guard isOut == ruling.counts else {
                let reason = isOut ? "It does not count already." : "It counts already."
                throw ArenaError.invalid(field: "vote", reason: reason)
            }
            try ruling.insert(in: db)
        }
    }

    /// Whether the last ruling on a vote is that it does not count; `nil` for no vote.
    private static func isRuledOut(_ sequence: Int64, in db: Database) throws -> Bool? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM uncounted_votes WHERE sequence = votes.sequence)
                FROM votes WHERE sequence = ?
                """)
        return try Bool.fetchOne(statement, arguments: [sequence])
    }
}

extension Ruling {
    /// Adds the row; triggers keep the tallies.
    func insert(in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO vote_rulings (sequence, counts, reason, note, author, at)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            sequence, counts, reason.rawValue, note, author, at.milliseconds,
        ])
    }
}
