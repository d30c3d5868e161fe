import Arena
import Foundation
import GRDB
import Ratings
import SQLiteStore
import Testing

/// A voter goes, and nothing of him stays but counts.
struct ErasureTests {
    private let folder = TemporaryFolder()

    /// A voter with a voted battle of two turns and a comment, one in play and one skipped, among
    /// forty battles of others.
    private func filled() async throws -> (SQLiteStore, VoterID, voted: Battle, live: Battle) {
        let store = try SQLiteStore.open(folder: folder.path)
        let voter = VoterID()
        for number in 0..<20 { try await playOther(number, in: store) }
        var voted = try battle(of: voter, "canary-prompt-one", at: 1000)
        try await store.open(voted)
        answer(&voted, a: long("canary-reply-a"), b: long("canary-reply-b"))
        try await store.keep(voted)
        _ = try voted.begin(try Prompt("canary-second-turn"), at: time(1010))
        try await store.begin(try #require(voted.turns.last), of: voted.id)
        answer(&voted, a: "canary-short", b: "plain")
        try await store.keep(voted)
        let sequence = try await store.cast(.a, on: voted)
        try await store.write { db in
            try db.execute(
                sql: "INSERT INTO vote_comments VALUES (?, 'before', 'canary-comment')",
                arguments: [sequence])
            try db.execute(
                sql: """
                    INSERT INTO invitations (number, digest, name, made_at, expires_at, uses)
                    VALUES (1, ?, 'Friends', 0, 10, 2)
                    """, arguments: [String(repeating: "d", count: 64)])
            try db.execute(
                sql: "INSERT INTO members VALUES (?, 1, 5)", arguments: [voter.text])
        }
        let live = try battle(of: voter, "canary-live", at: 1020)
        try await store.open(live)
        var skipped = try battle(of: voter, "canary-skipped", at: 1030)
        try await store.open(skipped)
        skipped.append("canary-broken", to: .a)
        skipped.fail(.a, with: ReplyFault(.brokeOff, detail: "canary-fault"))
        skipped.fail(.b, with: ReplyFault(.brokeOff))
        try await store.keep(skipped)
        for number in 20..<40 { try await playOther(number, in: store) }
        return (store, voter, voted, live)
    }

    private func playOther(_ number: Int, in store: SQLiteStore) async throws {
        let other = try await store.play(
            openedAt: time(Double(number)), prompt: "other \(number) " + long("words"))
        try await store.cast(number.isMultiple(of: 3) ? .b : .a, on: other)
    }

    private func battle(of voter: VoterID, _ prompt: String, at second: Double) throws -> Battle {
        var battle = Battle(
            voter: voter,
            contenders: Sides(a: try contender("alpha"), b: try contender("beta")),
            probability: 0.5, openedAt: time(second))
        _ = try battle.begin(try Prompt(prompt), at: time(second))
        return battle
    }

    private func long(_ word: String) -> String {
        repeatElement(word, count: 600).joined(separator: " ")
    }

    /// The bytes of the database and of its log.
    private func bytes() throws -> Data {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try files.filter { $0.hasPrefix("arena.db") }.reduce(into: Data()) {
            $0.append(try Data(contentsOf: URL(filePath: folder.path + "/" + $1)))
        }
    }

    /// Every row of the forty battles of others.
    private func others(in store: SQLiteStore) async throws -> String {
        try await store.read { db in
            let theirs = "(SELECT battle FROM turns WHERE prompt LIKE 'other %')"
            return try [
                "battles WHERE id IN \(theirs)", "votes WHERE battle IN \(theirs)",
                "turns WHERE battle IN \(theirs)", "replies WHERE battle IN \(theirs)",
            ].map { try Row.fetchAll(db, sql: "SELECT * FROM \($0) ORDER BY 1, 2, 3").description }
                .joined()
        }
    }

    @Test func `no byte of an erased voter's text or name is left in the files`() async throws {
        let (store, voter, _, _) = try await filled()
        #expect(try bytes().range(of: Data("canary".utf8)) != nil)
        #expect(try bytes().range(of: Data(voter.text.utf8)) != nil)
        let erasure = try await store.erase(voter, at: time(5000))
        #expect(erasure == Erasure(battles: 3, votes: 1, pools: [.real]))
        #expect(try bytes().range(of: Data("canary".utf8)) == nil)
        #expect(try bytes().range(of: Data(voter.text.utf8)) == nil)
        #expect(try await store.battles(of: voter, before: nil, limit: 10) == [])
        #expect(try await store.votes(of: voter) == [])
        let members = try await store.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM members")
        }
        #expect(members == 1)
        try store.close()
        #expect(try bytes().range(of: Data("canary".utf8)) == nil)
    }

