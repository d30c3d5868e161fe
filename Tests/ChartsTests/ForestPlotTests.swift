import Charts
import Foundation
import Phrases
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct ForestPlotTests {
    static let fixture = ForestPlot(
        rows: [
            row("1–3", "Aspen", 1066.54, 20.1, 665), row("1–3", "Birch", 1064.42, 19.4, 689),
            row("1–3", "Cedar", 1055.36, 20.0, 682), row("4", "Dogwood", 991.88, 20.6, 623),
            row("5", "Elm", 934.02, 21.0, 589), row("6", "Fir", 887.78, 27.8, 352),
        ],
        title: "Ratings of 6 models with 95% intervals",
        finding: "Aspen, Birch and Cedar cannot be told apart yet. Dogwood is clearly behind them.")

    static func row(
        _ lead: String, _ label: String, _ value: Double, _ half: Double, _ votes: Int
    ) -> ForestPlot.Row {
        ForestPlot.Row(
            label: label, lead: lead, value: value, low: value - half, high: value + half,
            votes: votes)
    }

    static let styles: [(String, PlotStyle)] = [
        ("forest-page-wide", PlotStyle(layout: .wide, palette: .page, name: "p1")),
        ("forest-page-narrow", PlotStyle(layout: .narrow, palette: .page, name: "p1")),
        ("forest-file-wide", PlotStyle(layout: .wide, palette: .automatic, name: "p1")),
        ("forest-file-narrow-dark", PlotStyle(layout: .narrow, palette: .dark, name: "p1")),
    ]

    @Test(arguments: styles)
    func `the fixture is drawn as it was approved`(name: String, style: PlotStyle) throws {
        try Golden.expect(Self.fixture.svg(style), toBe: name + ".svg")
    }

    @Test(arguments: styles)
    func `a drawing is well-formed XML`(name: String, style: PlotStyle) {
        let names = ["<script>alert(1)</script>", "a & b", "\"'\u{1}\u{FFFE}", "نموذج", "通义"]
        let plot = ForestPlot(
            rows: names.map { Self.row("–", $0, 1_000, 20, 1) }, title: "\(names[0])",
            finding: "\(names[1])")
        let parser = XMLParser(data: Data(plot.svg(style).utf8))
        parser.shouldProcessNamespaces = false
        #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
    }

    @Test func `a drawing in a page carries no style of its own and a file does`() {
        let page = Self.fixture.svg(PlotStyle(layout: .wide, palette: .page, name: "p1"))
        let file = Self.fixture.svg(PlotStyle(layout: .wide, palette: .automatic, name: "p1"))
        #expect(!page.contains("<style") && !page.contains("style=") && !page.contains("xmlns"))
        #expect(file.contains("<style>") && file.contains("prefers-color-scheme:dark"))
        #expect(file.contains("xmlns="))
    }

    @Test func `the drawing names itself, says what it finds, and each row says its numbers`() {
        let drawing = Self.fixture.svg(PlotStyle(layout: .wide, palette: .page, name: "p1"))
        #expect(drawing.contains("aria-labelledby=\"p1-t p1-d\""))
        #expect(drawing.contains("<desc id=\"p1-d\">Aspen, Birch and Cedar cannot"))
        #expect(
            drawing.contains("<title>Aspen: 1067, 95% interval 1046 to 1087, 665 votes</title>"))
        #expect(drawing.contains(">±28</text>"))
    }

    @Test func `a provisional row is hollow, and an interval beyond the axis ends in an arrow`() {
        let loose = ForestPlot.Row(
            label: "New", value: 1_010, low: 300, high: 1_700, votes: 2, isProvisional: true)
        let plot = ForestPlot(rows: Self.fixture.rows + [loose], title: "t", finding: "f")
        let drawing = plot.svg(PlotStyle(layout: .wide, palette: .page, name: "p1"))
        #expect(drawing.components(separatedBy: "p-tip").count == 3)
        #expect(drawing.contains("class=\"p-open\""))
        #expect(!Self.fixture.svg(Self.styles[0].1).contains("p-tip"))
    }

    @Test(arguments: [0, 1, 40])
    func `any number of rows is drawn inside the picture`(count: Int) throws {
        let rows = (0..<count).map { Self.row("\($0)", "Model \($0)", 1_000 + Double($0), 5, 9) }
        let drawing = ForestPlot(rows: rows, title: "t", finding: "f")
            .svg(PlotStyle(layout: .wide, palette: .page, name: "p"))
        #expect(drawing.components(separatedBy: "<g>").count == count + 1)
        let height = 56 + 34 * count + 54
        #expect(drawing.contains("viewBox=\"0 0 720 \(height)\""))
    }
}

/// Files that hold what was looked at and approved.
///
/// With `ARENA_RECORD_GOLDEN=1` in the environment they are written anew, to be looked at again.
enum Golden {
    static func expect(
        _ text: String, toBe name: String, location: SourceLocation = #_sourceLocation
    ) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden").appending(path: name)
        if ProcessInfo.processInfo.environment["ARENA_RECORD_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        let approved = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text == approved, "\(name) has changed", sourceLocation: location)
    }
}
