import Foundation
import Providers
import TestSupport
import Testing

/// The whole walk through the built program, over real sockets.
@Suite(.serialized)
struct WalkTests {
    @Test func `a prompt becomes a vote, a rating and an export, blind until the vote`()
        async throws
    {
        let whole = Gate()
        let arena = try await Arena(endingAfter: whole)
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)

        _ = try await visitor.get("/")
        let opened = try await visitor.post(
            "/api/v1/battles", json: ["prompt": "Why is the sky blue?"])
        #expect(opened.status == 201)
        let id = try opened.field("id")
        let early = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
        #expect(early.status == 409)
        #expect(try early.field("code") == "not-complete")
        whole.open()
        let stream = try await visitor.get("/api/v1/battles/\(id)/stream")
        #expect(stream.body.contains("event: end"))
        #expect(stream.body.contains(#""votable":true"#))
        let blind = try await visitor.get("/api/v1/battles/\(id)")
        let texts = [
            try blind.field("turns", "0", "a", "text"), try blind.field("turns", "0", "b", "text"),
        ]
        #expect(
            Set(texts) == [
                "The sky is blue because of scattering.", "Short waves scatter more.",
            ])
        _ = try await visitor.get("/b/\(id)")
        _ = try await visitor.get("/leaderboard")
        _ = try await visitor.get("/api/v1/leaderboard")
        _ = try await visitor.get("/methodology")
        for secret in Upstreams.secrets {
            #expect(!visitor.received.contains(secret), "\(secret) was told before the vote")
        }

        let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
        #expect(vote.status == 201)
        let names = [
            try vote.field("reveal", "a", "model"), try vote.field("reveal", "b", "model"),
        ]
        #expect(Set(names) == ["aspen", "birch"])
        let isAspenLeft = names[0] == "aspen"
        #expect((texts[0].hasPrefix("The sky")) == isAspenLeft)
        let cost = try vote.field("reveal", isAspenLeft ? "a" : "b", "cost_usd")
        // 776,655 × 0.40 + 12 × 1.60 dollars per million
        #expect(cost == "0.3106812")
        let again = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "b"])
        #expect(again.status == 409)
        #expect(try again.field("code") == "already-voted")
        #expect(try again.field("vote") == "a")
        let page = try await visitor.get("/b/\(id)")
        #expect(page.body.contains("Aspen CANARY") && page.body.contains("Birch CANARY"))

        let board = try await arena.leaderboard(withVotes: 1, as: visitor)
        #expect(try board.field("models", "0", "id") == names[0])
        let export = try await Program.run(
            ["export", "votes", "--data", arena.folder.path, "--format", "jsonl"])
        #expect(export.code == 0)
        #expect(export.output.contains(#""model_a":"\#(names[0])""#))
        #expect(export.output.contains(#""winner":"model_a""#))
        let rated = try await Program.run(["rate", "--format", "json", "-"], input: export.output)
        #expect(rated.output.contains(names[0]))
    }

    @Test func `a stranger finds no battle, and a vote needs the battle's own voter`() async throws
    {
        let arena = try await Arena()
        defer { arena.program.end() }
        let (owner, stranger) = (try Visitor(arena.address), try Visitor(arena.address))
        _ = try await stranger.get("/")
        let id = try await owner.post("/api/v1/battles", json: ["prompt": "Hello?"]).field("id")
        _ = try await owner.get("/api/v1/battles/\(id)/stream")
        let unknown = "AAAAAAAAAAAAAAAAAAAAAA"
        for path in ["", "/stream"] {
            let theirs = try await stranger.get("/api/v1/battles/\(id)\(path)")
            let nobodys = try await stranger.get("/api/v1/battles/\(unknown)\(path)")
            #expect(theirs.status == 404)
            #expect(
                theirs.body.replacing(id, with: "") == nobodys.body.replacing(unknown, with: ""))
        }
        let vote = try await stranger.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
        #expect(vote.status == 404)
        #expect(
            try await owner.post("/api/v1/battles/\(id)/vote", json: ["outcome": "tie"]).status
                == 201)
    }

    @Test func `whoever lost the connection gets the rest of the stream`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let id = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"]).field("id")
        let whole = try await visitor.get("/api/v1/battles/\(id)/stream").body
        let ids = whole.split(separator: "\n").filter { $0.hasPrefix("id: ") }.map {
            $0.dropFirst(4)
        }
        try #require(ids.count > 4)
        let rest = try await visitor.get(
            "/api/v1/battles/\(id)/stream", headers: ["Last-Event-ID": String(ids[1])])
        #expect(rest.body.contains("event: end"))
        #expect(!rest.body.contains("id: \(ids[1])\n"))
        let after = try await visitor.get(
            "/api/v1/battles/\(id)/stream", headers: ["Last-Event-ID": String(ids[ids.count - 1])])
        #expect(after.status == 204)
    }

    @Test func `a vote outlives the process, and a battle under way is left in order`() async throws
    {
        let arena = try await Arena()
        let visitor = try Visitor(arena.address)
        let id = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"]).field("id")
        _ = try await visitor.get("/api/v1/battles/\(id)/stream")
        #expect(
            try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "both_bad"])
                .status == 201)
        _ = try await visitor.post("/api/v1/battles", json: ["prompt": "And now?"])
        await arena.program.kill()

        let second = try await arena.again()
        defer { second.program.end() }
        let doctor = try await Program.run(
            ["export", "votes", "--data", second.folder.path, "--format", "jsonl"])
        #expect(doctor.output.split(separator: "\n").count == 1)
        #expect(doctor.output.contains(#""winner":"tie (bothbad)""#))
        let battles = try await Program.run(["export", "battles", "--data", second.folder.path])
        #expect(!battles.output.contains(#""state":"streaming""#))
    }

    @Test func `a page of another site cannot act for a visitor`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        _ = try await visitor.get("/")
        let forged = try await visitor.post("/b", form: ["prompt": "Hello?", "token": "x"])
        #expect(forged.status == 403)
        #expect(forged.body.contains("Hello?"))
    }

    @Test func `every answer carries the strict headers`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        for path in ["/", "/leaderboard", "/nowhere", "/api/v1/nowhere", "/healthz"] {
            let answer = try await visitor.get(path)
            let policy = answer.headers.first { $0.name == "content-security-policy" }?.value
            #expect(policy?.hasPrefix("default-src 'none'; script-src 'self'") == true, "\(path)")
            #expect(policy?.contains("unsafe") == false)
            #expect(answer.headers.contains { $0.name == "x-content-type-options" })
        }
    }

    @Test func `a second server on the same folder is refused in words`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let second = try await Program.run([
            "serve", "--data", arena.folder.path, "--port", "0", "--no-detect",
        ])
        #expect(second.code == 75)
        #expect(second.errors.contains("[folder-in-use]"))
    }

    @Test func `a battle can be fought and voted on in the terminal`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let battle = try await Program.run(
            [
                "battle", "--server", arena.address, "--vote", "tie", "--json",
                "Why is the sky blue?",
            ], environment: ["XDG_STATE_HOME": arena.folder.path])
        #expect(battle.code == 0, "\(battle.errors)")
        #expect(battle.output.contains(#""vote":"tie""#))
        #expect(battle.output.contains("aspen") && battle.output.contains("birch"))
    }
}
