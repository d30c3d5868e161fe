package import Arena
package import Foundation
import GRDB

extension SQLiteStore: IntegrityStore {
    /// Counts the held votes of voters who are not new any more and not under suspicion.
    ///
    /// - Returns: the pools that changed.
    package func releaseHeldVotes(
        by rules: IntegrityRules, at time: Date
    ) async throws(ArenaError) -> Set<Pool> {
        let settled = try await voters(withHeldVotesAnd: rules, at: time)
        guard !settled.isEmpty else { return [] }
        return try await write { db in
            let held = try Row.fetchAll(
                db,
                sql: """
                    SELECT votes.sequence, pool
                    FROM votes INDEXED BY votes_by_voter JOIN uncounted_votes USING (sequence)
                    WHERE voter IN (SELECT value FROM json_each(?)) AND reason = 'new_identity'
                        AND NOT EXISTS (
                            SELECT 1 FROM suspicions
                            WHERE suspicions.voter = votes.voter AND decision <> 'cleared'
                        )
                    ORDER BY votes.sequence
                    """,
                arguments: [String(decoding: JSONEncoder().encode(settled), as: UTF8.self)])
            return try Self.rule(
                held, counting: true, because: .newIdentity, author: Ruling.arena, at: time, in: db)
        }
    }

    /// Who has votes that are held and is not new any more: read beside the writer, since it walks
    /// all votes, and it stays so whatever is written meanwhile.
    private func voters(
        withHeldVotesAnd rules: IntegrityRules, at time: Date
    ) async throws(ArenaError) -> [String] {
        let latest = time.addingTimeInterval(-3600 * rules.newHours)
        return try await read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT voter FROM uncounted_votes JOIN votes USING (sequence)
                    WHERE reason = 'new_identity' AND voter IN (
                        SELECT voter FROM votes INDEXED BY votes_by_voter WHERE kind = 'random'
                        GROUP BY voter HAVING count(*) >= ? AND min(cast_at) <= ?
                    ) AND NOT EXISTS (
                        SELECT 1 FROM suspicions
                        WHERE suspicions.voter = votes.voter AND decision <> 'cleared'
                    )
                    """,
                arguments: [rules.newVotes, latest.milliseconds])
        }
    }

    /// The votes on drawn pairs since a moment, by voter, and the battles he left, with the votes that
    /// count, in one reading.
    package func patterns(
        in pool: Pool, since: Date
    ) async throws(ArenaError) -> VotePatterns {
        try await read { db in
            let votes = try Self.votes(in: pool, since: since, db)
            let left = try Self.leftBattles(in: pool, since: since, db)
            let voters = votes.keys.sorted { $0.text < $1.text }.map {
                VoterVotes($0, votes: votes[$0] ?? [], left: left[$0] ?? [])
            }
            return VotePatterns(voters: voters, counted: try Self.tally(of: pool, in: db))
        }
    }

    private static func votes(
        in pool: Pool, since: Date, _ db: Database
    ) throws -> [VoterID: [PatternVote]] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT voter, a_contender, b_contender, outcome, cast_at, digest,
                    NOT EXISTS (
                        SELECT 1 FROM uncounted_votes WHERE sequence = votes.sequence
                    ) AS is_counted
                FROM votes LEFT JOIN vote_prompts USING (sequence)
                WHERE pool = ? AND kind = 'random' AND cast_at >= ?
                    AND voter NOT IN (SELECT voter FROM suspicions)
                    AND NOT EXISTS (
                        SELECT 1 FROM uncounted_votes WHERE sequence = votes.sequence
                            AND reason IN ('withdrawn', 'operator', 'quarantine')
                    )
                ORDER BY votes.sequence
                """,
            arguments: [pool.rawValue, since.milliseconds])
        var voters: [VoterID: [PatternVote]] = [:]
        while let row = try rows.next() {
            let voter: VoterID = try row.value("voter", of: "votes", as: { VoterID($0) })
            voters[voter, default: []].append(try PatternVote(row))
        }
        return voters
    }

    /// A battle that failed is no choice of its voter's, unless it did because he was gone.
    private static func leftBattles(
        in pool: Pool, since: Date, _ db: Database
    ) throws -> [VoterID: [LeftBattle]] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT voter, a_contender, b_contender, opened_at
                FROM battles
                WHERE pool = ? AND kind = 'random' AND opened_at >= ?
                    AND (
                        state IN ('ready', 'skipped', 'expired')
                        OR state = 'failed' AND EXISTS (
                            SELECT 1 FROM replies WHERE battle = id AND fault = 'cancelled'
                        ) AND NOT EXISTS (
                            SELECT 1 FROM replies WHERE battle = id AND fault <> 'cancelled'
                        )
                    )
                ORDER BY opened_at, id
                """,
            arguments: [pool.rawValue, since.milliseconds])
        var voters: [VoterID: [LeftBattle]] = [:]
        while let row = try rows.next() {
            let voter: VoterID = try row.value("voter", of: "battles", as: { VoterID($0) })
            voters[voter, default: []].append(
                LeftBattle(
                    left: row["a_contender"], right: row["b_contender"],
                    openedAt: Date(milliseconds: row["opened_at"])))
        }
        return voters
    }

    /// Takes the votes of voters out of the count, in every pool, and notes why. Who erased himself
    /// since he was looked at has no votes under that name, and none is noted.
    ///
    /// - Returns: the pools that changed.
    package func quarantine(
        _ found: [(voter: VoterID, found: Suspicion)], logging entry: AuditEntry
    ) async throws(ArenaError) -> Set<Pool> {
        try await write { db in
            var pools: Set<Pool> = []
            for (voter, suspicion) in found {
                let votes = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT sequence, pool, EXISTS (
                            SELECT 1 FROM uncounted_votes WHERE sequence = votes.sequence
                        ) AS is_out
                        FROM votes WHERE voter = ? AND kind = 'random' ORDER BY sequence
                        """,
                    arguments: [voter.text])
                guard !votes.isEmpty else { continue }
                try suspicion.insert(voter, at: entry.at, in: db)
                pools.formUnion(
                    try Self.rule(
                        votes.filter { !$0["is_out"] }, counting: false, because: .quarantine,
                        note: suspicion.note, author: entry.author, at: entry.at, in: db))
            }
            try entry.insert(in: db)
            return pools
        }
    }

    /// Who was found, the newest first, from below a number on or from the newest.
    package func suspicions(
        before number: Int64?, limit: Int
    ) async throws(ArenaError) -> [NotedSuspicion] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT *, (SELECT max(sequence) FROM votes WHERE voter = suspicions.voter)
                        AS last_vote
                    FROM suspicions WHERE number < ? ORDER BY number DESC LIMIT ?
                    """,
                arguments: [number ?? .max, limit]
            ).map { try NotedSuspicion($0) }
        }
    }

    /// Clears a voter, whose votes then count again, or confirms what was found.
    package func decide(
        _ decision: NotedSuspicion.Decision, on number: Int64, logging entry: AuditEntry
    ) async throws(ArenaError) -> Set<Pool> {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE suspicions SET decision = ?, decided_at = ?
                    WHERE number = ? AND decision <> ? AND decision <> 'cleared'
                    """,
                arguments: [
                    decision.rawValue, entry.at.milliseconds, number, decision.rawValue,
                ])
            guard db.changesCount == 1, decision != .open else {
                throw ArenaError.invalid(field: "number", reason: "There is nothing to decide.")
            }
            try entry.insert(in: db)
            guard decision == .cleared else { return [] }
            let votes = try Row.fetchAll(
                db,
                sql: """
                    SELECT sequence, pool FROM votes JOIN uncounted_votes USING (sequence)
                    WHERE reason = 'quarantine'
                        AND voter = (SELECT voter FROM suspicions WHERE number = ?)
                    ORDER BY sequence
                    """,
                arguments: [number])
            return try Self.rule(
                votes, counting: true, because: .quarantine, note: entry.note,
                author: entry.author, at: entry.at, in: db)
        }
    }

    @discardableResult
    private static func rule(
        _ votes: [Row], counting counts: Bool, because reason: Ruling.Reason, note: String = "",
        author: String, at time: Date, in db: Database
    ) throws -> Set<Pool> {
        var pools: Set<Pool> = []
        for vote in votes {
            try Ruling(
                sequence: vote["sequence"], counts: counts, reason: reason, note: note,
                author: author, at: time
            ).insert(in: db)
            pools.insert(try vote.word("pool", of: "votes"))
        }
        return pools
    }
}

extension PatternVote {
    fileprivate init(_ row: Row) throws {
        self.init(
            left: row["a_contender"], right: row["b_contender"],
            outcome: try row.word("outcome", of: "votes"),
            castAt: Date(milliseconds: row["cast_at"]), prompt: row["digest"],
            isCounted: row["is_counted"])
    }
}

extension Suspicion {
    fileprivate func insert(_ voter: VoterID, at time: Date, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO suspicions (voter, detector, figure, votes, note, at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [voter.text, detector.rawValue, figure, votes, note, time.milliseconds])
    }
}

extension NotedSuspicion {
    fileprivate init(_ row: Row) throws {
        self.init(
            number: row["number"],
            voter: try row.value("voter", of: "suspicions", as: { VoterID($0) }),
            found: Suspicion(
                detector: try row.word("detector", of: "suspicions"), figure: row["figure"],
                votes: row["votes"], contender: nil), note: row["note"],
            at: Date(milliseconds: row["at"]),
            decision: try row.word("decision", of: "suspicions"), lastVote: row["last_vote"])
    }
}
