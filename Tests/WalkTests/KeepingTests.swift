import Foundation
import Providers
import TestSupport
import Testing

/// Receipts, repeated requests, `arena verify`, `backup` and `restore`, through the built program.
@Suite(.serialized)
struct KeepingTests {
    @Test
    func `a vote sent twice under one key is cast once and answered twice, also after a kill`()
        async throws
    {
        var arena = try await Arena()
        defer { arena.program.end() }
        var visitor = try Visitor(arena.address)
        let id = try await battle(of: visitor)
        let (path, headers) = ("/api/v1/battles/\(id)/vote", Self.key(1))
        let vote = try await visitor.post(path, json: ["outcome": "a"], headers: headers)
        #expect(vote.status == 201)
        let again = try await visitor.post(path, json: ["outcome": "a"], headers: headers)
        #expect(again.status == 201 && again.body == vote.body)
        await arena.program.kill()
        arena = try await arena.again()
        visitor = try visitor.moved(to: arena.address)
        let later = try await visitor.post(path, json: ["outcome": "a"], headers: headers)
        #expect(later.status == 201 && later.body == vote.body)
        let other = try await visitor.post(path, json: ["outcome": "b"], headers: headers)
        #expect(other.status == 422)
        #expect(try other.field("code") == "idempotency-mismatch")
        let fresh = try await visitor.post(path, json: ["outcome": "a"], headers: Self.key(2))
        #expect(try fresh.status == 409 && fresh.field("code") == "already-voted")
        let wrong = try await visitor.post(
            path, json: ["outcome": "a"], headers: ["Idempotency-Key": "1"])
        #expect(try wrong.status == 400 && wrong.field("code") == "validation")
    }

    @Test func `a battle opened twice under one key is one battle`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        _ = try await battle(of: visitor)
        let first = try await visitor.post(
            "/api/v1/battles", json: ["prompt": "Why?"], headers: Self.key(3))
        let second = try await visitor.post(
            "/api/v1/battles", json: ["prompt": "Why?"], headers: Self.key(3))
        #expect(first.status == 201 && second.status == 201)
        #expect(first.body == second.body)
        #expect(
            second.headers.first { $0.name == "location" }?.value
                == "/api/v1/battles/\(try first.field("id"))")
        let mine = try await visitor.get("/api/v1/me")
        #expect(!mine.body.contains("\"battles\":[]"))
        let third = try await visitor.post(
            "/api/v1/battles", json: ["prompt": "Why not?"], headers: Self.key(3))
        #expect(third.status == 422)
    }

    @Test func `a receipt is given with the vote, by number, and on the page, and is checked`()
        async throws
    {
        let arena = try await Arena()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let id = try await battle(of: visitor)
        let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "tie"])
        let leaf = try vote.field("receipt", "leaf")
        #expect(try vote.field("receipt", "sequence") == "1")
        let stranger = try Visitor(arena.address)
        let receipt = try await stranger.get("/api/v1/receipts/1")
        #expect(try receipt.status == 200 && receipt.field("leaf") == leaf)
        let none = try await stranger.get("/api/v1/receipts/2")
        #expect(try none.status == 404 && none.field("code") == "no-such-vote")
        #expect(try await visitor.get("/b/\(id)").body.contains(leaf))

        let file = arena.folder.path + "/receipt.json"
        for (text, code) in [
            (receipt.body, Int32(0)), (vote.body, 0),
            (receipt.body.replacingOccurrences(of: leaf, with: Self.otherHash), 1),
            (receipt.body.replacingOccurrences(of: "\"sequence\":1", with: "\"sequence\":9"), 1),
            ("{}", 65),
        ] {
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            let checked = try await Program.run(
                ["verify", "--data", arena.folder.path, "--receipt", file])
            #expect(checked.code == code, "\(checked.errors)")
        }
    }

    @Test func `lost votes make the arena read-only until the operator decides`() async throws {
        var arena = try await Arena()
        defer { arena.program.end() }
        var visitor = try Visitor(arena.address)
        for _ in 0..<2 { try await vote(as: visitor) }
        let data = arena.folder.path
        #expect(try await Program.run(["verify", "--data", data]).code == 0)
        await arena.program.kill()
        try FileManager.default.removeItem(atPath: data + "/arena.db-wal")
        let report = try await Program.run(["verify", "--json", "--data", data])
        // A database that was never emptied into has no table yet, and no version to read.
        #expect(report.code != 0)
        arena = try await arena.again()
        visitor = try visitor.moved(to: arena.address)
        let refused = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"])
        #expect(try refused.status == 503 && refused.field("code") == "read-only")
        #expect(try await visitor.get("/").status == 200)
        #expect(try await visitor.get("/leaderboard").status == 200)
        let ready = try await visitor.get("/readyz")
        #expect(try ready.status == 503 && ready.field("writable") == "0")
        #expect(await arena.program.stop() == 0)
        let broken = try await Program.run(["verify", "--json", "--data", data])
        #expect(broken.code == 1)
        #expect(broken.output.contains("\"first_bad_sequence\":1"))
        let accepted = try await Program.run(["verify", "--data", data, "--accept-loss", "a test"])
        #expect(accepted.code == 0 && accepted.output.contains("2 acknowledged votes are gone"))
        #expect(try await Program.run(["verify", "--data", data]).code == 0)
        arena = try await arena.again()
        try await vote(as: try Visitor(arena.address))
        #expect(try await Program.run(["verify", "--data", data]).code == 0)
    }

    @Test func `a backup of a running arena is whole, drilled, and restored elsewhere`()
        async throws
    {
        let arena = try await Arena()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        for _ in 0..<2 { try await vote(as: visitor) }
        let folder = try TemporaryFolder()
        let backup = try await Program.run(["backup", folder.path, "--data", arena.folder.path])
        #expect(backup.code == 0, "\(backup.errors)")
        let file = backup.output.trimmingCharacters(in: .newlines)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let name = URL(filePath: file).lastPathComponent
        #expect(names == [name, name + ".sha256"])
        let again = try await Program.run(["backup", file, "--data", arena.folder.path])
        #expect(again.code == 73)
        try await vote(as: visitor)

        let drill = try await Program.run(["restore", file, "--drill"])
        #expect(drill.code == 0 && drill.output.contains("2 votes"), "\(drill.errors)")
        let busy = try await Program.run(["restore", file, "--data", arena.folder.path])
        #expect(busy.code == 75)
        let new = folder.path + "/new"
        let restored = try await Program.run(["restore", file, "--data", new])
        #expect(restored.code == 0 && restored.output.contains("2 votes"))
        #expect(try await Program.run(["verify", "--data", new]).code == 0)
        #expect(try await Program.run(["restore", file, "--data", new]).code == 73)

        var bytes = try Data(contentsOf: URL(filePath: file))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: file))
        let flipped = try await Program.run(["restore", file, "--drill"])
        #expect(flipped.code == 65 && flipped.errors.contains("[checksum]"))
    }

    private static let otherHash = String(repeating: "0", count: 64)

    private static func key(_ number: Int) -> [String: String] {
        ["Idempotency-Key": "6f9619ff-8b86-d011-b42d-00cf4fc9640\(number)"]
    }

    /// A battle of this visitor's whose answers are there.
    private func battle(of visitor: Visitor) async throws -> String {
        let opened = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"])
        let id = try opened.field("id")
        _ = try await visitor.get("/api/v1/battles/\(id)/stream")
        return id
    }

    private func vote(as visitor: Visitor) async throws {
        let id = try await battle(of: visitor)
        let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
        #expect(vote.status == 201, "\(vote.body)")
    }
}
