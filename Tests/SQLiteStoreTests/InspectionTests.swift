import Arena
import Foundation
import GRDB
import Logging
import Ratings
import SQLiteStore
import Testing

/// `arena verify` as the store does it, and what an operator may accept.
@Suite struct InspectionTests {
    private let folder = TemporaryFolder()

    @Test func `a store that was used in every way is in order, beside its server and after`()
        async throws
    {
        let store = try await used()
        let running = try await SQLiteStore.openForReading(folder: folder.path).inspect()
        #expect(running.findings.filter { !$0.isSound } == [])
        #expect(running.votes == 12 && running.anchorSequence == 12)
        #expect(running.findings.contains { $0.check == "ratings_real" })
        try store.close()
        let closed = try await SQLiteStore.openForReading(folder: folder.path).inspect()
        #expect(closed.isSound && closed.newest == running.newest)
    }

    @Test func `what was changed by hand is named by its check`() async throws {
        let changes: [(String, String, Int64?)] = [
            ("UPDATE pair_tallies SET ties = ties + 1", "tallies", nil),
            ("UPDATE category_tallies SET ties = ties + 1", "category_tallies", nil),
            ("INSERT INTO uncounted_votes VALUES (4, 'operator')", "rulings", 4),
            ("DELETE FROM uncounted_votes WHERE sequence = 2", "rulings", 2),
            (
                "UPDATE battles SET voter = 'xxxxxxxxxxxxxxxxxxxxxx' WHERE id = \(Self.battle(5))",
                "voters", 5
            ),
            ("UPDATE battles SET state = 'expired' WHERE id = \(Self.battle(6))", "answers", 6),
            (
                "UPDATE battles SET kind = 'pair' WHERE id = \(Self.battle(7))", "contenders", 7
            ),
            (
                "UPDATE contender_versions SET system_prompt = 'Lie.' WHERE contender = 'alpha'",
                "chain", 1
            ),
            (
                """
                UPDATE snapshots SET document = json_set(
                    document, '$.rows[0].rating', 1 + json_extract(document, '$.rows[0].rating')
                )
                """, "ratings_real", nil
            ),
            ("DELETE FROM turns WHERE battle = \(Self.battle(8))", "foreign_keys", nil),
        ]
        try await used().close()
        for (sql, check, sequence) in changes {
            let copy = TemporaryFolder()
            try FileManager.default.copyItem(atPath: folder.path, toPath: copy.path)
            try tamper(copy, sql)
            let inspection = try await SQLiteStore.openForReading(folder: copy.path).inspect()
            let finding = try #require(inspection.findings.first { $0.check == check })
            #expect(!finding.isSound, "\(check)")
            #expect(finding.sequence == sequence, "\(check)")
            // As a copy it is inspected by two connections, which find the same.
            let shared = try await SQLiteStore.openForReading(
                file: copy.path + "/arena.db", in: copy.path
            ).inspectCopy()
            #expect(shared.findings.map(\.check) == inspection.findings.map(\.check))
            #expect(shared.findings.first { $0.check == check } == finding)
        }
    }

