import Foundation
import Providers
import Testing

/// Who may vote and who may administer, over sockets.
struct AccessTests {
    @Test func `by invitation a stranger reads and does not vote, and joins by a link`()
        async throws
    {
        let arena = try await Arena(settings: "detect: false\naccess: invited\n", upstreams: [])
        defer { arena.program.end() }
        let stranger = try Visitor(arena.address)
        let front = try await stranger.get("/")
        #expect(front.status == 200 && front.body.contains("Voting is by invitation."))
        #expect(try await stranger.get("/leaderboard").status == 200)
        for path in ["/api/v1/battles", "//api/v1/battles", "/api/v1/battles/"] {
            let answer = try await stranger.post(path, json: ["prompt": "Hello?"])
            #expect([403, 404].contains(answer.status), "\(path) \(answer.status)")
            #expect(path != "/api/v1/battles" || answer.body.contains("not-invited"))
        }
        let form = try await stranger.post("/b", form: ["prompt": "Hello?", "token": "x"])
        #expect(form.status == 403 && form.body.contains("You need an invitation"))

        let admin = try await Administrator(arena)
        let made = try await admin.confirm("/admin/people/invite?name=Team+one&days=2&uses=1")
        #expect(made.status == 200 && made.body.contains("Team one"))
        let link = try #require(made.body.components(separatedBy: "/join/").dropFirst().first)
        let code = String(link.prefix(22))
        for _ in 0..<3 { #expect(try await stranger.get("/join/\(code)").status == 200) }
        #expect(try await stranger.post("/join/\(code)", form: ["token": "x"]).status == 403)
        try await join(stranger, code)
        #expect(try await stranger.get("/").body.contains("by invitation") == false)
        let opened = try await stranger.post("/api/v1/battles", json: ["prompt": "Hello?"])
        #expect(opened.status == 201)
        #expect(try await Visitor(arena.address).get("/join/\(code)").status == 410)
        let unknown = try await Visitor(arena.address).get("/join/AAAAAAAAAAAAAAAAAAAAAA")
        #expect(unknown.status == 404)

        try await admin.confirm("/admin/people/1?revoked=yes", ["note": "left the team"])
        let late = try await stranger.post("/api/v1/battles", json: ["prompt": "Hello?"])
        #expect(late.status == 403)
        try await admin.confirm("/admin/people/1?revoked=no")
        let again = try await stranger.post("/api/v1/battles", json: ["prompt": "Hello?"])
        #expect(again.status == 201)
        #expect(
            try await admin.actions() == [
                "invitation_restored", "invitation_revoked", "invited", "entered",
            ])
    }

    @Test func `when reading is for members a stranger sees only the ways in`() async throws {
        let arena = try await Arena(
            settings: "detect: false\naccess: invited\nreading: members\n", upstreams: [])
        defer { arena.program.end() }
        let stranger = try Visitor(arena.address)
        for path in ["/", "/leaderboard", "/api/v1/leaderboard", "/compare", "/sitemap.xml"] {
            #expect(try await stranger.get(path).status == 403, "\(path)")
        }
        for path in ["/healthz", "/privacy", "/admin/enter", "/robots.txt"] {
            #expect(try await stranger.get(path).status == 200, "\(path)")
        }
    }

    @Test func `a proxy on this machine names a person, who is one voter everywhere`() async throws
    {
        let arena = try await Arena(
            settings: "detect: false\naccess: header:X-Forwarded-User\n", upstreams: [])
        defer { arena.program.end() }
        let (desk, phone, other) = (
            try Visitor(arena.address), try Visitor(arena.address), try Visitor(arena.address)
        )
        let ada = ["X-Forwarded-User": "ada@example.org"]
        let nobody = try await desk.post("/api/v1/battles", json: ["prompt": "Hello?"])
        #expect(nobody.status == 401 && nobody.body.contains("not-signed-in"))
        let opened = try await desk.post(
            "/api/v1/battles", json: ["prompt": "Hello?"], headers: ada)
        #expect(opened.status == 201)
        let id = try opened.field("id")
        #expect(try await phone.get("/api/v1/battles/\(id)", headers: ada).status == 200)
        let eve = ["X-Forwarded-User": "eve@example.org"]
        #expect(try await other.get("/api/v1/battles/\(id)", headers: eve).status == 404)
        #expect(try await other.get("/api/v1/battles/\(id)").status == 404)
        await arena.program.stop()
        for name in ["arena.db", "arena.db-wal"] {
            let bytes =
                FileManager.default.contents(atPath: arena.folder.path + "/" + name) ?? Data()
            #expect(bytes.range(of: Data("ada@example".utf8)) == nil, "\(name)")
        }
    }

    @Test func `an admin link works once, and looking at it uses nothing up`() async throws {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        defer { arena.program.end() }
        let path = arena.adminLink.replacing(arena.address, with: "")
        let stranger = try Visitor(arena.address)
        for _ in 0..<3 { #expect(try await stranger.get(path).status == 200) }
        #expect(try await stranger.get("/admin").status == 303)
        #expect(try await stranger.get("/api/v1/admin/overview").status == 401)
        _ = try await Administrator(arena)
        let code = try Administrator.code(in: arena.adminLink)
        let second = try await stranger.post("/admin/enter", form: ["code": code, "name": ""])
        #expect(second.status == 403 && second.body.contains("opens nothing"))
        #expect(try await stranger.get("/admin").status == 303)

        let fresh = try await Program.run(["admin-link", "--data", arena.folder.path])
        #expect(fresh.code == 0 && fresh.output.hasPrefix(arena.address), "\(fresh.errors)")
        let link = fresh.output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(try await Administrator(arena, link: link).visitor.get("/admin").status == 200)
    }

    @Test func `an admin link that is older than its quarter of an hour opens nothing`()
        async throws
    {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        defer { arena.program.end() }
        let folder = arena.folder.path + "/admin-links"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        let file = try #require(names.first { $0.count == 64 })
        let end = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
        let seconds = try #require(Double(end.trimmingCharacters(in: .whitespacesAndNewlines)))
        let left = seconds - Date().timeIntervalSince1970
        #expect((800...901).contains(left))
        try "1000\n".write(toFile: folder + "/" + file, atomically: true, encoding: .utf8)
        let code = try Administrator.code(in: arena.adminLink)
        let answer = try await Visitor(arena.address).post("/admin/enter", form: ["code": code])
        #expect(answer.status == 403)
    }

    @Test func `after ten wrong codes even a right one waits`() async throws {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        defer { arena.program.end() }
        let stranger = try Visitor(arena.address)
        for _ in 0..<10 {
            let wrong = try await stranger.post(
                "/admin/enter", form: ["code": "AAAAAAAAAAAAAAAAAAAAAA"])
            #expect(wrong.status == 403)
        }
        let code = try Administrator.code(in: arena.adminLink)
        let right = try await stranger.post("/admin/enter", form: ["code": code])
        #expect(right.status == 429)
        #expect(right.headers.contains { $0.name == "retry-after" })
    }

    @Test func `links and their folder are readable by their owner alone`() async throws {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        defer { arena.program.end() }
        let folder = arena.folder.path + "/admin-links"
        let mode = { (path: String) throws -> Int? in
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(folder) == 0o700)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            #expect(try mode(folder + "/" + name) == 0o600, "\(name)")
        }
    }

    private func join(_ visitor: Visitor, _ code: String) async throws {
        let page = try await visitor.get("/join/\(code)")
        let token = try #require(Administrator.hidden(in: page.body)["token"])
        let joined = try await visitor.post("/join/\(code)", form: ["token": token])
        #expect(joined.status == 303)
    }
}
