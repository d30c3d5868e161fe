import Catalogue
import Comparisons
import Ratings
import Testing

/// The faults 1 to 19 of the reference pages (product.md 3.7), each made impossible.
struct ReferenceFaultTests {
    private func s0() throws -> Comparison { try compare(Shelf.mini, Shelf.llama3) }
    private func s1(_ blend: Blend? = nil) throws -> Comparison {
        try compare(Shelf.llama1, Shelf.o4, blend: blend)
    }
    private func s2(_ blend: Blend? = nil, _ traffic: Traffic? = nil) throws -> Comparison {
        try compare(Shelf.llama1, Shelf.o3, blend: blend, traffic: traffic)
    }
    private let blend = Blend("70:30")

    @Test func `1: fifty-six times as much, with blend, prices and routes named`() throws {
        let text = try s0().text(.price)
        #expect(
            text.contains(
                """
                GPT-4.1 mini costs 56 times as much as Llama 3.2 3B Instruct per token at a 3:1 \
                blend ($0.70 against $0.0125).
                """))
        #expect(text.contains("The prices are those of OpenAI for GPT-4.1 mini and DeepInfra"))
    }

    @Test func `2: nineteen times per input token, twelve by the blend, no 1752%`() throws {
        let page = try s1(blend)
        #expect(
            page.text(.price).contains(
                """
                o4-mini costs 19 times as much as Llama 3.2 1B Instruct per input token \
                ($0.50 against $0.027).
                """))
        #expect(page.price.blended?.short.text == "12 times as much")
        #expect(!page.everything.contains("1752"))
    }

    @Test func `3: twenty-six times at 70 to 30, no 3974%`() throws {
        let page = try s2(blend)
        #expect(
            page.verdict.section.sentences[0].text
                == """
                o3 Mini costs 26 times as much as Llama 3.2 1B Instruct per token at a 70:30 \
                blend ($2.09 against $0.0792).
                """)
        #expect(!page.everything.contains("3974"))
    }

    @Test func `4: one blend on a page, and named wherever it is used`() throws {
        let page = try s2(blend)
        #expect(!page.everything.contains("3:1"))
        #expect(try !s2().everything.contains("70:30"))
        for sentence in page.statements where sentence.text.contains("per token") {
            #expect(
                sentence.text.contains("at a 70:30 blend") || sentence.text.contains("any blend"))
        }
    }

    @Test func `5: a month's traffic stands in the sentence, with three digits on both sides`()
        throws
    {
        let traffic = Traffic(requests: 1_000_000, tokensIn: 800, tokensOut: 250)
        let text = try s2(nil, traffic).text(.monthly)
        #expect(
            text.contains(
                """
                for 1,000,000 requests a month of 800 tokens in and 250 tokens out each, none of \
                them from a cache and none sent again ($1,980 against $71.9).
                """))
    }

    @Test func `6: no batch price stands against an interactive one`() throws {
        let page = try s1()
        #expect(page.price.chosen.cheapest.b?.route.tier == .standard)
        #expect(page.row("price", "price_in")?.cells[1].words.text == "$0.50")
    }

    @Test func `7: nobody is called frontier or a reasoning model`() throws {
        for page in try [s0(), s1(), s2()] {
            let text = page.everything.lowercased()
            #expect(!text.contains("frontier") && !text.contains("reasoning model"))
        }
    }

    @Test func `8: a missing context is said, not praised`() throws {
        let text = try s1().text(.context)
        #expect(text.contains("Llama 3.2 1B Instruct: 128,000 tokens. o4-mini: not sourced."))
        #expect(!text.contains("times as many"))
    }

    @Test func `9: reasons come from facts, never from tags`() throws {
        let reasons = try s1().chooseIf.reasons.b.map(\.text)
        #expect(
            reasons == ["you need images, a reasoning mode, tools and code execution"])
    }

    @Test func `10: the time between releases is the same everywhere`() throws {
        let text = try s0().everything
        #expect(text.contains("about 7 months (201 days)"))
        #expect(!text.contains("6mo") && !text.contains("about 6 months"))
    }

    @Test func `11: a later release is no later knowledge`() throws {
        let page = try s0()
        #expect(page.dates.laterCutoff == nil && page.dates.knowsLater == nil)
        #expect(page.chooseIf.reasons.a.allSatisfy { !$0.text.contains("after") })
        #expect(!page.everything.contains("recent training data"))
    }

    @Test func `12: an output limit equal to the context is none`() throws {
        let page = try s0()
        #expect(
            page.text(.context).contains(
                "Llama 3.2 3B Instruct: no separate output limit is sourced."))
        #expect(page.context.output.larger == nil)
        #expect(!page.statements.contains { $0.text.contains("longer responses") })
    }

    @Test func `13: counts of tests come with their noise, and nothing is significant`() throws {
        let page = try s0()
        #expect(
            page.text(.benchmarks).contains(
                """
                GPT-4.1 mini is ahead on 3, Llama 3.2 3B Instruct on 0, 0 within noise, of 3 \
                shared tests.
                """))
        #expect(!page.everything.lowercased().contains("significant"))
    }

    @Test func `14: a month is not given a day`() throws {
        let text = try s0().everything
        #expect(text.contains("2024-05") && !text.contains("2024-05-31"))
    }

    @Test func `15: no heading stands over nothing`() throws {
        for page in try [s0(), compare(Shelf.gemma4, Shelf.record("x", "X", [:]))] {
            for section in page.sections {
                #expect(!section.isEmpty, "\(section.block)")
                #expect(section.lists.allSatisfy { !$0.items.isEmpty }, "\(section.block)")
            }
        }
    }

    @Test func `16: knowledge from after the release is flagged and not compared`() throws {
        #expect(
            try s1().text(.dates).contains(
                """
                o4-mini's sourced cut-off (2025-08) is later than its release (2025-04-16), which \
                cannot be, so it is not compared.
                """))
        for page in try [s1(), s2()] {
            #expect(
                page.text(.dates).contains("Llama 3.2 1B Instruct's knowledge ends at 2023-12."))
            #expect(page.dates.laterCutoff == nil)
            #expect(!page.questions.all.contains { $0.question.text.contains("recent") })
        }
    }

    @Test func `17: a licence with conditions is never open source`() throws {
        for page in try [s0(), s1(), s2()] {
            let text = page.everything
            #expect(text.contains("open weights under Llama 3.2 Community License"))
            for sentence in page.statements where sentence.text.contains("Llama") {
                #expect(!sentence.text.contains("is open source"))
            }
            let answer = page.questions.all.first {
                $0.question.text.contains("Llama") && $0.question.text.contains("open source")
            }
            #expect(answer?.answer.text.hasPrefix("No: open weights") == true)
        }
    }

    @Test func `18: the lists of providers are whole and agree with their count`() throws {
        let page = try s2()
        #expect(page.providers.shared == ["OpenRouter", "Vercel AI Gateway"])
        #expect(page.providers.only.a.count + 2 == 7 && page.providers.only.b.count + 2 == 4)
        let text = page.text(.providers)
        for provider in page.providers.shared + page.providers.only.a + page.providers.only.b {
            #expect(text.contains(provider))
        }
        #expect(text.contains("We know of 7 providers for Llama 3.2 1B Instruct and of 4 for o3"))
    }

    @Test func `19: no tag says what the table denies`() throws {
        #expect(try !s2().everything.contains("Long context"))
        #expect(try s2().context.context.larger == .b)
    }
}