    @Test func `a loss is accepted by the operator alone, and kept in the log`() async throws {
        try await used().close()
        let anchor = folder.path + "/arena.anchor"
        let mark = try #require(LedgerAnchor(file: try Data(contentsOf: URL(filePath: anchor))))
        let ahead = mark.next(sequence: 20, head: mark.head)
        try (ahead.slot + mark.slot).write(to: URL(filePath: anchor))
        let damaged = try SQLiteStore.open(folder: folder.path)
        #expect(await damaged.damage()?.kind == .lost)
        #expect(throws: OpeningError.folderInUse(folder.path)) {
            try SQLiteStore.acceptLoss(in: folder.path, because: "why", at: time(1))
        }
        try damaged.close()
        let accepted = try SQLiteStore.acceptLoss(in: folder.path, because: "why", at: time(1))
        #expect(accepted?.newest?.sequence == 12)
        let store = try SQLiteStore.open(folder: folder.path)
        #expect(await store.damage() == nil)
        let entry = try #require(try await store.auditLog(before: nil, limit: 1).first).entry
        #expect(entry.action == .lossAccepted && entry.note == "why")
        #expect(entry.before.contains("vote 20"))
        #expect(try await store.inspect().acceptedLosses == 1)
        #expect(try await store.vote(.a).sequence == 13)
        try store.close()
        #expect(try SQLiteStore.acceptLoss(in: folder.path, because: "", at: time(2)) == nil)
    }

    @Test func `a changed and a missing vote are accepted, and the chain goes on from there`()
        async throws
    {
        try await used().close()
        for sql in [
            "UPDATE votes SET cast_at = cast_at + 1 WHERE sequence = 4",
            "DELETE FROM votes WHERE sequence = 6; DELETE FROM vote_chain WHERE sequence = 6",
        ] {
            try tamper(folder, sql)
            let accepted = try SQLiteStore.acceptLoss(in: folder.path, because: "", at: time(1))
            #expect([4, 6].contains(accepted?.damage.sequence))
            let store = try SQLiteStore.open(folder: folder.path)
            #expect(await store.damage() == nil)
            try await store.inspectChain()
            try await store.vote(.tie)
            try store.close()
        }
        let inspection = try await SQLiteStore.openForReading(folder: folder.path).inspect()
        #expect(inspection.findings.first { $0.check == "chain" }?.isSound == true)
        #expect(inspection.acceptedLosses == 2)
        // Triggers are back.
        let queue = try DatabaseQueue(path: folder.path + "/arena.db")
        #expect(throws: DatabaseError.self) {
            try queue.write { db in try db.execute(sql: "DELETE FROM vote_chain") }
        }
    }

    @Test func `a copy is whole, for its owner only, and holds what was there at its moment`()
        async throws
    {
        let store = try await used()
        let reader = try SQLiteStore.openForReading(folder: folder.path)
        let path = folder.path + "/copy.part"
        let anchor = try await reader.copy(to: path)
        try await store.vote(.b)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let copy = try SQLiteStore.openForReading(file: path, in: folder.path)
        let inspection = try await copy.inspectCopy(against: anchor)
        #expect(inspection.isSound && inspection.votes == 12)
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        await #expect(throws: ArenaError.self) { _ = try await reader.copy(to: path) }
    }

    @Test func `a copy is of the same pages, and written anew where the file was not swept`()
        async throws
    {
        let store = try await used()
        let reader = try SQLiteStore.openForReading(folder: folder.path)
        // What was deleted stays in a page, as it may where SQLite moved it before.
        try tamper(
            folder,
            """
            PRAGMA secure_delete = OFF; CREATE TABLE passing (text); INSERT INTO passing
            WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count LIMIT 9999)
            SELECT 'Left over' FROM count; DROP TABLE passing
            """)
        for isSwept in [true, false] {
            if !isSwept { try tamper(folder, "PRAGMA user_version = 0") }
            let path = folder.path + "/copy-\(isSwept).db"
            // As a copy that was broken off leaves it.
            for left in ["-wal", "-journal"] {
                try FileManager.default.copyItem(
                    atPath: folder.path + "/arena.db-wal", toPath: path + left)
            }
            _ = try await reader.copy(to: path)
            let found = try Data(contentsOf: URL(filePath: path)).range(of: Data("Left over".utf8))
            #expect((found != nil) == isSwept)
            let mode = try await DatabaseQueue(path: path).read { db in
                try String.fetchOne(db, sql: "PRAGMA journal_mode")
            }
            #expect(mode == "delete")
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
            let copy = try SQLiteStore.openForReading(file: path, in: folder.path)
            #expect(try await copy.inspectCopy(isFresh: isSwept).isSound)
        }
        try store.close()
    }

    @Test func `a backup goes into a folder without a database, past what an old one left there`()
        async throws
    {
        let store = try await used()
        let backup = folder.path + "/backup.db"
        _ = try await SQLiteStore.openForReading(folder: folder.path).copy(to: backup)
        for _ in 0..<3 { try await store.vote(.a) }
        #expect(throws: OpeningError.folderInUse(folder.path)) {
            try SQLiteStore.restore(backup, to: folder.path)
        }
        let other = TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: other.path, withIntermediateDirectories: true)
        for name in ["arena.db-wal", "arena.db-shm", "arena.anchor"] {
            try FileManager.default.copyItem(
                atPath: folder.path + "/" + name, toPath: other.path + "/" + name)
        }
        #expect(try SQLiteStore.restore(backup, to: other.path) == 15)
        #expect(throws: OpeningError.notEmpty(other.path)) {
            try SQLiteStore.restore(backup, to: other.path)
        }
        let restored = try SQLiteStore.open(folder: other.path)
        #expect(await restored.damage() == nil)
        #expect(try await restored.inspect().isSound)
        #expect(try await restored.vote(.a).sequence == 13)
    }

    private static func battle(_ sequence: Int) -> String {
        "(SELECT battle FROM votes WHERE sequence = \(sequence))"
    }

    private func ruling(_ sequence: Int64, counts: Bool) -> Ruling {
        Ruling(
            sequence: sequence, counts: counts, reason: .byOperator, author: "test", at: time(70))
    }

    /// Twelve votes in both pools and of several kinds, rulings, an erasure and ratings.
    private func used() async throws -> SQLiteStore {
        let store = try SQLiteStore.open(folder: folder.path)
        for index in 0..<8 {
            try await store.vote(VoteOutcome.allCases[index % 4])
        }
        try await store.cast(.a, on: try await store.play(pool: .practice))
        try await store.cast(.b, on: try await store.play(kind: .pair))
        try await store.cast(.a, on: try await store.play("beta", "gamma"))
        for sequence: Int64 in [2, 3] {
            try await store.rule(ruling(sequence, counts: false))
        }
        try await store.rule(ruling(3, counts: true))
        let erased = try await store.play(prompt: "Nobody shall know.")
        try await store.cast(.tie, on: erased)
        _ = try await store.erase(erased.voter, at: time(99))
        let ratings = RatingService(store: store, contenders: [], log: Logger(label: "test"))
        try await ratings.load()
        return store
    }
}
