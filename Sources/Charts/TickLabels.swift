/// Chooses which ticks get a number where all of them would not fit.
enum TickLabels {
    /// The ticks to label: all of them, or every second, fifth or tenth counted from `origin`, so
    /// that there is room between two numbers.
    static func chosen(
        of axis: Axis, room distance: Double, origin: Double = 0, label: (Double) -> String
    ) -> [Double] {
        let widest = axis.ticks.map { TextWidth.estimate(label($0), size: PlotStyle.fontSize) }
        let needed = (widest.max() ?? 0) + 30
        let every = [1.0, 2, 5, 10].first { $0 * distance >= needed } ?? 20
        return axis.ticks.filter { tick in
            let steps = ((tick - origin) / axis.step).rounded()
            return steps.truncatingRemainder(dividingBy: every) == 0
        }
    }
}
