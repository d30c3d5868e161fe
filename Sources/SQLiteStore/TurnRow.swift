import Arena
import Foundation
import GRDB

extension Turn {
    /// Adds the rows of a turn and of its replies.
    func insert(_ battle: BattleID, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO turns (battle, number, begun_at, prompt) VALUES (?, ?, ?, ?)")
        try statement.execute(arguments: [battle.text, number, begunAt.milliseconds, prompt.text])
        for side in Side.allCases {
            try replies[side].insert(battle, turn: number, side: side, in: db)
        }
    }

    /// The turns of a battle, in order.
    static func fetch(of battle: BattleID, in db: Database) throws -> [Turn] {
        let replies = try replies(of: battle, in: db)
        let statement = try db.cachedStatement(
            sql: "SELECT number, begun_at, prompt FROM turns WHERE battle = ? ORDER BY number")
        return try Row.fetchAll(statement, arguments: [battle.text]).map { row in
            let number: Int = row["number"]
            guard let a = replies[number]?[.a], let b = replies[number]?[.b] else {
                throw UnreadableRow("replies.side")
            }
            return Turn(
                number: number, prompt: Prompt(stored: row["prompt"]),
                begunAt: Date(milliseconds: row["begun_at"]), replies: Sides(a: a, b: b))
        }
    }

    private static func replies(
        of battle: BattleID, in db: Database
    ) throws -> [Int: [Side: Reply]] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT turn, side, state, finish, tokens_in, tokens_out, tokens_reasoning,
                    first_text_seconds, total_seconds, cost, upstream_model, fault, fault_detail,
                    fault_retry_seconds, CAST(text AS BLOB) AS text
                FROM replies WHERE battle = ?
                """)
        var replies: [Int: [Side: Reply]] = [:]
        for row in try Row.fetchAll(statement, arguments: [battle.text]) {
            let side: Side = try row.word("side", of: "replies")
            replies[row["turn"], default: [:]][side] = try Reply(row)
        }
        return replies
    }
}
