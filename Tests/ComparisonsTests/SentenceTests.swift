import Catalogue
import Comparisons
import Testing

struct SentenceTests {
    private let fact = Fact(
        value: 128_000,
        origin: Origin(path: "a/context_tokens", shown: Shelf.said(.count(128_000))))

    @Test func `a sentence prints facts and remembers where they come from`() {
        let sentence: Sentence = "It takes \(fact) tokens."
        #expect(sentence.text == "It takes 128,000 tokens.")
        #expect(sentence.figures.flatMap(\.facts).map(\.path) == ["a/context_tokens"])
        #expect(sentence.pieces.count == 3)
    }

    @Test func `sentences go into sentences with all they cite`() {
        let part: Sentence = "\(fact) tokens"
        let whole: Sentence = "Both take \(part)."
        #expect(whole.text == "Both take 128,000 tokens.")
        #expect(whole.figures == part.figures)
        #expect((whole + whole).text == "Both take 128,000 tokens. Both take 128,000 tokens.")
        #expect(("" + whole) == whole && (whole + "") == whole)
    }

    @Test func `a fact shows as its kind does`() {
        func shown(_ value: FactValue) -> String { value.shown }
        #expect(shown(.flag(true)) == "yes" && shown(.words(["image", "text"])) == "image, text")
        #expect(shown(.money(Money(decimal: "1.1") ?? .zero)) == "$1.10")
        #expect(shown(.notPublished) == "not published by the maker")
        #expect(shown(.doesNotApply) == "does not apply")
    }

    @Test func `every reason for a gap has its own words`() {
        let words = Missing.allCases.map(\.words.text)
        #expect(Set(words).count == words.count)
        #expect(Missing.notSourced.words.text == "not sourced")
        #expect(words.allSatisfy { !$0.contains("N/A") && $0 != "–" && !$0.isEmpty })
    }

    @Test func `an old price, a rounded value and a contradiction are told`() throws {
        let step = FixedPoint(millionths: 1_000_000_000)
        let rounded = Observation(
            value: .count(128_000), precision: step,
            source: Source(kind: .vendor, title: "A card", url: nil),
            asOf: CalendarDate(year: 2026, month: 6, day: 4))
        let other = Observation(
            value: .count(131_072), source: Source(kind: .independent, title: "A site", url: nil),
            asOf: CalendarDate(year: 2024, month: 1, day: 1))
        let agreed = Observation(
            value: .count(128_400), source: Source(kind: .independent, title: "Another", url: nil),
            asOf: nil)
        let record = ModelRecord(
            slug: "a", name: "Aspen",
            observations: [.contextTokens: [rounded, other, agreed]],
            routes: [Shelf.route("One", "1", "2", by: "BenchLM")])
        let page = try compare(record, Shelf.mini)
        let row = try #require(page.sources.rows.first { $0.path == "a/context_tokens" })
        #expect(row.contradictions == [other] && !row.isOld)
        let text = page.text(.sources)
        #expect(
            text.contains("shown is 128,000 (A card); A site says 131,072."))
        #expect(text.contains("rounded by the source to 1000"))
        #expect(page.sources.rows.first { $0.path.hasSuffix("One/price_in") }?.isOld == true)
        #expect(text.contains("Facts as of 2026-04-23 to 2026-07."))
    }
}
