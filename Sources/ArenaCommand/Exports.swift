import Arena
import Crypto
import Foundation

/// All votes, in the order they were cast.
struct VoteExport {
    let store: any Store
    let pool: Pool?

    /// Writes the rows; returns how many.
    func write(as format: OutputFormat, to sink: ExportSink) async throws -> Int {
        let pseudonyms = Pseudonyms()
        var last: Int64 = 0
        var count = 0
        if format == .csv { try sink.write(VoteRow.columns.joined(separator: ",") + "\r\n") }
        while true {
            let page = try await store.votes(of: pool, after: last, limit: 1000)
            guard let end = page.last else { return count }
            for record in page {
                let row = VoteRow(record, pseudonym: pseudonyms.name(of: record.vote.voter))
                try sink.write(try Self.line(row, as: format))
            }
            last = end.sequence
            count += page.count
        }
    }

    private static func line(_ row: VoteRow, as format: OutputFormat) throws -> String {
        format == .csv
            ? row.cells.map(CSV.cell).joined(separator: ",") + "\r\n"
            : String(decoding: try JSONForm.encoder.encode(row), as: UTF8.self) + "\n"
    }
}

/// Names that stand for voters in one export and cannot be joined with another's.
struct Pseudonyms {
    private let key = SymmetricKey(size: .bits256)

    /// The first 64 bits of HMAC-SHA-256 under a key that dies with this export.
    func name(of voter: VoterID) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(voter.text.utf8), using: key)
        return RandomText.hex(Array(code.prefix(8)))
    }
}

/// The rows of the newest snapshot.
struct RatingExport {
    let store: any Store
    let pool: Pool

    private static let columns = [
        "id", "name", "rating", "ci_low", "ci_high", "rank_lo", "rank_hi", "votes", "wins",
        "losses", "ties", "both_bad", "average_share", "component", "provisional",
    ]

    /// Writes the rows; returns how many.
    func write(as format: OutputFormat, to sink: ExportSink) async throws -> Int {
        guard let snapshot = try await store.latestSnapshot(of: pool) else {
            throw ArenaError.noSnapshot
        }
        let rows = LeaderboardDocument(snapshot, minimumVotes: 0).models
        if format == .csv { try sink.write(Self.columns.joined(separator: ",") + "\r\n") }
        for row in rows {
            try sink.write(
                format == .csv
                    ? Self.cells(of: row).map(CSV.cell).joined(separator: ",") + "\r\n"
                    : String(decoding: try JSONForm.encoder.encode(row), as: UTF8.self) + "\n")
        }
        return rows.count
    }

    private static func cells(of row: LeaderboardDocument.Row) -> [String] {
        let text = { (value: Double?) in value.map { "\($0)" } ?? "" }
        let counts = [
            row.rankLo, row.rankHi, row.votes, row.wins, row.losses, row.ties, row.bothBad,
        ]
        return [row.id, row.name, text(row.rating), text(row.ci?.first), text(row.ci?.last)]
            + counts.map(String.init)
            + [text(row.averageShare), String(row.component), String(row.provisional)]
    }
}

/// Battles that are over, with their texts; the names only where a vote revealed them.
struct BattleExport {
    let store: any Store
    let pool: Pool?

    private struct Row: Encodable {
        struct Turn: Encodable {
            let prompt: String
            let replyA: String
            let replyB: String
        }

        let battleID: String
        let openedAt: Date
        let state: BattleState
        let pool: Pool
        let modelA: String?
        let modelB: String?
        let winner: String?
        let turns: [Turn]
    }

    /// Writes the rows; returns how many.
    func write(to sink: ExportSink) async throws -> Int {
        var last: BattleCursor?
        var count = 0
        while true {
            let page = try await store.battles(of: pool, after: last, limit: 200)
            guard let end = page.last else { return count }
            for battle in page {
                let data = try JSONForm.encoder.encode(Self.row(of: battle))
                try sink.write(String(decoding: data, as: UTF8.self) + "\n")
            }
            last = BattleCursor(openedAt: end.openedAt, id: end.id)
            count += page.count
        }
    }

    private static func row(of battle: Battle) -> Row {
        let reveal = battle.reveal
        return Row(
            battleID: battle.id.text, openedAt: battle.openedAt, state: battle.state,
            pool: battle.pool, modelA: reveal?.sides.a.contender.text,
            modelB: reveal?.sides.b.contender.text, winner: reveal?.outcome.fieldWord,
            turns: battle.turns.map { turn in
                Row.Turn(
                    prompt: turn.prompt.text, replyA: turn.replies.a.text,
                    replyB: turn.replies.b.text)
            })
    }
}
