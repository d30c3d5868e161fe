package import Arena
import GRDB

extension SQLiteStore {
    /// Keeps what a voter said of a vote after its reveal; once.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` when it is not his, or has no vote;
    ///   ``ArenaError/invalid(field:reason:)`` when he said something before.
    package func add(
        _ remark: Remark, to battle: BattleID, by voter: VoterID
    ) async throws(ArenaError) {
        try await write { db in
            guard let vote = try Vote.fetch(of: battle, in: db), vote.voter == voter,
                let sequence = vote.sequence
            else { throw ArenaError.noSuchBattle }
            guard try Self.remarks(on: battle, in: db).allSatisfy({ $0.stage != remark.stage })
            else { throw ArenaError.invalid(field: "reasons", reason: "They were given before.") }
            try remark.insert(sequence, in: db)
        }
    }

    /// What a voter said of a battle's vote, by when he said it.
    package func remarks(on battle: BattleID) async throws(ArenaError) -> [Remark] {
        try await read { db in try Self.remarks(on: battle, in: db) }
    }

    private static func remarks(on battle: BattleID, in db: Database) throws -> [Remark] {
        let words = try db.cachedStatement(
            sql: """
                SELECT stage, side, reason FROM vote_reasons JOIN votes USING (sequence)
                WHERE battle = ?
                """)
        var reasons: [Remark.Stage: Sides<Set<Remark.Reason>>] = [:]
        for row in try Row.fetchAll(words, arguments: [battle.text]) {
            let stage: Remark.Stage = try row.word("stage", of: "vote_reasons")
            let side: Side = try row.word("side", of: "vote_reasons")
            reasons[stage, default: Sides(a: [], b: [])][side].insert(
                try row.word("reason", of: "vote_reasons"))
        }
        let texts = try db.cachedStatement(
            sql: """
                SELECT stage, comment FROM vote_comments JOIN votes USING (sequence)
                WHERE battle = ?
                """)
        var comments: [Remark.Stage: String] = [:]
        for row in try Row.fetchAll(texts, arguments: [battle.text]) {
            comments[try row.word("stage", of: "vote_comments")] = row["comment"]
        }
        return Remark.Stage.allCases.filter { reasons[$0] != nil || comments[$0] != nil }.map {
            Remark(
                stored: $0, reasons: reasons[$0] ?? Sides(a: [], b: []),
                comment: comments[$0] ?? "")
        }
    }
}

extension Remark {
    /// Adds the rows of what was said of one vote.
    func insert(_ sequence: Int64, in db: Database) throws {
        let word = try db.cachedStatement(
            sql: """
                INSERT INTO vote_reasons (sequence, stage, side, reason) VALUES (?, ?, ?, ?)
                """)
        for side in Side.allCases {
            for reason in reasons[side].map(\.rawValue).sorted() {
                try word.execute(arguments: [sequence, stage.rawValue, side.rawValue, reason])
            }
        }
        guard !comment.isEmpty else { return }
        let text = try db.cachedStatement(
            sql: "INSERT INTO vote_comments (sequence, stage, comment) VALUES (?, ?, ?)")
        try text.execute(arguments: [sequence, stage.rawValue, comment])
    }
}

extension Ballot {
    /// Adds what is kept beside a vote that was just written, its categories being there.
    ///
    /// - Returns: why it does not count, if it does not.
    func insertDetails(of sequence: Int64, in db: Database) throws -> Ruling.Reason? {
        let details = try db.cachedStatement(
            sql: """
                INSERT INTO vote_details (sequence, pacing, seen_a, seen_b) VALUES (?, ?, ?, ?)
                """)
        try details.execute(arguments: [sequence, pace.rawValue, seen.a, seen.b])
        try remark?.insert(sequence, in: db)
        let found = try check?.run(on: vote, of: sequence, in: db)
        guard let reason = exclusion ?? found else { return nil }
        try Ruling(
            sequence: sequence, counts: false, reason: reason, author: Ruling.arena,
            at: vote.castAt
        ).insert(in: db)
        return reason
    }
}
