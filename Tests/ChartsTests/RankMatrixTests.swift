import Charts
import Foundation
import Testing

@Suite struct RankMatrixTests {
    @Test func `the letters in every cell stand out in both lights`() throws {
        for (palette, light) in [(PlotStyle.Palette.light, 0), (.dark, 1), (.page, 0), (.page, 1)] {
            for percent in 1...100 {
                let letters = try letters(in: percent, palette)
                let colours = [PlotColours.light, .dark][light]
                let ground = PlotColours.mix(
                    colours.a, over: colours.paper, opacity: Double(percent) / 100)
                let chosen: PlotColours.Code =
                    letters[letters.count == 1 ? 0 : light] == "#000" ? 0 : 0xFFFFFF
                #expect(PlotColours.contrast(chosen, ground) >= 4.5, "\(percent)% \(palette)")
            }
        }
    }

    @Test func `contrast is that of WCAG`() {
        #expect((PlotColours.contrast(0, 0xFFFFFF) - 21).magnitude < 1e-9)
        // Measured in appendix C of the design: ink on paper 16.6, blue 6.7, orange 5.5.
        let light = PlotColours.light
        let measured = [light.ink, light.a, light.b].map {
            NumberFormat.fixed(PlotColours.contrast($0, light.paper), places: 1)
        }
        #expect(measured == ["16.6", "6.7", "5.5"])
    }

    @Test func `the colours are those of the page's style sheet`() throws {
        let sheet = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Assets/Static/arena.css")
        let css = try String(contentsOf: sheet, encoding: .utf8).uppercased()
        let pairs = [
            ("PAPER", \PlotColours.paper), ("INK", \.ink), ("MUTED", \.muted), ("LINE", \.line),
            ("A", \.a), ("B", \.b),
        ]
        for (name, path) in pairs {
            let codes = [PlotColours.light, .dark].map { colours in
                let digits = String(colours[keyPath: path], radix: 16, uppercase: true)
                return "#" + String(repeating: "0", count: 6 - digits.count) + digits
            }
            let text = "--\(name): LIGHT-DARK(\(codes[0]), \(codes[1]))"
                .replacing("#FFFFFF", with: "#FFF")
            #expect(css.contains(text), "\(text)")
        }
    }

    /// The colours of the letters in a cell of so many percent: one, or one for each light.
    private func letters(in percent: Int, _ palette: PlotStyle.Palette) throws -> [String] {
        let row = RankMatrix.Row(label: "Aspen", probabilities: [Double(percent) / 100])
        let drawing = RankMatrix(rows: [row])
            .svg(PlotStyle(layout: .wide, palette: palette, name: "m"))
        let fill = try #require(drawing.components(separatedBy: "<tspan fill=\"").last)
        return fill.prefix { $0 != "\"" }.split { "(),".contains($0) }.map(String.init)
            .filter { $0.hasPrefix("#") }
    }
}
