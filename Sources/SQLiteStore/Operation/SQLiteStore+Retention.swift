package import Arena
import GRDB

package import struct Foundation.Date

extension SQLiteStore {
    /// Deletes the texts of battles that are over and were opened before a moment, the oldest first.
    package func fade(
        openedBefore deadline: Date, limit: Int, at time: Date
    ) async throws(ArenaError) -> Int {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO faded_battles (battle, at)
                    SELECT id, ? FROM battles INDEXED BY battles_by_time
                    WHERE opened_at < ? AND state IN ('voted', 'failed', 'expired', 'skipped')
                        AND NOT EXISTS (SELECT 1 FROM faded_battles WHERE battle = battles.id)
                        AND NOT EXISTS (SELECT 1 FROM erasures WHERE battle = battles.id)
                    ORDER BY opened_at, id LIMIT ?
                    """,
                arguments: [
                    time.milliseconds / 86_400_000 * 86_400_000, deadline.milliseconds, limit,
                ])
            return db.changesCount
        }
    }

    /// Forgets what told near prompts apart on days that are over.
    package func forgetSketches(at time: Date) async throws(ArenaError) {
        let day = Span.day.start(of: time).milliseconds / 86_400_000
        try await write { db in try PromptSketch.forget(on: day, in: db) }
    }

    /// Clears the files of texts that were deleted, while they are not too large for that.
    package func sweepTexts() async throws(ArenaError) {
        try await sweep(upTo: Sweep.sizeLimit)
    }
}
