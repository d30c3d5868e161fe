import Foundation
import Testing

/// What an administrator does, over sockets, and what stays in the log of it.
struct AdminTests {
    @Test func `excluding a vote changes the tally, restoring it gives the same ratings back`()
        async throws
    {
        let arena = try await Arena()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        for outcome in ["a", "b", "a"] { try await vote(outcome, as: visitor) }
        let before = try await arena.leaderboard(withVotes: 3, as: visitor)
        let admin = try await Administrator(arena)
        let asked = try await admin.ask("/admin/votes/rule?counts=no&sequence=2")
        #expect(asked.body.contains("Effect on the ratings"))
        #expect(asked.body.contains("3 counted votes now, 2 votes then"))
        let path = "/admin/votes/rule?counts=no&sequence=2"
        try await admin.confirm(path, ["reason": "operator", "note": "a bot"])
        let less = try await arena.leaderboard(withVotes: 2, as: visitor)
        #expect(try less.field("snapshot") != before.field("snapshot"))
        let listed = try await admin.visitor.get("/api/v1/admin/votes?standing=operator")
        #expect(try listed.field("items", "0", "number") == "2")
        let twice = try await admin.visitor.get(path)
        #expect(twice.status == 409)
        try await admin.confirm(
            "/admin/votes/rule?counts=yes&sequence=2", ["reason": "operator", "note": "no bot"])
        let after = try await arena.leaderboard(withVotes: 3, as: visitor)
        #expect(try after.field("snapshot") == before.field("snapshot"))
        #expect(try after.field("models", "0", "rating") == before.field("models", "0", "rating"))
        #expect(try await admin.actions() == ["votes_restored", "votes_excluded", "entered"])
    }

