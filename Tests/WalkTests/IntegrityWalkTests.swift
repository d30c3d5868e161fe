import Arena
import Foundation
import Providers
import SQLiteStore
import Testing

/// What the detectors found, as an operator sees and settles it over HTTP.
struct IntegrityWalkTests {
    @Test func `an operator sees who was taken out, confirms it, and takes that back`() async throws
    {
        let (arena, admin) = try await Self.suspected()
        defer { arena.program.end() }
        let list = try await admin.visitor.get("/api/v1/admin/integrity")
        #expect(try list.field("items", "0", "decision") == "open")
        let number = try list.field("items", "0", "number")
        let voter = try list.field("items", "0", "voter")
        #expect(voter.utf8.count == 8)
        let page = try await admin.ask("/admin/integrity").body
        #expect(page.contains(voter))
        let out = try await admin.visitor.get("/api/v1/admin/votes?standing=quarantine")
        #expect(try out.field("items", "0", "number") == "\(Self.votes)")

        let path = "/admin/integrity/\(number)"
        try await admin.confirm(path + "?decision=confirmed")
        #expect(try await Self.decision(admin) == "confirmed")
        #expect(try await arena.leaderboardVotes() == 0)
        try await admin.confirm(path + "?decision=cleared")
        #expect(try await Self.decision(admin) == "cleared")
        let visitor = try Visitor(arena.address)
        _ = try await arena.leaderboard(withVotes: Self.votes, as: visitor)
        let log = try await admin.actions()
        #expect(log.prefix(2) == ["votes_restored", "votes_excluded"])
        let odd = try await admin.visitor.get(path + "?decision=open")
        #expect(odd.status == 400)
        let late = try await admin.confirm(path + "?decision=confirmed")
        #expect(late.status == 400, "who was cleared stays so")
        #expect(try await Self.decision(admin) == "cleared")
    }

    @Test func `nobody else sees or settles what was found`() async throws {
        let (arena, admin) = try await Self.suspected()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        for path in ["/admin/integrity", "/admin/integrity/1?decision=cleared"] {
            let page = try await visitor.get(path)
            #expect(page.status == 303, "\(path)")
            #expect(page.headers.contains { $0.name == "location" && $0.value == "/admin/enter" })
        }
        #expect(try await visitor.get("/api/v1/admin/integrity").status == 401)
        let posted = try await visitor.post("/admin/integrity/1", form: ["decision": "cleared"])
        #expect(posted.status == 401)
        let untold = try await admin.visitor.post(
            "/admin/integrity/1", form: ["decision": "cleared"])
        #expect(untold.status == 403)
        #expect(try await Self.decision(admin) == "open")
    }

    private static let votes = 3

    /// An arena whose only voter was found by a detector while it stood still.
    private static func suspected() async throws -> (Arena, Administrator) {
        let first = try await Arena()
        let visitor = try Visitor(first.address)
        for _ in 0..<votes {
            let id = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"])
                .field("id")
            _ = try await visitor.get("/api/v1/battles/\(id)/stream")
            let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
            try #require(vote.status == 201)
        }
        #expect(await first.program.stop() == 0)
        let store = try SQLiteStore.open(folder: first.folder.path)
        let voter = try #require(
            try await store.battles(of: nil, after: nil, limit: 1).first?.voter)
        let found = Suspicion(detector: .side, figure: 1e-6, votes: votes, contender: nil)
        let entry = AuditEntry(
            at: Date(), author: Ruling.arena, action: .votesExcluded, subject: "1 voter")
        _ = try await store.quarantine([(voter, found)], logging: entry)
        try store.close()
        let arena = try await first.again()
        return (arena, try await Administrator(arena))
    }

    private static func decision(_ admin: Administrator) async throws -> String {
        try await admin.visitor.get("/api/v1/admin/integrity").field("items", "0", "decision")
    }
}

extension Arena {
    /// How many votes the leaderboard is made of; none before there is one.
    fileprivate func leaderboardVotes() async throws -> Int {
        try await Visitor(address).get("/api/v1/leaderboard").votes
    }
}

extension Visitor.Answer {
    /// The votes of a leaderboard, 0 where there is none.
    fileprivate var votes: Int {
        get throws { status == 200 ? Int(try field("votes")) ?? -1 : 0 }
    }
}
