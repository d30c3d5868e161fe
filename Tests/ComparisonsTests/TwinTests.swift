import Catalogue
import Comparisons
import Foundation
import Ratings
import Testing

struct TwinTests {
    private func encoded(_ page: Comparison) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(ComparisonDocument(page)), as: UTF8.self)
    }

    private func full() throws -> Comparison {
        try compare(
            Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(), measured: Arena6.measured())
    }

    @Test func `the document has numbers, words and facts`() throws {
        let text = try encoded(try full())
        for part in [
            #""pair":"cedar-vs-dogwood""#, #""d":63.48"#, #""p_better":0.9999"#,
            #""state":"ahead""#, #""words":"Voters prefer Cedar. Expected share 59%"#,
            #""direct":{"a":66,"b":43,"both_bad":8,"chosen_pair":0,"tie":23}"#,
            #""missing":"not_sourced""#, #""per_answer":"0.0046""#, #""id":"trade-offs""#,
            #""path":"cedar/context_tokens""#, #""mark":"better""#,
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test func `money is a decimal string and what is missing is null with its reason`() throws {
        let text = try encoded(try compare(Shelf.mini, Shelf.llama3))
        #expect(text.contains(#""blended":"0.7""#) && text.contains(#""blended":"0.0125""#))
        #expect(text.contains(#""price_in":"0.4""#))
        #expect(text.contains(#""ratio":"56""#))
        #expect(text.contains(#"{"missing":"not_measured","value":null}"#))
        let bare = try encoded(
            try compare(Shelf.record("a", "Aspen", [:]), Shelf.record("b", "Birch", [:])))
        #expect(bare.contains(#""a":{"blended":null,"missing":"not_sourced""#))
    }

    @Test func `whatever the numbers, the document can be written`() throws {
        for votes in [
            Arena6.votes(.nan, 1), Arena6.votes(1, .nan), Arena6.votes(1, .infinity),
            Arena6.votes(1, 0), Arena6.votes(0, 0), Arena6.votes(1e9, 1),
        ] {
            let page = try compare(
                Arena6.cedar, Arena6.dogwood, votes: votes, measured: Arena6.measured())
            #expect(try !encoded(page).isEmpty)
        }
    }

    @Test func `the terminal text is the design's`() throws {
        let text = TerminalText.short(try full())
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines[0]
                == """
                Voters prefer Cedar. Expected share 59% (55–63%), more than 99% sure. \
                140 direct battles.
                """)
        #expect(lines[2].contains("● Cedar") && lines[2].contains("■ Dogwood"))
        #expect(lines.contains { $0.hasPrefix("Rating ") && $0.contains("1055 ±20") })
        #expect(lines.contains { $0.hasPrefix("Cost per answer here") && $0.contains("0.31 ¢  ▲") })
        #expect(
            text.contains("Choose Cedar if answers people prefer matter most (about 6 in 10 votes)")
        )
        #expect(
            text.contains("Choose Dogwood if cost per answer matters most (0.31 ¢ against 0.46 ¢)"))
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
        #expect(
            TerminalText.headline(
                try compare(Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(2.12, 15.2))
            )
            .contains("56% sure of Cedar. More votes are unlikely to settle it."))
    }

    @Test func `the long terminal text has every block`() throws {
        let text = TerminalText.long(try full())
        for heading in ["VERDICT", "VOTES", "PRICE", "QUESTIONS", "SOURCES AND DATES"] {
            #expect(text.contains("\n\(heading)\n"), "\(heading)")
        }
    }

    @Test func `a name cannot break out of a twin`() throws {
        let evil = Shelf.record("a", "A|B\n# <b>*x*</b> \u{1B}[31m", [:])
        let page = try compare(evil, Shelf.mini)
        let text = Markdown.page(page)
        #expect(text.hasPrefix("# A\\|B \\# \\<b\\>\\*x\\*\\</b\\>"))
        #expect(!text.contains("<b>"))
        #expect(!TerminalText.short(page).contains("\u{1B}"))
        #expect(!TerminalText.long(page).contains("\u{1B}"))
    }

    @Test func `every row of a Markdown table has as many cells as its head`() throws {
        for page in try TemplateTests.pages() {
            var width = 0
            for line in Markdown.page(page).split(separator: "\n") {
                guard line.hasPrefix("|") else {
                    width = 0
                    continue
                }
                let bars = line.replacing("\\|", with: "").filter { $0 == "|" }.count
                if width == 0 { width = bars }
                #expect(bars == width, "\(line)")
            }
        }
    }

    @Test func `every table's rows fit its columns, and their names differ`() throws {
        for page in try TemplateTests.pages() {
            for table in page.sections.flatMap(\.tables) {
                for row in table.rows {
                    #expect(row.cells.count + 1 == table.columns.count, "\(table.id) \(row.id)")
                }
                #expect(Set(table.rows.map(\.id)).count == table.rows.count, "\(table.id)")
            }
            #expect(Set(page.sections.map(\.block)).count == page.sections.count)
        }
    }

    @Test func `a comparison takes well under a millisecond`() throws {
        let clock = ContinuousClock()
        let (votes, measured) = (Arena6.votes(), Arena6.measured())
        let pair = try Pair("llama-3-2-1b-instruct", "o3-mini", in: Shelf.catalogue)
        let settings = ComparisonSettings(today: Arena6.today)
        func make() -> Int {
            Comparison(
                pair, benchmarks: Shelf.catalogue.benchmarks, votes: votes, measured: measured,
                settings: settings
            ).sections.count
        }
        #expect(make() > 15)
        let times = (0..<40).map { _ in clock.measure { _ = make() } }.sorted()
        print("a comparison takes", times[0], "at best,", times[20], "in the middle")
    }

    @Test func `a table as CSV is quoted, and no cell is a formula`() throws {
        let evil = Shelf.record("a", "=1+1", [.maker: .text("say \"hi\", you")])
        let page = try compare(evil, Shelf.mini)
        let table = try #require(page.specification.section.tables.first)
        let lines = TableCSV.text(table).split(separator: "\r\n")
        #expect(lines[0] == "Field,'=1+1,GPT-4.1 mini")
        #expect(lines[1] == "Maker,\"say \"\"hi\"\", you\",OpenAI")
        #expect(lines.contains("Released,,2025-04-14"))
    }
}
