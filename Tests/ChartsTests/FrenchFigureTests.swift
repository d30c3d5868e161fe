import Charts
import Foundation
import Phrases
import Testing

/// Figures in a language other than English.
@Suite struct FrenchFigureTests {
    private static let names: Set<String> = [
        "Aspen", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "A", "B", "GPQA Diamond", "IFEval",
        "AIME 2025", "HumanEval", "Code",
        "Date", "Verdict", "Votes",
        "Everyday questions", "Maths", "Translation", "Writing",
    ]

    /// All words of a drawing: what stands in it, and what a mouse or a screen reader is told.
    private func words(of plot: any Plot, _ layout: PlotStyle.Layout, in say: Phrasebook)
        -> [String]
    {
        plot.svg(PlotStyle(layout: layout, palette: .page, name: "f", say: say))
            .matches(of: /<(text|title|desc|tspan)[^>]*>([^<]+)</).map { String($0.2) }
    }

    @Test func `every word of every figure has its French`() throws {
        let french = try #require(Phrasebooks().book(for: "fr"))
        var gaps: Set<String> = []
        for (_, plot) in Figures.all {
            for layout in PlotStyle.Layout.allCases {
                for text in words(of: plot, layout, in: french.markingGaps) {
                    let marks = text.matches(of: /⟦([^⟧]*)⟧/).map { String($0.1) }
                    gaps.formUnion(marks.filter { !isName($0) })
                }
                let english = Set(words(of: plot, layout, in: .english))
                let same = words(of: plot, layout, in: french).filter(english.contains)
                gaps.formUnion(same.filter { $0.contains(/[A-Za-z]{2}/) && !isName($0) })
            }
            for cell in plot.table.columns + plot.table.rows.flatMap({ $0 }) {
                let said = plot.table.sayings[cell] ?? PlotDay(words: cell)?.said
                let shown = said.map(french.text) ?? french.cell(cell)
                if shown == cell, cell.contains(/[a-z]{2}/), !isName(cell) { gaps.insert(cell) }
            }
        }
        if let file = ProcessInfo.processInfo.environment["ARENA_GAPS_FILE"] {
            try gaps.sorted().joined(separator: "\n").write(
                toFile: file, atomically: true, encoding: .utf8)
        }
        #expect(gaps.sorted() == [])
    }

    @Test func `numbers are written the French way, names stay as they are`() throws {
        let french = try #require(Phrasebooks().book(for: "fr"))
        let tests = words(of: Figures.tests, .wide, in: french)
        #expect(tests.contains("64,2") && tests.contains("+13,9") && tests.contains("±9,6"))
        #expect(tests.contains("MMLU-Pro (5-shot)"))
        let plot = HistoryPlot(
            model: "4.1-mini",
            rows: [.init(day: PlotDay(number: 20_778), value: 1, low: 0, high: 2)])
        #expect(words(of: plot, .wide, in: french).contains { $0.hasPrefix("4.1-mini") })
    }

    /// Whether it is the name of something, perhaps shortened.
    private func isName(_ words: String) -> Bool {
        Self.names.contains(words) || words.contains("…") || words.hasPrefix("MMLU")
            || words.hasPrefix("model-") || words.hasPrefix("Model ")
            // The same word in both.
            || words.hasSuffix(" votes")
    }
}
