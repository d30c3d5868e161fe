import Catalogue
import Comparisons
import Foundation
import Ratings
import Testing

struct PortraitTests {
    private let settings = ComparisonSettings(today: Arena6.today)

    private var evidence: PortraitEvidence { Self.evidence }

    static var evidence: PortraitEvidence {
        PortraitEvidence(
            snapshot: "41f0c2", asOf: Arena6.today, place: Arena6.place(1055.36, 20, 1...3, 682),
            opponents: [
                Opponent(
                    name: "Dogwood", slug: "dogwood", gap: Gap(points: 63.5, standardError: 15.8),
                    votes: 623,
                    record: PairTally(
                        first: 0, second: 1, firstWins: 66, secondWins: 43, ties: 23, bothBad: 8)),
                Opponent(
                    name: "Elm", slug: nil,
                    gap: Gap(points: 0, standardError: 1, connected: false), votes: 3,
                    record: PairTally(first: 0, second: 1)),
            ],
            strengths: Arena6.votes().strengths.a, measured: Arena6.measured().sides.a,
            window: MeasuredWindow(until: Arena6.today, server: "Falkenstein"),
            field: [
                FieldMeasure(kind: .firstText, own: 0.46, values: [0.46, 0.6, 0.7, 0.9, 1.1]),
                FieldMeasure(kind: .cost, own: 0.042, values: [0.042, 0.001, 0.002, 0.003, 0.004]),
                FieldMeasure(kind: .wordsPerSecond, own: 80, values: [80, 90, 70, 60, 100]),
                FieldMeasure(kind: .failures, own: 0, values: [0, 0.1, 0.2]),
                FieldMeasure(
                    kind: .reason, word: "too long", own: 0.12,
                    values: [0.12, 0.07, 0.06, 0.07, 0.08]),
            ])
    }

    @Test func `a model's page has its place, its opponents and what sets it apart`() {
        let portrait = ModelPortrait(Arena6.cedar, evidence: evidence, settings: settings)
        let text = Markdown.page(portrait)
        #expect(text.contains("Cedar is a model by Treeworks, released on 2026-03-02."))
        #expect(text.contains("| Rating | 1055 ±20 |"))
        #expect(text.contains("| Dogwood | 140 | 66 | 23 | 8 | 43 | 59% (55–63%)"))
        #expect(text.contains("| Elm | 0 | 0 | 0 | 0 | 0 | no vote yet | unknown |"))
        #expect(
            portrait.pros.map(\.text) == ["The first word comes soon: 0.46 s (median 0.70 s)."])
        #expect(
            portrait.cons.map(\.text) == [
                "Costs much per answer: 4.20 ¢ (median 0.30 ¢).",
                "Called too long in 12% of its battles (median 7%).",
            ])
        #expect(text.contains("Prompts about code: ahead of the median contender"))
    }

    @Test func `below five models there is no median to stand against`() {
        var few = evidence
        few.field = few.field.map {
            FieldMeasure(
                kind: $0.kind, word: $0.word, own: $0.own, values: Array($0.values.prefix(4)))
        }
        let portrait = ModelPortrait(Arena6.cedar, evidence: few, settings: settings)
        #expect(portrait.pros.isEmpty && portrait.cons.isEmpty)
    }

    @Test func `without evidence the page says what is missing`() {
        let portrait = ModelPortrait(Shelf.llama1, settings: settings)
        let text = Markdown.page(portrait)
        #expect(
            text.contains("No vote on it yet.") && text.contains("Nothing was measured here yet."))
        #expect(text.contains("| Parameters | 1,230,000,000 | LLM Reference (June) | 2026-06-04 |"))
        #expect(
            portrait.summary.hasPrefix("Llama 3.2 1B Instruct is a model by Meta, released on"))
    }

    @Test func `a family names its members`() {
        let portrait = ModelPortrait(Shelf.gemma, members: [Shelf.gemma4], settings: settings)
        #expect(portrait.summary.contains("Gemma 3 is a family of models by Google."))
        #expect(portrait.summary.contains("Its members with a record are Gemma 3 4B."))
    }

    @Test func `a retired model says so from its day on`() throws {
        let record = Shelf.record("a", "Aspen", [.retiredDate: Shelf.date("2026-10-02")])
        let text = Markdown.page(ModelPortrait(record, settings: settings))
        #expect(text.contains("Aspen was retired on 2026-10-02; its numbers are frozen."))
        let before = ComparisonSettings(today: Arena6.day("2026-10-01"))
        #expect(!Markdown.page(ModelPortrait(record, settings: before)).contains("was retired"))
        #expect(
            try compare(record, Shelf.mini).text(.intro).contains("Aspen was retired on 2026-10-02")
        )
    }

    @Test func `a portrait obeys the templates of a comparison`() {
        let records = [
            Shelf.mini, Shelf.llama1, Shelf.gemma, Arena6.cedar, Shelf.record("x", "X", [:]),
        ]
        for record in records {
            for evidence in [evidence, PortraitEvidence()] {
                let page = ModelPortrait(record, evidence: evidence, settings: settings)
                for section in page.sections {
                    #expect(!section.isEmpty)
                    for sentence in section.statements {
                        #expect(TemplateTests.faults(of: sentence) == [], "\(sentence.text)")
                    }
                    for sentence in section.everything {
                        #expect(TemplateTests.holes(in: sentence.text) == [], "\(sentence.text)")
                    }
                    for table in section.tables {
                        for row in table.rows {
                            #expect(row.cells.count + 1 == table.columns.count, "\(table.id)")
                        }
                    }
                }
            }
        }
    }

    @Test func `its document can be written`() throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        var broken = evidence
        broken.place?.rating = .nan
        for evidence in [evidence, broken, PortraitEvidence()] {
            let page = ModelPortrait(Arena6.cedar, evidence: evidence, settings: settings)
            let text = String(decoding: try encoder.encode(PortraitDocument(page)), as: UTF8.self)
            #expect(text.contains(#""slug":"cedar""#))
        }
    }
}
