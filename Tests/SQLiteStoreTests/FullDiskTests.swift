import Arena
import Foundation
import GRDB
import Ratings
import SQLiteStore
import Synchronization
import Testing

/// A disk that is nearly full, full, or broken; and a request that comes twice.
@Suite struct FullDiskTests {
    private let folder = TemporaryFolder()

    @Test func `a full disk refuses what does not fit, keeps what was kept, and goes on by itself`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let battles = [try await store.play(), try await store.play()]
        try await store.cast(.a, on: battles[0])
        let pages = try await store.write { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
            return pages
        }
        await #expect(throws: ArenaError.diskFull) {
            for _ in 0..<200 {
                _ = try await store.play(prompt: String(repeating: "long ", count: 999))
            }
        }
        #expect(try await store.battle(battles[0].id)?.vote != nil)
        try await store.write { db in
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 100_000)")
        }
        #expect(try await store.cast(.b, on: battles[1]) == 2)
        #expect(try await store.inspect().isSound)
    }

    @Test func `under the mark no battle is opened, and votes are taken`() async throws {
        let free = Mutex<Int64>(600 << 20)
        let store = try SQLiteStore.open(folder: folder.path) { _ in
            Headroom.Volume(size: 100 << 30, free: free.withLock { $0 })
        }
        let battle = try await store.play()
        let other = TemporaryFolder()
        free.withLock { $0 = 100 << 20 }
        let low = try SQLiteStore.open(folder: other.path) { _ in
            Headroom.Volume(size: 100 << 30, free: free.withLock { $0 })
        }
        await #expect(throws: ArenaError.diskLow) { try await low.open(try streaming()) }
        #expect(try await store.cast(.a, on: battle) == 1)
        let unlimited = Headroom(minimum: 0) { Headroom.Volume(size: 1, free: 0) }
        #expect(await unlimited.isEnough)
        let silent = Headroom(minimum: 1) { nil }
        #expect(await silent.isEnough)
    }

    @Test func `a small volume has a smaller mark`() {
        let mark: Int64 = 512 << 20
        #expect(!Headroom.Volume(size: 4 << 30, free: mark - 1).hasRoom(mark))
        #expect(Headroom.Volume(size: 4 << 30, free: mark).hasRoom(mark))
        #expect(Headroom.Volume(size: 1 << 30, free: 128 << 20).hasRoom(mark))
        #expect(!Headroom.Volume(size: 1 << 30, free: 127 << 20).hasRoom(mark))
        #expect(!Headroom.Volume(size: 40 << 30, free: 9 << 30).hasRoom(10 << 30))
    }

    @Test func `a fault of the disk is told once, and nothing is acknowledged after it`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        await #expect(throws: ArenaError.self) {
            try await store.write { _ in throw DatabaseError(resultCode: .SQLITE_IOERR_WRITE) }
        }
        var told: [String] = []
        for await words in store.failures { told.append(words) }
        #expect(told.count == 1 && told[0].hasPrefix("SQLite 778"))
        await #expect(throws: ArenaError.self) { try await store.cast(.a, on: battle) }
        #expect(try await store.battle(battle.id)?.vote == nil)
    }

    @Test func `an empty log is left when nothing is written`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        try await store.vote(.a)
        #expect(store.log.bytes > 0)
        try await store.emptyLog()
        #expect(store.log.bytes == 0)
        #expect(try await store.vote(.a).sequence == 2)
    }

    @Test func `a network file system is told by its mount, the nearest one counting`() {
        let mounts = """
            21 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
            30 21 0:30 / /mnt/share rw - nfs4 server:/share rw
            31 30 0:31 / /mnt/share/local rw - ext4 /dev/vdb rw
            32 21 0:32 / /mnt/with\\040blank rw master:1 - fuse.sshfs me@there: rw
            33 21 0:33 / /over rw - fuse.fuse-overlayfs fuse rw
            """
        let kind = { FileSystem.networkKind(of: $0, mounts: mounts) }
        #expect(kind("/srv/arena") == nil)
        #expect(kind("/mnt/share/arena") == "nfs4")
        #expect(kind("/mnt/share/local/arena") == nil)
        #expect(kind("/mnt/shared") == nil)
        #expect(kind("/mnt/with blank") == "fuse.sshfs")
        #expect(kind("/over/arena") == nil)
        let error = OpeningError.networkFileSystem("/data", kind: "nfs4")
        #expect(error.description.contains("storage.allow_network"))
        #expect(OpeningError.readOnlyFileSystem("/data").description.contains("read-only"))
    }

    @Test func `a request with a key is answered as before, and only its own voter's`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        let key = try key("{}")
        let vote = Vote(battle: battle.id, voter: battle.voter, outcome: .a, castAt: time(60))
        let request = KeptRequest(key) { Data("vote \($0?.receipt.sequence ?? 0)".utf8) }
        #expect(try await store.keptAnswer(to: key, of: battle.voter) == nil)
        _ = try await store.cast(Ballot(vote, in: []), for: request)
        #expect(try await store.keptAnswer(to: key, of: battle.voter) == Data("vote 1".utf8))
        #expect(try await store.keptAnswer(to: key, of: VoterID()) == nil)
        await #expect(throws: ArenaError.keyReused) {
            try await store.keptAnswer(to: try self.key("[]"), of: battle.voter)
        }
        try store.close()
        let again = try SQLiteStore.open(folder: folder.path)
        #expect(try await again.keptAnswer(to: key, of: battle.voter) == Data("vote 1".utf8))
        _ = try await again.erase(battle.voter, at: time(99))
        #expect(try await again.keptAnswer(to: key, of: battle.voter) == nil)
    }

    @Test func `a battle under a used key is not opened, and old answers go`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let voter = VoterID()
        let battles = try (0..<3).map { day in
            let opened = time(Double(day) * 31 * 86_400)
            var battle = Battle(
                voter: voter,
                contenders: Sides(a: try contender("alpha"), b: try contender("beta")),
                probability: 1, openedAt: opened)
            _ = try battle.begin(try Prompt("Hello?"), at: opened)
            return battle
        }
        let request = KeptRequest(try key("{}")) { _ in Data("opened".utf8) }
        try await store.open(battles[0], for: request)
        await #expect(throws: ArenaError.keyReused) {
            try await store.open(battles[1], for: request)
        }
        #expect(try await store.battle(battles[1].id) == nil)
        let other = try #require(RequestKey(UUID().uuidString, path: "/", body: Data()))
        try await store.open(battles[2], for: KeptRequest(other) { _ in Data() })
        #expect(try await store.keptAnswer(to: request.key, of: voter) == nil)
    }

    private func key(_ body: String) throws -> RequestKey {
        try #require(
            RequestKey(
                "6f9619ff-8b86-d011-b42d-00cf4fc964ff", path: "/vote", body: Data(body.utf8)))
    }
}
