import Arena
import Foundation
import GRDB
import Ratings
import SQLiteStore
import Schema
import Testing

/// Databases of every older schema, and a start that is killed in the middle of a migration.
@Suite struct UpgradeTests {
    private let folder = TemporaryFolder()

    @Test
    func `a database of every older schema comes up with the same votes, chained and anchored`()
        async throws
    {
        for count in 1..<Schema.sqlite.count {
            let folder = TemporaryFolder()
            _ = try OldDatabase.fill(folder, votes: 12)
            try migrate(folder, upTo: count)
            let before = try content(of: folder)
            let store = try SQLiteStore.open(folder: folder.path)
            #expect(await store.damage() == nil, "\(Schema.sqlite[count - 1].name)")
            #expect(try await store.inspectChain() == 12)
            #expect(try await store.receipt(of: 12) != nil)
            let inspection = try await store.inspect()
            #expect(inspection.findings.filter { !$0.isSound } == [])
            #expect(inspection.anchorSequence == 12)
            try store.close()
            #expect(try content(of: folder) == before)
        }
    }

    @Test(arguments: [6, 8, 10])
    func `a start killed at any statement of a migration leaves the old or the new`(
        number: Int
    ) async throws {
        _ = try OldDatabase.fill(folder, votes: 12)
        try migrate(folder, upTo: number)
        let before = try content(of: folder)
        let copies = try copies(during: Schema.sqlite[number])
        #expect(copies.count > 5)
        for copy in copies {
            #expect(try content(of: copy) == before)
            let store = try SQLiteStore.open(folder: copy.path)
            #expect(await store.damage() == nil)
            #expect(try await store.inspectChain() == 12)
            try store.close()
            #expect(try content(of: copy) == before)
        }
    }

    @Test func `a start killed between the migration and the first mark goes on`() async throws {
        _ = try OldDatabase.fill(folder, votes: 12)
        let store = try SQLiteStore.open(folder: folder.path)
        try store.close()
        // As it was before the chain was followed.
        try LedgerAnchor().slot.write(to: URL(filePath: folder.path + "/arena.anchor"))
        let again = try SQLiteStore.open(folder: folder.path)
        #expect(await again.damage() == nil)
        #expect(try await again.inspect().anchorSequence == 12)
    }

    @Test func `an older database under a newer anchor is a loss, also before it had a chain`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        for _ in 0..<13 { try await store.vote(.a) }
        try store.close()
        try FileManager.default.removeItem(atPath: store.file)
        _ = try OldDatabase.fill(folder, votes: 12)
        let old = try SQLiteStore.open(folder: folder.path)
        #expect(await old.damage()?.kind == .lost)
        #expect(await old.damage()?.sequence == 13)
    }

    /// Copies of the files after each statement of a migration, as a kill would leave them.
    private func copies(during migration: Schema.Migration) throws -> [TemporaryFolder] {
        let queue = try DatabaseQueue(path: folder.path + "/arena.db")
        defer { try? queue.close() }
        var copies: [TemporaryFolder] = []
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            // So that pages are written before the commit.
            try db.execute(sql: "PRAGMA cache_size = 1")
            try db.inTransaction(.immediate) {
                let statements = try db.allStatements(sql: migration.sql)
                while let statement = try statements.next() {
                    try statement.execute()
                    let copy = TemporaryFolder()
                    try FileManager.default.copyItem(atPath: folder.path, toPath: copy.path)
                    try? FileManager.default.removeItem(atPath: copy.path + "/arena.db-shm")
                    copies.append(copy)
                }
                return .rollback
            }
        }
        return copies
    }

    /// Applies the first migrations, as an older arena did, with the mark it made before.
    private func migrate(_ folder: TemporaryFolder, upTo count: Int) throws {
        let queue = try DatabaseQueue(path: folder.path + "/arena.db")
        try SQLiteStore.migrator.migrate(queue, upTo: Schema.sqlite[count - 1].name)
        try queue.close()
        try LedgerAnchor().slot.write(to: URL(filePath: folder.path + "/arena.anchor"))
    }

    /// What people did, in the columns that every schema has.
    private func content(of folder: TemporaryFolder) throws -> [String] {
        let queue = try DatabaseQueue(path: folder.path + "/arena.db")
        defer { try? queue.close() }
        return try queue.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT json_array(sequence, battle, voter, outcome, cast_at, pool, a_contender)
                    FROM votes ORDER BY sequence
                    """)
                + String.fetchAll(
                    db,
                    sql: """
                        SELECT json_array(id, battles.voter, battles.state, seal_digest, prompt, side, text)
                        FROM battles JOIN turns ON turns.battle = id
                        JOIN replies USING (battle) ORDER BY id, side
                        """)
                + String.fetchAll(db, sql: OldDatabase.tallies)
        }
    }
}
