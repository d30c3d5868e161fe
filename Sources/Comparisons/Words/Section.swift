/// One block of a page as every twin shows it: what is said, and the tables it rests on.
package struct Section: Sendable, Hashable {
    /// Which block it is.
    package let block: Block
    /// Its heading.
    package let title: Sentence
    /// Whole sentences, in order.
    package var sentences: [Sentence]
    /// Tables.
    package var tables: [Table]
    /// Lists of sentences, each under its own heading.
    package var lists: [SentenceList]

    init(
        _ block: Block, _ title: Sentence, sentences: [Sentence] = [], tables: [Table] = [],
        lists: [SentenceList] = []
    ) {
        self.block = block
        self.title = title
        self.sentences = sentences
        self.tables = tables
        self.lists = lists
    }

    /// Whether it has nothing to show.
    package var isEmpty: Bool {
        sentences.isEmpty && tables.allSatisfy(\.rows.isEmpty) && lists.allSatisfy(\.items.isEmpty)
    }

    /// Everything said in it, lists and tables too.
    package var everything: [Sentence] {
        var all: [Sentence] = []
        forEachSentence { all.append($0) }
        return all
    }

    /// Visits everything said in it, lists and tables too.
    func forEachSentence(_ visit: (Sentence) -> Void) {
        sentences.forEach(visit)
        for list in lists {
            visit(list.title)
            list.items.forEach(visit)
        }
        for table in tables {
            for row in table.rows {
                visit(row.label)
                for cell in row.cells { visit(cell.words) }
            }
        }
    }
}

/// The blocks of a page, in the order they stand on it; the raw value is an anchor on the page and
/// a key in its twins.
package enum Block: String, Sendable, Hashable, CaseIterable {
    case intro, verdict
    case choose
    case scorecard
    case tradeOffs = "trade-offs"
    case votes, measured, price, monthly, context, capabilities, benchmarks, categories
    case specification, dates, providers, switching
    case prosAndCons = "pros-and-cons"
    case bestFor = "best-for"
    case inWords = "in-words"
    case questions, related, opponents, sources
}

/// Sentences under a heading.
package struct SentenceList: Sendable, Hashable {
    /// The heading.
    package let title: Sentence
    /// The sentences.
    package let items: [Sentence]

    init(_ title: Sentence, _ items: [Sentence]) {
        self.title = title
        self.items = items
    }
}

/// Rows under columns.
package struct Table: Sendable, Hashable {
    /// Names it in its page.
    package let id: String
    /// What it shows, with its units.
    package let caption: Sentence
    /// What stands over the label and over each cell.
    package let columns: [Sentence]
    /// The rows, each with one cell less than there are columns.
    package var rows: [TableRow]

    init(_ id: String, _ caption: Sentence, columns: [Sentence], rows: [TableRow]) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}

/// One row: what it is of, and its cells.
package struct TableRow: Sendable, Hashable {
    /// Names it in its table.
    package let id: String
    /// What it is of.
    package let label: Sentence
    /// The cells: in a table of a pair, the first model's, the second's and what lies between.
    package var cells: [Cell]

    init(_ id: String, _ label: Sentence, _ cells: [Cell]) {
        self.id = id
        self.label = label
        self.cells = cells
    }

    init(_ id: String, _ label: Sentence, _ sides: Sides<Cell>, between: Cell = .empty) {
        self.init(id, label, [sides.a, sides.b, between])
    }
}
