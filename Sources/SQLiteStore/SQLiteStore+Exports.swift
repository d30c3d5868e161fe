package import Arena
import GRDB

extension SQLiteStore {
    /// Votes in the order they were cast, from after a sequence number, at most `limit` of them; those
    /// of a voter who had himself erased are not among them.
    package func votes(
        of pool: Pool?, after sequence: Int64, limit: Int
    ) async throws(ArenaError) -> [VoteRecord] {
        try await read { db in
            var arguments: StatementArguments = [sequence]
            if let pool { arguments += [pool.rawValue] }
            let statement = try db.cachedStatement(sql: Self.votesQuery(isOfPool: pool != nil))
            let rows = try Row.fetchCursor(statement, arguments: arguments + [limit])
            return try Array(rows.map { try VoteRecord($0) })
        }
    }

    /// Battles that are over, oldest first, from after this one in that order, at most `limit`; those
    /// of a voter who had himself erased are not among them.
    package func battles(
        of pool: Pool?, after last: BattleCursor?, limit: Int
    ) async throws(ArenaError) -> [Battle] {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT * FROM battles INDEXED BY battles_by_time
                    WHERE (opened_at, id) > (?, ?) AND (pool = ?3 OR ?3 IS NULL)
                        AND state IN ('voted', 'failed', 'expired', 'skipped')
                        AND id NOT IN (SELECT battle FROM erasures)
                    ORDER BY opened_at, id LIMIT ?
                    """)
            let rows = try Row.fetchAll(
                statement,
                arguments: [
                    last?.openedAt.milliseconds ?? .min, last?.id.text ?? "", pool?.rawValue, limit,
                ])
            return try rows.map { try Battle($0, in: db) }
        }
    }

    private static func votesQuery(isOfPool: Bool) -> String {
        """
        SELECT votes.*, uncounted_votes.reason AS reason,
            pacing, seen_a, seen_b,
            (SELECT count(*) FROM complete_turns WHERE battle = votes.battle) AS turns,
            length(turns.prompt) AS prompt_characters,
            a.words AS a_words, a.cost AS a_cost,
            a.tokens_in AS a_tokens_in, a.tokens_out AS a_tokens_out,
            a.tokens_reasoning AS a_tokens_reasoning,
            a.first_text_seconds AS a_first_text_seconds, a.total_seconds AS a_total_seconds,
            b.words AS b_words, b.cost AS b_cost,
            b.tokens_in AS b_tokens_in, b.tokens_out AS b_tokens_out,
            b.tokens_reasoning AS b_tokens_reasoning,
            b.first_text_seconds AS b_first_text_seconds, b.total_seconds AS b_total_seconds
        FROM votes
        LEFT JOIN uncounted_votes USING (sequence)
        LEFT JOIN vote_details USING (sequence)
        JOIN turns ON turns.battle = votes.battle AND turns.number = 1
        JOIN replies AS a ON a.battle = votes.battle AND a.side = 'a'
            AND a.turn = (SELECT max(turn) FROM complete_turns WHERE battle = votes.battle)
        JOIN replies AS b ON b.battle = votes.battle AND b.side = 'b' AND b.turn = a.turn
        WHERE votes.sequence > ? AND votes.battle NOT IN (SELECT battle FROM erasures)
            \(isOfPool ? "AND votes.pool = ?" : "")
        ORDER BY votes.sequence LIMIT ?
        """
    }
}
