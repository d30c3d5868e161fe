import Charts
import Foundation
import Testing

/// What holds of every figure in every style, whatever its numbers are.
@Suite struct FigureRuleTests {
    static let drawings: [(plot: any Plot, drawing: String)] =
        (Figures.all.map(\.plot) + Extremes.all).flatMap { plot in
            Figures.styles.map { (plot, plot.svg($0.style)) }
        }

    static let read: [(text: String, reader: DrawingReader)] = drawings.map {
        ($0.drawing, DrawingReader($0.drawing))
    }

    @Test func `every drawing is well-formed, an image, and bears a name and a finding`() {
        for (text, reader) in Self.read {
            #expect(reader.isWellFormed, "\(text)")
            #expect(reader.root["role"] == "img")
            #expect(reader.root["aria-labelledby"] == "f-t f-d")
            #expect(reader.ids.prefix(2) == ["f-t", "f-d"])
            #expect(reader.names.isSuperset(of: ["title", "desc"]))
        }
    }

    @Test func `no drawing, sentence or table says what is no number`() {
        let banned = ["nan", "inf", "infinity", "nil", "optional"]
        for (plot, read) in zip(Self.drawings.map(\.plot), Self.read) {
            let words = read.reader.texts.map(\.what) + [plot.finding]
            let table = plot.table
            let cells = table.rows.joined() + table.columns
            for word in Set((words + cells).joined(separator: " ").split(separator: " ")) {
                #expect(!banned.contains(word.lowercased()), "\(word) in \(plot.title)")
            }
            #expect(table.rows.allSatisfy { $0.count == table.columns.count })
        }
    }

    @Test func `coordinates have one decimal at most`() {
        let numbers = Set(Self.read.flatMap(\.reader.numbers))
        #expect(numbers.count > 1_000)
        for number in numbers {
            let parts = number.drop { $0 == "-" }.split(
                separator: ".", omittingEmptySubsequences: false)
            #expect(
                parts.count <= 2 && parts.allSatisfy { $0.allSatisfy(\.isWholeNumber) }
                    && (1...4).contains(parts[0].count)
                    && (parts.count == 1 || parts[1].count == 1),
                "\(number)")
        }
    }

    @Test func `every mark and every word stands inside the picture`() {
        for (text, reader) in Self.read {
            let (x, y) = (0...reader.width, 0...reader.height)
            for box in reader.marks + reader.texts {
                #expect(
                    x.contains(box.x.lowerBound) && x.contains(box.x.upperBound)
                        && y.contains(box.y.lowerBound) && y.contains(box.y.upperBound),
                    "\(box) in \(text)")
            }
        }
    }

    @Test func `no word stands upon another`() {
        for (text, reader) in Self.read {
            for (index, box) in reader.texts.enumerated() {
                for other in reader.texts.dropFirst(index + 1) {
                    #expect(!box.meets(other), "\(box.what) on \(other.what) in \(text)")
                }
            }
        }
    }

    @Test func `names are escaped, and no drawing of a page bears a style`() {
        for (index, (text, reader)) in Self.read.enumerated() {
            let isPage = index % Figures.styles.count < 2
            #expect(!text.contains("<b>"))
            #expect(!text.contains(" style="))
            #expect(reader.names.contains("style") != isPage)
        }
    }

    @Test func `drawings of one page share no identifier`() {
        let ids = Figures.all.enumerated().flatMap { index, figure in
            let style = PlotStyle(layout: .wide, palette: .page, name: "p\(index)")
            return DrawingReader(figure.plot.svg(style)).ids
        }
        #expect(Set(ids).count == ids.count)
        #expect(ids.contains("p0-hatch") && ids.contains("p0-dots"))
    }

    @Test func `whatever is referred to is defined in the same drawing`() {
        for (text, reader) in Self.read {
            for part in text.components(separatedBy: "url(#").dropFirst() {
                let name = String(part.prefix { $0 != ")" })
                #expect(reader.ids.contains(name), "\(name)")
            }
        }
    }
}
