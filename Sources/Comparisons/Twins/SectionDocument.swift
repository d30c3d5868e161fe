package import Catalogue

/// A block as JSON.
package struct SectionDocument: Encodable, Sendable {
    let id: String
    let title: String
    let sentences: [String]
    let tables: [TableDocument]
    let lists: [ListDocument]

    /// The document of a block.
    package init(_ section: Section) {
        id = section.block.rawValue
        title = section.title.text
        sentences = section.sentences.map(\.text)
        tables = section.tables.map { TableDocument($0) }
        lists = section.lists.map { ListDocument($0) }
    }
}

/// A list under its heading as JSON.
package struct ListDocument: Encodable, Sendable {
    let title: String
    let items: [String]

    init(_ list: SentenceList) {
        title = list.title.text
        items = list.items.map(\.text)
    }
}

/// A table as JSON.
package struct TableDocument: Encodable, Sendable {
    let id: String
    let caption: String
    let columns: [String]
    let rows: [RowDocument]

    init(_ table: Table) {
        id = table.id
        caption = table.caption.text
        columns = table.columns.map(\.text)
        rows = table.rows.map { RowDocument($0) }
    }
}

/// A row as JSON.
package struct RowDocument: Encodable, Sendable {
    let id: String
    let label: String
    let cells: [CellDocument]

    init(_ row: TableRow) {
        id = row.id
        label = row.label.text
        cells = row.cells.map { CellDocument($0) }
    }
}

/// A cell as JSON: the printed text, the value for programs, and whether it is the better one.
package struct CellDocument: Encodable, Sendable {
    private let cell: Cell

    init(_ cell: Cell) { self.cell = cell }

    private enum Key: String, CodingKey {
        case text, value, missing, mark, sources
    }

    /// Writes a missing cell as `null` beside the reason.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        if let missing = cell.missing {
            try container.encodeNil(forKey: .value)
            try container.encode(missing.rawValue, forKey: .missing)
            return
        }
        try container.encode(cell.words.text, forKey: .text)
        try container.encodeIfPresent(cell.value, forKey: .value)
        if cell.mark != .none { try container.encode(cell.mark.rawValue, forKey: .mark) }
        let paths = cell.words.figures.flatMap(\.inputs).map(\.path).filter { !$0.isEmpty }
        if !paths.isEmpty { try container.encode(paths, forKey: .sources) }
    }
}

/// A computed figure as JSON: as printed, how it was computed, and from what.
package struct FigureDocument: Encodable, Sendable {
    let text: String
    let formula: String
    let inputs: [String]

    init(_ figure: Figure) {
        text = figure.text
        formula = figure.formula.rawValue
        inputs = figure.paths
    }
}

/// A fact with all that was observed of it as JSON.
package struct FactDocument: Encodable, Sendable {
    /// One observation.
    package struct Observed: Encodable, Sendable {
        let value: String
        let source: String
        let sourceKind: String
        let url: String?
        let asOf: String?
        let retrievedAt: String?
        let precision: String?
        let note: String?

        init(_ observation: Observation) {
            value = observation.value.shown
            source = observation.source.title
            sourceKind = observation.source.kind.rawValue
            url = observation.source.url
            asOf = observation.asOf?.description
            retrievedAt = observation.retrieved?.description
            precision = observation.precision?.description
            note = observation.note
        }
    }

    let path: String
    let shown: Observed
    let others: [Observed]

    /// The document of a fact's origin.
    package init(_ origin: Origin) {
        path = origin.path
        shown = Observed(origin.shown)
        others = origin.others.map { Observed($0) }
    }
}
