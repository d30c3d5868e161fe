package import Arena
import GRDB
import Ratings

package import struct Foundation.Date

extension SQLiteStore {
    /// Opens a voted battle to whoever has its link; once more changes nothing.
    package func share(
        _ battle: BattleID, by voter: VoterID, at time: Date
    ) async throws(ArenaError) {
        try await write { db in
            let isOwn = try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM battles WHERE id = ? AND voter = ? AND state = 'voted'
                    )
                    """, arguments: [battle.text, voter.text])
            guard isOwn == true else { throw ArenaError.noSuchBattle }
            try db.execute(
                sql: """
                    INSERT INTO shared_battles (battle, shared_at) VALUES (?, ?)
                    ON CONFLICT DO NOTHING
                    """, arguments: [battle.text, time.milliseconds])
        }
    }

    /// Closes it again; what was judged meanwhile stays.
    package func endSharing(_ battle: BattleID, by voter: VoterID) async throws(ArenaError) {
        try await write { db in
            let owner = try String.fetchOne(
                db, sql: "SELECT voter FROM battles WHERE id = ?", arguments: [battle.text])
            guard owner == voter.text else { throw ArenaError.noSuchBattle }
            try Self.endSharing(battle, in: db)
        }
    }

    /// Whether a battle is open to others.
    package func isShared(_ battle: BattleID) async throws(ArenaError) -> Bool {
        try await read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM shared_battles WHERE battle = ?)",
                arguments: [battle.text]) ?? false
        }
    }

    /// What others made of a battle, by who they are.
    package func judgements(
        of battle: BattleID
    ) async throws(ArenaError) -> [VoterID: Judgement] {
        try await read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM judgements WHERE battle = ?", arguments: [battle.text])
            return try rows.reduce(into: [:]) { all, row in
                let judge = try row.value("judge", of: "judgements", as: { VoterID($0) })
                let outcome: VoteOutcome? =
                    (row["outcome"] as String?) == nil
                    ? nil : try row.word("outcome", of: "judgements")
                all[judge] = Judgement(outcome, at: Date(milliseconds: row["at"]))
            }
        }
    }

    /// Keeps what somebody made of a shared battle; once.
    package func keep(
        _ judgement: Judgement, of battle: BattleID, by judge: VoterID
    ) async throws(ArenaError) {
        try await write { db in
            let isShared = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM shared_battles WHERE battle = ?)",
                arguments: [battle.text])
            guard isShared == true else { throw ArenaError.noSuchBattle }
            try db.execute(
                sql: """
                    INSERT INTO judgements (battle, judge, outcome, at) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                arguments: [
                    battle.text, judge.text, judgement.outcome?.rawValue,
                    judgement.at.milliseconds,
                ])
            guard db.changesCount == 1 else { throw ArenaError.alreadyVoted(battle) }
        }
    }

    /// Takes away what a visitor made of others' battles, and said against them.
    static func forgetJudge(_ judge: VoterID, in db: Database) throws {
        try db.execute(sql: "DELETE FROM judgements WHERE judge = ?", arguments: [judge.text])
        try db.execute(sql: "DELETE FROM reports WHERE reporter = ?", arguments: [judge.text])
    }

    /// Closes a battle to others, inside a transaction.
    static func endSharing(_ battle: BattleID, in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM shared_battles WHERE battle = ?", arguments: [battle.text])
    }
}
