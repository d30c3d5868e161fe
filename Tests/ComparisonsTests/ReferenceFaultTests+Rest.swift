import Catalogue
import Comparisons
import Ratings
import Testing

/// The faults 20 to 37 of the reference pages (product.md 3.7).
struct MoreReferenceFaultTests {
    private func s2() throws -> Comparison { try compare(Shelf.llama1, Shelf.o3) }
    private func s4() throws -> Comparison { try compare(Shelf.mini, Shelf.nano) }
    private func full() throws -> Comparison {
        try compare(
            Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(), measured: Arena6.measured())
    }

    @Test func `20: no row is a product's feature, and tools are one row`() throws {
        let rows = try #require(try s2().sections.first { $0.block == .capabilities })
            .tables[0].rows.map(\.label.text)
        #expect(rows.filter { $0.contains("ools") || $0.contains("unction") }.count == 1)
        #expect(!rows.contains { $0.contains("IDE") || $0.contains("agents") })
    }

    @Test func `21: what is the same in both directions is written once`() throws {
        let switching = try s2().switching
        #expect(switching.common.count == 2)
        #expect(Set(switching.leaving.a).isDisjoint(with: switching.leaving.b))
        #expect(try s2().text(.switching).split(separator: "Vercel AI Gateway").count == 2)
    }

    @Test func `22: there is no overall score`() throws {
        for page in try [s2(), s4(), full()] {
            let text = page.everything.lowercased()
            #expect(!text.contains("overall") && !text.contains("/10") && !text.contains("score:"))
            #expect(!page.scorecard.rows.contains { $0.id == "total" })
        }
    }

    @Test func `23: every lead is named, the largest first`() throws {
        let leads = try full().scorecard.tradeOffs.a
        #expect(leads.map(\.size) == leads.map(\.size).sorted(by: >))
        #expect(Set(leads.map(\.row)) == ["voters", "first_text", "words_per_second"])
    }

    @Test func `24: the smallest lead does not come first`() throws {
        let leads = try s2().scorecard.tradeOffs.a
        #expect(leads.first?.row == "price_in")
        #expect(leads.last?.row == "routes")
    }

    @Test func `25: a family does not stand against a model`() {
        #expect(throws: PairError.self) { try Pair("gemma-3", "gpt-4-1-mini", in: Shelf.catalogue) }
    }

    @Test func `25: weights to be had for nothing are not a price of nothing`() throws {
        let page = try compare(Shelf.gemma4, Shelf.mini)
        #expect(page.price.blended == nil)
        #expect(page.text(.price).contains("Gemma 3 4B: price not sourced."))
        #expect(!page.everything.contains("Free") && !page.everything.contains("free"))
    }

    @Test func `26: nobody is the fastest without a measurement`() throws {
        let text = try s4().everything.lowercased()
        #expect(!text.contains("fastest") && !text.contains("faster") && !text.contains("t/s"))
    }

    @Test func `27: every question is one that the page answers`() throws {
        for page in try [s2(), s4(), full()] {
            for question in page.questions.all {
                #expect(!question.question.text.contains("bulk"))
                #expect(!question.answer.text.isEmpty)
            }
        }
    }

    @Test func `28: where there is no reason, that is said`() throws {
        let page = try compare(
            Shelf.record("a", "Aspen", [:]), Shelf.record("b", "Birch", [:]))
        #expect(
            page.chooseIf.section.sentences.map(\.text) == [
                "We have no measured reason to choose Aspen.",
                "We have no measured reason to choose Birch.",
            ])
    }

    @Test func `29: no total, but noise at every difference`() throws {
        let page = try s4()
        #expect(!page.everything.contains("squint"))
        #expect(page.benchmarks.shared.allSatisfy { $0.noise != nil })
        #expect(page.text(.benchmarks).contains("Too few tests to generalise."))
    }

    @Test func `30: one test is not averaged`() throws {
        let text = try s4().everything.lowercased()
        #expect(!text.contains("average") && !text.contains("knowledge category"))
        #expect(text.contains("gpqa"))
    }

    @Test func `31: nothing is drawn from fewer than three axes`() throws {
        #expect(try s4().categories.findings.isEmpty)
        #expect(try !s4().sections.contains { $0.block == .categories })
    }

    @Test func `32: differences of scores are points, not percent`() throws {
        let text = try s4().text(.benchmarks)
        #expect(text.contains("13.9 points") && !text.contains("%"))
    }

    @Test func `33: four times as much at any blend, not on output alone`() throws {
        let text = try s4().everything
        #expect(text.contains("costs 4.0 times as much as GPT-4.1 nano per token at any blend"))
        #expect(!text.contains("alone"))
    }

    @Test func `34: the same context is no choice`() throws {
        let page = try s4()
        #expect(page.text(.context).contains("Both take the same context (1,047,576 tokens)."))
        #expect(page.context.context.larger == nil)
        #expect(page.chooseIf.reasons.a.allSatisfy { !$0.text.contains("inputs pass") })
        #expect(
            page.scorecard.rows.first { $0.id == "context" }?.cells.allSatisfy { $0.mark == .none }
                == true)
    }

    @Test func `35: a speed has its window, its number, its percentiles and its server`() throws {
        let text = try full().text(.measured)
        for part in [
            "30 days to 2026-11-21", "from Falkenstein", "Answers measured", "684",
            "First word, median", "First word, slowest of twenty",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test func `36: no space is missing and none is double`() throws {
        for page in try [s2(), s4(), full()] {
            for sentence in page.sections.flatMap(\.everything) {
                #expect(sentence.text.firstMatch(of: /\d(categor|test|point|month|battle)/) == nil)
                #expect(!sentence.text.contains("  "))
            }
        }
    }

    @Test func `37: what is cheaper a token may cost more an answer, and that comes first`() throws
    {
        let (cedar, dogwood) = (
            Shelf.with([Shelf.route("One", "0.20", "0.80")], [], Arena6.cedar),
            Shelf.with([Shelf.route("Two", "0.25", "1.00")], [], Arena6.dogwood)
        )
        let page = try compare(
            cedar, dogwood, votes: Arena6.votes(), measured: Arena6.measured())
        #expect(page.price.blended?.cheaper == .a)
        #expect(page.price.perAnswer?.cheaper == .b)
        #expect(
            page.verdict.section.sentences[1].text.contains("Dogwood costs 33% less per answer"))
        #expect(page.chooseIf.reasons.b.contains { $0.text.contains("cost per answer matters") })
        #expect(page.chooseIf.reasons.a.allSatisfy { !$0.text.contains("cost") })
    }
}
