import Charts
import Testing

@Suite struct FigureGoldenTests {
    @Test(arguments: Figures.all.indices)
    func `every figure is drawn as it was approved`(index: Int) throws {
        let figure = Figures.all[index]
        for style in Figures.styles {
            try Golden.expect(
                figure.plot.svg(style.style), toBe: "\(figure.name)-\(style.name).svg")
        }
    }
}
