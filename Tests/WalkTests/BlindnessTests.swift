import Arena
import Providers
import TestSupport
import Testing

/// What a voter is sent before the vote does not depend on who plays.
@Suite(.serialized)
struct BlindnessTests {
    private static let firstText = "Light scatters: https://docs.anthropic.com/en/light."

    /// Two upstreams on loopback, of which the prompt says who sends which text, and which send all
    /// at once when both have been asked.
    private func upstreams() throws -> [LoopbackServer] {
        ["one", "two"].map { name in
            LoopbackServer { peer in
                let isFirst = peer.request.text.contains("\(name) begins")
                let text =
                    isFirst
                    ? Self.firstText : "Small waves scatter, says [one](https://openai.com/a)."
                peer.stream(
                    Array(
                        (#"data: {"choices":[{"index":0,"delta":{"content":"\#(text)"}}]}"#
                            + "\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{},"
                            + "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n").utf8))
            }
        }
    }

    /// All that one voter is sent in one battle, and who stood on side a.
    private static func views(
        _ address: String, beginner: String
    ) async throws -> (texts: [String], a: String, first: String) {
        let visitor = try Visitor(address)
        let opened = try await visitor.post(
            "/api/v1/battles", json: ["prompt": "Why? Let \(beginner) begins."])
        let id = try opened.field("id")
        let stream = try await visitor.get("/api/v1/battles/\(id)/stream")
        let page = try await visitor.get("/b/\(id)")
        let blind = try await visitor.get("/api/v1/battles/\(id)")
        let texts = [opened, stream, page, blind].map { answer in
            let heads = answer.headers.filter { !["date", "content-length"].contains($0.name) }
            // The attributes of a cookie stand in no order.
            let lines = heads.map { head in
                let parts = head.value.split(separator: "; ")
                let value =
                    head.name == "set-cookie"
                    ? parts.sorted().joined(separator: "; ") : head.value
                return "\(head.name): \(value)"
            }
            return lines.joined(separator: "\n") + "\n" + answer.body
        }
        let vote = try await visitor.post("/api/v1/battles/\(id)/vote", json: ["outcome": "tie"])
        return (
            texts.map { plain($0, beginner: beginner) },
            try vote.field("reveal", "a", "model"), try blind.field("turns", "0", "a", "text")
        )
    }

    /// Without our own random names and seals, the prompt's one word, and comments that keep a line open.
    private static func plain(_ text: String, beginner: String) -> String {
        text.replacing("Let \(beginner) begins", with: "Let it begin")
            .replacing(/[A-Za-z0-9_\-]{20,}/, with: "#")
            .replacing(/Sealed <code>[0-9a-f]{8}/, with: "Sealed <code>#")
            // Which ratings stand now is the same for everybody and changes with others' votes.
            .replacing(/<p class="fine">Version [^\n]*<\/p>/, with: "<p>#</p>")
            .replacing(": ping\n\n", with: "").replacing(/:\.*\n\n/, with: "")
    }

    @Test(arguments: [PacingMode.even, .strict, .hold])
    func `with contenders exchanged and the same texts every byte is the same`(
        mode: PacingMode
    ) async throws {
        let servers = try upstreams()
        let settings = """
            pacing: \(mode.rawValue)
            control_share: 0
            providers:
              p1: {protocol: openai, base_url: "\(servers[0].url)/v1"}
              p2: {protocol: openai, base_url: "\(servers[1].url)/v1"}
            contenders:
              - {id: aspen, provider: p1, upstream_model: one}
              - {id: birch, provider: p2, upstream_model: two}
            """
        let arena = try await Arena(settings: settings, upstreams: servers)
        defer { arena.program.end() }
        let address = arena.address
        var seen: [String: [[String]]] = [:]
        for _ in 0..<6 where Self.equals(in: seen) == nil {
            let battles = try await withThrowingTaskGroup(
                of: (texts: [String], a: String, first: String).self
            ) { group in
                for beginner in ["one", "two", "one", "two"] {
                    group.addTask { try await Self.views(address, beginner: beginner) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for battle in battles where battle.first == "Light scatters: [link]." {
                seen[battle.a, default: []].append(battle.texts)
            }
        }
        let aspen = try #require(seen["aspen"]?.last)
        let birch = try #require(seen["birch"]?.last)
        let (texts, twins) = Self.equals(in: seen) ?? (aspen, birch)
        for (one, other) in zip(texts, twins) {
            #expect(one == other, "\(Self.difference(one, other))")
        }
        for text in seen.values.joined().joined() {
            #expect(!text.contains("openai.com") && !text.contains("anthropic.com"))
        }
    }

    /// Two battles with the contenders exchanged that sent the same bytes. Not all do: a tick that
    /// falls between a text and its end cuts the frames of both sides in another place.
    private static func equals(in seen: [String: [[String]]]) -> ([String], [String])? {
        for one in seen["aspen"] ?? [] {
            if let other = seen["birch"]?.first(where: { $0 == one }) { return (one, other) }
        }
        return nil
    }

    /// The first lines in which two texts differ.
    private static func difference(_ one: String, _ other: String) -> String {
        let lines = [one, other].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        let pair = zip(lines[0], lines[1]).first { $0 != $1 }
        return pair.map { "\($0.0)\n\($0.1)" } ?? "one ends before the other"
    }
}
