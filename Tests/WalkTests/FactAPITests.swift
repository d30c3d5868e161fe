import Foundation
import Providers
import Testing

/// The lists and facts of models for programs, from the shipped facts, over sockets.
struct FactAPITests {
    @Test func `every fact that a comparison names can be asked for alone, and is the same`()
        async throws
    {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        let visitor = try Visitor(arena.address)
        let pair = try await visitor.get("/compare/llama-3-2-1b-instruct-vs-o3-mini.json")
        let facts = try #require(try object(pair)["facts"] as? [[String: Any]])
        #expect(facts.count > 20)
        for fact in facts {
            let path = try #require(fact["path"] as? String)
            let shown = try #require(fact["shown"] as? [String: Any])
            for allowed in [CharacterSet.urlPathAllowed, .alphanumerics] {
                let id = try #require(path.addingPercentEncoding(withAllowedCharacters: allowed))
                let answer = try await visitor.get("/api/v1/facts/\(id)")
                #expect(answer.status == 200, "\(path): \(answer.body)")
                #expect(try answer.field("id") == path)
                #expect(try answer.field("formula") == "as the source states it")
                for key in ["value", "source", "source_kind"] {
                    #expect(
                        try answer.field("sources", "0", key) == "\(shown[key] ?? "")", "\(path)")
                }
            }
        }
    }

    @Test func `a price is a decimal string in dollars, a missing fact null with its reason`()
        async throws
    {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        let visitor = try Visitor(arena.address)
        let context = try await visitor.get("/api/v1/facts/o3-mini/context_tokens")
        #expect(try context.field("value") == "200000")
        #expect(try context.field("unit") == "tokens")
        let missing = try await visitor.get("/api/v1/facts/o3-mini/params_total")
        #expect(missing.status == 200)
        #expect(try object(missing)["value"] is NSNull)
        #expect(try missing.field("missing") == "not_sourced")
        let facts = try #require(
            try object(try await visitor.get("/models/o3-mini.json"))["facts"] as? [[String: Any]])
        let price = try #require(
            facts.compactMap { $0["path"] as? String }.first { $0.hasSuffix("/price_in") })
        let id = try #require(price.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed))
        let answer = try await visitor.get("/api/v1/facts/\(id)")
        #expect(try object(answer)["value"] as? String == "1.1")
        #expect(try answer.field("unit") == "US dollars per million tokens")
        let tag = answer.headers.first { $0.name.lowercased() == "etag" }?.value ?? ""
        let again = try await visitor.get("/api/v1/facts/\(id)", headers: ["If-None-Match": tag])
        #expect(again.status == 304 && again.body.isEmpty)
    }

    @Test(arguments: [
        "o3-min/context_tokens", "o3-mini", "o3-mini/rating", "o3-mini/routes/Nobody/price_in",
        "measured/o3-mini/first_text_p50", "votes/x/ratings", "o3-mini/routes", "%2e%2e/etc",
    ])
    func `an address of nothing is a problem`(id: String) async throws {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        let answer = try await Visitor(arena.address).get("/api/v1/facts/\(id)")
        #expect(answer.status == 404)
        #expect(try answer.field("code") == "unknown-fact")
        #expect(
            answer.headers.contains {
                $0.name.lowercased() == "content-type" && $0.value == "application/problem+json"
            })
    }

    @Test func `what was measured has its formula, window and count`() async throws {
        let arena = try await Arena()
        let visitor = try Visitor(arena.address)
        for _ in 0..<20 { try await visitor.vote() }
        let answers = try await visitor.get("/api/v1/facts/measured/aspen/answers")
        #expect(try answers.field("value") == "20")
        let cost = try await visitor.get("/api/v1/facts/measured/aspen/cost")
        // 776,655 × 0.40 + 12 × 1.60 dollars per million
        #expect(try cost.field("value") == "0.3106812")
        #expect(try cost.field("formula") == "sum divided by count")
        #expect(try cost.field("unit") == "US dollars per answer")
        #expect(try cost.field("inputs", "0") == "measured/aspen/answers")
    }

    @Test func `the list of models follows its cursor and keeps its filter`() async throws {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        let visitor = try Visitor(arena.address)
        let whole = try await visitor.get("/api/v1/models")
        let all = try slugs(whole)
        #expect(all.count > 5 && all.contains("o3-mini"))
        #expect(try whole.field("total") == "\(all.count)")
        var next: String? = "/api/v1/models?limit=2"
        var parts: [String] = []
        while let address = next {
            let part = try await visitor.get(address)
            parts += try slugs(part)
            let link = part.headers.first { $0.name.lowercased() == "link" }?.value
            next = link.flatMap { $0.split(whereSeparator: { "<>".contains($0) }).first }
                .map(String.init)
            #expect(try (next == nil) == (object(part)["next"] == nil))
        }
        #expect(parts == all)
        let open = try await visitor.get("/api/v1/models?open=yes&context=100000&limit=1")
        #expect(try slugs(open).count == 1)
        let link = try #require(open.headers.first { $0.name.lowercased() == "link" }?.value)
        #expect(link.contains("open=yes") && link.hasSuffix("rel=\"next\""))
        let mini = try #require(
            (try object(whole)["models"] as? [[String: Any]])?.first {
                $0["slug"] as? String == "o3-mini"
            })
        #expect(mini["price_in"] as? String == "1.1")
        #expect(mini["context_tokens"] as? Int == 200_000)
        #expect(mini["votes"] as? Int == 0 && mini["rating"] == nil)
    }

    @Test(arguments: ["limit=0", "limit=many", "limit=501", "cursor=nobody", "price=cheap"])
    func `a question that cannot be answered is refused`(query: String) async throws {
        let arena = try await Arena(settings: "detect: false\n", upstreams: [])
        let answer = try await Visitor(arena.address).get("/api/v1/models?\(query)")
        #expect(answer.status == 400)
        #expect(try answer.field("code") == "validation")
    }

    @Test func `the command knows the categories and the names of what plays here`() async throws {
        let arena = try await Arena()
        let visitor = try Visitor(arena.address)
        try await visitor.vote()
        _ = try await arena.leaderboard(withVotes: 1, as: visitor)
        let beside = try await Program.run([
            "compare", "aspen", "birch", "--long", "--data", arena.folder.path,
        ])
        #expect(beside.code == 0, "\(beside.errors)")
        #expect(beside.output.contains("No category has enough votes yet."), "\(beside.output)")
        #expect(beside.output.contains("Aspen CANARY"), "\(beside.output.prefix(400))")
        await arena.program.stop()
        let alone = try await Program.run([
            "compare", "aspen", "birch", "--json", "--data", arena.folder.path,
        ])
        #expect(alone.output.contains("No category has enough votes yet."), "\(alone.errors)")
    }

    private func object(_ answer: Visitor.Answer) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
    }

    private func slugs(_ answer: Visitor.Answer) throws -> [String] {
        let models = try #require(try object(answer)["models"] as? [[String: Any]])
        return models.compactMap { $0["slug"] as? String }
    }
}

extension Visitor {
    /// A battle of two, voted on.
    fileprivate func vote() async throws {
        let opened = try await post("/api/v1/battles", json: ["prompt": "Why is the sky blue?"])
        let id = try opened.field("id")
        _ = try await get("/api/v1/battles/\(id)/stream")
        #expect(try await post("/api/v1/battles/\(id)/vote", json: ["outcome": "a"]).status == 201)
    }
}
