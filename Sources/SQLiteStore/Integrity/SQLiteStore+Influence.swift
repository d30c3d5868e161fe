package import Arena
package import Foundation
import GRDB

extension SQLiteStore {
    /// The votes on drawn pairs since a moment that count, by voter, each voter's in the order they
    /// were cast; without those on which anybody but the arena decided.
    package func weighedVotes(
        in pool: Pool, since: Date
    ) async throws(ArenaError) -> [VoterID: [WeighedVote]] {
        try await read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT sequence, voter, a_contender, b_contender, outcome, cast_at
                    FROM counted_votes AS votes
                    WHERE pool = ? AND cast_at >= ? AND NOT EXISTS (
                        SELECT 1 FROM vote_rulings
                        WHERE vote_rulings.sequence = votes.sequence AND author <> ?
                    )
                    ORDER BY sequence
                    """,
                arguments: [pool.rawValue, since.milliseconds, Ruling.arena])
            var voters: [VoterID: [WeighedVote]] = [:]
            while let row = try rows.next() {
                let voter: VoterID = try row.value("voter", of: "votes", as: { VoterID($0) })
                voters[voter, default: []].append(
                    WeighedVote(
                        sequence: row["sequence"], left: row["a_contender"],
                        right: row["b_contender"],
                        outcome: try row.word("outcome", of: "votes"),
                        castAt: Date(milliseconds: row["cast_at"])))
            }
            return voters
        }
    }

    /// What the cap on influence left out since a moment.
    package func influenceFigures(since: Date) async throws(ArenaError) -> InfluenceFigures {
        try await read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(DISTINCT voter) AS voters, count(*) AS votes
                    FROM uncounted_votes JOIN votes USING (sequence)
                    WHERE reason = 'over_influence' AND cast_at >= ?
                    """,
                arguments: [since.milliseconds])
            return InfluenceFigures(voters: row?["voters"] ?? 0, votes: row?["votes"] ?? 0)
        }
    }
}