    /// Copies of rows that SQLite moved between pages go with the old file; which they are depends
    /// on chance, so what is looked at is that the file has no unused page any more.
    @Test func `the file is written anew with an erasure, and not without one`() async throws {
        let (store, voter, _, _) = try await filled()
        try await store.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE scratch (text TEXT) STRICT;
                    INSERT INTO scratch VALUES (hex(zeroblob(50000)));
                    DROP TABLE scratch;
                    """)
        }
        let unused = { () async throws in
            try await store.read { db in try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0 }
        }
        #expect(try await unused() > 0)
        _ = try await store.erase(VoterID(), at: time(5000))
        #expect(try await unused() > 0)
        _ = try await store.erase(voter, at: time(5000))
        #expect(try await unused() == 0)
    }

    @Test func `the tally loses the vote, the numbers keep no gap, other rows do not change`()
        async throws
    {
        let (store, voter, voted, _) = try await filled()
        let before = try await others(in: store)
        let counted = try await store.tally(of: .real)
        #expect(counted.tally.votes == 41)
        _ = try await store.erase(voter, at: time(5000))
        #expect(try await store.tally(of: .real).tally.votes == 40)
        #expect(try await store.tally(of: .real).lastSequence == counted.lastSequence)
        let numbers = try await store.read { db in
            try Int64.fetchAll(db, sql: "SELECT sequence FROM votes ORDER BY sequence")
        }
        #expect(numbers == Array(1...41))
        let names = try await store.read { db in
            try String.fetchAll(db, sql: "SELECT voter FROM erasures")
        }
        #expect(Set(names).count == 3)
        #expect(try await others(in: store) == before)
        let left = try await store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT voter FROM battles WHERE id IN (SELECT battle FROM erasures)
                    UNION SELECT voter FROM votes WHERE battle IN (SELECT battle FROM erasures)
                    """)
        }
        #expect(Set(left) == Set(names))
        #expect(try await store.isErased(voted.id))
    }

    @Test func `a reply that comes after the erasure is not kept`() async throws {
        let (store, voter, _, unended) = try await filled()
        var live = unended
        _ = try await store.erase(voter, at: time(5000))
        answer(&live, a: "canary-late", b: "canary-later")
        await #expect(throws: ArenaError.closed(.skipped)) { try await store.keep(live) }
        let kept = try #require(try await store.battle(live.id))
        #expect(kept.state == .skipped)
        #expect(kept.turns.map(\.prompt.text) == ["[erased]"])
    }

    @Test func `exports leave out what was erased`() async throws {
        let (store, voter, _, _) = try await filled()
        #expect(try await store.votes(of: nil, after: 0, limit: 99).count == 41)
        #expect(try await store.battles(of: nil, after: nil, limit: 99).count == 42)
        _ = try await store.erase(voter, at: time(5000))
        #expect(try await store.votes(of: nil, after: 0, limit: 99).count == 40)
        #expect(try await store.votes(of: .real, after: 0, limit: 99).count == 40)
        #expect(try await store.battles(of: nil, after: nil, limit: 99).count == 40)
    }

    @Test func `a voter without battles, and one who is gone already, are erased without a trace`()
        async throws
    {
        let (store, voter, _, _) = try await filled()
        #expect(try await store.erase(VoterID(), at: time(5000)) == Erasure())
        _ = try await store.erase(voter, at: time(5000))
        #expect(try await store.erase(voter, at: time(6000)) == Erasure())
    }

    @Test func `a voter's battles come newest first, page by page, with his votes`() async throws {
        let (store, voter, voted, live) = try await filled()
        let page = try await store.battles(of: voter, before: nil, limit: 2)
        #expect(page.count == 2 && page[1].id == live.id)
        let last = try #require(page.last)
        let rest = try await store.battles(
            of: voter, before: BattleCursor(openedAt: last.openedAt, id: last.id), limit: 2)
        #expect(rest.map(\.id) == [voted.id])
        let votes = try await store.votes(of: voter)
        #expect(votes.map(\.outcome) == [.a] && votes[0].isCounted)
        let sequence = try await store.read { db in
            try Int64.fetchOne(
                db, sql: "SELECT sequence FROM votes WHERE battle = ?", arguments: [voted.id.text])
        }
        try await store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO vote_rulings (sequence, counts, reason, author, at)
                    VALUES (?, 0, 'unseen', 'arena', 0)
                    """, arguments: [sequence])
        }
        #expect(try await store.votes(of: voter).map(\.isCounted) == [false])
        #expect(try await store.erase(voter, at: time(5000)).votes == 1)
    }
}
