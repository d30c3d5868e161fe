package import Arena
import Foundation
import GRDB
import Ratings

extension SQLiteStore {
    /// How the direct votes between two models fell, each given by its contenders.
    ///
    /// Complexity: linear in the votes on the pair, counted from an index alone.
    package func record(
        of first: [ContenderID], against second: [ContenderID], in pool: Pool
    ) async throws(ArenaError) -> PairRecord {
        guard !first.isEmpty, !second.isEmpty else { return PairRecord() }
        return try await read { db in
            let (firsts, seconds) = (first.map(\.text), second.map(\.text))
            let statement = try db.cachedStatement(
                sql: Self.recordQuery(of: firsts.count, against: seconds.count))
            let arguments =
                StatementArguments(firsts + seconds) + [pool.rawValue]
                + StatementArguments(seconds + firsts) + [pool.rawValue]
            return try PairRecord(Row.fetchAll(statement, arguments: arguments))
        }
    }

    private static func recordQuery(of firsts: Int, against seconds: Int) -> String {
        let list = { (count: Int) in
            "(" + repeatElement("?", count: count).joined(separator: ", ") + ")"
        }
        return [(false, firsts, seconds), (true, seconds, firsts)].map { isTurned, a, b in
            """
            SELECT \(isTurned ? 1 : 0) AS is_turned, kind, outcome, count(*) AS votes,
                max(cast_at) AS last_at
            FROM votes INDEXED BY votes_by_pair
            WHERE a_contender IN \(list(a)) AND b_contender IN \(list(b)) AND pool = ?
                AND kind IN ('random', 'pair')
                AND NOT EXISTS (SELECT 1 FROM uncounted_votes WHERE sequence = votes.sequence)
            GROUP BY kind, outcome
            """
        }.joined(separator: " UNION ALL ")
    }
}

extension PairRecord {
    /// Adds up counts by kind and outcome, some seen from the second model.
    fileprivate init(_ rows: [Row]) throws {
        var counts: [BattleKind: [Outcome: Int]] = [:]
        var last: Int64?
        for row in rows {
            let outcome: Outcome = try row.word("outcome", of: "votes")
            let seen = row["is_turned"] ? outcome.swapped : outcome
            counts[try row.word("kind", of: "votes"), default: [:]][seen, default: 0] +=
                row["votes"]
            last = max(last ?? .min, row["last_at"])
        }
        self.init(
            random: PairTally(counts[.random] ?? [:]), chosen: PairTally(counts[.pair] ?? [:]),
            lastVoteAt: last.map(Date.init(milliseconds:)))
    }
}

extension PairTally {
    fileprivate init(_ counts: [Outcome: Int]) {
        self.init(
            first: 0, second: 1, firstWins: counts[.a] ?? 0, secondWins: counts[.b] ?? 0,
            ties: counts[.tie] ?? 0, bothBad: counts[.bothBad] ?? 0)
    }
}
