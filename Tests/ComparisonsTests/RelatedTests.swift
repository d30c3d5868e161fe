import Catalogue
import Comparisons
import Ratings
import Testing

struct RelatedTests {
    static let others = [
        OtherModel(record: Shelf.o4, rating: 1050, votes: 200, battles: Sides(a: 3, b: 9)),
        OtherModel(record: Shelf.llama3, rating: 900, votes: 200),
        OtherModel(
            record: Shelf.mini, rating: 995,
            gaps: Sides(a: nil, b: Gap(points: 1, standardError: 5)), votes: 300,
            battles: Sides(a: 20, b: 20)),
        OtherModel(
            record: Shelf.nano, rating: 993,
            gaps: Sides(a: nil, b: Gap(points: 1, standardError: 5)), votes: 300,
            isIndexable: Sides(a: true, b: false)),
    ]

    @Test func `the next pairs are neighbours, cheaper equals, siblings and common opponents`()
        throws
    {
        let page = try compare(
            Shelf.llama1, Shelf.o3, votes: Arena6.votes(), others: Self.others)
        let links = page.related.links
        let reasons = Dictionary(links.map { ($0.slug, $0.reason.text) }) { first, _ in first }
        #expect(
            reasons["llama-3-2-1b-instruct-vs-o4-mini"]
                == "The nearest in rating to Llama 3.2 1B Instruct.")
        #expect(
            reasons["gpt-4-1-mini-vs-o3-mini"]
                == "No practical difference in votes, and it costs less.")
        #expect(
            reasons["llama-3-2-1b-instruct-vs-llama-3-2-3b-instruct"]
                == "Of the same family as Llama 3.2 1B Instruct.")
        #expect(
            reasons["gpt-4-1-mini-vs-llama-3-2-1b-instruct"] == "The model most often met by both.")
        #expect(reasons["gpt-4-1-nano-vs-o3-mini"] == nil, "the page has too little to be found")
        #expect(Set(links.map(\.slug)).count == links.count)
    }

    @Test func `without other models there is no block`() throws {
        let page = try compare(Shelf.llama1, Shelf.o3)
        #expect(!page.sections.contains { $0.block == .related })
    }
}
