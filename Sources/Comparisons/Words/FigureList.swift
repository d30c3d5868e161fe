/// Every figure that blocks print with how it was computed and from what: where a reader or a
/// program checks a number of a page.
package struct FigureList: Sendable, Hashable {
    /// The computed figures, each once, in the order of the page.
    package let figures: [Figure]

    /// The figures of some blocks; time is proportional to what they say.
    package init(_ sections: [Section]) {
        var seen: Set<Figure> = []
        var figures: [Figure] = []
        for section in sections {
            section.forEachSentence { sentence in
                for figure in sentence.figures
                where figure.formula != .stated && seen.insert(figure).inserted {
                    figures.append(figure)
                }
            }
        }
        self.figures = figures
    }

    /// The list as a table: the figure, its formula, the addresses it was computed from.
    package var table: Table {
        Table(
            "figures", "Figures computed from facts, votes and measurements",
            columns: ["Figure", "How", "From"],
            rows: figures.enumerated().map { index, figure in
                TableRow(
                    "figure-\(index)", Sentence(figure),
                    [
                        Cell(Sentence(Name(figure.formula.rawValue))),
                        Cell(Sentence(Name(figure.paths.joined(separator: ", ")))),
                    ])
            })
    }
}

extension Figure {
    /// The addresses it was computed from, each once.
    package var paths: [String] {
        inputs.map(\.path).reduce(into: []) { paths, path in
            if !path.isEmpty, !paths.contains(path) { paths.append(path) }
        }
    }
}
