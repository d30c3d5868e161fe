package import Arena
package import Foundation
import GRDB

extension SQLiteStore {
    /// Votes that pass a filter below a number, the newest first.
    package func votes(
        _ filter: VoteFilter, before sequence: Int64?, limit: Int
    ) async throws(ArenaError) -> [ListedVote] {
        try await read { db in
            let (conditions, arguments) = filter.conditions
            let query =
                Self.listing + conditions.map { "AND \($0)\n" }.joined()
                + "ORDER BY votes.sequence DESC LIMIT ?"
            return try Row.fetchAll(
                db, sql: query, arguments: [sequence ?? .max] + arguments + [limit]
            ).map { try ListedVote($0) }
        }
    }

    /// Voters with at least so many votes in one hour since a moment, the most votes first.
    package func bursts(
        of least: Int, since: Date, limit: Int
    ) async throws(ArenaError) -> [Burst] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT voter, cast_at / 3600000 AS hour, count(*) AS votes,
                        count(*) FILTER (WHERE reason IS NULL) AS counted, max(sequence) AS last
                    FROM votes LEFT JOIN uncounted_votes USING (sequence)
                    WHERE cast_at >= ? GROUP BY voter, hour HAVING count(*) >= ?
                    ORDER BY votes DESC, last DESC LIMIT ?
                    """,
                arguments: [since.milliseconds, least, limit]
            ).map { row in
                Burst(
                    voter: try row.value("voter", of: "votes", as: { VoterID($0) }),
                    hour: row["hour"], votes: row["votes"], counted: row["counted"],
                    last: row["last"])
            }
        }
    }

    private static let listing = """
        SELECT * FROM (
            SELECT votes.*, uncounted_votes.reason AS uncounted,
                (
                    votes.cast_at
                    - (SELECT max(begun_at) FROM turns WHERE battle = votes.battle)
                ) / 1000.0 AS seconds,
                (
                    SELECT sum(words) FROM replies WHERE battle = votes.battle AND turn =
                        (SELECT max(turn) FROM complete_turns WHERE battle = votes.battle)
                ) AS words
            FROM votes LEFT JOIN uncounted_votes USING (sequence)
        ) AS votes
        WHERE votes.sequence < ?

        """
}

extension VoteFilter {
    /// Conditions on `votes`, and what stands for their question marks.
    fileprivate var conditions: ([String], StatementArguments) {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        let add = { (condition: String, values: StatementArguments) in
            conditions.append(condition)
            arguments += values
        }
        for name in [contender, rival].compactMap({ $0?.text }) {
            add("? IN (votes.a_contender, votes.b_contender)", [name])
        }
        if let category {
            add(
                """
                votes.sequence IN (SELECT sequence FROM vote_categories WHERE category = ?)
                """, [category.rawValue])
        }
        if let kind { add("votes.kind = ?", [kind.rawValue]) }
        switch standing {
        case nil: break
        case .counted: add("votes.uncounted IS NULL", [])
        case .uncounted: add("votes.uncounted IS NOT NULL", [])
        case .some(let reason): add("votes.uncounted = ?", [reason.rawValue])
        }
        if let underSeconds { add("votes.seconds < ?", [underSeconds]) }
        if let sameVoterAs {
            add("votes.voter = (SELECT voter FROM votes WHERE sequence = ?)", [sameVoterAs])
        }
        if let hour { add("votes.cast_at / 3600000 = ?", [hour]) }
        if isStopped {
            add(
                """
                votes.battle IN (SELECT battle FROM battle_marks WHERE mark = 'stopped')
                """, [])
        }
        return (conditions, arguments)
    }
}

extension ListedVote {
    fileprivate init(_ row: Row) throws {
        self.init(
            sequence: row["sequence"], vote: try Vote(row), pool: try row.word("pool", of: "votes"),
            kind: try row.word("kind", of: "votes"),
            contenders: Sides(
                a: try row.value("a_contender", of: "votes", as: { ContenderID($0) }),
                b: try row.value("b_contender", of: "votes", as: { ContenderID($0) })),
            seconds: row["seconds"] ?? 0, words: row["words"] ?? 0, uncounted: row["uncounted"])
    }
}
