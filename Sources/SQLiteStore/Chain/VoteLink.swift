import Arena
import Foundation
import GRDB

/// A vote with its link of the chain, as the rows say now.
struct VoteLink {
    let sequence: Int64
    let battle: String
    private let voter: String
    private let facts: @Sendable (VoteCommitments) -> VoteLeaf
    private let salt: [UInt8]?
    private let kept: (commitments: VoteCommitments, receipt: VoteReceipt)?
    private let isErased: Bool

    /// Votes after a number, in order, at most `limit`.
    static func cursor(
        after sequence: Int64, limit: Int = .max, in db: Database
    ) throws -> MapCursor<RowCursor, VoteLink> {
        let statement = try db.makeStatement(
            sql: query(in: db) + " WHERE votes.sequence > ? ORDER BY votes.sequence LIMIT ?")
        let records = VersionRecords(db)
        return try Row.fetchCursor(statement, arguments: [sequence, limit])
            .map { try VoteLink($0, records) }
    }

    /// What the walk along the chain looks at; reading the texts costs as much as they are long.
    func entry(readingTexts: Bool, in db: Database) throws -> LedgerEntry {
        let nothing = VoteCommitments(voter: .start, answers: .start)
        let commitments = kept?.commitments ?? nothing
        let opened = try salt.map { salt in
            let texts = readingTexts ? try Self.texts(of: battle, in: db) : nil
            return LedgerEntry.Opened(
                voter: VoteCommitments.voter(voter, salt: salt),
                answers: texts.map {
                    VoteCommitments(voter: voter, texts: $0, salt: salt).answers
                })
        }
        return LedgerEntry(
            leaf: facts(commitments), commitments: commitments, opened: opened,
            kept: kept?.receipt, isErased: isErased)
    }

    /// Adds the link of a vote that was just written, after the newest.
    ///
    /// - Returns: the vote's receipt.
    @discardableResult
    static func append(_ sequence: Int64, in db: Database) throws -> VoteReceipt {
        let statement = try db.cachedStatement(sql: query(in: db) + " WHERE votes.sequence = ?")
        guard let row = try Row.fetchOne(statement, arguments: [sequence]) else {
            throw UnreadableRow("votes.sequence")
        }
        return try VoteLink(row, VersionRecords(db)).append(in: db)
    }

    /// Adds links for all votes that follow a number. Old votes are chained so.
    static func appendAll(after sequence: Int64, in db: Database) throws {
        let numbers = try Int64.fetchAll(
            db, sql: "SELECT sequence FROM votes WHERE sequence > ? ORDER BY sequence",
            arguments: [sequence])
        for number in numbers { try append(number, in: db) }
    }

    /// The receipt of a vote; `nil` where the chain has none of this number.
    static func receipt(of sequence: Int64, in db: Database) throws -> VoteReceipt? {
        let statement = try db.cachedStatement(
            sql: "SELECT sequence, leaf, head FROM vote_chain WHERE sequence = ?")
        return try Row.fetchOne(statement, arguments: [sequence]).map { try VoteReceipt($0) }
    }

    /// The receipt of the newest vote; `nil` before the first.
    static func newest(in db: Database) throws -> VoteReceipt? {
        let statement = try db.cachedStatement(
            sql: "SELECT sequence, leaf, head FROM vote_chain ORDER BY sequence DESC LIMIT 1")
        return try Row.fetchOne(statement).map { try VoteReceipt($0) }
    }

