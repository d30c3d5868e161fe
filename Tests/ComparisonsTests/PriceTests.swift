import Catalogue
import Comparisons
import Testing

struct PriceTests {
    private func money(_ text: String) -> Money { Money(decimal: text) ?? .zero }

    /// The sentence of two prices that are the same in and out, so that any blend is the price.
    private func sentence(_ a: String, _ b: String) throws -> String {
        let comparison = try priced((a, a), (b, b))
        return try #require(comparison.price.blended).sentence.text
    }

    @Test func `blends are exact`() throws {
        let page = try compare(Shelf.mini, Shelf.llama3, blend: Blend("3:1"))
        let mix = page.price.chosen.mix
        #expect(mix.price(in: money("0.40"), out: money("1.60")) == Rational(money("0.70")))
        #expect(mix.price(in: money("0.01"), out: money("0.02")) == Rational(money("0.0125")))
        let other = try compare(Shelf.llama1, Shelf.o3, blend: Blend("70:30")).price.chosen.mix
        #expect(other.price(in: money("0.027"), out: money("0.201")) == Rational(money("0.0792")))
        #expect(other.price(in: money("1.10"), out: money("4.40")) == Rational(money("2.09")))
        #expect(other.price(in: money("0.50"), out: money("2")) == Rational(money("0.95")))
    }

    @Test(arguments: [
        ("0.70", "0.0125", "Aspen costs 56 times as much as Birch"),
        ("0.50", "0.027", "Aspen costs 19 times as much as Birch"),
        ("0.95", "0.0792", "Aspen costs 12 times as much as Birch"),
        ("2.09", "0.0792", "Aspen costs 26 times as much as Birch"),
        ("0.46", "0.31", "Birch costs 33% less"), ("0.31", "0.46", "Aspen costs 33% less"),
        ("2", "1", "Aspen costs 2.0 times as much as Birch"),
        ("1.999", "1", "Birch costs 50% less"), ("1.05", "1", "Birch costs 5% less"),
        ("1.0499", "1", "They cost about the same"), ("1", "1", "They cost about the same"),
        ("0", "1", "Aspen is free on this route; Birch costs $1.00"),
        ("0", "0", "Both are free"),
    ])
    func `two prices in words`(a: String, b: String, words: String) throws {
        #expect(try sentence(a, b).hasPrefix(words))
    }

