import Foundation
import Providers
import Testing

/// The comparison pages and `arena compare`, from the shipped facts, over sockets.
struct CompareTests {
    @Test func `a pair has one address, and its twins say the same`() async throws {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        let visitor = try Visitor(arena.address)
        let pair = "/compare/llama-3-2-1b-instruct-vs-o3-mini"
        let page = try await visitor.get(pair)
        #expect(page.status == 200)
        #expect(page.body.contains("rel=\"canonical\""))
        #expect(!page.body.contains("style="))
        let other = try await visitor.get("/compare/o3-mini-vs-llama-3-2-1b-instruct?blend=70:30")
        #expect(other.status == 301)
        #expect(
            other.headers.contains {
                $0.name.lowercased() == "location" && $0.value == pair + "?blend=70:30"
            })
        let json = try await visitor.get(pair + ".json?blend=70:30")
        let markdown = try await visitor.get(pair + ".md?blend=70:30")
        for twin in [json, markdown] {
            #expect(twin.status == 200)
            #expect(twin.body.contains("26 times as much"), "\(twin.body.prefix(400))")
        }
        let sheet = try await visitor.get(pair + ".csv")
        #expect(sheet.body.hasPrefix("block,table,row,column,value,mark\r\n"))
        #expect(sheet.body.contains("scorecard,"))
        let tag = json.headers.first { $0.name.lowercased() == "etag" }?.value
        let again = try await visitor.get(
            pair + ".json?blend=70:30", headers: ["If-None-Match": try #require(tag)])
        #expect(again.status == 304 && again.body.isEmpty)
        let figure = try await visitor.get(pair + "/cost.svg?theme=dark")
        #expect(figure.status == 200 && figure.body.hasPrefix("<svg"))
        let api = try await visitor.get("/api/v1/compare/o3-mini/llama-3-2-1b-instruct")
        #expect(api.status == 200)
    }

    @Test(arguments: [
        ("/compare/o3-mini-vs-o3-mini", "Pick two different models"),
        ("/compare/o3-min-vs-o4-mini", "Nearest: o3-mini"),
        ("/compare/gemma-3-vs-gpt-4-1-mini", "like is compared with like"),
        ("/models/o3-min", "Nearest: o3-mini"),
    ])
    func `names that are no pair are explained`(path: String, words: String) async throws {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        let answer = try await Visitor(arena.address).get(path)
        #expect(answer.status == 404)
        #expect(answer.body.contains(words), "\(answer.body.prefix(2000))")
    }

    @Test func `the lists, a model's page and the sitemap are there`() async throws {
        let arena = try await Arena(
            settings: "detect: false\nserver:\n  public_url: https://arena.example\n", upstreams: []
        )
        let visitor = try Visitor(arena.address)
        #expect(try await visitor.get("/compare").body.contains("All pairs"))
        let chosen = try await visitor.get("/compare?a=o3%20Mini&b=o4-mini")
        #expect(chosen.status == 303)
        let models = try await visitor.get("/models?open=yes&context=100000")
        #expect(models.body.contains("Llama 3.2 1B Instruct"))
        #expect(!models.body.contains("/models/o3-mini\""))
        #expect(try await visitor.get("/models?context=many").status == 400)
        #expect(try await visitor.get("/models/o3-mini").body.contains("not sourced"))
        let map = try await visitor.get("/sitemap.xml").body
        #expect(map.contains("<loc>https://arena.example/models/o3-mini</loc>"))
    }

    @Test func `a pair that plays here can be battled blind from its page`() async throws {
        let arena = try await Arena()
        let visitor = try Visitor(arena.address)
        let map = try await visitor.get("/models").body
        let slugs = map.split(separator: "/models/").dropFirst()
            .compactMap { $0.split(separator: "\"").first.map(String.init) }
        var invitations = 0
        for one in slugs {
            for other in slugs where one < other {
                let page = try await visitor.get("/compare/\(one)-vs-\(other)")
                invitations += page.body.contains("Battle these two, blind") ? 1 : 0
            }
        }
        #expect(invitations == 1, "of \(slugs)")
    }

    @Test func `the command prints a pair and answers claims with its exit code`() async throws {
        let folder = try TemporaryFolder()
        let base = ["compare", "o3-mini", "llama-3-2-1b-instruct", "--data", folder.path]
        let short = try await Program.run(base)
        #expect(short.code == 0, "\(short.errors)")
        #expect(short.output.contains("$0.027"), "\(short.output)")
        let json = try await Program.run(base + ["--json"])
        #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
        #expect(try await Program.run(base + ["--assert", "cheaper(B)"]).code == 0)
        let no = try await Program.run(base + ["--assert", "cheaper(A)"])
        #expect(no.code == 1)
        #expect(no.errors.contains("cheaper(A) does not hold"), "\(no.errors)")
        #expect(try await Program.run(base + ["--assert", "better(A)"]).code == 64)
        let unknown = try await Program.run(["compare", "o3-min", "o4-mini", "--data", folder.path])
        #expect(unknown.code == 64 && unknown.errors.contains("Nearest"), "\(unknown.errors)")
    }

    @Test func `arena facts checks, lists and refuses with file, line and key`() async throws {
        let folder = try TemporaryFolder()
        try "slug: x-1\nname: X 1\nfields: {}\n".write(
            toFile: folder.path + "/x-1.yaml", atomically: true, encoding: .utf8)
        let bad = try await Program.run(["facts", "check", folder.path])
        #expect(bad.code == 65)
        #expect(bad.errors.contains("x-1.yaml:") && bad.errors.contains("[facts]"), "\(bad.errors)")
        let list = try await Program.run(["facts", "list", "--format", "json"])
        #expect(list.code == 0 && list.output.contains("gpt-4-1-mini"), "\(list.errors)")
    }
}
