package import Arena
import GRDB

package import struct Foundation.Date

extension SQLiteStore {
    /// A voter's own battles, newest first, from before this one in that order, at most `limit`.
    package func battles(
        of voter: VoterID, before last: BattleCursor?, limit: Int
    ) async throws(ArenaError) -> [Battle] {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT * FROM battles INDEXED BY battles_by_voter
                    WHERE voter = ? AND (opened_at, id) < (?, ?)
                    ORDER BY opened_at DESC, id DESC LIMIT ?
                    """)
            let rows = try Row.fetchAll(
                statement,
                arguments: [
                    voter.text, last?.openedAt.milliseconds ?? .max, last?.id.text ?? "", limit,
                ])
            return try rows.map { try Battle($0, in: db) }
        }
    }

    /// All votes of one voter, in the order they were cast.
    package func votes(of voter: VoterID) async throws(ArenaError) -> [OwnVote] {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT battle, pool, kind, a_contender, b_contender, outcome,
                        kind = 'random' AND NOT EXISTS (
                            SELECT 1 FROM uncounted_votes WHERE sequence = votes.sequence
                        ) AS is_counted
                    FROM votes INDEXED BY votes_by_voter WHERE voter = ? ORDER BY sequence
                    """)
            return try Row.fetchAll(statement, arguments: [voter.text]).map { try OwnVote($0) }
        }
    }

    /// Erases a voter for good, and what the files still hold of his texts; see ``Sweep``.
    ///
    /// - Throws: ``ArenaError/storage(_:)``, also where all is erased but the files could not be
    ///   swept; they are at the next stop of the server.
    package func erase(_ voter: VoterID, at time: Date) async throws(ArenaError) -> Erasure {
        let day = time.milliseconds / 86_400_000 * 86_400_000
        let erasure = try await write { db in
            let battles = try String.fetchAll(
                db, sql: "SELECT id FROM battles WHERE voter = ? ORDER BY random()",
                arguments: [voter.text])
            let erasure = try Self.withdrawVotes(of: voter, on: day, battles: battles.count, in: db)
            let statement = try db.cachedStatement(
                sql: "INSERT INTO erasures (battle, voter, at) VALUES (?, ?, ?)")
            for battle in battles {
                try statement.execute(arguments: [battle, VoterID().text, day])
            }
            try db.execute(
                sql: "DELETE FROM kept_answers WHERE voter = ?", arguments: [voter.text])
            // An invitation stays used, by nobody.
            try db.execute(
                sql: "UPDATE members SET voter = ? WHERE voter = ?",
                arguments: [VoterID().text, voter.text])
            try Self.forgetJudge(voter, in: db)
            return erasure
        }
        try await sweep(upTo: Sweep.sizeLimit)
        return erasure
    }

    /// Whether a battle's voter had it erased.
    package func isErased(_ battle: BattleID) async throws(ArenaError) -> Bool {
        try await read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM erasures WHERE battle = ?)",
                arguments: [battle.text]) ?? false
        }
    }

    /// Rules out what still counts of a voter's votes; the day alone is told of when.
    private static func withdrawVotes(
        of voter: VoterID, on day: Int64, battles: Int, in db: Database
    ) throws -> Erasure {
        let votes = try Row.fetchAll(
            db, sql: "SELECT sequence, pool FROM votes WHERE voter = ? ORDER BY random()",
            arguments: [voter.text])
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO vote_rulings (sequence, counts, reason, author, at)
                SELECT ?1, 0, 'withdrawn', 'voter', ?2
                WHERE NOT EXISTS (SELECT 1 FROM uncounted_votes WHERE sequence = ?1)
                """)
        var pools: Set<Pool> = []
        for vote in votes {
            try statement.execute(arguments: [vote["sequence"] as Int64, day])
            pools.insert(try vote.word("pool", of: "votes"))
        }
        return Erasure(battles: battles, votes: votes.count, pools: pools)
    }
}

extension OwnVote {
    fileprivate init(_ row: Row) throws {
        self.init(
            battle: try row.value("battle", of: "votes", as: { BattleID($0) }),
            pool: try row.word("pool", of: "votes"), kind: try row.word("kind", of: "votes"),
            contenders: Sides(
                a: try row.value("a_contender", of: "votes", as: { ContenderID($0) }),
                b: try row.value("b_contender", of: "votes", as: { ContenderID($0) })),
            outcome: try row.word("outcome", of: "votes"), isCounted: row["is_counted"])
    }
}
