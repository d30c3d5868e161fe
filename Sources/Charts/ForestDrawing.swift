/// One forest plot being drawn.
struct ForestDrawing {
    let plot: ForestPlot
    let style: PlotStyle
    let measures: ForestMeasures

    private var axis: Axis { .of(plot.rows, parts: measures.ticks) }

    private var bottom: Double {
        measures.top + measures.rowHeight * Double(plot.rows.count)
    }

    private var height: Double { bottom + 54 }

    var svg: String {
        let axis = axis
        var drawing = Drawing()
        drawing.sheet(width: style.width, height: height)
        drawing.label("Rating with 95% interval", "p-head", at: (16, 26))
        drawGrid(of: axis, in: &drawing)
        for (index, row) in plot.rows.enumerated() {
            let y = measures.top + measures.rowHeight * (Double(index) + 0.5)
            drawing.group(titled: row.description) { draw(row, at: y, along: axis, in: &$0) }
        }
        drawing.label(
            "Arena points. Right is better.", "p-soft",
            at: (measures.plotLeft, height - 10))
        return head + drawing.text + "</svg>"
    }

    private var head: String {
        let (width, height) = (Drawing.at(style.width), Drawing.at(height))
        let space = style.palette == .page ? "" : "xmlns=\"http://www.w3.org/2000/svg\" "
        return """
            <svg \(space)class="plot plot-\(style.layout.rawValue)" \
            viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
            role="img" direction="ltr" aria-labelledby="\(style.name)-t \(style.name)-d">\
            <title id="\(style.name)-t">\(Drawing.escape(plot.title))</title>\
            <desc id="\(style.name)-d">\(Drawing.escape(plot.finding))</desc>\(style.sheet)

            """
    }

    private func drawGrid(of axis: Axis, in drawing: inout Drawing) {
        for tick in axis.ticks {
            let x = place(of: tick, along: axis)
            drawing.line("p-grid", from: (x, measures.top - 4), to: (x, bottom + 4))
            drawing.label(
                axis.label(of: tick), "p-soft", at: (x, bottom + 22),
                anchor: anchor(of: tick, on: axis))
        }
    }

    /// Numbers stand below the middle of their line, on a phone those at the ends inside of it.
    private func anchor(of tick: Double, on axis: Axis) -> Drawing.Anchor {
        guard style.layout == .narrow else { return .middle }
        return tick == axis.low ? .start : tick == axis.high ? .end : .middle
    }

    private func draw(
        _ row: ForestPlot.Row, at middle: Double, along axis: Axis, in drawing: inout Drawing
    ) {
        let words = middle + 4.5 - measures.wordsAbove + (measures.wordsAbove > 0 ? 8 : 0)
        let mark = middle + (measures.wordsAbove > 0 ? 10 : 0)
        if !row.lead.isEmpty { drawing.label(row.lead, "p-soft", at: (16, words)) }
        let left = row.lead.isEmpty ? 16 : measures.nameLeft
        let name = TextWidth.shortened(
            row.label, toFit: measures.nameWidth, size: ForestMeasures.fontSize)
        drawing.label(name, row.isProvisional ? "p-soft" : "p-strong", at: (left, words))
        drawing.interval(of: row, at: mark, along: axis) { place(of: $0, along: axis) }
        drawing.label(
            NumberFormat.rating(row.value), row.isProvisional ? "p-soft" : "p-strong",
            at: (style.width - 58, words), anchor: .end)
        drawing.label(
            "±" + NumberFormat.rating((row.high - row.low) / 2), "p-soft",
            at: (style.width - 16, words), anchor: .end)
    }

    private func place(of value: Double, along axis: Axis) -> Double {
        measures.plotLeft + axis.position(of: value) * (measures.plotRight - measures.plotLeft)
    }
}

extension ForestPlot.Row: CustomStringConvertible {
    /// The row in words: `Aspen: 1067, 95% interval 1046 to 1087, 665 votes`.
    package var description: String {
        let ends = "\(NumberFormat.rating(low)) to \(NumberFormat.rating(high))"
        let count = "\(NumberFormat.whole(Double(votes))) \(votes == 1 ? "vote" : "votes")"
        return "\(label): \(NumberFormat.rating(value)), 95% interval \(ends), \(count)"
            + (isProvisional ? ", provisional" : "")
    }
}
