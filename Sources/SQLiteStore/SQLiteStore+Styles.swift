package import Arena
package import Foundation
import GRDB
import Ratings

extension SQLiteStore {
    /// Votes that count, of a choice, cast since a moment or from the first, each with the style of
    /// both answers, and the number of the last vote on a random battle. Votes whose answers were
    /// gone before they were measured are left out.
    ///
    /// Complexity: linear in the votes that count.
    package func styledVotes(
        of choice: BoardChoice, since: Date?
    ) async throws(ArenaError) -> StyledCount {
        try await read { db in
            var votes = StyledVotes(features: ReplyStyle.features)
            var arguments: StatementArguments = [choice.pool.rawValue, since?.milliseconds ?? 0]
            if let category = choice.category { arguments += [category.rawValue] }
            let rows = try Row.fetchCursor(
                db, sql: Self.styledQuery(of: choice), arguments: arguments)
            var indices: [String: Int] = [:]
            let index = { (name: String) in
                if let known = indices[name] { return known }
                let new = try votes.register(name)
                indices[name] = new
                return new
            }
            while let row = try rows.next() {
                let outcome: VoteOutcome = try row.word("outcome", of: "votes")
                try votes.add(
                    outcome, first: try index(row["a_contender"]),
                    second: try index(row["b_contender"]),
                    style: ReplyStyle(row, of: "a").measurements,
                    against: ReplyStyle(row, of: "b").measurements)
            }
            return StyledCount(
                votes: votes, lastSequence: try Self.lastRandomVote(of: choice.pool, in: db))
        }
    }

    /// Measures the answers of votes that were cast before that was done, from the stored texts;
    /// called at start. Newest first, so that those without are always the oldest.
    ///
    /// - Returns: how many votes were looked at.
    package func measureStyles() async throws(ArenaError) -> Int {
        var count = 0
        while await damage() == nil {
            let batch = try await read { db in try UnmeasuredVote.fetchBatch(in: db) }
            guard !batch.isEmpty else { return count }
            try await write { db in
                for vote in batch { try ReplyStyle.insert(vote.styles, of: vote.sequence, in: db) }
            }
            count += batch.count
        }
        return count
    }

    private static func styledQuery(of choice: BoardChoice) -> String {
        let category = choice.category == nil ? "" : "JOIN vote_categories USING (sequence)"
        let condition = choice.category == nil ? "" : "AND category = ?"
        return """
            SELECT outcome, a_contender, b_contender, a_length, a_headings, a_bold, a_items,
                b_length, b_headings, b_bold, b_items
            FROM counted_votes JOIN vote_styles USING (sequence) \(category)
            WHERE pool = ? AND cast_at >= ? AND a_length IS NOT NULL \(condition)
            ORDER BY sequence
            """
    }
}

extension ReplyStyle {
    /// Adds the row of a vote; counts that are not known are NULL.
    static func insert(
        _ styles: Sides<ReplyStyle>?, of sequence: Int64, in db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO vote_styles (
                    sequence, a_length, a_headings, a_bold, a_items, b_length, b_headings,
                    b_bold, b_items
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let (a, b) = (styles?.a, styles?.b)
        try statement.execute(arguments: [
            sequence, a?.length, a?.headings, a?.bold, a?.items, b?.length, b?.headings, b?.bold,
            b?.items,
        ])
    }

    fileprivate init(_ row: Row, of side: String) {
        self.init(
            length: row["\(side)_length"], headings: row["\(side)_headings"],
            bold: row["\(side)_bold"], items: row["\(side)_items"])
    }
}

/// A vote whose answers were not measured, and what is still known of them.
private struct UnmeasuredVote: Sendable {
    let sequence: Int64
    /// `nil` where the texts are gone.
    let styles: Sides<ReplyStyle>?

    /// The newest of them.
    static func fetchBatch(in db: Database) throws -> [UnmeasuredVote] {
        let votes = try Row.fetchAll(
            db,
            sql: """
                SELECT sequence, battle,
                    EXISTS (SELECT 1 FROM erasures WHERE battle = votes.battle)
                    OR EXISTS (SELECT 1 FROM faded_battles WHERE battle = votes.battle) AS is_gone
                FROM votes
                WHERE sequence < ifnull((SELECT min(sequence) FROM vote_styles), ?)
                ORDER BY sequence DESC LIMIT 500
                """,
            arguments: [Int64.max])
        return try votes.map { vote in
            let isGone: Bool = vote["is_gone"]
            return UnmeasuredVote(
                sequence: vote["sequence"],
                styles: isGone ? nil : try styles(of: vote["battle"], in: db))
        }
    }

    private static func styles(
        of battle: String, in db: Database
    ) throws -> Sides<ReplyStyle> {
        let statement = try db.cachedStatement(
            sql: """
                SELECT side, text FROM replies
                JOIN complete_turns ON complete_turns.battle = replies.battle
                    AND complete_turns.turn = replies.turn
                WHERE replies.battle = ?
                """)
        var styles = Sides(a: ReplyStyle(), b: ReplyStyle())
        for row in try Row.fetchAll(statement, arguments: [battle]) {
            let side: Side = try row.word("side", of: "replies")
            styles[side] = styles[side] + ReplyStyle(of: row["text"])
        }
        return styles
    }
}
