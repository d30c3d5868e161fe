package import Arena
import GRDB

package import struct Foundation.Date

extension SQLiteStore {
    /// Keeps that the failed sides of a battle's newest turn are asked again, and what had failed.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``; ``ArenaError/closed(_:)``,
    ///   ``ArenaError/alreadyVoted(_:)`` when the stored battle is over for good.
    package func retry(
        _ sides: Set<Side>, ofTurn turn: Int, of battle: BattleID, at time: Date
    ) async throws(ArenaError) {
        try await write { db in
            let statement = try db.cachedStatement(
                sql: """
                    UPDATE battles SET state = 'streaming'
                    WHERE id = ? AND state IN ('ready', 'failed')
                    """)
            try statement.execute(arguments: [battle.text])
            guard db.changesCount == 1 else { throw try Self.refusal(of: battle, in: db) }
            for side in Side.allCases where sides.contains(side) {
                try Self.restart(side, ofTurn: turn, of: battle, at: time, in: db)
            }
        }
    }

    /// Notes what happened to a battle; the same twice is kept once.
    package func mark(
        _ battle: BattleID, as mark: BattleMark, at time: Date
    ) async throws(ArenaError) {
        try await write { db in try mark.insert(battle, at: time, in: db) }
    }

    private static func restart(
        _ side: Side, ofTurn turn: Int, of battle: BattleID, at time: Date, in db: Database
    ) throws {
        let failed = try db.cachedStatement(
            sql: """
                INSERT INTO failed_replies (battle, turn, side, contender, pool, fault, at)
                SELECT battle, turn, side, iif(side = 'a', a_contender, b_contender), pool, fault, ?
                FROM replies JOIN battles ON id = battle
                WHERE battle = ? AND turn = ? AND side = ? AND replies.state = 'failed'
                """)
        try failed.execute(
            arguments: [time.milliseconds, battle.text, turn, side.rawValue])
        guard db.changesCount == 1 else { throw ArenaError.nothingFailed }
        let empty = try db.cachedStatement(
            sql: """
                UPDATE replies SET state = 'writing', fault = NULL, fault_detail = NULL,
                    fault_retry_seconds = NULL, words = 0, text = ''
                WHERE battle = ? AND turn = ? AND side = ?
                """)
        try empty.execute(arguments: [battle.text, turn, side.rawValue])
    }
}

extension BattleMark {
    /// Adds the row, unless it is there.
    func insert(_ battle: BattleID, at time: Date, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO battle_marks (battle, mark, at) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
        try statement.execute(arguments: [battle.text, rawValue, time.milliseconds])
    }

    /// All marks of a battle.
    static func fetch(of battle: BattleID, in db: Database) throws -> Set<BattleMark> {
        let statement = try db.cachedStatement(
            sql: "SELECT mark FROM battle_marks WHERE battle = ?")
        return Set(
            try Row.fetchAll(statement, arguments: [battle.text]).map {
                try $0.word("mark", of: "battle_marks")
            })
    }
}
