import Foundation
import Server
import Testing

/// Every route against everybody who can stand before it, and against other sites.
struct RouteMatrixTests {
    private static let table = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/authorization.txt")

    private static var routes: [(method: String, path: String)] {
        ArenaServer.described.sorted { ($0.path, $0.method) < ($1.path, $1.method) }
    }

    private static let form = "application/x-www-form-urlencoded"

    @Test func `who may do what is as the table says`() async throws {
        let rig = try await RouteRig()
        defer { rig.arena.program.end() }
        var lines: [String] = []
        for (method, pattern) in Self.routes {
            let path = RouteRig.path(pattern, battle: try await rig.battle())
            let type = pattern.hasPrefix("/api/") ? "application/json" : Self.form
            let people = [
                ("none", ""), ("other", rig.other), ("ended", rig.ended), ("admin", rig.admin),
                ("owner", rig.owner),
            ]
            var answers: [String] = []
            for (name, cookie) in people {
                let answer = try await RawExchange(
                    method, path, at: rig.arena.address,
                    headers: ["Content-Type": type, "X-Asker": name].merging(
                        cookie.isEmpty ? [:] : ["Cookie": cookie]
                    ) { $1 })
                answers.append("\(name)=\(answer.status)")
            }
            lines.append("\(method) \(pattern) " + answers.joined(separator: " "))
        }
        let now = lines.joined(separator: "\n") + "\n"
        let golden = (try? String(contentsOf: Self.table, encoding: .utf8)) ?? ""
        if now != golden {
            let was = Set(golden.split(separator: "\n"))
            for line in lines where !was.contains(Substring(line)) { Issue.record("\(line)") }
            #expect(lines.count == was.count)
            if let folder = ProcessInfo.processInfo.environment["ARENA_WRITE_TABLES"] {
                try now.write(
                    toFile: folder + "/authorization.txt", atomically: true, encoding: .utf8)
            }
        }
    }

    @Test func `every answer of every route bears the strict headers`() async throws {
        let rig = try await RouteRig()
        defer { rig.arena.program.end() }
        let battle = try await rig.battle()
        var cases = Self.routes.map { ($0.method, RouteRig.path($0.path, battle: battle)) }
        cases += [
            ("GET", "/nothing-here"), ("GET", "/api/v1/nothing"), ("PUT", "/"), ("POST", "/"),
        ]
        for (method, path) in cases {
            for cookie in [rig.owner, rig.admin, ""] {
                let answer = try await RawExchange(
                    method, path, at: rig.arena.address,
                    headers: cookie.isEmpty ? [:] : ["Cookie": cookie])
                check(answer, "\(method) \(path)")
            }
        }
        let tagged = try await RawExchange("GET", "/api/v1/leaderboard", at: rig.arena.address)
        if let tag = tagged.headers["etag"] {
            let same = try await RawExchange(
                "GET", "/api/v1/leaderboard", at: rig.arena.address,
                headers: ["If-None-Match": tag])
            #expect(same.status == 304)
            check(same, "304")
        }
    }