    private func append(in db: Database) throws -> VoteReceipt {
        let salt = VoteCommitments.salt()
        let commitments = VoteCommitments(
            voter: voter, texts: try Self.texts(of: battle, in: db), salt: salt)
        let receipt = VoteReceipt(
            sequence: sequence, leaf: facts(commitments).hash,
            after: try Self.newest(in: db)?.head ?? .start)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO vote_chain (sequence, salt, voter, texts, leaf, head)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            sequence, isErased ? nil : Data(salt), Data(commitments.voter.bytes),
            Data(commitments.answers.bytes), Data(receipt.leaf.bytes), Data(receipt.head.bytes),
        ])
        return receipt
    }

    /// All that a link is made of and checked by. Texts fade by a later table than the chain's, so a
    /// database on its way up may not have it yet.
    private static func query(in db: Database) throws -> String {
        let faded =
            try db.tableExists("faded_battles")
            ? "OR EXISTS (SELECT 1 FROM faded_battles WHERE faded_battles.battle = votes.battle)"
            : ""
        return """
            SELECT votes.sequence, votes.battle, votes.outcome, votes.pool, votes.kind,
                votes.cast_at, votes.voter, votes.a_contender, votes.b_contender,
                battles.a_version, battles.b_version, vote_chain.salt,
                vote_chain.voter AS voter_commitment, vote_chain.texts AS texts_commitment,
                vote_chain.leaf, vote_chain.head,
                EXISTS (SELECT 1 FROM erasures WHERE erasures.battle = votes.battle) \(faded)
                    AS is_erased
            FROM votes
            LEFT JOIN battles ON battles.id = votes.battle
            LEFT JOIN vote_chain ON vote_chain.sequence = votes.sequence
            """
    }

    /// Texts are read as bytes: as text they would end at the first U+0000.
    private static func texts(of battle: String, in db: Database) throws -> LedgerHash {
        let statement = try db.cachedStatement(
            sql: """
                SELECT number, CAST(prompt AS BLOB) AS prompt,
                    (SELECT CAST(text AS BLOB) FROM replies
                        WHERE battle = turns.battle AND turn = number AND side = 'a') AS a,
                    (SELECT CAST(text AS BLOB) FROM replies
                        WHERE battle = turns.battle AND turn = number AND side = 'b') AS b
                FROM turns WHERE battle = ? ORDER BY number
                """)
        var digest = TextsDigest()
        for row in try Row.fetchAll(statement, arguments: [battle]) {
            digest.add(
                turn: row["number"], prompt: row.bytes("prompt"),
                answers: Sides(a: row.bytes("a"), b: row.bytes("b")))
        }
        return digest.finish()
    }

    private init(_ row: Row, _ records: VersionRecords) throws {
        let sequence: Int64 = row["sequence"]
        let words: [String] = ["battle", "outcome", "pool", "kind"].map { row[$0] }
        let players = try Sides(a: "a", b: "b").map { side in
            let version = try records[row[side + "_version"]]
            return VoteLeaf.Player(
                contender: row[side + "_contender"], version: version.name, record: version.record)
        }
        let castAt: Int64 = row["cast_at"]
        self.sequence = sequence
        battle = words[0]
        voter = row["voter"]
        facts = { commitments in
            VoteLeaf(
                sequence: sequence, battle: words[0], outcome: words[1], pool: words[2],
                kind: words[3], castAt: castAt, players: players, commitments: commitments)
        }
        salt = (row["salt"] as Data?).map { [UInt8]($0) }
        isErased = row["is_erased"]
        if let receipt = try? VoteReceipt(row), let voter = row.hash("voter_commitment"),
            let texts = row.hash("texts_commitment")
        {
            kept = (VoteCommitments(voter: voter, answers: texts), receipt)
        } else {
            kept = nil
        }
    }
}

/// The recorded versions of contenders, each read once.
private final class VersionRecords {
    private let db: Database
    private var known: [Int64: (name: String, record: LedgerHash)] = [:]

    init(_ db: Database) {
        self.db = db
    }

    /// The version of a row's number and the digest of that row; of nothing where there is none.
    subscript(number: Int64?) -> (name: String, record: LedgerHash) {
        get throws {
            guard let number else { return ("", .start) }
            if let version = known[number] { return version }
            let statement = try db.cachedStatement(
                sql: """
                    SELECT version, contender, name, model, provider, upstream_model, settings,
                        system_prompt, CAST(price_in AS TEXT), CAST(price_out AS TEXT), pool
                    FROM contender_versions WHERE number = ?
                    """)
            guard let row = try Row.fetchOne(statement, arguments: [number]) else {
                return ("", .start)
            }
            let values = (0..<row.count).map { row[$0] as String? }
            let version = (row[0] as String, VoteLeaf.Player.record(of: values))
            known[number] = version
            return version
        }
    }
}

extension VoteReceipt {
    /// A receipt from the columns of `vote_chain`.
    init(_ row: Row) throws {
        guard let leaf = row.hash("leaf"), let head = row.hash("head") else {
            throw UnreadableRow("vote_chain.head")
        }
        self.init(sequence: row["sequence"], leaf: leaf, head: head)
    }
}

extension Row {
    /// The bytes of a column; none where there is nothing.
    fileprivate func bytes(_ column: String) -> [UInt8] {
        (self[column] as Data?).map { [UInt8]($0) } ?? []
    }

    /// A hash; `nil` where there are no 32 bytes.
    func hash(_ column: String) -> LedgerHash? {
        (self[column] as Data?).flatMap { LedgerHash($0) }
    }
}
