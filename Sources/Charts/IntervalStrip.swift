/// One interval on a thin strip, for a cell of a table; all strips of a table share an axis.
package struct IntervalStrip: Equatable, Sendable {
    /// The row to draw.
    package let row: ForestPlot.Row
    /// The axis of the whole table.
    package let axis: Axis

    /// A strip for a row of a table.
    package init(row: ForestPlot.Row, axis: Axis) {
        self.row = row
        self.axis = axis
    }

    /// The drawing, coloured by the page; it says nothing to a screen reader, because the cell
    /// before it holds the numbers.
    package var svg: String {
        var drawing = Drawing(Self.style)
        for tick in axis.ticks {
            let x = place(of: tick)
            drawing.line("p-grid", from: (x, 0), to: (x, Self.height))
        }
        drawing.interval(of: row, at: middle, along: axis, place: place(of:))
        return Self.head(height: Self.height) + drawing.text + "</svg>"
    }

    /// The numbers above the strips.
    package static func scale(of axis: Axis) -> String {
        var drawing = Drawing(style)
        let every = axis.ticks.count > 6 ? 2 : 1
        for (index, tick) in axis.ticks.enumerated() where index % every == 0 {
            drawing.label(
                axis.label(of: tick), "p-soft",
                at: (12 + axis.position(of: tick) * 296, 14), anchor: .middle)
        }
        return head(height: 18) + drawing.text + "</svg>"
    }

    private static let height = 38.0
    /// There are no words in it.
    private static let style = PlotStyle(layout: .narrow, palette: .page, name: "")

    private var middle: Double { Self.height / 2 }

    private static func head(height: Double) -> String {
        """
        <svg class="strip" viewBox="0 0 320 \(Drawing.at(height))" width="320" \
        height="\(Drawing.at(height))" direction="ltr" aria-hidden="true">
        """
    }

    private func place(of value: Double) -> Double {
        12 + axis.position(of: value) * 296
    }
}
