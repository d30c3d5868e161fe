import Arena
import Catalogue
import Foundation
import GRDB
import Ratings

extension Vote {
    /// Adds the row of a vote on a battle that has just been marked as voted; a trigger counts it.
    ///
    /// - Returns: its sequence number.
    func insert(in db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO votes (
                    sequence, battle, voter, outcome, cast_at, pool, kind, a_contender, b_contender
                )
                SELECT (SELECT ifnull(max(sequence), 0) + 1 FROM votes), id, voter, ?, ?, pool,
                    kind, a_contender, b_contender
                FROM battles WHERE id = ?
                """)
        try statement.execute(arguments: [outcome.rawValue, castAt.milliseconds, battle.text])
        return db.lastInsertedRowID
    }

    /// The vote on a battle; `nil` if there is none.
    static func fetch(of battle: BattleID, in db: Database) throws -> Vote? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT votes.sequence, battle, voter, outcome, cast_at, reason
                FROM votes LEFT JOIN uncounted_votes USING (sequence) WHERE battle = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [battle.text]) else { return nil }
        var vote = try Vote(row)
        vote.receipt = try VoteLink.receipt(of: row["sequence"], in: db)
        return vote
    }

    /// A vote from the columns of `votes`.
    init(_ row: Row) throws {
        self.init(
            battle: try row.value("battle", of: "votes", as: { BattleID($0) }),
            voter: try row.value("voter", of: "votes", as: { VoterID($0) }),
            outcome: try row.word("outcome", of: "votes"),
            castAt: Date(milliseconds: row["cast_at"]), sequence: row["sequence"],
            exclusion: try (row["reason"] as String?).map { _ in
                try row.word("reason", of: "uncounted_votes")
            })
    }
}

extension VoteRecord {
    /// A vote joined with the figures of its battle, in columns prefixed by side.
    init(_ row: Row) throws {
        self.init(
            sequence: row["sequence"], vote: try Vote(row),
            pool: try row.word("pool", of: "votes"), kind: try row.word("kind", of: "votes"),
            contenders: Sides(
                a: try row.value("a_contender", of: "votes", as: { ContenderID($0) }),
                b: try row.value("b_contender", of: "votes", as: { ContenderID($0) })),
            turns: row["turns"], promptCharacters: row["prompt_characters"],
            replies: Sides(a: ReplyFigures(row, .a), b: ReplyFigures(row, .b)),
            pace: try (row["pacing"] as String?).map { _ in
                try row.word("pacing", of: "vote_details")
            },
            seen: Sides(a: row["seen_a"], b: row["seen_b"]))
    }
}

extension ReplyFigures {
    fileprivate init(_ row: Row, _ side: Side) {
        let prefix = side.rawValue + "_"
        let cost: Int64? = row[prefix + "cost"]
        self.init(
            words: row[prefix + "words"], usage: TokenUsage(row, prefix: prefix),
            timing: ReplyTiming(row, prefix: prefix), cost: cost.map { Money(picodollars: $0) })
    }
}
