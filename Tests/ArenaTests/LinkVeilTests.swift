import Arena
import Ratings
import Testing

/// What is hidden of an answer's addresses before the vote, and what is not.
struct LinkVeilTests {
    private let veil = LinkVeil(addresses: [
        "https://api.llm.example.co.uk/v1", "http://localhost:11434/v1", "http://203.0.113.7:8000",
    ])

    @Test(arguments: [
        ("See https://platform.openai.com/docs/a?b=c#d.", "See [link]."),
        (
            "See [the docs](https://docs.anthropic.com/en/x_(y)), then.",
            "See [the docs]([link]), then."
        ),
        ("<HTTPS://Mistral.AI/news> and www.deepmind.com!", "<[link]> and [link]!"),
        ("![a](https://cdn.huggingface.co/a.png \"b\")", "![a]([link] \"b\")"),
        ("mail help@openai.com, or openai.com", "mail help@[link], or [link]"),
        (#"a http://openai\.com/x b https://openai&#46;com:443/ c"#, "a [link] b [link] c"),
        ("https://web.example/?u=https://ai.meta.com/blog", "https://web.example/?u=[link]"),
        ("openai.com.example, _openai.com_, ...openai.com...", "[link], _[link]_, ...[link]..."),
        (
            "https://llm.example.co.uk: ours, curl http://localhost:11434/api",
            "[link]: ours, curl [link]"
        ),
        ("203.0.113.7 and http://203.0.113.7:8000/v1", "[link] and [link]"),
        ("答えはhttps://openai.com/を見て", "答えは[link]を見て"),
    ])
    func `an address of a maker or provider is one word`(text: String, shown: String) {
        #expect(veil.hide(text) == shown)
    }

    @Test(arguments: [
        "openai.Completion.create(model='x') in notopenai.com", "https://openai.example/com",
        "http://localhost:3000 and localhost:114345 and localhost", "google.cloud, 1.2.3, a.b.c",
        "https://swift.org/a(b)?c=d#e, e.g. this.", "OpenAI and Anthropic said so.", "", "https://",
        String(repeating: "a", count: 700) + ".", String(repeating: ".", count: 700) + "x",
    ])
    func `everything else stays as it is`(text: String) {
        #expect(veil.hide(text) == text)
    }

    /// Texts made of the pieces that matter, in every order a seed gives.
    private static func text(_ seed: UInt64) -> String {
        var state = seed
        let parts = [
            "https://", "openai", ".com", "/a)", ".", " ", "(", "localhost", ":11434", "x", "-",
            "&#46;",
            "com", "\\.", "é", "www.", "meta.ai", "]", "?b", ":", "http", "://", "&", "203.0.113.7",
        ]
        return (0..<24).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return parts[Int(state >> 33) % parts.count]
        }.joined()
    }

    @Test func `what is shown does not depend on how the text came`() async throws {
        for seed in 0..<300 as Range<UInt64> {
            let text = Self.text(seed)
            let whole = veil.hide(text)
            for size in [1, 2, 3, 7, 64] {
                let live = try await Self.battle(under: veil)
                var rest = Substring(text)
                while !rest.isEmpty {
                    await live.receive(String(rest.prefix(size)), from: .a)
                    rest = rest.dropFirst(size)
                    let seen = await live.blind.turns[0].replies.a.text
                    #expect(whole.hasPrefix(seen))
                }
                await live.change { value in value.complete(.a, with: Samples.report()) }
                await live.tick()
                #expect(await live.blind.turns[0].replies.a.text == whole, "\(text)")
            }
        }
    }

    @Test func `in what is shown there is nothing more to hide`() {
        for seed in 0..<2_000 as Range<UInt64> {
            let shown = veil.hide(Self.text(seed))
            #expect(veil.hide(shown) == shown)
        }
    }

    private static func battle(under veil: LinkVeil) async throws -> LiveBattle {
        var battle = try Samples.battle()
        _ = try battle.begin(try Prompt("Why?"), at: Samples.time)
        return LiveBattle(battle, under: veil, pacing: .live, now: .now)
    }

    @Test(arguments: [
        "One https://openai.com/a two.", "https://openai.com/abc/def", "One two three.",
    ])
    func `a stop keeps what was written of what was shown`(text: String) async throws {
        for count in 0...text.count {
            let live = try await Self.battle(under: veil)
            await live.receive(String(text.prefix(count)), from: .a)
            let seen = await live.blind.turns[0].replies.a.text
            await live.stop()
            let kept = await live.value.turns[0].replies.a.text
            #expect(text.hasPrefix(kept))
            // The last sign that came is held back while it may not be whole.
            #expect(veil.hide(kept).dropLast(seen == veil.hide(kept) ? 0 : 1) == seen, "\(kept)")
        }
    }

    @Test func `the stored text is whole, and shown whole after the vote`() throws {
        var battle = try Samples.readyBattle()
        battle.mend("See https://openai.com/a.")
        #expect(battle.blind(under: veil).turns[0].replies.a.text == "See [link].")
        _ = try battle.cast(.a, by: battle.voter, at: Samples.time)
        #expect(battle.turns[0].replies.a.text == "See https://openai.com/a.")
        #expect(battle.blind(under: veil).turns[0].replies.a.text == "See https://openai.com/a.")
        for own in [nil, Judgement(.a, at: Samples.time)] {
            let shared = SharedBattle(battle, under: veil, for: VoterID(), own: own, all: [])
            let seen = shared?.blind.turns[0].replies
            #expect(seen?.both { $0.text.contains("openai.com") } == (own != nil))
        }
    }
}

extension Battle {
    /// Has both contenders of the newest turn write this text anew.
    fileprivate mutating func mend(_ text: String) {
        var turns = turns
        for side in Side.allCases { turns[turns.count - 1].replies[side].text = text }
        self = Battle(
            id: id, voter: voter, kind: kind, contenders: contenders, probability: probability,
            seal: seal, openedAt: openedAt, state: state, turns: turns, vote: vote, marks: marks)
    }
}
