import Arena
import Foundation
import GRDB
import Ratings
import SQLiteStore
import Schema

/// Databases as older arenas wrote them, row by row.
enum OldDatabase {
    static let tallies = """
        SELECT format('%s %s %s %d %d %d %d', pool, first, second, first_wins, second_wins, ties,
            both_bad)
        FROM pair_tallies
        """

    /// A database of the first schema only, with votes; gives its tallies.
    static func fill(_ folder: TemporaryFolder, votes: Int) throws -> [String] {
        try FileManager.default.createDirectory(
            atPath: folder.path, withIntermediateDirectories: true)
        var migrator = DatabaseMigrator()
        for migration in Schema.sqlite.prefix(1) {
            migrator.registerMigration(migration.name) { db in
                try db.execute(sql: migration.sql)
            }
        }
        let queue = try DatabaseQueue(path: folder.path + "/arena.db")
        try migrator.migrate(queue)
        let tallies = try queue.write { db in
            for number in 1...votes { try add(number, in: db) }
            return try String.fetchAll(db, sql: Self.tallies)
        }
        try queue.close()
        return tallies
    }

    /// A voted battle, row by row as an arena of the first schema wrote it.
    private static func add(_ number: Int, in db: Database) throws {
        let battle = try streaming(openedAt: time(Double(number)))
        for side in Side.allCases {
            try battle.contenders[side].record(at: time(0), in: db)
        }
        let id = battle.id.text
        try db.execute(
            sql: """
                INSERT INTO battles (id, voter, pool, state, a_version, a_contender, b_version,
                    b_contender, probability, seal_nonce, seal_digest, opened_at)
                VALUES (?, ?, 'real', 'streaming', 1, 'alpha', 2, 'beta', 0.25, ?, ?, ?)
                """,
            arguments: [
                id, battle.voter.text, battle.seal.nonce, battle.seal.digest, number * 1000,
            ])
        try db.execute(
            sql: "INSERT INTO turns VALUES (?, 1, 0, 'Write a function in Python.')",
            arguments: [id])
        try db.execute(
            sql: """
                INSERT INTO replies (battle, turn, side, state, finish, total_seconds, words, text)
                VALUES (?1, 1, 'a', 'complete', 'stop', 1, 1, 'Hi'),
                    (?1, 1, 'b', 'complete', 'stop', 1, 1, 'Ho')
                """,
            arguments: [id])
        try db.execute(sql: "UPDATE battles SET state = 'voted' WHERE id = ?", arguments: [id])
        try db.execute(
            sql: "INSERT INTO votes VALUES (?, ?, ?, ?, 0, 'real', 'alpha', 'beta')",
            arguments: [
                number, id, battle.voter.text, Outcome.allCases[(number - 1) % 4].rawValue,
            ])
    }
}
