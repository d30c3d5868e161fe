import Arena
import Foundation
import GRDB
import Ratings
import SQLiteStore
import Testing

@Suite struct DurabilityTests {
    private let folder = TemporaryFolder()
    private let copy = TemporaryFolder()

    @Test func `every acknowledged vote is in the files, though the server never closed them`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        var battles: [Battle] = []
        for _ in 0..<50 { battles.append(try await store.play()) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for battle in battles { group.addTask { try await store.cast(.a, on: battle) } }
            try await group.waitForAll()
        }
        try copyFiles()
        let reader = try SQLiteStore.openForReading(folder: copy.path)
        #expect(try await reader.votes(of: nil, after: 0, limit: 100).count == 50)
        let recovered = try SQLiteStore.open(folder: copy.path)
        let votes = try await recovered.votes(of: nil, after: 0, limit: 100)
        #expect(Set(votes.map(\.vote.battle)) == Set(battles.map(\.id)))
        #expect(try await recovered.tally(of: .real).tally.votes == 50)
        let healthy = try await recovered.read { db in
            try String.fetchOne(db, sql: "PRAGMA integrity_check")
        }
        #expect(healthy == "ok")
    }

    @Test func `a start writes what a killed server left in its log into the file`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        try await store.cast(.a, on: try await store.play())
        try copyFiles()
        let again = try SQLiteStore.open(folder: copy.path)
        #expect(again.log.bytes == 0)
        #expect(try await again.votes(of: nil, after: 0, limit: 9).count == 1)
        let alone = TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: alone.path, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: again.file, toPath: alone.path + "/arena.db")
        let file = try SQLiteStore.openForReading(folder: alone.path)
        #expect(try await file.votes(of: nil, after: 0, limit: 9).count == 1)
    }

    @Test func `to look what could be accepted leaves the log as it was found`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        try await store.cast(.a, on: try await store.play())
        try copyFiles()
        let log = FileManager.default.contents(atPath: copy.path + "/arena.db-wal")
        #expect(try SQLiteStore.acceptLoss(in: copy.path, because: "", at: time(9)) == nil)
        #expect(FileManager.default.contents(atPath: copy.path + "/arena.db-wal") == log)
        #expect(log?.isEmpty == false)
    }

    /// What a kill would leave at this moment.
    private func copyFiles() throws {
        try FileManager.default.createDirectory(
            atPath: copy.path, withIntermediateDirectories: true)
        for name in ["/arena.db", "/arena.db-wal", "/arena.anchor"] {
            try FileManager.default.copyItem(
                atPath: folder.path + name, toPath: copy.path + name)
        }
    }

    @Test func `what was kept is there after closing and opening`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        try await store.cast(.tie, on: battle)
        try await store.save(try snapshot("000000000001"))
        try store.close()
        let again = try SQLiteStore.open(folder: folder.path)
        #expect(try await again.battle(battle.id)?.vote?.outcome == .tie)
        #expect(try await again.latestSnapshot(of: .real) == snapshot("000000000001"))
        #expect(try await again.cast(.a, on: try await again.play()) == 2)
    }

    @Test func `work that fails leaves nothing, and takes no other with it`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let failures = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<40 {
                group.addTask {
                    do throws(ArenaError) {
                        try await store.write { db in
                            try db.execute(sql: Self.tally, arguments: [index])
                            if index % 4 == 0 { throw ArenaError.busy }
                            if index % 4 == 1 { try db.execute(sql: "UPDATE turns SET no = 1") }
                        }
                        return false
                    } catch {
                        return true
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(failures == 20)
        let kept = try await store.read { db in
            try Int.fetchSet(db, sql: "SELECT ties FROM pair_tallies")
        }
        #expect(kept == Set((0..<40).filter { $0 % 4 > 1 }))
    }

    @Test func `work that ends the transaction fails with its group, and the next goes on`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try streaming()
        await #expect(throws: ArenaError.self) {
            try await store.write { db in
                try db.execute(sql: Self.tally, arguments: [1])
                try db.execute(sql: "INSERT OR ROLLBACK INTO turns VALUES ('x', 0, 0, '')")
            }
        }
        #expect(try await store.tally(of: .real).tally == Tally())
        try await store.open(battle)
        #expect(try await store.battle(battle.id) == battle)
    }

    @Test func `once the disk has failed nothing is written any more`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        await #expect(throws: ArenaError.self) {
            try await store.write { _ in throw DatabaseError(resultCode: .SQLITE_IOERR_FSYNC) }
        }
        let error = await #expect(throws: ArenaError.self) { try await store.cast(.a, on: battle) }
        guard case .storage(let words) = error else { throw try #require(error) }
        #expect(words.contains("start the server again"))
        #expect(try await store.battle(battle.id) == battle)
    }

    @Test func `an error tells no stored value`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        let error = await #expect(throws: ArenaError.self) { try await store.open(battle) }
        guard case .storage(let words) = error else { throw try #require(error) }
        #expect(words.hasPrefix("SQLite 1555: ") || words.hasPrefix("SQLite 2067: "))
        #expect(!words.contains(battle.id.text) && !words.contains(battle.voter.text))
    }

    /// Adds one row under a number.
    private static let tally = """
        INSERT INTO pair_tallies (pool, first, second, ties) VALUES ('real', 'a', 'b' || ?1, ?1)
        """
}
