import Catalogue
import Comparisons
import Ratings
import Testing

struct MonthlyTests {
    private func month(
        _ prices: (in: String, out: String), _ traffic: Traffic?
    ) throws -> MonthlyCost {
        let page = try compare(
            Shelf.record(
                "aspen", "Aspen", [:], routes: [Shelf.route("One", prices.in, prices.out)]),
            Shelf.record("birch", "Birch", [:], routes: [Shelf.route("Two", "1.10", "4.40")]),
            traffic: traffic)
        return try #require(page.monthly)
    }

    @Test func `the unstated traffic of the reference page gives its figures exactly`() throws {
        let cost = try month(
            ("0.027", "0.201"), Traffic(requests: 1_000_000, tokensIn: 800, tokensOut: 250))
        #expect(cost.dollars.a == Rational(7185, over: 100))
        #expect(cost.dollars.b == Rational(1980))
        let text = cost.section.sentences.map(\.text)
        #expect(text[0].contains("($1,980 against $71.9)"))
        #expect(text[1] == "The difference is $1,910 a month.")
    }

    @Test func `seventy-two dollars a month`() throws {
        let cost = try month(
            ("0.40", "1.60"), Traffic(requests: 100_000, tokensIn: 120, tokensOut: 420))
        #expect(cost.dollars.a == Rational(72))
        #expect(cost.section.sentences[0].text.contains("$72.0"))
    }

    @Test func `every assumption stands in the sentence`() throws {
        let cost = try month(
            ("0.40", "1.60"),
            Traffic(
                requests: 100_000, tokensIn: 120, tokensOut: 420, cached: 2550, retries: 150))
        let text = try #require(cost.comparison).sentence.text
        for part in [
            "100,000 requests a month", "120 tokens in", "420 tokens out", "25.5% from a cache",
            "1.5% sent again",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test func `a cache and retries change the cost exactly`() throws {
        let aspen = Shelf.record(
            "aspen", "Aspen", [:], routes: [Shelf.route("One", "0.40", "1.60", cached: "0.10")])
        let birch = Shelf.record("birch", "Birch", [:], routes: [Shelf.route("Two", "1", "1")])
        let page = try compare(
            aspen, birch,
            traffic: Traffic(
                requests: 1_000_000, tokensIn: 1000, tokensOut: 0, cached: 5000, retries: 1000))
        // 1.1 million requests of 500 tokens at $0.40 and 500 at $0.10 a million.
        #expect(page.monthly?.dollars.a == Rational(275))
        #expect(page.monthly?.dollars.b == Rational(1100))
    }

    @Test func `the arena's own means are what is asked first`() throws {
        let page = try compare(Shelf.llama1, Shelf.o3, measured: Arena6.measured())
        let traffic = try #require(page.monthly).traffic.a
        #expect(page.monthly?.isMeasured == true)
        #expect(traffic.requests == 100_000 && traffic.tokensIn == 120 && traffic.tokensOut == 355)
        #expect(traffic.retries == 41)
    }

    @Test func `without a price there is no total`() throws {
        let page = try compare(Shelf.mini, Shelf.gemma4)
        #expect(page.monthly?.dollars.a == nil)
        #expect(
            page.text(.monthly).contains("Gemma 3 4B: price not sourced, so there is no total."))
        #expect(page.monthly?.comparison == nil)
    }

    @Test func `an extra preferred answer has its price`() throws {
        let certainty = Certainty(
            Gap(points: Scale.gap(atShare: 0.56), standardError: 5), votes: Sides(a: 99, b: 99),
            minimum: 30)
        let dollars = BreakEven.dollars(
            Sides(
                a: Rational(Money(decimal: "0.00184") ?? .zero),
                b: Rational(Money(decimal: "0.00046") ?? .zero)), certainty)
        #expect(Form.budget(try #require(dollars)) == "$0.0115")
        let cheap = BreakEven.dollars(Sides(a: .zero, b: Rational(1)), certainty)
        #expect(cheap == nil)
    }

    @Test func `the price of preference is told only where somebody is preferred`() throws {
        let routes = [Shelf.route("One", "4", "16")]
        let cheap = [Shelf.route("One", "1", "4")]
        let (cedar, dogwood) = (
            Shelf.with(routes, [], Arena6.cedar), Shelf.with(cheap, [], Arena6.dogwood)
        )
        let ahead = try compare(cedar, dogwood, votes: Arena6.votes(), measured: Arena6.measured())
        #expect(ahead.text(.monthly).contains("more per extra preferred answer."))
        let open = try compare(
            cedar, dogwood, votes: Arena6.votes(2, 15), measured: Arena6.measured())
        #expect(!open.text(.monthly).contains("preferred answer"))
    }

    @Test func `cost grows in line with requests`() throws {
        let cost = try month(
            ("0.40", "1.60"), Traffic(requests: 100_000, tokensIn: 120, tokensOut: 420))
        #expect(cost.dollars(requests: 1_000_000).a == Rational(720))
        #expect(cost.dollars(requests: 1).a == Rational(72, over: 100_000))
    }

    @Test func `traffic out of range is refused, and the largest is counted`() throws {
        #expect(Traffic(requests: 0, tokensIn: 1, tokensOut: 1) == nil)
        #expect(Traffic(requests: 1, tokensIn: -1, tokensOut: 1) == nil)
        #expect(Traffic(requests: 1, tokensIn: 1, tokensOut: 1, cached: 10_001) == nil)
        let most = try #require(
            Traffic(
                requests: 100_000_000, tokensIn: 10_000_000, tokensOut: 10_000_000, cached: 3333,
                retries: 9999))
        let cost = try month(("999999.999999", "999999.999999"), most)
        #expect(try #require(cost.dollars.a) > Rational(1_000_000_000))
        #expect(!cost.section.sentences[0].text.isEmpty)
        #expect(MonthlyCost.presets.count == 3)
    }
}
