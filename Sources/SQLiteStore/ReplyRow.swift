import Arena
import Catalogue
import Foundation
import GRDB

extension Reply {
    /// Adds the row of a reply.
    func insert(_ battle: BattleID, turn: Int, side: Side, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO replies (
                    state, finish, tokens_in, tokens_out, tokens_reasoning, first_text_seconds,
                    total_seconds, cost, upstream_model, fault, fault_detail,
                    fault_retry_seconds, words, text, battle, turn, side
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?)
                """)
        try statement.execute(arguments: columns + [battle.text, turn, side.rawValue])
    }

    /// The sides whose replies have not ended; after a retry one of them has.
    static func sidesBeingWritten(
        _ battle: BattleID, turn: Int, in db: Database
    ) throws -> [Side] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT side FROM replies
                WHERE battle = ? AND turn = ? AND state = 'writing' ORDER BY side
                """)
        return try Row.fetchAll(statement, arguments: [battle.text, turn]).map {
            try $0.word("side", of: "replies")
        }
    }

    /// Writes over the row of a reply that was still being written.
    ///
    /// - Throws: ``ArenaError/storage(_:)`` when there is no such row.
    static func update(
        _ battle: BattleID, turn: Int, side: Side, to columns: StatementArguments, in db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE replies SET
                    state = ?, finish = ?, tokens_in = ?, tokens_out = ?, tokens_reasoning = ?,
                    first_text_seconds = ?, total_seconds = ?, cost = ?, upstream_model = ?,
                    fault = ?, fault_detail = ?, fault_retry_seconds = ?, words = ?,
                    text = CAST(? AS TEXT)
                WHERE battle = ? AND turn = ? AND side = ? AND state = 'writing'
                """)
        try statement.execute(arguments: columns + [battle.text, turn, side.rawValue])
        guard db.changesCount == 1 else {
            throw ArenaError.storage("no reply is being written in turn \(turn)")
        }
    }

    /// The values in the order of the statements above. Linear in the text, so for long ones not a
    /// task for the writer.
    ///
    /// The text is bound as bytes: bound as text, it would end at the first U+0000.
    var columns: StatementArguments {
        [
            state.rawValue, report?.finish.rawValue, report?.usage?.input, report?.usage?.output,
            report?.usage?.reasoning, report?.timing.firstText, report?.timing.total,
            cost?.picodollars, report?.upstreamModel, fault?.kind.rawValue, fault?.detail,
            fault?.retryAfter, text.split(whereSeparator: \.isWhitespace).count, Data(text.utf8),
        ]
    }

    /// A reply as stored; `text` comes as bytes.
    init(_ row: Row) throws {
        let bytes: Data = row["text"]
        let cost: Int64? = row["cost"]
        self.init(
            text: String(decoding: bytes, as: UTF8.self),
            state: try row.word("state", of: "replies"), report: try ReplyReport(row),
            fault: try ReplyFault(row), cost: cost.map { Money(picodollars: $0) })
    }
}

extension ReplyReport {
    fileprivate init?(_ row: Row) throws {
        guard row["finish"] != nil, let timing = ReplyTiming(row) else { return nil }
        self.init(
            finish: try row.word("finish", of: "replies"), usage: TokenUsage(row), timing: timing,
            upstreamModel: row["upstream_model"])
    }
}

extension ReplyFault {
    fileprivate init?(_ row: Row) throws {
        guard row["fault"] != nil else { return nil }
        self.init(
            try row.word("fault", of: "replies"), detail: row["fault_detail"],
            retryAfter: row["fault_retry_seconds"])
    }
}

extension TokenUsage {
    /// The counts in the columns `tokens_…`, with a prefix; `nil` where there are none.
    init?(_ row: Row, prefix: String = "") {
        guard let input: Int = row[prefix + "tokens_in"],
            let output: Int = row[prefix + "tokens_out"]
        else { return nil }
        self.init(input: input, output: output, reasoning: row[prefix + "tokens_reasoning"])
    }
}

extension ReplyTiming {
    /// The times in the columns `…_seconds`, with a prefix; `nil` where there are none.
    init?(_ row: Row, prefix: String = "") {
        guard let total: Double = row[prefix + "total_seconds"] else { return nil }
        self.init(firstText: row[prefix + "first_text_seconds"], total: total)
    }
}
