import Foundation
import Providers
import TestSupport
import Testing

/// The leaderboard over sockets: page, twins, figures, API and command line say the same.
@Suite(.serialized)
struct LeaderboardTests {
    /// An arena with so many votes, each for the left answer.
    private func voted(_ count: Int) async throws -> (Arena, Visitor) {
        let arena = try await Arena()
        let visitor = try Visitor(arena.address)
        _ = try await visitor.get("/")
        for _ in 0..<count {
            let opened = try await visitor.post(
                "/api/v1/battles", json: ["prompt": "Why is the sky blue?"])
            let id = try opened.field("id")
            _ = try await visitor.get("/api/v1/battles/\(id)/stream")
            _ = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"])
        }
        _ = try await arena.leaderboard(withVotes: count, as: visitor)
        return (arena, visitor)
    }

    private func tag(_ answer: Visitor.Answer) throws -> String {
        try #require(answer.headers.first { $0.name.lowercased() == "etag" }).value
    }

    @Test func `one query gives page, twins, figures and API alike`() async throws {
        let (arena, visitor) = try await voted(3)
        defer { arena.program.end() }
        let query = "?min_votes=2&sort=votes&columns=wins&columns=failures"
        let page = try await visitor.get("/leaderboard" + query)
        #expect(page.status == 200 && page.body.contains("3 votes"))
        #expect(page.body.contains("/leaderboard.csv?min_votes=2&amp;sort=votes"))
        let json = try await visitor.get("/leaderboard.json" + query)
        let api = try await visitor.get("/api/v1/leaderboard" + query)
        #expect(json.body == api.body && json.status == 200)
        #expect(try json.field("min_votes") == "2")
        #expect(try json.field("models", "0", "calls") == "3")
        let again = try await visitor.get(
            "/leaderboard.json" + query, headers: ["If-None-Match": try tag(json)])
        #expect(again.status == 304 && again.body.isEmpty)
        let id = try json.field("models", "0", "id")
        let sheet = try await visitor.get("/leaderboard.csv" + query)
        #expect(sheet.body.components(separatedBy: "\r\n")[1].hasPrefix(id + ","))
        let markdown = try await visitor.get("/leaderboard.md" + query)
        #expect(markdown.body.contains("| Won | Failed replies |") || markdown.body.contains("Won"))
        for name in ["rating", "expected-share", "battles", "weeks", "graph", "calibration"] {
            let figure = try await visitor.get("/plots/\(name).svg\(query)&theme=dark")
            #expect(figure.status == 200 && figure.body.hasPrefix("<svg"), "\(name)")
            let kept = try await visitor.get(
                "/plots/\(name).svg\(query)&theme=dark",
                headers: ["If-None-Match": try tag(figure)])
            #expect(kept.status == 304, "\(name)")
            let light = try await visitor.get("/plots/\(name).svg\(query)&theme=light")
            #expect(try tag(light) != tag(figure), "\(name)")
            let table = try await visitor.get("/plots/\(name).csv\(query)")
            #expect(table.status == 200 && table.body.contains("\r\n"), "\(name)")
        }
        let method = try await visitor.get("/methodology.md")
        #expect(method.body.contains("3 votes between 2 models"))
    }

    @Test func `squares, history and kept snapshots are there for programs`() async throws {
        let (arena, visitor) = try await voted(2)
        defer { arena.program.end() }
        let count = try await visitor.get("/api/v1/matrix?kind=count")
        #expect(try count.field("cells", "0", "1", "count") == "2")
        #expect(try await visitor.get("/api/v1/matrix").field("kind") == "expected")
        let list = try await visitor.get("/api/v1/snapshots?limit=1")
        let id = try list.field("snapshots", "0", "id")
        let whole = try await visitor.get("/api/v1/snapshots/\(id)")
        #expect(try whole.field("votes") == "2")
        #expect(try whole.field("covariance", "0", "0").isEmpty == false)
        let past = try await visitor.get("/leaderboard.json?at=\(id)")
        #expect(try past.field("snapshot") == id)
        #expect(try past.field("notes", "0") == "These are past ratings.")
        let history = try await visitor.get("/api/v1/leaderboard/history?model=aspen")
        #expect(try history.field("0", "date").count == 10)
        let printed = try await Program.run(
            [
                "leaderboard", "--data", arena.folder.path, "--at", id, "--min-votes", "1",
                "--format", "json",
            ])
        #expect(printed.code == 0 && printed.output.contains(id), "\(printed.errors)")
        let english = try await Program.run(
            [
                "leaderboard", "--data", arena.folder.path, "--category", "language-en",
                "--format", "json",
            ])
        #expect(english.output.contains(#""category":"language-en""#), "\(english.errors)")
        let both = try await Program.run(["leaderboard", "--category", "code", "--at", id])
        #expect(both.code == 64)
    }

    @Test(arguments: [
        ("/api/v1/leaderboard?category=cooking", 400), ("/leaderboard?period=2", 400),
        ("/leaderboard.json?min_votes=-1", 400), ("/leaderboard?sort=price_of_fish", 400),
        ("/leaderboard.csv?dir=up", 400), ("/api/v1/leaderboard?at=ffffffffffff", 404),
        ("/api/v1/leaderboard?at=2026-01-01&category=code", 400), ("/plots/nothing.svg", 404),
        ("/plots/rating.png", 404), ("/api/v1/matrix?kind=odd", 400),
        ("/api/v1/snapshots?limit=0", 400), ("/api/v1/snapshots/nothing", 404),
        ("/api/v1/leaderboard/history", 400),
        ("/api/v1/leaderboard/history?model=aspen&from=soon", 400), ("/leaderboard.json", 404),
        ("/leaderboard", 200), ("/leaderboard?category=code&period=7", 200),
        ("/methodology", 200),
    ])
    func `what cannot be is refused with words, and an empty arena has its pages`(
        path: String, status: Int
    ) async throws {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        let answer = try await Visitor(arena.address).get(path)
        #expect(answer.status == status, "\(path): \(answer.body.prefix(300))")
    }
}
