import Foundation
import Providers
import Testing

/// Text pages and what programs read, over sockets.
struct MachineTests {
    private func settled() async throws -> Arena {
        try await Arena(
            settings: "detect: false\nserver:\n  public_url: https://arena.example\n", upstreams: []
        )
    }

    @Test func `every text page has a twin, and every problem a page`() async throws {
        let arena = try await settled()
        let visitor = try Visitor(arena.address)
        for name in ["data", "api", "privacy", "accessibility"] {
            let page = try await visitor.get("/\(name)")
            #expect(page.status == 200, "\(name)")
            #expect(page.body.contains("rel=\"canonical\" href=\"https://arena.example/\(name)\""))
            let twin = try await visitor.get("/\(name).md")
            #expect(twin.status == 200 && twin.body.hasPrefix("# "), "\(name)")
        }
        #expect(try await visitor.get("/data").body.contains("\"@type\":\"Dataset\""))
        let api = try await visitor.get("/api.md").body
        #expect(api.contains("DELETE /api/v1/me"))
        let codes = api.components(separatedBy: "](/problems/").dropFirst()
            .compactMap { $0.split(separator: ")").first.map(String.init) }
        #expect(Set(codes).count > 20)
        for code in Set(codes) {
            #expect(try await visitor.get("/problems/\(code)").status == 200, "\(code)")
        }
        #expect(try await visitor.get("/problems/mood").status == 404)
        let document = try await visitor.get("/openapi.json")
        #expect(try document.field("openapi") == "3.1.0")
        #expect(try document.field("paths", "/api/v1/me", "delete", "tags", "0") == "own")
    }

    @Test func `robots, contact, icon, map and feeds are there`() async throws {
        let arena = try await settled()
        let visitor = try Visitor(arena.address)
        let robots = try await visitor.get("/robots.txt").body
        for line in ["/b/", "/me", "/admin"] { #expect(robots.contains("Disallow: \(line)\n")) }
        #expect(robots.contains("Sitemap: https://arena.example/sitemap.xml"))
        let contact = try await visitor.get("/.well-known/security.txt").body
        #expect(
            contact.contains("Contact: https://arena.example/") && contact.contains("Expires: 20"))
        #expect(try await visitor.get("/favicon.ico").status == 200)
        #expect(try await visitor.get("/llms.txt").body.hasPrefix("# Blind Arena"))
        #expect(try await visitor.get("/sitemap.xml").body.contains("arena.example/data</loc>"))
        let atom = try await visitor.get("/feed.atom")
        #expect(atom.status == 200)
        #expect(atom.body.contains("<feed xmlns=") && atom.body.hasSuffix("</feed>\n"))
        #expect(try await visitor.get("/feed.json").field("version").hasSuffix("1.1"))
    }

    @Test func `the exports for everyone hold neither text nor battle nor voter`() async throws {
        let arena = try await Arena()
        let visitor = try Visitor(arena.address)
        for (name, column) in [("votes", "vote_id"), ("battles", "opened_at")] {
            let csv = try await visitor.get("/api/v1/exports/\(name).csv")
            #expect(csv.status == 200 && csv.body.hasPrefix(column), "\(csv.body)")
            #expect(csv.headers.contains { $0.value.contains("filename=\"\(name).csv\"") })
            #expect(try await visitor.get("/api/v1/exports/\(name).jsonl").status == 200)
        }
        let ratings = try await visitor.get("/api/v1/exports/ratings.csv")
        #expect(ratings.status == 404 && ratings.body.contains("no-snapshot"))
        for path in ["votes.xml", "votes", "secrets.csv"] {
            #expect(try await visitor.get("/api/v1/exports/\(path)").status == 404, "\(path)")
        }
    }

    @Test func `a missing page names the closest, a badge says what is known`() async throws {
        let arena = try await settled()
        let visitor = try Visitor(arena.address)
        let model = try await visitor.get("/models/o3-min")
        #expect(model.status == 404 && model.body.contains("href=\"/models/o3-mini\""))
        let pair = try await visitor.get("/compare/o3-min-vs-o4-mni")
        #expect(pair.status == 404 && pair.body.contains("href=\"/compare/o3-mini-vs-o4-mini\""))
        #expect(try await visitor.get("/o3-mini").body.contains("href=\"/models/o3-mini\""))
        let badge = try await visitor.get("/badge/o3-mini.svg")
        #expect(badge.status == 200 && badge.body.contains("0 of 30 votes"))
        #expect(try await visitor.get("/badge/nobody.svg").status == 404)
    }
}
