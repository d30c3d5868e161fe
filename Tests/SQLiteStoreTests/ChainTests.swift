import Arena
import Foundation
import GRDB
import Ratings
import SQLiteStore
import Testing

/// The chain of votes and its anchor in real files: what was acknowledged is never lost in silence.
@Suite struct ChainTests {
    private let folder = TemporaryFolder()

    @Test func `each vote gets a receipt that the store gives again, and the battle too`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        var receipts: [VoteReceipt] = []
        for outcome in [VoteOutcome.a, .tie, .bothBad] {
            receipts.append(try await store.vote(outcome))
        }
        #expect(receipts.map(\.sequence) == [1, 2, 3])
        for receipt in receipts {
            #expect(try await store.receipt(of: receipt.sequence) == receipt)
            #expect(
                VoteReceipt(
                    sequence: receipt.sequence, leaf: receipt.leaf,
                    after: receipt.sequence == 1
                        ? .start : receipts[Int(receipt.sequence) - 2].head) == receipt)
        }
        #expect(try await store.receipt(of: 4) == nil)
        let battle = try #require(
            try await store.battles(of: nil, after: nil, limit: 9).first { $0.vote?.sequence == 2 })
        #expect(battle.vote?.receipt == receipts[1])
        #expect(try await store.inspectChain(pieces: 2) == 3)
    }

    @Test func `an erasure leaves the chain whole and nothing to tell whose vote it was`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        for _ in 0..<2 { try await store.vote(.a) }
        let battle = try await store.play(prompt: "canary prompt")
        try await store.cast(.b, on: battle)
        try await store.vote(.tie)
        let before = try await store.receipt(of: 4)
        _ = try await store.erase(battle.voter, at: time(99))
        let salts = try await store.read { db in
            try Bool.fetchAll(db, sql: "SELECT salt IS NULL FROM vote_chain ORDER BY sequence")
        }
        #expect(salts == [false, false, true, false])
        #expect(try await store.inspectChain() == 4)
        #expect(try await store.receipt(of: 4) == before)
        try store.close()
        let again = try SQLiteStore.open(folder: folder.path)
        #expect(await again.damage() == nil)
        #expect(try await again.inspectChain() == 4)
    }

    @Test func `a change to any row of a vote is found at that vote`() async throws {
        let changes = [
            "UPDATE votes SET outcome = 'b' WHERE sequence = 3",
            "UPDATE votes SET cast_at = cast_at + 1 WHERE sequence = 3",
            "UPDATE votes SET voter = 'xxxxxxxxxxxxxxxxxxxxxx' WHERE sequence = 3",
            "UPDATE votes SET kind = 'pair' WHERE sequence = 3",
            """
            UPDATE battles SET a_version = b_version
            WHERE id = (SELECT battle FROM votes WHERE sequence = 3)
            """,
            """
            UPDATE replies SET text = 'Other words.' WHERE side = 'b'
                AND battle = (SELECT battle FROM votes WHERE sequence = 3)
            """,
            """
            UPDATE turns SET prompt = 'Another prompt'
            WHERE battle = (SELECT battle FROM votes WHERE sequence = 3)
            """,
            "UPDATE vote_chain SET salt = zeroblob(16) WHERE sequence = 3",
            "UPDATE vote_chain SET salt = NULL WHERE sequence = 3",
            "UPDATE vote_chain SET leaf = zeroblob(32) WHERE sequence = 3",
            "UPDATE vote_chain SET head = zeroblob(32) WHERE sequence = 3",
            "DELETE FROM vote_chain WHERE sequence = 3",
            "DELETE FROM votes WHERE sequence = 3",
            """
            UPDATE votes SET sequence = -1 WHERE sequence = 3;
            UPDATE votes SET sequence = 3 WHERE sequence = 4;
            UPDATE votes SET sequence = 4 WHERE sequence = -1;
            """,
        ]
        for change in changes {
            let folder = try await filled()
            try tamper(folder, change)
            let store = try SQLiteStore.open(folder: folder.path)
            let error = await #expect(throws: LedgerDamage.self, "\(change)") {
                try await store.inspectChain(pieces: 2)
            }
            #expect(error?.sequence == 3, "\(change)")
            #expect(await store.damage()?.sequence == 3)
            await #expect(throws: ArenaError.readOnly) { try await store.vote(.a) }
            #expect(try await store.votes(of: nil, after: 0, limit: 9).count >= 4)
        }
    }

    @Test func `a start finds what the newest rows tell, and writes nothing`() async throws {
        let folder = try await filled()
        try tamper(folder, "UPDATE votes SET outcome = 'b' WHERE sequence = 5")
        let store = try SQLiteStore.open(folder: folder.path)
        #expect(await store.damage() == LedgerDamage(LedgerFault(5, .leaf)))
        await #expect(throws: ArenaError.readOnly) {
            try await store.register([try contender("gamma")], at: time(0))
        }
        #expect(try await store.census().contenderVersions == 2)
    }

    @Test func `a deleted, cut or older log is a loss that the anchor tells`() async throws {
        for damage in ["deleted", "cut", "yesterday's"] {
            let copy = try await copyOfRunning()
            let log = copy.path + "/arena.db-wal"
            switch damage {
            case "deleted": try FileManager.default.removeItem(atPath: log)
            case "cut":
                let size = try #require(FileManager.default.contents(atPath: log)).count
                #expect(truncate(log, off_t(size / 2)) == 0)
            default:
                // The database of before, with the anchor of now.
                let old = try await filled()
                try FileManager.default.removeItem(atPath: log)
                try FileManager.default.removeItem(atPath: copy.path + "/arena.db")
                try FileManager.default.copyItem(
                    atPath: old.path + "/arena.db", toPath: copy.path + "/arena.db")
            }
            let store = try SQLiteStore.open(folder: copy.path)
            let found = try #require(await store.damage(), "\(damage)")
            #expect(found.kind == .lost, "\(damage)")
            let kept = try await store.votes(of: nil, after: 0, limit: 99).count
            #expect(found.sequence == Int64(kept + 1), "\(damage)")
            await #expect(throws: ArenaError.readOnly) { try await store.vote(.a) }
        }
    }

    @Test func `a suffix that was chained anew is told by the anchor`() async throws {
        let folder = try await filled()
        let other = try await filled()
        try FileManager.default.removeItem(atPath: folder.path + "/arena.db")
        try FileManager.default.copyItem(
            atPath: other.path + "/arena.db", toPath: folder.path + "/arena.db")
        let store = try SQLiteStore.open(folder: folder.path)
        #expect(await store.damage()?.kind == .rewritten)
        #expect(await store.damage()?.sequence == 5)
    }

    @Test func `a chain without an anchor is not believed, an empty one is`() async throws {
        let folder = try await filled()
        try FileManager.default.removeItem(atPath: folder.path + "/arena.anchor")
        let store = try SQLiteStore.open(folder: folder.path)
        #expect(await store.damage()?.kind == .anchor)
        let fresh = try SQLiteStore.open(folder: self.folder.path)
        #expect(await fresh.damage() == nil)
        let anchor = try Data(contentsOf: URL(filePath: self.folder.path + "/arena.anchor"))
        #expect(LedgerAnchor(file: anchor) == LedgerAnchor())
    }

    @Test
    func `the anchor is on the disk before a vote is answered, and a crash may leave it behind`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let file = URL(filePath: folder.path + "/arena.anchor")
        for number in 1...4 {
            let receipt = try await store.vote(.a)
            let anchor = try #require(LedgerAnchor(file: try Data(contentsOf: file)))
            #expect(anchor.sequence == Int64(number) && anchor.head == receipt.head)
        }
        let old = LedgerAnchor(
            generation: 9, sequence: 2, head: try #require(await store.receipt(of: 2)).head)
        try store.close()
        try (LedgerAnchor().slot + old.slot).write(to: file)
        let again = try SQLiteStore.open(folder: folder.path)
        #expect(await again.damage() == nil)
        #expect(LedgerAnchor(file: try Data(contentsOf: file))?.sequence == 4)
    }

    /// A folder with five votes, closed.
    private func filled() async throws -> TemporaryFolder {
        let folder = TemporaryFolder()
        let store = try SQLiteStore.open(folder: folder.path)
        for index in 0..<5 { try await store.vote(index == 3 ? .b : .a) }
        try store.close()
        return folder
    }

    /// The files of a running arena with five votes in the database and five in the log.
    private func copyOfRunning() async throws -> TemporaryFolder {
        let folder = try await filled()
        let store = try SQLiteStore.open(folder: folder.path)
        for _ in 0..<5 { try await store.vote(.tie) }
        let copy = TemporaryFolder()
        try FileManager.default.copyItem(atPath: folder.path, toPath: copy.path)
        try store.close()
        return copy
    }
}

/// Changes rows as somebody with the file could: without triggers and without keys.
func tamper(_ folder: TemporaryFolder, _ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(
        path: folder.path + "/arena.db", configuration: configuration)
    try queue.writeWithoutTransaction { db in
        let triggers = try Row.fetchAll(
            db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        for row in triggers { try db.execute(sql: "DROP TRIGGER \(row["name"] as String)") }
        try db.execute(sql: sql)
        for row in triggers { try db.execute(sql: row["sql"] as String) }
    }
    try queue.close()
}

extension SQLiteStore {
    /// Plays a battle and casts a vote on it.
    @discardableResult
    func vote(_ outcome: VoteOutcome) async throws -> VoteReceipt {
        let battle = try await play()
        let vote = Vote(battle: battle.id, voter: battle.voter, outcome: outcome, castAt: time(60))
        return try await cast(Ballot(vote, in: battle.categories), for: nil).receipt
    }
}