    @Test func `the siblings cost four times as much at any blend`() throws {
        let page = try compare(Shelf.mini, Shelf.nano)
        #expect(page.price.blended?.ratio == Rational(4))
        #expect(
            page.price.section.sentences[0].text
                == """
                GPT-4.1 mini costs 4.0 times as much as GPT-4.1 nano per token at any blend \
                ($0.40 against $0.10 in, $1.60 against $0.40 out).
                """)
    }

    @Test func `no percentage is above fifty whatever the prices`() throws {
        for cents in stride(from: 1, through: 400, by: 7) {
            let text = try sentence(
                Money(picodollars: Int64(cents) * 10_000_000_000).description, "1")
            let percent = text.split(separator: "%")[0].split(separator: " ").last.flatMap {
                Int($0)
            }
            #expect(!text.contains("%") || (percent ?? 99) <= 50, "\(text)")
        }
    }

    @Test func `the cheapest standard route is taken, never a batch one`() throws {
        let page = try compare(Shelf.o4, Shelf.llama1)
        #expect(page.price.chosen.cheapest.b?.route.provider == "OpenRouter")
        let batch = try compare(Shelf.o4, Shelf.llama1, tier: .batch)
        #expect(batch.price.chosen.cheapest.b?.route.provider == "OpenAI")
        #expect(batch.price.chosen.cheapest.a == nil)
    }

    @Test func `in and out come from one route`() throws {
        let mixed = Shelf.with(
            [Shelf.route("Low in", "0.01", "9"), Shelf.route("Low out", "9", "0.01")], [],
            Shelf.llama3)
        let page = try compare(Shelf.mini, mixed)
        let route = try #require(page.price.chosen.cheapest.b)
        #expect(route.read.origin.path.contains(route.route.label))
        #expect(route.written.origin.path.contains(route.route.label))
        #expect(route.route.provider == "Low in")
    }

    @Test func `a shared provider is compared first`() throws {
        let sentences = try compare(Shelf.llama1, Shelf.o3).price.section.sentences.map(\.text)
        #expect(sentences[0].contains("on OpenRouter"))
        #expect(sentences[1].contains("27 times") && !sentences[1].contains("OpenRouter"))
    }

    @Test func `the arena's own mix is used once both have two hundred answers`() throws {
        let page = try compare(Shelf.llama1, Shelf.o3, measured: Arena6.measured())
        #expect(page.price.chosen.mix.isMeasured)
        #expect(
            page.price.chosen.mix.words.text == "at this arena's mix of 120 tokens in to 355 out")
        let fixed = try compare(
            Shelf.llama1, Shelf.o3, measured: Arena6.measured(), blend: Blend("3:1"))
        #expect(!fixed.price.chosen.mix.isMeasured)
        var few = Arena6.measured()
        few.sides.a?.answers = 199
        #expect(try !compare(Shelf.llama1, Shelf.o3, measured: few).price.chosen.mix.isMeasured)
    }

    @Test(arguments: ["3:1", "70:30", "arena", "0:1"])
    func `blends are read as they are written`(text: String) {
        #expect(Blend(text)?.description == text)
    }

    @Test(arguments: ["", "3", "3:", "0:0", "-1:3", "3:1:1", "a:b", "1001:1", "3.5:1"])
    func `other blends are refused`(text: String) {
        #expect(Blend(text) == nil)
    }

    @Test func `a wordier model is told before its cost per answer`() throws {
        let text = try compare(
            Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(), measured: Arena6.measured()
        ).text(.price)
        #expect(text.contains("Cedar writes 1.4 times as many tokens as Dogwood"))
        #expect(
            text.contains(
                """
                Dogwood costs 33% less per answer here, on the same 140 prompts \
                (0.31 ¢ against 0.46 ¢).
                """))
    }

    @Test func `below fifty answers to the same prompts their cost is not compared`() throws {
        let page = try compare(Arena6.cedar, Arena6.dogwood, measured: Arena6.measured(49))
        #expect(page.price.perAnswer == nil)
    }

    @Test func `a price of unknown tier serves only where no standard one is sourced, and says so`()
        throws
    {
        let unknown = Shelf.route(Route.unnamedProvider, "0.50", "2.00", tier: .unknown)
        let batch = Shelf.route("OpenAI", "0.25", "1.00", tier: .batch)
        let page = try compare(Shelf.llama1, Shelf.with([unknown, batch], [], Shelf.o4))
        #expect(page.price.chosen.cheapest.b?.route.tier == .unknown)
        #expect(
            page.text(.price).contains(
                "The source (llm-stats) does not say at which tier the price of o4-mini holds."))
        #expect(page.providers.only.b == ["OpenAI"], "an unnamed provider is none")
        let known = Shelf.route("OpenRouter", "9", "9")
        let dear = try compare(Shelf.llama1, Shelf.with([unknown, known], [], Shelf.o4))
        #expect(dear.price.chosen.cheapest.b?.route.provider == "OpenRouter")
    }

    @Test func `an unnamed provider is shared with nobody`() throws {
        let unknown = Shelf.route(Route.unnamedProvider, "0.50", "2.00", tier: .unknown)
        let page = try compare(
            Shelf.with([unknown], [], Shelf.mini), Shelf.with([unknown], [], Shelf.nano))
        #expect(page.price.chosen.shared == nil && page.providers.shared.isEmpty)
        #expect(page.price.blended?.finding == .same)
    }
}
