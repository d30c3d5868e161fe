/// A straight scale from values to places on a line, with the ticks people would choose.
package struct Axis: Equatable, Sendable {
    /// The values that get a tick, ascending; the first and the last are the ends of the axis.
    package let ticks: [Double]
    /// The distance of two ticks.
    package let step: Double

    /// An axis that holds all of these values between its ends.
    ///
    /// The step is the one of {1, 2, 2.5, 5} × 10ᵏ nearest to a `parts`-th of the range, the
    /// larger of two as near; a range below `least` counts as `least`. Values that are not finite
    /// are left out; without any, the axis runs around zero.
    package init(holding values: [Double], parts: Int = 6, least: Double = 1) {
        let finite = values.filter { $0.isFinite && $0.magnitude < 1e12 }
        let low = finite.min() ?? -1
        let high = finite.max() ?? 1
        let range = max(high - low, least)
        let step = Self.step(near: range / Double(max(parts, 1)))
        let first = (low / step).rounded(.down)
        let last = max((high / step).rounded(.up), first + 1)
        self.step = step
        ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    }

    /// An axis with these ticks, evenly spaced.
    init(ticks: [Double], step: Double) {
        self.ticks = ticks
        self.step = step
    }

    /// The value at the lower end.
    package var low: Double { ticks.first ?? 0 }

    /// The value at the upper end.
    package var high: Double { ticks.last ?? 0 }

    /// Where a value stands between the ends, 0 to 1; outside values stand at the nearest end,
    /// what is no number at the lower.
    package func position(of value: Double) -> Double {
        guard high > low, !value.isNaN else { return 0 }
        return min(max((value - low) / (high - low), 0), 1)
    }

    /// A tick's number, with as many decimals as the step needs.
    package func label(of tick: Double) -> String {
        var (places, scaled) = (0, step)
        while (scaled - scaled.rounded()).magnitude > 1e-6, places < 9 {
            places += 1
            scaled *= 10
        }
        return places == 0 ? NumberFormat.rating(tick) : NumberFormat.fixed(tick, places: places)
    }

    /// The axis of a plot: it holds every value, and the intervals of all rows that are not
    /// provisional. A provisional interval may be so wide that it would leave no room for the rest;
    /// it is drawn to the edge, with an arrow.
    package static func of(_ rows: [ForestPlot.Row], parts: Int = 6) -> Axis {
        let firm = rows.filter { !$0.isProvisional }
        let ends = (firm.isEmpty ? rows : firm).flatMap { [$0.low, $0.high] }
        return Axis(holding: rows.map(\.value) + ends, parts: parts)
    }

    private static func step(near wanted: Double) -> Double {
        var scale = 1.0
        while scale * 10 <= wanted { scale *= 10 }
        while scale > wanted { scale /= 10 }
        let candidates = [10, 5, 2.5, 2, 1].map { $0 * scale }
        return candidates.min { ($0 - wanted).magnitude < ($1 - wanted).magnitude } ?? scale
    }
}
