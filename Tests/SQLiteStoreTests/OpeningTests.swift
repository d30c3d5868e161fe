import Arena
import Foundation
import GRDB
import Ratings
import SQLiteStore
import Testing

@Suite struct OpeningTests {
    private let folder = TemporaryFolder()

    @Test func `the settings that keep votes safe are in force on the writer`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let expected: [(String, String)] = [
            ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"),
            ("trusted_schema", "0"), ("cell_size_check", "1"), ("secure_delete", "1"),
            ("temp_store", "2"), ("mmap_size", "0"), ("busy_timeout", "5000"),
            ("recursive_triggers", "1"), ("wal_autocheckpoint", "1000"), ("fullfsync", "1"),
        ]
        for (name, value) in expected {
            let found = try await store.write { db in
                try DatabaseValue.fetchOne(db, sql: "PRAGMA \(name)")?.storage.value
                    .map { "\($0)" }
            }
            #expect(found == value, "\(name)")
        }
    }

    @Test func `readers of the server cannot write`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        await #expect(throws: ArenaError.self) {
            try await store.read { db in try db.execute(sql: "DELETE FROM turns") }
        }
    }

    @Test func `a second server on the same folder is refused, and told what to do`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let error = #expect(throws: OpeningError.folderInUse(folder.path)) {
            try SQLiteStore.open(folder: folder.path)
        }
        #expect(error?.description.contains(folder.path) ?? false)
        #expect(error?.description.contains("--data") ?? false)
        try store.close()
        let next = try SQLiteStore.open(folder: folder.path)
        #expect(try await next.census().battles == [:])
    }

    @Test func `a reader stands beside a running server, sees its votes and writes nothing`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let reader = try SQLiteStore.openForReading(folder: folder.path)
        let battle = try await store.play()
        try await store.cast(.b, on: battle)
        #expect(try await reader.votes(of: .real, after: 0, limit: 9).count == 1)
        await #expect(throws: ArenaError.self) { try await reader.open(battle) }
        await #expect(throws: ArenaError.self) { try await reader.cast(.a, on: battle) }
    }

    @Test func `a folder is read without a server, and a missing database is not made`()
        async throws
    {
        #expect(throws: OpeningError.noDatabase(folder: folder.path)) {
            try SQLiteStore.openForReading(folder: folder.path)
        }
        let store = try SQLiteStore.open(folder: folder.path)
        try await store.cast(.a, on: try await store.play())
        try store.close()
        #expect(FileManager.default.contents(atPath: store.file + "-wal") ?? Data() == Data())
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: store.file + suffix)
        }
        let reader = try SQLiteStore.openForReading(folder: folder.path)
        #expect(try await reader.tally(of: .real).lastSequence == 1)
    }

    @Test func `a database of a newer arena is refused and left alone`() throws {
        try SQLiteStore.open(folder: folder.path).close()
        let file = folder.path + "/arena.db"
        let queue = try DatabaseQueue(path: file)
        try queue.write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('sqlite_9999_later')")
        }
        try queue.close()
        let error = OpeningError.newerSchema(
            folder: folder.path, migrations: ["sqlite_9999_later"])
        #expect(throws: error) { try SQLiteStore.open(folder: folder.path) }
        #expect(throws: error) { try SQLiteStore.openForReading(folder: folder.path) }
    }

    @Test func `a reader does not migrate`() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path, withIntermediateDirectories: true)
        try DatabaseQueue(path: folder.path + "/arena.db").close()
        #expect(throws: OpeningError.olderSchema(folder: folder.path)) {
            try SQLiteStore.openForReading(folder: folder.path)
        }
    }

    @Test func `a file that is no database is refused and not touched`() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path, withIntermediateDirectories: true)
        let file = folder.path + "/arena.db"
        let words = Data(String(repeating: "not a database ", count: 100).utf8)
        try words.write(to: URL(filePath: file))
        #expect(throws: OpeningError.self) { try SQLiteStore.open(folder: folder.path) }
        #expect(throws: OpeningError.self) { try SQLiteStore.openForReading(folder: folder.path) }
        #expect(FileManager.default.contents(atPath: file) == words)
    }

    @Test func `a folder that cannot be made is named`() {
        #expect(throws: OpeningError.self) { try SQLiteStore.open(folder: "/dev/null/data") }
    }

    @Test func `the files are for their owner only`() throws {
        let store = try SQLiteStore.open(folder: folder.path)
        for path in [store.file, store.file + "-wal", folder.path + "/arena.lock"] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(mode as? Int == 0o600, "\(path)")
        }
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions]
        #expect(mode as? Int == 0o700)
    }
}
