import Arena
import Foundation
import GRDB
import Logging
import Ratings
import SQLiteStore
import Schema
import Testing

/// Databases that an older arena filled.
@Suite struct MigrationTests {
    private let folder = TemporaryFolder()

    @Test func `battles, votes and tallies of the first schema survive, as random ones`()
        async throws
    {
        let before = try OldDatabase.fill(folder, votes: 40)
        let store = try SQLiteStore.open(folder: folder.path)
        let records = try await store.votes(of: .real, after: 0, limit: 100)
        #expect(records.map(\.sequence) == Array(1...40))
        #expect(records.allSatisfy { $0.kind == .random })
        #expect(records.map(\.vote.outcome) == (0..<40).map { Outcome.allCases[$0 % 4] })
        let battles = try await store.battles(of: nil, after: nil, limit: 100)
        #expect(battles.count == 40)
        #expect(battles.allSatisfy { $0.kind == .random && $0.vote != nil && $0.turns.count == 1 })
        let after = try await store.read { db in
            try String.fetchAll(db, sql: OldDatabase.tallies)
        }
        #expect(after == before)
        let counted = try await store.tally(of: .real)
        #expect(counted.lastSequence == 40)
        #expect(counted.tally.pair("alpha", "beta")?.firstWins == 10)
        #expect(counted.tally.pair("alpha", "beta")?.bothBad == 10)

        try await store.cast(.a, on: try await store.play())
        let chosen = try await store.play(kind: .pair)
        #expect(try await store.cast(.b, on: chosen) == 42)
        #expect(try await store.tally(of: .real).tally.votes == 41)
        let healthy = try await store.read { db in
            (
                try String.fetchOne(db, sql: "PRAGMA integrity_check"),
                try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
            )
        }
        #expect(healthy.0 == "ok" && healthy.1 == 0)
    }

    @Test func `old votes get their categories at the first start, once, also after a stop`()
        async throws
    {
        _ = try OldDatabase.fill(folder, votes: 700)
        let store = try SQLiteStore.open(folder: folder.path)
        #expect(try await store.tally(of: .real, in: .code).tally == Tally())
        try await store.cast(.a, on: try await store.play(prompt: "Solve 2x = 4"))
        let ratings = RatingService(store: store, contenders: [], log: Logger(label: "test"))
        try await ratings.load()
        for category in [Arena.Category.code, .english] {
            let counted = try await store.tally(of: .real, in: category)
            #expect(counted.tally.votes == 700)
            #expect(counted.tally.pair("alpha", "beta")?.secondWins == 175)
        }
        #expect(try await store.tally(of: .real, in: .math).tally.votes == 1)
        #expect(try await ratings.board(of: .real, in: .code)?.votes == 700)
        #expect(try await store.categoriseVotes() == 0)

        let rows = "SELECT group_concat(category) FROM vote_categories GROUP BY sequence"
        let whole = try await store.read { db in try String.fetchAll(db, sql: rows) }
        #expect(whole.count == 701)
        // As if the start had stopped after the newest hundred.
        try await store.write { db in
            try db.execute(
                sql: """
                    DROP TRIGGER vote_categories_stay;
                    DELETE FROM vote_categories WHERE sequence <= 600;
                    DELETE FROM category_tallies WHERE category = 'code';
                    """)
        }
        #expect(try await store.categoriseVotes() == 600)
        let again = try await store.read { db in try String.fetchAll(db, sql: rows) }
        #expect(again == whole)
        #expect(try await store.tally(of: .real, in: .code).tally.votes == 600)
    }

    @Test func `a database without all its votes is not migrated, nor changed`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let file = store.file
        try await store.cast(.a, on: try await store.play())
        try await store.emptyLog()
        let earlier = try #require(FileManager.default.contents(atPath: file))
        try await store.cast(.b, on: try await store.play())
        try store.close()
        try earlier.write(to: URL(filePath: file))
        let queue = try DatabaseQueue(path: file)
        try await queue.write { db in
            try db.execute(
                sql: """
                    DELETE FROM grdb_migrations WHERE identifier = 'sqlite_0017_digests';
                    DROP TRIGGER faded_battles_lose_their_digests;
                    """)
        }
        try queue.close()
        let before = FileManager.default.contents(atPath: file)
        #expect(throws: OpeningError.lossBeforeUpgrade(folder: folder.path, missing: 1)) {
            try SQLiteStore.open(folder: folder.path)
        }
        #expect(FileManager.default.contents(atPath: file) == before)
    }

    @Test func `a reader refuses the first schema and leaves it alone`() throws {
        _ = try OldDatabase.fill(folder, votes: 1)
        #expect(throws: OpeningError.olderSchema(folder: folder.path)) {
            try SQLiteStore.openForReading(folder: folder.path)
        }
        let columns = try DatabaseQueue(path: folder.path + "/arena.db").read { db in
            try db.columns(in: "votes").map(\.name)
        }
        #expect(!columns.contains("kind"))
    }
}
