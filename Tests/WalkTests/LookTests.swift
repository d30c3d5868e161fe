import Foundation
import TestSupport
import Testing

/// Who administers an arena that nothing can be written to any more.
struct LookTests {
    private static let pages = [
        "", "/connections", "/contenders", "/contenders/aspen?status=paused&weight=1", "/pairing",
        "/votes", "/bursts?least=2", "/integrity", "/reports", "/budgets", "/fits", "/people",
        "/audit",
    ]

    private static let changes: [(String, [String: String])] = [
        ("/admin/contenders/aspen", ["status": "paused", "weight": "1"]),
        ("/admin/pairing/change", ["draw": "uniform", "control": "5"]),
        ("/admin/people/invite", ["name": "Eve", "days": "1", "uses": "1"]),
        ("/admin/people/1", ["revoked": "yes"]), ("/admin/people/session/1", [:]),
        ("/admin/votes/rule", ["counts": "no", "sequence": "1", "reason": "operator"]),
        ("/admin/integrity/1", ["decision": "cleared"]), ("/admin/reports/close", ["number": "1"]),
        ("/admin/connections/local-one/test", [:]),
    ]

    @Test func `an operator can look at an arena that lost votes, and change nothing`() async throws
    {
        let upstreams = try Upstreams()
        let arena = try await Self.damaged(upstreams)
        defer { arena.program.end() }
        let admin = try await Administrator(arena)
        for page in Self.pages {
            let answer = try await admin.visitor.get("/admin" + page)
            #expect(answer.status == 200, "\(page)")
        }
        let overview = try await admin.visitor.get("/admin").body
        #expect(overview.contains("The arena is read-only.") && overview.contains("arena verify"))
        #expect(try await admin.visitor.get("/api/v1/admin/audit").status == 200)

        let before = try Self.bytes(of: arena)
        let token = try await admin.token()
        let asked = upstreams.openAI.requests.count
        for (path, fields) in Self.changes {
            let answer = try await admin.visitor.post(
                path, form: fields.merging(["token": token]) { $1 })
            #expect(answer.status == 503, "\(path)")
            #expect(answer.body.contains("The arena can only be read"), "\(path)")
        }
        #expect(upstreams.openAI.requests.count == asked, "a provider was called")
        let stranger = try Visitor(arena.address)
        let used = try await stranger.post(
            "/admin/enter", form: ["code": try Administrator.code(in: arena.adminLink)])
        #expect(used.status == 403)
        #expect(try await stranger.get("/admin").status == 303)
        let forged = try await admin.visitor.post("/admin/leave", form: ["token": "x"])
        #expect(forged.status == 403)
        let left = try await admin.visitor.post("/admin/leave", form: ["token": token])
        #expect(left.status == 303)
        #expect(try await admin.visitor.get("/api/v1/admin/audit").status == 401)
        #expect(try Self.bytes(of: arena) == before)
    }

    @Test func `a look ends with the process`() async throws {
        let arena = try await Self.damaged(try Upstreams())
        let admin = try await Administrator(arena)
        #expect(try await admin.visitor.get("/admin").status == 200)
        #expect(await arena.program.stop() == 0)
        let again = try await arena.again()
        defer { again.program.end() }
        let later = try admin.visitor.moved(to: again.address)
        #expect(try await later.get("/admin").status == 303)
    }

    /// An arena on a folder whose acknowledged vote is gone.
    private static func damaged(_ upstreams: Upstreams) async throws -> Arena {
        let arena = try await Arena(
            settings: upstreams.configuration,
            upstreams: [upstreams.openAI, upstreams.anthropic])
        let visitor = try Visitor(arena.address)
        let id = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"]).field("id")
        _ = try await visitor.get("/api/v1/battles/\(id)/stream")
        let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
        try #require(vote.status == 201)
        await arena.program.kill()
        try FileManager.default.removeItem(atPath: arena.folder.path + "/arena.db-wal")
        return try await arena.again()
    }

    /// Everything the database is made of.
    private static func bytes(of arena: Arena) throws -> [Data?] {
        ["/arena.db", "/arena.db-wal", "/arena.anchor"].map {
            FileManager.default.contents(atPath: arena.folder.path + $0)
        }
    }
}