    private func check(_ answer: RawExchange, _ what: String) {
        let policy = answer.headers["content-security-policy"] ?? ""
        #expect(policy.hasPrefix("default-src 'none'"), "\(what) \(answer.status)")
        #expect(policy.contains("base-uri 'none'") && !policy.contains("unsafe"), "\(what)")
        #expect(policy.contains("frame-ancestors 'none'"), "\(what)")
        #expect(answer.headers["x-content-type-options"] == "nosniff", "\(what)")
        #expect(answer.headers["x-frame-options"] == "DENY", "\(what)")
        #expect(answer.headers["referrer-policy"] == "same-origin", "\(what)")
        #expect(answer.headers["cross-origin-opener-policy"] == "same-origin", "\(what)")
        let cache = answer.headers["cache-control"] ?? ""
        let isPersonal = ["/b/", "/me", "/admin", "/api/v1/battles", "/api/v1/me", "/join"]
            .contains { what.hasSuffix(" " + $0) || what.contains(" \($0)/") }
        #expect(!cache.isEmpty && (!isPersonal || cache.contains("no-store")), "\(what): \(cache)")
        for cookie in answer.headers["set-cookie"]?.split(separator: "\n") ?? [] {
            #expect(
                cookie.contains("HttpOnly") && cookie.contains("SameSite="), "\(what) \(cookie)")
            #expect(cookie.contains("Path=/") && !cookie.contains("Domain"), "\(what) \(cookie)")
            #expect(cache.contains("no-store"), "\(what) sets a cookie and may be cached")
        }
    }

    @Test func `reading changes nothing that is stored`() async throws {
        let rig = try await RouteRig()
        defer { rig.arena.program.end() }
        let battle = try await rig.battle()
        let stored = {
            ["arena.db", "arena.db-wal"].map {
                FileManager.default.contents(atPath: rig.arena.folder.path + "/" + $0)
            }
        }
        let before = stored()
        for (method, pattern) in Self.routes where method == "GET" {
            for cookie in [rig.owner, rig.admin] {
                _ = try await RawExchange(
                    "GET", RouteRig.path(pattern, battle: battle), at: rig.arena.address,
                    headers: ["Cookie": cookie])
            }
            #expect(stored() == before, "\(pattern) wrote")
        }
    }

    @Test func `nothing is changed for a page of another site`() async throws {
        let rig = try await RouteRig()
        defer { rig.arena.program.end() }
        let address = rig.arena.address
        let battle = try await rig.battle()
        let foreign: [[String: String]] = [
            ["Origin": "https://evil.example"], ["Origin": "null"],
            ["Origin": address + ".evil.example"],
            ["Origin": "http://127.0.0.1:1"], ["Origin": ""], ["Sec-Fetch-Site": "cross-site"],
            ["Sec-Fetch-Site": "same-site"], ["Origin": address, "Sec-Fetch-Site": "cross-site"],
            ["Origin": "https://evil.example", "X-Forwarded-Host": "evil.example"],
        ]
        for (method, pattern) in Self.routes where method != "GET" {
            let path = RouteRig.path(pattern, battle: battle)
            for headers in foreign {
                let answer = try await RawExchange(
                    method, path, at: address,
                    headers: headers.merging(["Cookie": rig.owner]) { mine, _ in mine })
                #expect(
                    answer.status == 403 && answer.body.contains("other-origin"),
                    "\(method) \(path) \(headers): \(answer.status)")
            }
            let own = try await RawExchange(
                method, path, at: address,
                headers: ["Origin": address, "Sec-Fetch-Site": "same-origin"])
            #expect(!own.body.contains("other-origin"), "\(method) \(path)")
        }
    }

    @Test func `other sites read what is public for all, and never with cookies`() async throws {
        let rig = try await RouteRig()
        defer { rig.arena.program.end() }
        let battle = try await rig.battle()
        let open = ["leaderboard", "pairs", "compare", "models", "facts", "exports"]
        for (method, pattern) in Self.routes where method == "GET" {
            let answer = try await RawExchange(
                "GET", RouteRig.path(pattern, battle: battle), at: rig.arena.address,
                headers: ["Cookie": rig.owner, "Origin": "https://evil.example"])
            #expect(answer.headers["access-control-allow-credentials"] == nil, "\(pattern)")
            let allowed = answer.headers["access-control-allow-origin"]
            let isOpen = open.contains { pattern.hasPrefix("/api/v1/\($0)") }
            #expect(allowed == (isOpen && answer.status < 400 ? "*" : nil), "\(pattern)")
        }
    }

    @Test func `behind TLS cookies bear the strict name, and plain ones are not looked at`()
        async throws
    {
        let rig = try await RouteRig("server: {public_url: \"https://arena.example\"}\n")
        defer { rig.arena.program.end() }
        let page = try await RawExchange("GET", "/", at: rig.arena.address)
        let line = try #require(page.headers["set-cookie"])
        #expect(line.hasPrefix("__Host-arena_voter=") && line.contains("; Secure"))
        let strict = try #require(page.cookie("__Host-arena_voter"))
        let plain = String(strict.dropFirst("__Host-".count))
        let know = { (cookie: String) in
            try await RawExchange(
                "GET", "/api/v1/me", at: rig.arena.address, headers: ["Cookie": cookie]
            )
            .status
        }
        #expect(try await know(strict) == 200)
        #expect(try await know("a=b; " + strict) == 200)
        #expect(try await know(plain) == 401)
        let sitemap = try await RawExchange(
            "GET", "/sitemap.xml", at: rig.arena.address, headers: ["Host": "evil.example"])
        #expect(sitemap.body.contains("https://arena.example/") && !sitemap.body.contains("evil"))
        let own = try await RawExchange(
            "POST", "/prefs", at: rig.arena.address,
            headers: [
                "Host": "inside:4141", "Origin": "https://arena.example",
                "Content-Type": Self.form,
            ])
        #expect(own.status == 303)
    }
}
