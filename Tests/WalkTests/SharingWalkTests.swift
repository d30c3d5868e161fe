import Foundation
import Providers
import Testing

/// A battle shown to others by its link, over sockets.
struct SharingWalkTests {
    private func token(_ page: String) throws -> String {
        let rest = page.components(separatedBy: "name=\"token\" value=\"").dropFirst().first
        return String(try #require(rest).prefix { $0 != "\"" })
    }

    @Test func `whoever has the link judges blind, then sees the names and the voter's choice`()
        async throws
    {
        let arena = try await Arena()
        defer { arena.program.end() }
        let (owner, judge) = (try Visitor(arena.address), try Visitor(arena.address))
        let opened = try await owner.post("/api/v1/battles", json: ["prompt": "Why blue?"])
        let id = try opened.field("id")
        _ = try await owner.get("/api/v1/battles/\(id)") { try $0.field("votable") == "1" }
        #expect(try await owner.post("/api/v1/battles/\(id)/share", json: [:]).status == 404)
        let vote = try await owner.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
        #expect(vote.status == 201)
        #expect(try await judge.get("/b/\(id)").status == 404)

        let reveal = try await owner.get("/b/\(id)")
        let share = try await owner.post(
            "/b/\(id)/share", form: ["token": try token(reveal.body)])
        #expect(share.status == 303)
        let shared = try await owner.get("/b/\(id)")
        #expect(shared.body.contains("\(arena.address)/b/\(id)"))
        let blind = try await judge.get("/b/\(id)")
        #expect(blind.status == 200 && blind.body.contains("Judge it yourself first"))
        for secret in Upstreams.secrets {
            #expect(!judge.received.contains(secret), "\(secret) was told before the judgement")
        }
        #expect(try await judge.get("/api/v1/battles/\(id)").status == 404)
        let sent = try await judge.post(
            "/b/\(id)/judge", form: ["token": try token(blind.body), "outcome": "tie"])
        #expect(sent.status == 303)
        let judged = try await judge.get("/b/\(id)")
        #expect(judged.body.contains("You called it a tie."))
        #expect(judged.body.contains("Its voter chose <bdi>"))
        #expect(judged.body.contains("Aspen CANARY") && judged.body.contains("Birch CANARY"))
        let after = try await owner.get("/b/\(id)")
        #expect(after.body.contains("1 judge:"))
        let board = try await arena.leaderboard(withVotes: 1, as: owner)
        #expect(try board.field("votes") == "1")

        let reported = try await judge.post(
            "/b/\(id)/report", form: ["token": try token(judged.body), "kind": "personal"])
        #expect(reported.body.contains("The operator has your report"))
        _ = try await owner.post("/b/\(id)/unshare", form: ["token": try token(after.body)])
        #expect(try await judge.get("/b/\(id)").status == 404)
    }
}