    @Test func `a burst is excluded as a whole, and only as it was shown`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        for _ in 0..<3 { try await vote("a", as: visitor) }
        let admin = try await Administrator(arena)
        let bursts = try await admin.ask("/admin/bursts?least=3").body
        let path = try #require(
            bursts.components(separatedBy: "href=\"").first {
                $0.hasPrefix("/admin/votes/rule?counts=no")
            }?.components(separatedBy: "\"").first?.replacing("&amp;", with: "&"))
        let page = try await admin.ask(path)
        try await vote("b", as: visitor)
        var fields = Administrator.hidden(
            in: try #require(page.body.components(separatedBy: "class=\"adminform\"").last))
        fields["reason"] = "quarantine"
        #expect(fields["number"] == "3")
        let wrong = fields.merging(["number": "4"]) { $1 }
        #expect(try await admin.visitor.post("/admin/votes/rule", form: wrong).status == 409)
        #expect(try await admin.visitor.post("/admin/votes/rule", form: fields).status == 303)
        _ = try await arena.leaderboard(withVotes: 1, as: visitor)
        let left = try await admin.visitor.get("/api/v1/admin/votes?standing=quarantine")
        #expect(try left.field("items", "2", "number") == "1")
    }

    @Test func `a paused contender is not drawn from the next battle on, and comes back`()
        async throws
    {
        let arena = try await Arena()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let admin = try await Administrator(arena)
        try await admin.confirm("/admin/contenders/aspen?status=paused&weight=1")
        let none = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"])
        #expect(try none.field("code") == "need-two-models")
        #expect(try await visitor.get("/readyz").status == 503)
        let stale = try await admin.ask("/admin/contenders/aspen?status=active&weight=1").body
        try await admin.confirm("/admin/contenders/aspen?status=active&weight=2")
        #expect(
            try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"]).status == 201)
        let late = try await admin.visitor.post(
            "/admin/contenders/aspen",
            form: Administrator.hidden(
                in: try #require(stale.components(separatedBy: "class=\"adminform\"").last)))
        #expect(late.status == 409)
        #expect(
            try await admin.actions() == ["contender_changed", "contender_changed", "entered"])

        let silent = try await admin.confirm("/admin/contenders/birch?status=retired&weight=1")
        #expect(silent.status == 400 && silent.body.contains("the registry tells it"))
        try await admin.confirm(
            "/admin/contenders/birch?status=retired&weight=1", ["note": "Too <slow> by now"])
        let registry = try await Visitor(arena.address).get("/registry")
        #expect(registry.body.contains("Too &lt;slow&gt; by now"))
        #expect(!registry.body.contains("127.0.0.1:"))
        #expect(try await admin.ask("/admin/contenders").body.contains("<td>127.0.0.1</td>"))
        await arena.program.stop()
        let second = try await arena.again()
        defer { second.program.end() }
        let after = try await Visitor(second.address).post(
            "/api/v1/battles", json: ["prompt": "Hello?"])
        #expect(try after.field("code") == "need-two-models")
    }

    @Test func `when the budget is used up no new battle is opened`() async throws {
        let upstreams = try Upstreams()
        let arena = try await Arena(
            settings: "daily_budget: \"0.50\"\n" + upstreams.configuration,
            upstreams: [upstreams.openAI, upstreams.anthropic])
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        // 776,655 tokens read at 0.40 and 887,766 at 1.10 dollars per million: $1.29.
        try await vote("tie", as: visitor)
        let answer = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"])
        #expect(answer.status == 429 && answer.body.contains("budget-used"))
        #expect(answer.body.contains("\"retry_after\":"))
        let page = try await Administrator(arena).visitor.get("/admin/budgets").body
        #expect(page.contains("$0.31") && page.contains("$0.98") && page.contains("$0.50"))
    }

    @Test func `a control battle enters no rating and is told as one`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let admin = try await Administrator(arena)
        try await admin.confirm("/admin/pairing/change?draw=uniform&control=50")
        var kinds: Set<String> = []
        for _ in 0..<40 where kinds.count < 2 {
            try await vote("a", as: visitor)
            let votes = try await admin.visitor.get("/api/v1/admin/votes")
            let item = (
                try votes.field("items", "0", "kind"), try votes.field("items", "0", "model_a"),
                try votes.field("items", "0", "model_b")
            )
            kinds.insert(item.0)
            #expect((item.0 == "control") == (item.1 == item.2))
        }
        #expect(kinds == ["random", "control"])
    }

    @Test func `a provider is tested by one call, and neither key nor its words are told`()
        async throws
    {
        let arena = try await Arena()
        defer { arena.program.end() }
        let admin = try await Administrator(arena)
        let page = try await admin.ask("/admin/connections").body
        #expect(page.contains("local-one") && !page.contains("sk-CANARY"))
        let answer = try await admin.visitor.post(
            "/admin/connections/local-one/test", form: ["token": try await admin.token()])
        #expect(answer.status == 200 && answer.body.contains("it answers"))
        #expect(!answer.body.contains("sk-CANARY") && !answer.body.contains("fp_CANARY"))
        #expect(try await admin.actions() == ["provider_tested", "entered"])
    }

    @Test func `without the session's token nothing is changed`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let admin = try await Administrator(arena)
        let changes: [(String, [String: String])] = [
            ("/admin/contenders/aspen", ["status": "paused", "weight": "1"]),
            ("/admin/pairing/change", ["draw": "uniform", "control": "5"]),
            ("/admin/people/invite", ["name": "Eve", "days": "1", "uses": "1"]),
            ("/admin/people/1", ["revoked": "yes"]), ("/admin/people/session/1", [:]),
            ("/admin/votes/rule", ["counts": "no", "sequence": "1", "reason": "operator"]),
            ("/admin/connections/local-one/test", [:]), ("/admin/leave", [:]),
        ]
        let other = try await Administrator(
            arena, link: try await Program.run(["admin-link", "--data", arena.folder.path]).output)
        for token in ["", "x", try await other.token()] {
            for (path, fields) in changes {
                let answer = try await admin.visitor.post(
                    path, form: fields.merging(["token": token]) { $1 })
                #expect(answer.status == 403, "\(path)")
                #expect(answer.body.contains("too old"), "\(path)")
            }
        }
        for (path, fields) in changes {
            let stranger = try await Visitor(arena.address).post(path, form: fields)
            #expect(stranger.status == 401, "\(path)")
            let foreign = try await admin.visitor.post(
                path, form: fields, headers: ["Origin": "http://evil.example"])
            #expect(foreign.status == 403 && foreign.body.contains("other-origin"), "\(path)")
        }
        #expect(try await admin.actions() == ["entered", "entered"])
    }

    @Test func `a session that is ended opens nothing`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let first = try await Administrator(arena)
        let link = try await Program.run(["admin-link", "--data", arena.folder.path]).output
        let second = try await Administrator(arena, link: link)
        try await first.confirm("/admin/people/session/2", ["note": "lost laptop"])
        #expect(try await second.visitor.get("/admin").status == 303)
        #expect(try await second.visitor.get("/api/v1/admin/audit").status == 401)
        let left = try await first.visitor.post(
            "/admin/leave", form: ["token": try await first.token()])
        #expect(left.status == 303)
        #expect(try await first.visitor.get("/admin").status == 303)
    }

    @Test func `the admin side shows nothing of a battle without a vote`() async throws {
        let arena = try await Arena()
        defer { arena.program.end() }
        let admin = try await Administrator(arena)
        let opened = try await admin.visitor.post(
            "/api/v1/battles", json: ["prompt": "Who wrote ZEBRA-PROMPT?"])
        let id = try opened.field("id")
        _ = try await admin.visitor.get("/api/v1/battles/\(id)/stream")
        for section in [
            "", "/connections", "/contenders", "/pairing", "/votes", "/bursts?least=2", "/budgets",
            "/fits", "/people", "/audit",
        ] {
            let page = try await admin.ask("/admin" + section).body
            #expect(!page.contains(id) && !page.contains("ZEBRA-PROMPT"), "\(section)")
            #expect(page.contains("noindex") && page.contains("<nav class=\"adminnav\""))
        }
        #expect(try await admin.visitor.get("/api/v1/admin/votes").body.contains("aspen") == false)
        let battle = try await admin.visitor.get("/b/\(id)").body
        for secret in Upstreams.secrets { #expect(!battle.contains(secret), "\(secret)") }
    }

    private func vote(_ outcome: String, as visitor: Visitor) async throws {
        let id = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"]).field("id")
        _ = try await visitor.get("/api/v1/battles/\(id)/stream")
        let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": outcome])
        #expect(vote.status == 201)
    }
}
