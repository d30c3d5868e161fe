package import Arena
import Foundation
import GRDB
import Ratings

extension SQLiteStore {
    /// Votes on random battles counted per pair of contender names, and the number of the last
    /// vote in them.
    ///
    /// Complexity: linear in the pairs that have met, whatever the number of votes.
    package func tally(of pool: Pool) async throws(ArenaError) -> CountedVotes {
        try await read { db in try Self.tally(of: pool, in: db) }
    }

    /// The same within a reading.
    static func tally(of pool: Pool, in db: Database) throws -> CountedVotes {
        CountedVotes(
            tally: try Tally.fetch(
                db,
                sql: "SELECT * FROM pair_tallies WHERE pool = ? ORDER BY first, second",
                arguments: [pool.rawValue]),
            lastSequence: try Self.lastRandomVote(of: pool, in: db))
    }

    /// The number of the newest vote on a random battle; 0 without one.
    static func lastRandomVote(of pool: Pool, in db: Database) throws -> Int64 {
        let last = try Int64.fetchOne(
            db,
            sql: """
                SELECT sequence FROM votes WHERE pool = ? AND kind = 'random'
                ORDER BY sequence DESC LIMIT 1
                """,
            arguments: [pool.rawValue])
        return last ?? 0
    }

    /// Keeps a snapshot for good, and its ratings as those of its day; one that is kept under its
    /// name already stays as it is.
    package func save(_ snapshot: Snapshot) async throws(ArenaError) {
        try await write { db in
            let document = String(decoding: try JSONEncoder().encode(snapshot), as: UTF8.self)
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO snapshots (id, pool, as_of, last_sequence, document)
                    VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (pool, id) DO NOTHING
                    """)
            try statement.execute(arguments: [
                snapshot.id, snapshot.pool.rawValue, snapshot.asOf.milliseconds,
                snapshot.lastSequence, document,
            ])
            if db.changesCount > 0 { try Self.keepDay(of: snapshot, in: db) }
        }
    }

    /// The newest snapshot of a pool; `nil` before the first.
    package func latestSnapshot(of pool: Pool) async throws(ArenaError) -> Snapshot? {
        try await read { db in
            let document = try String.fetchOne(
                db,
                sql: """
                    SELECT document FROM snapshots WHERE pool = ?
                    ORDER BY last_sequence DESC, number DESC LIMIT 1
                    """,
                arguments: [pool.rawValue])
            return try document.map {
                try JSONDecoder().decode(Snapshot.self, from: Data($0.utf8))
            }
        }
    }
}

extension Tally {
    /// The counts in rows with the columns of `pair_tallies`.
    static func fetch(
        _ db: Database, sql: String, arguments: StatementArguments
    ) throws -> Tally {
        var tally = Tally()
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() {
            let counts: [(Outcome, Int)] = [
                (.a, row["first_wins"]), (.b, row["second_wins"]), (.tie, row["ties"]),
                (.bothBad, row["both_bad"]),
            ]
            for (outcome, count) in counts where count > 0 {
                try tally.add(outcome, between: row["first"], and: row["second"], count: count)
            }
        }
        return tally
    }
}
