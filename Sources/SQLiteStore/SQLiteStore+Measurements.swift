package import Arena
import Catalogue
import GRDB

package import struct Foundation.Date

extension SQLiteStore {
    /// What was measured of replies that have ended, whose prompts were sent since a moment: the
    /// newest first, at most `limit` of them. No text is read. Replies that failed and were asked for
    /// again are among them.
    package func measurements(
        of pool: Pool, since: Date, limit: Int
    ) async throws(ArenaError) -> [ReplyMeasurement] {
        try await read { db in
            let players = try Player.fetchAll(in: db)
            let statement = try db.cachedStatement(sql: Self.measurementQuery)
            let rows = try Row.fetchCursor(
                statement, arguments: [since.milliseconds, pool.rawValue, limit])
            let ended = try Array(rows.map { try ReplyMeasurement($0, players: players) })
            let failed = try Self.failedReplies(
                of: pool, since: since, limit: limit, players: players, in: db)
            guard !failed.isEmpty else { return ended }
            return Array((ended + failed).sorted { $0.at > $1.at }.prefix(limit))
        }
    }

    private static func failedReplies(
        of pool: Pool, since: Date, limit: Int, players: [Int64: Player], in db: Database
    ) throws -> [ReplyMeasurement] {
        let models = Dictionary(
            players.sorted { $0.key < $1.key }.map { ($1.contender, $1.model) }
        ) { $1 }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM failed_replies INDEXED BY failed_replies_by_time
                WHERE at >= ? AND pool = ? ORDER BY at DESC LIMIT ?
                """, arguments: [since.milliseconds, pool.rawValue, limit])
        return try rows.map { row in
            let contender = try row.value(
                "contender", of: "failed_replies", as: { ContenderID($0) })
            return ReplyMeasurement(
                contender: contender, model: models[contender] ?? nil,
                battle: try row.value("battle", of: "failed_replies", as: { BattleID($0) }),
                turn: row["turn"], side: try row.word("side", of: "failed_replies"),
                at: Date(milliseconds: row["at"]),
                fault: try row.word("fault", of: "failed_replies"))
        }
    }

    /// The joins stand in the order in which they are done: from the index of turns by time.
    private static let measurementQuery = """
        SELECT turns.battle, turns.number, turns.begun_at, replies.side, replies.fault,
            replies.finish, replies.words, replies.cost, replies.tokens_in, replies.tokens_out,
            replies.tokens_reasoning, replies.first_text_seconds, replies.total_seconds,
            iif(replies.side = 'a', battles.a_version, battles.b_version) AS version
        FROM turns INDEXED BY turns_by_time
        CROSS JOIN battles ON battles.id = turns.battle
        CROSS JOIN replies ON replies.battle = turns.battle AND replies.turn = turns.number
        WHERE turns.begun_at >= ? AND battles.pool = ? AND replies.state <> 'writing'
        ORDER BY turns.begun_at DESC LIMIT ?
        """
}

/// Who is behind the number of a contender's version.
private struct Player {
    let contender: ContenderID
    let model: String?

    /// All versions ever recorded, by number.
    static func fetchAll(in db: Database) throws -> [Int64: Player] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT number, contender, model FROM contender_versions")
        let players = try rows.map { row in
            let contender: ContenderID = try row.value(
                "contender", of: "contender_versions", as: { ContenderID($0) })
            return (row["number"] as Int64, Player(contender: contender, model: row["model"]))
        }
        return Dictionary(players) { first, _ in first }
    }
}

extension ReplyMeasurement {
    fileprivate init(_ row: Row, players: [Int64: Player]) throws {
        guard let player = players[row["version"]] else { throw UnreadableRow("battles.a_version") }
        let cost: Int64? = row["cost"]
        self.init(
            contender: player.contender, model: player.model,
            battle: try row.value("battle", of: "turns", as: { BattleID($0) }),
            turn: row["number"], side: try row.word("side", of: "replies"),
            at: Date(milliseconds: row["begun_at"]),
            fault: row["fault"] == nil ? nil : try row.word("fault", of: "replies"),
            finish: row["finish"] == nil ? nil : try row.word("finish", of: "replies"),
            timing: ReplyTiming(row), usage: TokenUsage(row), words: row["words"],
            cost: cost.map { Money(picodollars: $0) })
    }
}
