import Foundation

/// Battles that are over; the names only where a vote revealed them, the texts for the owner only.
/// What a voter asked not to publish is for the owner only, too.
package struct BattleExport: Sendable {
    private let store: any Store
    private let pool: Pool?
    private let reader: ExportReader

    /// The columns of an export for everyone.
    package static var columns: [String] { OpenBattleRow.columns }

    /// Whether the owner's texts are passed through a ``Scrubber``.
    private let scrubs: Bool

    /// An export of one pool, or of both; the owner's texts are scrubbed unless told otherwise.
    package init(store: any Store, pool: Pool?, for reader: ExportReader, scrubs: Bool = true) {
        self.scrubs = scrubs
        self.store = store
        self.pool = pool
        self.reader = reader
    }

    /// Hands over the text in pieces; returns how many rows there were.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)`` for the owner's texts as CSV.
    package func write(
        as format: ExportFormat, to write: (String) async throws -> Void
    ) async throws -> Int {
        guard reader != .owner || format == .jsonl else {
            throw ArenaError.invalid(field: "format", reason: "Texts are written as jsonl only.")
        }
        if reader != .owner, let head = OpenBattleRow.head(as: format) { try await write(head) }
        var last: BattleCursor?
        var count = 0
        while true {
            let page = try await store.battles(of: pool, after: last, limit: 200)
            guard let end = page.last else { return count }
            let lines = try page.compactMap { try line(of: $0, as: format) }
            try await write(lines.joined())
            last = BattleCursor(openedAt: end.openedAt, id: end.id)
            count += lines.count
        }
    }

    private func line(of battle: Battle, as format: ExportFormat) throws -> String? {
        guard reader != .owner else {
            let data = try JSONForm.encoder.encode(OwnerBattleRow(battle, scrubs: scrubs))
            return String(decoding: data, as: UTF8.self) + "\n"
        }
        guard !battle.marks.contains(.unpublished) else { return nil }
        let wait = battle.vote == nil ? BattleService.votingHours * 3600 : 0
        guard reader.isTold(battle.vote?.castAt ?? battle.openedAt + wait) else { return nil }
        return try OpenBattleRow(battle, at: reader.told(battle.openedAt)).line(as: format)
    }
}

/// A battle with all of its texts.
private struct OwnerBattleRow: Encodable {
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

    init(_ battle: Battle, scrubs: Bool) {
        let told = { (text: String) in scrubs ? Scrubber(text).text : text }
        let reveal = battle.reveal
        battleID = battle.id.text
        openedAt = battle.openedAt
        state = battle.state
        pool = battle.pool
        modelA = reveal?.sides.a.contender.text
        modelB = reveal?.sides.b.contender.text
        winner = reveal?.outcome.fieldWord
        turns = battle.turns.map { turn in
            Turn(
                prompt: told(turn.prompt.text), replyA: told(turn.replies.a.text),
                replyB: told(turn.replies.b.text))
        }
    }
}

/// A battle without a word of what was said in it.
private struct OpenBattleRow: ExportRow {
    let openedAt: Date
    let state: BattleState
    let pool: Pool
    let kind: BattleKind
    let modelA: String?
    let modelB: String?
    let winner: String?
    let turns: Int
    let promptChars: Int
    let wordsA: Int
    let wordsB: Int

    static let columns = [
        "opened_at", "state", "pool", "kind", "model_a", "model_b", "winner", "turns",
        "prompt_chars", "words_a", "words_b",
    ]

    init(_ battle: Battle, at time: Date) {
        let reveal = battle.reveal
        let words = { (side: Side) in
            battle.turns.reduce(0) {
                $0 + $1.replies[side].text.split(whereSeparator: \.isWhitespace).count
            }
        }
        openedAt = time
        state = battle.state
        pool = battle.pool
        kind = battle.kind
        modelA = reveal?.sides.a.contender.text
        modelB = reveal?.sides.b.contender.text
        winner = reveal?.outcome.fieldWord
        turns = battle.turns.count
        promptChars = battle.turns.first?.prompt.text.unicodeScalars.count ?? 0
        wordsA = words(.a)
        wordsB = words(.b)
    }

    var cells: [String] {
        [
            openedAt.formatted(.iso8601), state.rawValue, pool.rawValue, kind.rawValue,
            modelA ?? "", modelB ?? "", winner ?? "", String(turns), String(promptChars),
            String(wordsA), String(wordsB),
        ]
    }
}
