import Catalogue
import Comparisons
import Testing

struct PairTests {
    @Test func `a pair stands in the order of its slugs, however it was asked for`() throws {
        let pair = try Pair("o3-mini", "llama-3-2-1b-instruct", in: Shelf.catalogue)
        #expect(pair.slug == "llama-3-2-1b-instruct-vs-o3-mini")
        #expect(pair == (try Pair("llama-3-2-1b-instruct", "o3-mini", in: Shelf.catalogue)))
    }

    @Test func `an unknown name is answered with the nearest`() {
        #expect {
            try Pair("gpt-4-1-minni", "o3-mini", in: Shelf.catalogue)
        } throws: { error in
            guard case PairError.unknown("gpt-4-1-minni", let closest) = error else { return false }
            return closest.first == "gpt-4-1-mini"
        }
    }

    @Test func `a model is not compared with itself`() {
        #expect(throws: PairError.same("o3-mini")) {
            try Pair("o3-mini", "o3 Mini", in: Shelf.catalogue)
        }
        #expect(PairError.same("o3-mini").message == "Pick two different models.")
    }

    @Test func `a family against a model offers the family's members`() {
        let error = PairError.unlike(
            "gemma-3", .family, members: ["gemma-3-4b"], "gpt-4-1-mini", .model)
        #expect(throws: error) { try Pair("gemma-3", "gpt-4-1-mini", in: Shelf.catalogue) }
        #expect(throws: error) { try Pair("gpt-4-1-mini", "gemma-3", in: Shelf.catalogue) }
        #expect(error.message.hasSuffix("Compare gpt-4-1-mini with a member: gemma-3-4b."))
    }

    @Test func `an address names two slugs or none`() throws {
        let slugs = try #require(Pair.slugs(of: "a-vs-b-vs"))
        #expect(slugs == ("a", "b-vs"))
        #expect(Pair.slugs(of: "a-b") == nil)
        #expect(Pair.slugs(of: "-vs-b") == nil)
        #expect(Pair.slugs(of: "a-vs-") == nil)
    }
}
