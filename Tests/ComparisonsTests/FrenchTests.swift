import Catalogue
import Comparisons
import Foundation
import Pages
import Phrases
import Ratings
import Testing

/// The pages about models in French and in the languages of tests.
struct FrenchTests {
    /// Pages of all that the shelf holds, and of what is seldom there.
    private static func pages() throws -> [any Page] {
        var pages = try TemplateTests.pages().map(Self.page) + seldom().map(Self.page)
        pages.append(Self.page(try compare(Shelf.mini, Shelf.nano), contenders: nil))
        for record in [Shelf.mini, Shelf.llama1, Arena6.cedar, Arena6.dogwood] {
            for evidence in [PortraitTests.evidence, PortraitEvidence()] {
                pages.append(Self.page(record, evidence))
            }
        }
        pages.append(Self.page(Shelf.gemma, PortraitEvidence(), members: [Shelf.gemma4]))
        let rows = [Shelf.mini, Shelf.llama1].map { record in
            ModelsPage.Row(
                slug: record.slug, name: record.name,
                cells: ModelListing(record, place: nil, snapshot: nil).cells)
        }
        var filter = ModelsPage.Filter()
        filter.open = "yes"
        pages.append(ModelsPage(rows: rows, total: 2, makers: ["Meta"], filter: filter))
        return pages
    }

    private static func seldom() throws -> [Comparison] {
        let (a, b) = (Arena6.cedar, Arena6.dogwood)
        var few = Arena6.measured()
        few.sides.a?.answers = 19
        var alone = Arena6.measured()
        (alone.sides.b, alone.paired) = (nil, nil)
        var clash = Arena6.votes(-300, 20)
        clash.isPractice = true
        clash.chosen = PairTally(first: 0, second: 1, firstWins: 1)
        clash.places.a?.isProvisional = true
        return [
            try compare(a, b, votes: Arena6.votes(connected: false)),
            try compare(a, b, votes: Arena6.votes(each: Sides(a: 12, b: 9))),
            try compare(a, b, votes: clash), try compare(a, b, measured: few),
            try compare(a, b, measured: alone),
            try compare(
                Shelf.mini, Shelf.llama3, measured: Arena6.measured(),
                traffic: Traffic(
                    requests: 5, tokensIn: 7, tokensOut: 9, cached: 2_550, retries: 100)),
            try priced(("0", "0"), ("1", "2")), try priced(("0", "0"), ("0", "0")),
            try priced(("1", "2"), ("10", "20")), try priced(("1", "2"), ("1.2", "2.4")),
            try compare(Shelf.record("x", "X", [:]), Shelf.record("y", "Y", [:])),
        ]
    }

    private static func page(_ comparison: Comparison) -> any Page {
        page(comparison, contenders: Sides(a: "a", b: "b"))
    }

    private static func page(_ comparison: Comparison, contenders: Sides<String>?) -> any Page {
        ComparePage(comparison, origin: "https://a.example", contenders: contenders)
    }

    private static func page(
        _ record: ModelRecord, _ evidence: PortraitEvidence, members: [ModelRecord] = []
    ) -> any Page {
        let portrait = ModelPortrait(
            record, members: members, evidence: evidence,
            settings: ComparisonSettings(today: Arena6.today))
        return ModelPage(
            portrait, figures: ModelFigures(portrait), origin: "https://a.example",
            rivals: [("mini", "Mini")])
    }

    private static func text(_ page: any Page, in say: Phrasebook) -> String {
        let context = PageContext(
            isPractice: false, version: "0", token: "", path: "/", say: say)
        return page.main(in: context).text
    }

    @Test func `every phrase of the pages about models has its French`() throws {
        let french = try #require(Phrasebooks().book(for: "fr")).markingGaps
        var gaps: Set<String> = []
        for page in try Self.pages() {
            let text = Self.text(page, in: french)
            let found = text.matches(of: /⟦([^⟧]*)⟧/).map {
                String($0.1).replacing("❴", with: "{").replacing("&#39;", with: "'")
            }
            gaps.formUnion(found)
        }
        // Categories that only the invented models have.
        gaps.subtract(["maths", "poems"])
        if let file = ProcessInfo.processInfo.environment["ARENA_GAPS_FILE"] {
            try gaps.sorted().joined(separator: "\n").write(
                toFile: file, atomically: true, encoding: .utf8)
        }
        #expect(gaps.sorted() == [])
    }

    private static func pair() throws -> any Page {
        page(
            try compare(
                Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(), measured: Arena6.measured()))
    }

    @Test func `figures go where French has them, in its digits`() throws {
        let french = try #require(Phrasebooks().book(for: "fr"))
        let text = Self.text(try Self.pair(), in: french)
        #expect(text.contains("Les votants préfèrent <bdi>Cedar</bdi>."))
        #expect(
            text.contains(
                "<b class=\"fig\">0,46 s</b> contre <b class=\"fig\">0,61 s</b>, médianes"))
        #expect(text.contains("<b class=\"fig\">128\u{202F}000</b>"))
        #expect(text.contains("sûr à <b class=\"fig\">plus de 99\u{202F}%</b>"))
        #expect(text.contains("2026-11-21") && !text.contains("{1}"))
    }

    @Test func `what a language has no words for is marked as English`() throws {
        let book = Phrasebook(Language(code: "eo", name: "Esperanto"), phrases: [:])
        let text = Self.text(try Self.pair(), in: book)
        #expect(
            text.contains(
                "<span lang=\"en\" dir=\"ltr\">Voters prefer <bdi>Cedar</bdi>.</span>"))
        #expect(text.contains("lang=\"en\" direction=\"ltr\""))
        let english = Self.text(try Self.pair(), in: .english)
        #expect(!english.contains("lang=\"en\"") && !english.contains("{1}"))
    }

    @Test func `search engines and previews are told in the page's language`() throws {
        let french = try #require(Phrasebooks().book(for: "fr"))
        let told = try [Phrasebook.english, french].map { say in
            let context = PageContext(
                isPractice: false, version: "0", token: "", path: "/", say: say)
            let text = try Self.pair().document(in: context).text
            let lines = text.split(separator: "\n")
            return ["name=\"description\"", "og:description", "og:url", "og:title"].map { name in
                lines.first { $0.contains(name) }.map(String.init) ?? name
            }
        }
        #expect(told[0][0].contains("Voters prefer Cedar."))
        #expect(told[0][1].contains("Voters prefer Cedar."))
        #expect(told[1][0] != told[0][0] && told[1][1] != told[0][1])
        #expect(!told[1][0].contains("Voters") && told[1][0].contains("Cedar"))
        #expect(told[0][2] == told[1][2] && told[0][2].contains("https://a.example/compare/"))
        #expect(told[1][3].contains("Cedar"))
    }

    @Test(arguments: ["en-XA", "ar-XB"])
    func `the languages of tests leave no part unfilled`(code: String) throws {
        let book = try #require(Phrasebooks().book(for: code))
        for page in try Self.pages() {
            let text = Self.text(page, in: book)
            #expect(text.firstMatch(of: /\{[0-9a-z]+\}/) == nil)
            #expect(text.components(separatedBy: "<bdi>").count > 1)
            #expect(
                text.components(separatedBy: "<bdi>").count
                    == text.components(separatedBy: "</bdi>").count)
        }
    }
}
