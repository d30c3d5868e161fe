import Catalogue
import Comparisons
import Ratings
import Testing

/// What no page may ever say, whatever is known.
struct TemplateTests {
    /// Pages of every pair of the shelf, and of the invented pair with votes and measurements.
    static func pages() throws -> [Comparison] {
        let models = [
            Shelf.mini, Shelf.nano, Shelf.llama1, Shelf.llama3, Shelf.o4, Shelf.o3, Shelf.gemma4,
        ]
        var pages: [Comparison] = []
        for (index, one) in models.enumerated() {
            for other in models.dropFirst(index + 1) { pages.append(try compare(one, other)) }
        }
        for points in [63.48, -63.48, 2.1, 12, 22, -400, 0] {
            pages.append(
                try compare(
                    Arena6.cedar, Arena6.dogwood, votes: Arena6.votes(points, 15),
                    measured: Arena6.measured()))
        }
        pages.append(
            try compare(
                Shelf.llama1, Shelf.o3, votes: Arena6.votes(), measured: Arena6.measured(),
                others: RelatedTests.others))
        return pages
    }

    /// Whether each statement is whole: it begins with a capital or a name and ends with a stop.
    static func faults(of sentence: Sentence) -> [String] {
        let text = sentence.text
        var faults: [String] = []
        let beginsWithName = if case .name = sentence.pieces.first { true } else { false }
        let begins = text.first.map { $0.isUppercase || beginsWithName } ?? false
        if !begins { faults.append("begins small") }
        if !text.hasSuffix(".") { faults.append("has no full stop") }
        if text.hasSuffix("..") { faults.append("has two full stops") }
        return faults + holes(in: text)
    }

    /// What stands nowhere, in cells neither.
    static func holes(in text: String) -> [String] {
        var faults: [String] = []
        for banned in [
            "  ", " .", " ,", "( ", " )", "()", "N/A", "nil", "Optional", "cheaper)", "x cheaper",
            "times cheaper", "more expensive", " :", "%%", "$$", "--", "$-", "null", "{", "}",
        ] where text.contains(banned) { faults.append("has '\(banned)'") }
        if text.lowercased().firstMatch(of: /\bnan\b|\binf\b/) != nil { faults.append("has nan") }
        for match in text.matches(of: /(\d+)%/) where (Int(match.1) ?? 999) > 100 {
            faults.append("has \(match.0)")
        }
        if text.hasPrefix(" ") || text.hasSuffix(" ") { faults.append("has a loose space") }
        return faults
    }

    @Test func `every statement is a whole sentence`() throws {
        for page in try Self.pages() {
            for sentence in page.statements {
                #expect(Self.faults(of: sentence) == [], "\(sentence.text)")
            }
        }
    }

    @Test func `no heading, cell or reason has a hole`() throws {
        for page in try Self.pages() {
            for sentence in page.sections.flatMap(\.everything) {
                #expect(Self.holes(in: sentence.text) == [], "\(sentence.text)")
            }
        }
    }

    @Test func `no template has a digit of its own`() throws {
        for page in try Self.pages() {
            for sentence in page.sections.flatMap(\.everything) {
                for case .words(let words) in sentence.pieces {
                    let hasDigit = words.contains { $0.isNumber }
                    #expect(!hasDigit, "\(sentence.text)")
                }
            }
        }
    }

    @Test func `every number in the text is in a table of its page`() throws {
        for page in try Self.pages() {
            let tables = page.sections.flatMap(\.tables)
            let cells = tables.flatMap { table in
                [table.caption.text]
                    + table.rows.flatMap { [$0.label.text] + $0.cells.map(\.words.text) }
            }
            let known = Set(cells.flatMap(Self.numbers))
            for sentence in page.statements {
                for figure in sentence.figures {
                    for number in Self.numbers(in: figure.text) {
                        #expect(
                            known.contains(number) || Self.isTold(figure),
                            "\(number) in: \(sentence.text)")
                    }
                }
            }
        }
    }

    /// Whether a figure is the reader's or the method's own number.
    private static func isTold(_ figure: Figure) -> Bool {
        [.chosen, .rule].contains(figure.formula)
    }

    static func numbers(in text: String) -> [String] {
        text.matches(of: /\d[\d,]*(\.\d+)?/).map { String($0.0).filter { $0 != "," } }
    }

    @Test func `every figure of the page is listed with its formula, every fact with its source`()
        throws
    {
        for page in try Self.pages() {
            let rows = Set(FigureList(page.sections).table.rows.map(\.label.text))
            let paths = Set(page.sources.rows.map(\.path))
            for figure in page.statements.flatMap(\.figures) {
                #expect(figure.formula == .stated || rows.contains(figure.text), "\(figure.text)")
                for fact in figure.facts where !fact.path.isEmpty {
                    #expect(paths.contains(fact.path), "\(fact.path)")
                }
                #expect(!figure.inputs.isEmpty, "\(figure.text) comes from nowhere")
            }
        }
    }

    @Test func `an answer has at most two sentences and tells its day`() throws {
        for page in try Self.pages() {
            for question in page.questions.all {
                let text = question.answer.text
                let stops = text.matches(of: /\.( |$)/).count
                #expect(stops <= 2, "\(text)")
                let isUnknown = text.hasPrefix("They have not met")
                #expect(isUnknown || text.contains(", as of "), "\(text)")
                #expect(question.question.text.hasSuffix("?"))
            }
        }
    }

    @Test func `a verdict has at most four statements, and each side at most five reasons`() throws
    {
        for page in try Self.pages() {
            #expect((1...4).contains(page.verdict.section.sentences.count))
            #expect(max(page.chooseIf.reasons.a.count, page.chooseIf.reasons.b.count) <= 5)
            #expect(max(page.scorecard.tradeOffs.a.count, page.scorecard.tradeOffs.b.count) <= 5)
            #expect(page.related.links.count <= 6)
        }
    }

    @Test func `of nothing known nothing is said`() throws {
        let page = try compare(Shelf.record("a", "Aspen", [:]), Shelf.record("b", "Birch", [:]))
        #expect(page.verdict.isEmpty)
        #expect(page.summary == "We know too little about this pair to say anything.")
        let numbers = page.sections.filter { $0.block != .monthly }.flatMap(\.statements)
            .flatMap { Self.numbers(in: $0.text) }
        #expect(numbers.isEmpty, "\(numbers)")
        #expect(!page.isIndexable)
    }
}
