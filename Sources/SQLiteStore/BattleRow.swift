package import Arena
import Foundation
package import GRDB

extension Battle {
    /// Adds the rows of a battle and of its turns.
    package func insert(in db: Database) throws {
        let numbers = try contenders.map { try $0.number(recordedAt: openedAt, in: db) }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO battles (
                    id, voter, pool, kind, state, a_version, a_contender, b_version, b_contender,
                    probability, seal_nonce, seal_digest, opened_at
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            id.text, voter.text, pool.rawValue, kind.rawValue, state.rawValue, numbers.a,
            contenders.a.id.text, numbers.b, contenders.b.id.text, probability, seal.nonce,
            seal.digest, openedAt.milliseconds,
        ])
        for turn in turns { try turn.insert(id, in: db) }
        for mark in marks { try mark.insert(id, at: openedAt, in: db) }
    }

    /// One battle; `nil` if there is none.
    static func fetch(_ id: BattleID, in db: Database) throws -> Battle? {
        let statement = try db.cachedStatement(sql: "SELECT * FROM battles WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id.text]).map { try Battle($0, in: db) }
    }

    /// A battle from its row and the rows that point to it.
    init(_ row: Row, in db: Database) throws {
        let id: BattleID = try row.value("id", of: "battles", as: { BattleID($0) })
        let contenders = Sides(
            a: try Contender.fetch(row["a_version"], in: db),
            b: try Contender.fetch(row["b_version"], in: db))
        let seal = Seal(
            battle: id, names: contenders.map(\.id), nonce: row["seal_nonce"])
        guard seal.digest == row["seal_digest"] else { throw UnreadableRow("battles.seal_digest") }
        self.init(
            id: id, voter: try row.value("voter", of: "battles", as: { VoterID($0) }),
            kind: try row.word("kind", of: "battles"), contenders: contenders,
            probability: row["probability"], seal: seal,
            openedAt: Date(milliseconds: row["opened_at"]),
            state: try row.word("state", of: "battles"),
            turns: try Turn.fetch(of: id, in: db), vote: try Vote.fetch(of: id, in: db),
            marks: try BattleMark.fetch(of: id, in: db))
    }
}

extension BattleState {
    /// Where a stored battle stands; `nil` if there is none.
    static func fetch(of battle: BattleID, in db: Database) throws -> BattleState? {
        let statement = try db.cachedStatement(sql: "SELECT state FROM battles WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [battle.text]).map {
            try $0.word("state", of: "battles")
        }
    }
}
