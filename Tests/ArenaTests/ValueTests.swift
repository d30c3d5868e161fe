import Arena
import Catalogue
import Ratings
import Testing

struct PromptTests {
    @Test func `line ends are made one kind and blank space around is cut`() throws {
        #expect(try Prompt("  a\r\nb\rc\n\n").text == "a\nb\nc")
    }

    @Test(arguments: ["", "  \n\t ", "a\u{0}b", "a\u{1B}[31m"])
    func `blank prompts and control characters are refused`(text: String) {
        #expect(throws: ArenaError.self) { try Prompt(text) }
    }

    @Test func `the limit counts bytes and not what looks like one character`() throws {
        let heap = "e" + String(repeating: "\u{301}", count: Prompt.byteLimit)
        #expect(heap.count == 1)
        #expect(throws: ArenaError.tooLarge(field: "prompt", limit: Prompt.byteLimit)) {
            try Prompt(heap)
        }
        let most = String(repeating: "x", count: Prompt.byteLimit)
        #expect(try Prompt(most).text == most)
    }
}

struct MoneyTests {
    @Test(arguments: [
        ("0.40", "0.4"), ("1", "1"), ("0.000001", "0.000001"), ("12.50", "12.5"), ("0", "0"),
    ])
    func `a decimal is kept exactly`(text: String, written: String) throws {
        #expect(try #require(Money(decimal: text)).description == written)
    }

    @Test(arguments: ["", ".", "1.", ".5", "-1", "1e3", "0.0000001", "1,5", "1234567", "٣"])
    func `what is no plain decimal is refused`(text: String) {
        #expect(Money(decimal: text) == nil)
    }

    @Test func `a cost beyond the range is unknown and not wrong`() throws {
        let price = Price(
            input: try #require(Money(decimal: "999999")),
            output: try #require(Money(decimal: "999999")))
        #expect(price.cost(of: TokenUsage(input: .max, output: 1)) == nil)
    }
}

struct IdentifierTests {
    @Test func `random identifiers have 128 bits, differ, and read back`() throws {
        let ids = Set((0..<1000).map { _ in BattleID() })
        #expect(ids.count == 1000)
        for id in ids { #expect(BattleID(id.text) == id) }
    }

    @Test(arguments: ["", "short", "AAAAAAAAAAAAAAAAAAAAA/", "AAAAAAAAAAAAAAAAAAAAAAA"])
    func `what is no identifier is refused`(text: String) {
        #expect(BattleID(text) == nil)
        #expect(VoterID(text) == nil)
    }

    @Test(arguments: ["-a", "a-", "A", "a b", "a-vs-b", "a--b", "a.b", "ä", ""])
    func `what is no slug is no contender`(text: String) {
        #expect(ContenderID(text) == nil)
    }

    @Test func `base64url matches RFC 4648`() {
        #expect(RandomText.base64URL(Array("foobar".utf8)) == "Zm9vYmFy")
        #expect(RandomText.base64URL(Array("fooba".utf8)) == "Zm9vYmE")
        #expect(RandomText.base64URL([0xFB, 0xFF]) == "-_8")
    }
}

struct ContenderTests {
    @Test func `any change that can change an answer makes another version`() throws {
        let id = try #require(ContenderID("aspen"))
        let base = Contender(id: id, provider: "p", upstreamModel: "m")
        let changed = [
            Contender(id: id, provider: "q", upstreamModel: "m"),
            Contender(id: id, provider: "p", upstreamModel: "n"),
            Contender(
                id: id, provider: "p", upstreamModel: "m", settings: Sampling(temperature: 0)),
            Contender(id: id, provider: "p", upstreamModel: "m", settings: Sampling(seed: 1)),
            Contender(id: id, provider: "p", upstreamModel: "m", systemPrompt: ""),
            Contender(id: id, provider: "pm", upstreamModel: ""),
        ]
        #expect(Set(changed.map(\.version) + [base.version]).count == 7)
        let renamed = Contender(id: id, name: "Another", provider: "p", upstreamModel: "m")
        #expect(renamed.version == base.version)
    }
}

struct PairingTests {
    @Test func `each contender stands left about half the time`() throws {
        let (one, other) = (try Samples.contender("aspen"), try Samples.contender("birch"))
        var generator = Random(seed: 7)
        let left = (0..<10_000).count { _ in
            Pairing(one, other, probability: 1, using: &generator).contenders.a == one
        }
        #expect((4800...5200).contains(left))
    }
}
