/// Rows under one another along a common axis: where each stands, and the lines behind them.
struct RowFrame {
    let style: PlotStyle
    let measures: ForestMeasures
    let axis: Axis
    let count: Int

    /// Below the last row.
    var bottom: Double { measures.top + measures.rowHeight * Double(count) }

    /// The middle of a row.
    func middle(of index: Int) -> Double {
        measures.top + measures.rowHeight * (Double(index) + 0.5)
    }

    /// Where the words of a row stand on.
    func words(of index: Int) -> Double {
        let isAbove = measures.wordsAbove > 0
        return middle(of: index) + 4.5 - measures.wordsAbove + (isAbove ? 8 : 0)
    }

    /// The line on which the marks of a row stand.
    func marks(of index: Int) -> Double {
        middle(of: index) + (measures.wordsAbove > 0 ? 10 : 0)
    }

    /// Where a value stands from left to right.
    func place(of value: Double) -> Double {
        measures.plotLeft + axis.position(of: value) * (measures.plotRight - measures.plotLeft)
    }

    /// A line for each tick, with its number below where there is room, counted from `origin`.
    func drawGrid(
        in drawing: inout Drawing, origin: Double = 0, label: (Double) -> String
    ) {
        let parts = Double(max(axis.ticks.count - 1, 1))
        let labelled = TickLabels.chosen(
            of: axis, room: (measures.plotRight - measures.plotLeft) / parts, origin: origin,
            label: label)
        for tick in axis.ticks {
            let x = place(of: tick)
            drawing.line("p-grid", from: (x, measures.top - 4), to: (x, bottom + 4))
            guard labelled.contains(tick) else { continue }
            drawing.label(label(tick), "p-soft", at: (x, bottom + 22), anchor: anchor(at: x))
        }
    }

    /// The name of a row, shortened to its column.
    func drawName(
        _ name: String, of index: Int, isStrong: Bool = true, in drawing: inout Drawing
    ) {
        let size = PlotStyle.fontSize * (isStrong ? PlotStyle.boldness : 1)
        let fitting = TextWidth.shortened(name, toFit: measures.nameWidth, size: size)
        drawing.label(
            fitting, isStrong ? "p-strong" : "p-soft", at: (measures.nameLeft, words(of: index)))
    }

    /// Numbers stand below the middle of their line, those at an edge of the drawing inside of it.
    private func anchor(at x: Double) -> Drawing.Anchor {
        x < 30 ? .start : x > style.width - 30 ? .end : .middle
    }
}

extension ForestMeasures {
    /// Names in a column of their own and numbers in a column of `numbers` units on the right;
    /// on a phone names and numbers above the marks.
    static func rows(
        _ names: [String], numbers: Double, top: Double, in layout: PlotStyle.Layout
    ) -> ForestMeasures {
        guard layout == .wide else {
            var narrow = narrow
            narrow.top = top
            narrow.nameLeft = 16
            narrow.nameWidth = 328 - numbers - 10
            return narrow
        }
        let size = fontSize * PlotStyle.boldness
        let widest = names.map { TextWidth.estimate($0, size: size) }.max() ?? 0
        var wide = wide(names: widest, leads: 0)
        wide.top = top
        wide.plotRight = 704 - numbers - 16
        return wide
    }
}
