import Providers
import Testing

import enum Arena.VoteWork

/// The work of a vote, through the built program.
struct WorkWalkTests {
    @Test func `a vote with its work is not held back for it, most without are, all are taken`()
        async throws
    {
        let upstreams = try Upstreams()
        let arena = try await Arena(
            settings: upstreams.configuration + "\nintegrity: on\nvote_work_bits: 8\n",
            upstreams: [upstreams.openAI, upstreams.anthropic])
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        _ = try await visitor.get("/")
        var (used, heldBack) = ("", 0)
        for number in 0..<12 {
            let id = try await visitor.post(
                "/api/v1/battles", json: ["prompt": "Why is the sky blue?"]
            ).field("id")
            _ = try await visitor.get("/api/v1/battles/\(id)/stream")
            let challenge = try await visitor.get("/api/v1/battles/\(id)").field("work")
            let page = try await visitor.get("/b/\(id)")
            #expect(page.body.contains("name=\"work\"") && page.body.contains("/assets/work-"))
            let hasWorked = number < 3
            if hasWorked { used = try #require(VoteWork.solution(of: challenge)) }
            let vote = try await visitor.post(
                "/api/v1/battles/\(id)/vote", json: ["outcome": "a", "work": used])
            #expect(vote.status == 201)
            let reveal = try await visitor.get("/b/\(id)")
            let isHeldBack = reveal.body.contains("no proof of work")
            #expect(!(hasWorked && isHeldBack))
            heldBack += isHeldBack ? 1 : 0
        }
        // Nine votes with work that another battle's vote used: one in four passes.
        #expect((1...9).contains(heldBack))
        #expect(try await visitor.get("/methodology").body.contains("proof of work"))
        let battle = try await Program.run(
            ["battle", "--server", arena.address, "--vote", "tie", "--json", "Why?"],
            environment: ["XDG_STATE_HOME": arena.folder.path])
        #expect(battle.code == 0 && battle.output.contains(#""vote":"tie""#), "\(battle.errors)")
    }

    @Test func `where votes are not guarded no work is asked for`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        _ = try await visitor.get("/")
        let id = try await visitor.post(
            "/api/v1/battles", json: ["prompt": "Why is the sky blue?"]
        ).field("id")
        _ = try await visitor.get("/api/v1/battles/\(id)/stream")
        #expect(!(try await visitor.get("/api/v1/battles/\(id)").body.contains("\"work\"")))
        #expect(!(try await visitor.get("/b/\(id)").body.contains("name=\"work\"")))
    }
}
