import Catalogue
import Comparisons
import Ratings
import Testing

struct AssertionTests {
    private func holds(_ claim: String, _ page: Comparison, isSwapped: Bool = false) throws -> Bool
    {
        try Assertion(claim).holds(in: page, isSwapped: isSwapped)
    }

    @Test func `what the votes say can be asked for`() throws {
        let page = try compare(Arena6.cedar, Arena6.dogwood, votes: Arena6.votes())
        #expect(try holds("ahead(A)", page) && holds("leaning(A)", page) && holds("settled", page))
        #expect(try !holds("ahead(B)", page) && !holds("even", page) && !holds("open", page))
        #expect(try holds("ahead(B)", page, isSwapped: true))
        #expect(try holds("ahead(cedar)", page, isSwapped: true))
        #expect(try holds(" ahead ( a ) ".replacing(" ahead ", with: "ahead"), page))
    }

    @Test func `a probable lead is no sure one`() throws {
        let page = try compare(Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(22, 15.2))
        #expect(
            try holds("leaning(A)", page) && !holds("ahead(A)", page) && !holds("settled", page))
        let close = try compare(Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(2, 15.2))
        #expect(try holds("open", close) && !holds("leaning(A)", close))
        let even = try compare(Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(3, 6))
        #expect(try holds("even", even) && holds("settled", even))
    }

    @Test func `what is measured and sourced can be asked for`() throws {
        let page = try compare(Arena6.cedar, Arena6.dogwood, measured: Arena6.measured())
        #expect(
            try holds("cheaper(B)", page) && holds("faster(A)", page) && holds("sooner(A)", page))
        #expect(try !holds("cheaper(A)", page) && !holds("longer(A)", page))
        #expect(try holds("longer(gpt-4-1-mini)", compare(Shelf.mini, Shelf.llama3)))
    }

    @Test func `what is not known does not hold`() throws {
        let page = try compare(Arena6.cedar, Arena6.dogwood)
        for claim in Assertion.Claim.allCases {
            let text =
                ["even", "open", "settled"].contains(claim.rawValue)
                ? claim.rawValue : "\(claim.rawValue)(A)"
            if text != "longer(A)" { #expect(try !holds(text, page), "\(text)") }
        }
    }

    @Test(arguments: ["", "better(A)", "ahead", "ahead()", "ahead(A", "even(A)", "A", "ahead A"])
    func `a text that is no claim is refused with what to write`(text: String) {
        #expect(throws: AssertionError.self) { try Assertion(text) }
    }

    @Test func `a model that is not of the pair is refused`() throws {
        let page = try compare(Arena6.cedar, Arena6.dogwood)
        #expect(throws: AssertionError.unknownSide("elm")) { try holds("ahead(elm)", page) }
        #expect(AssertionError.unknownClaim("x").message.contains("ahead(A)"))
        #expect(try Assertion("ahead(A)").description == "ahead(A)")
    }
}
