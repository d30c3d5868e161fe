package import Phrases

/// A figure: a value that draws itself and says the same in a sentence and in a table.
package protocol Plot: Equatable, Sendable {
    /// What is drawn, for any language.
    var saidTitle: Saying { get }
    /// What it says, as a computed sentence, for any language.
    var saidFinding: Saying { get }
    /// The numbers behind it, in the same order.
    var table: PlotTable { get }
    /// The drawing as an SVG element; the same figure and style give the same bytes.
    func svg(_ style: PlotStyle) -> String
}

extension Plot {
    /// What is drawn.
    package var title: String { saidTitle.english }
    /// What it says, as a computed sentence.
    package var finding: String { saidFinding.english }
}

/// The numbers of a figure in words and digits, for the table beside it.
package struct PlotTable: Equatable, Sendable {
    /// The head of each column; the first column names the row.
    package let columns: [String]
    /// The cells, a list for each row, as many as there are columns.
    package let rows: [[String]]
    /// Columns and cells with parts in them, for any language, by what they are in English.
    package let sayings: [String: Saying]

    /// A table from its parts.
    package init(columns: [String], rows: [[String]], sayings: [Saying] = []) {
        self.columns = columns
        self.rows = rows
        self.sayings = Dictionary(sayings.map { ($0.english, $0) }) { first, _ in first }
    }
}

/// One of the two that are compared.
///
/// The first is drawn blue, solid and with circles, the second orange, hatched and with squares.
package enum PlotSide: String, Sendable, CaseIterable {
    /// The one named first.
    case a
    /// The one named second.
    case b
}
