import Foundation
import Providers
import Testing

/// A visitor's own pages and data, over sockets.
struct OwnTests {
    /// A visitor with a voted battle and one not voted on.
    private func played(_ arena: Arena) async throws -> (Visitor, voted: String, open: String) {
        let visitor = try Visitor(arena.address)
        var ids: [String] = []
        for prompt in ["canary-own-one", "canary-own-two"] {
            let opened = try await visitor.post("/api/v1/battles", json: ["prompt": prompt])
            ids.append(try opened.field("id"))
        }
        for id in ids {
            _ = try await visitor.get("/api/v1/battles/\(id)") {
                try $0.field("votable") == "1"
            }
        }
        let vote = try await visitor.post(
            "/api/v1/battles/\(ids[0])/vote", json: ["outcome": "a"])
        #expect(vote.status == 201)
        return (visitor, ids[0], ids[1])
    }

    @Test func `a voter sees his battles, unvoted ones masked, and takes them along`()
        async throws
    {
        let arena = try await Arena()
        let (visitor, voted, open) = try await played(arena)
        let page = try await visitor.get("/me")
        #expect(page.status == 200)
        #expect(page.body.contains("/b/\(voted)") && page.body.contains("/b/\(open)"))
        #expect(page.body.contains("the names are sealed") && page.body.contains("you chose"))
        let file = try await visitor.get("/me.json")
        #expect(try file.field("votes") == "1")
        #expect(try file.field("battles", "0", "id") == open)
        #expect(file.body.components(separatedBy: "\"reveal\":").count == 2)
        #expect(try file.field("battles", "1", "reveal", "a", "model").isEmpty == false)
        let first = try await visitor.get("/api/v1/me?limit=1")
        #expect(try first.field("battles", "0", "id") == open)
        let cursor = try first.field("next")
        let second = try await visitor.get("/api/v1/me?limit=1&cursor=\(cursor)")
        #expect(try second.field("battles", "0", "id") == voted)
        #expect(!second.body.contains("\"next\""))
        let stranger = try Visitor(arena.address)
        #expect(try await stranger.get("/me").body.contains("No votes from this browser."))
        for path in ["/api/v1/me", "/me.json"] {
            let refused = try await stranger.get(path)
            #expect(refused.status == 401 && refused.body.contains("no-voter"))
        }
        #expect(try await visitor.get("/api/v1/me?cursor=x").status == 400)
        #expect(try await visitor.get("/api/v1/me?limit=0").status == 400)
    }

    @Test func `an erasure by form leaves no text, withdraws the vote and ends the cookie`()
        async throws
    {
        let arena = try await Arena()
        let (visitor, voted, open) = try await played(arena)
        _ = try await arena.leaderboard(withVotes: 1, as: visitor)
        let page = try await visitor.get("/me/delete")
        let token = try #require(
            page.body.components(separatedBy: "name=\"token\" value=\"").dropFirst().first?
                .prefix { $0 != "\"" })
        let refused = try await visitor.post("/me/delete", form: ["token": "wrong"])
        #expect(refused.status == 403)
        let done = try await visitor.post("/me/delete", form: ["token": String(token)])
        #expect(done.status == 200)
        #expect(done.body.contains("2 battles were erased. 1 vote was withdrawn."))
        #expect(done.headers.contains { $0.name == "set-cookie" && $0.value.contains("Max-Age=0") })
        for id in [voted, open] {
            #expect(try await visitor.get("/b/\(id)").status == 410)
            let api = try await visitor.get("/api/v1/battles/\(id)")
            #expect(api.status == 410 && api.body.contains("\"erased\""))
        }
        // Two fits are a second apart.
        let end = ContinuousClock.now + .seconds(20)
        var board = try await visitor.get("/api/v1/leaderboard")
        while board.status != 404, ContinuousClock.now < end {
            board = try await visitor.get("/api/v1/leaderboard")
        }
        #expect(board.status == 404)
        let folder = arena.folder.path
        for file in try FileManager.default.contentsOfDirectory(atPath: folder)
        where file.hasPrefix("arena.db") {
            let data = try Data(contentsOf: URL(filePath: folder + "/" + file))
            #expect(data.range(of: Data("canary-own".utf8)) == nil, "\(file)")
        }
        await arena.program.stop()
        let again = try await arena.again()
        #expect(try await Visitor(again.address).get("/api/v1/leaderboard").status == 404)
    }
}
