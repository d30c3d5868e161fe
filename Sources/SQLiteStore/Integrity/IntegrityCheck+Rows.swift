import Arena
import Foundation
import GRDB

extension IntegrityCheck {
    /// Notes the prompt of a vote that was just written, and says why the vote does not count.
    func run(on vote: Vote, of sequence: Int64, in db: Database) throws -> Ruling.Reason? {
        let day = Span.day.start(of: vote.castAt).milliseconds / 86_400_000
        let digest =
            try sketch?.digest(of: sequence, on: day, else: promptDigest, in: db) ?? promptDigest
        let others = try standing(beside: vote, of: sequence, on: digest, in: db)
        let statement = try db.cachedStatement(
            sql: "INSERT INTO vote_prompts (sequence, digest) VALUES (?, ?)")
        try statement.execute(arguments: [sequence, digest])
        return rules.exclusion(of: vote.castAt, beside: others, draw: draw)
    }

    private func standing(
        beside vote: Vote, of sequence: Int64, on digest: String, in db: Database
    ) throws -> VoterStanding {
        let day = Span.day.start(of: vote.castAt).milliseconds
        let (voter, next) = (vote.voter.text, day + 86_400_000)
        var standing = VoterStanding()
        let own = try db.cachedStatement(
            sql: """
                SELECT count(*) AS votes, min(cast_at) AS first, count(*) FILTER (
                    WHERE cast_at >= ? AND cast_at < ?
                        AND ifnull(reason, 'new_identity') IN ('new_identity', 'quarantine')
                ) AS today
                FROM votes INDEXED BY votes_by_voter LEFT JOIN uncounted_votes USING (sequence)
                WHERE voter = ? AND votes.sequence < ? AND kind = 'random'
                """)
        if let row = try Row.fetchOne(own, arguments: [day, next, voter, sequence]) {
            standing.votes = row["votes"]
            standing.votesToday = row["today"]
            standing.firstVote = (row["first"] as Int64?).map(Date.init(milliseconds:))
        }
        let prompt = try db.cachedStatement(
            sql: """
                SELECT count(*) FROM vote_prompts JOIN votes USING (sequence)
                    LEFT JOIN uncounted_votes USING (sequence)
                WHERE digest = ? AND cast_at >= ? AND cast_at < ?
                    AND (
                        ifnull(reason, 'new_identity') = 'new_identity'
                        OR reason = 'quarantine' AND voter = ?
                    )
                """)
        standing.promptToday =
            try Int.fetchOne(prompt, arguments: [digest, day, next, voter]) ?? 0
        let suspicion = try db.cachedStatement(
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM suspicions WHERE voter = ? AND decision IN ('open', 'confirmed')
                )
                """)
        standing.isQuarantined = try Bool.fetchOne(suspicion, arguments: [voter]) ?? false
        return standing
    }
}
