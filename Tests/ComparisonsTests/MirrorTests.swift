import Catalogue
import Comparisons
import Ratings
import Testing

/// What holds whichever model comes first, and whatever is missing.
struct MirrorTests {
    /// The same two models with slugs that put the other first.
    private func renamed(_ record: ModelRecord, _ slug: String) -> ModelRecord {
        ModelRecord(
            slug: slug, name: record.name, kind: record.kind, observations: record.observations,
            routes: record.routes, results: record.results)
    }

    @Test func `the other order says the same of each model`() throws {
        let pairs = [
            (Shelf.mini, Shelf.llama3), (Shelf.llama1, Shelf.o3), (Shelf.mini, Shelf.nano),
            (Arena6.cedar, Arena6.dogwood),
        ]
        for (one, other) in pairs {
            let (votes, measured) = (Arena6.votes(), Arena6.measured())
            let straight = try compare(
                renamed(one, "a"), renamed(other, "b"), votes: votes, measured: measured)
            let turned = try compare(
                renamed(one, "b"), renamed(other, "a"), votes: votes.swapped,
                measured: measured.swapped)
            #expect(
                straight.verdict.section.sentences.map(\.text)
                    == turned.verdict.section.sentences.map(\.text))
            #expect(
                straight.chooseIf.reasons.a.map(\.text) == turned.chooseIf.reasons.b.map(\.text))
            #expect(
                straight.scorecard.tradeOffs.b.map(\.sentence.text)
                    == turned.scorecard.tradeOffs.a.map(\.sentence.text))
            for (row, mirror) in zip(straight.scorecard.rows, turned.scorecard.rows) {
                #expect(row.cells[0].words.text == mirror.cells[1].words.text)
                #expect(row.cells[0].mark == mirror.cells[1].mark)
                #expect(row.cells[2].words.text == mirror.cells[2].words.text)
            }
            #expect(
                straight.switching.leaving.a.map(\.text) == turned.switching.leaving.b.map(\.text))
            #expect(straight.benchmarks.ahead == turned.benchmarks.ahead.swapped)
        }
    }

    @Test(arguments: Field.allCases)
    func `without a field nothing breaks and none of its values is printed`(field: Field) throws {
        for record in [Shelf.mini, Shelf.llama1, Shelf.o3, Shelf.llama3] {
            let bare = Shelf.without(field, record)
            let page = try compare(bare, Shelf.nano)
            for sentence in page.statements {
                #expect(TemplateTests.faults(of: sentence) == [], "\(sentence.text)")
            }
            #expect(!page.sources.rows.contains { $0.path == "\(record.slug)/\(field.rawValue)" })
        }
    }

    @Test(arguments: RouteField.allCases)
    func `without a price there is no price`(field: RouteField) throws {
        let routes = Shelf.mini.routes.map { route in
            var observations = route.observations
            observations[field] = nil
            return Route(
                provider: route.provider, tier: route.tier, listings: route.listings,
                observations: observations)
        }
        let page = try compare(Shelf.with(routes, Shelf.mini.results, Shelf.mini), Shelf.nano)
        let isNeeded = field == .priceIn || field == .priceOut
        #expect((page.price.blended == nil) == isNeeded)
        #expect((page.monthly?.dollars.a == nil) == isNeeded)
        for sentence in page.statements {
            #expect(TemplateTests.faults(of: sentence) == [], "\(sentence.text)")
        }
    }

    @Test func `a field that is not published or does not apply says so`() throws {
        let silent = Shelf.record(
            "a", "Aspen", [.paramsTotal: .notPublished, .tokenizer: .doesNotApply])
        let page = try compare(silent, Shelf.llama1)
        #expect(
            page.row("specification", "params_total")?.cells[0].words.text
                == "not published by the maker")
        #expect(page.row("specification", "tokenizer")?.cells[0].missing == .doesNotApply)
    }

    @Test func `without any one measurement nothing breaks`() throws {
        let changes: [(inout Measured) -> Void] = [
            { $0.firstText = nil }, { $0.tokensPerSecond = nil }, { $0.wordsPerSecond = nil },
            { $0.wholeAnswer = nil }, { $0.tokensIn = nil }, { $0.tokensOut = nil },
            { $0.words = nil }, { $0.cost = nil }, { $0.calls = 0 }, { $0.answers = 0 },
            { $0.answers = 19 }, { $0.failures = 9999 }, { $0.tokensPerSecond = .nan },
            { $0.wordsPerSecond = .infinity }, { $0.wordsPerSecond = 0 }, { $0.wholeAnswer = -1 },
        ]
        for change in changes {
            var measured = Arena6.measured()
            if var side = measured.sides.a {
                change(&side)
                measured.sides.a = side
            }
            let page = try compare(
                Shelf.llama1, Shelf.o3, votes: Arena6.votes(), measured: measured)
            for sentence in page.statements {
                #expect(TemplateTests.faults(of: sentence) == [], "\(sentence.text)")
            }
        }
        var one = Arena6.measured()
        one.sides.b = nil
        one.paired = nil
        let page = try compare(Arena6.cedar, Arena6.dogwood, measured: one)
        #expect(page.text(.measured).contains("Dogwood: not measured here yet."))
        #expect(page.measured.sooner == nil && page.price.perAnswer == nil)
    }

    @Test func `few answers are too few to say`() throws {
        var measured = Arena6.measured()
        measured.sides.a?.answers = 19
        let text = try compare(Arena6.cedar, Arena6.dogwood, measured: measured).text(.measured)
        #expect(text.contains("Cedar: too few to say (19 answers)."))
    }

    @Test func `a small difference in waiting is none`() throws {
        var measured = Arena6.measured()
        measured.sides.b?.firstText?.p50 = 0.54
        #expect(
            try compare(Arena6.cedar, Arena6.dogwood, measured: measured).measured.sooner == nil)
        measured.sides.b?.firstText?.p50 = 0.57
        #expect(try compare(Arena6.cedar, Arena6.dogwood, measured: measured).measured.sooner == .a)
    }
}
