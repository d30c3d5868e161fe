/// A scale on which equal factors take equal room, with ticks at 1, 2 and 5 of each power of ten.
package struct LogAxis: Equatable, Sendable {
    /// The values that get a tick, ascending; the first and the last are the ends of the axis.
    package let ticks: [Double]

    /// An axis that holds all of these values between its ends, with at most `most` ticks.
    ///
    /// Ticks stand at 1-2-5; if those are too many, at the powers of ten, or at every second or
    /// third of them. Values that have no place, zero and below, not finite, under 10⁻¹² or over
    /// 10¹⁸, are left out; without any, the axis runs from 1 to 10.
    package init(holding values: [Double], most: Int = 7) {
        let most = max(most, 2)
        let placed = values.filter { Self.places.contains($0) }
        let low = Self.step(notAbove: placed.min() ?? 1)
        let high = max(Self.step(notBelow: placed.max() ?? 10), low + 1)
        guard high - low >= most else {
            ticks = (low...high).map(Self.value(of:))
            return
        }
        let first = Int((Double(low) / 3).rounded(.down))
        let decades = Int((Double(high) / 3).rounded(.up)) - first
        let every = (decades + most - 2) / (most - 1)
        let count = (decades + every - 1) / every
        ticks = (0...count).map { Self.value(of: 3 * (first + $0 * every)) }
    }

    /// The value at the lower end.
    package var low: Double { ticks.first ?? 1 }

    /// The value at the upper end.
    package var high: Double { ticks.last ?? 10 }

    /// Where a value stands between the ends, 0 to 1; outside values stand at the nearest end,
    /// zero and what is no number at the lower.
    package func position(of value: Double) -> Double {
        guard value > low else { return 0 }
        guard value < high else { return 1 }
        return Elementary.logarithm(value / low) / Elementary.logarithm(high / low)
    }

    /// The values that have a place on such an axis.
    static let places = 1e-12...1e18

    /// 0 gives 1, 1 gives 2, 2 gives 5, 3 gives 10, -1 gives 0.5.
    private static func value(of step: Int) -> Double {
        let decade = Int((Double(step) / 3).rounded(.down))
        let power = (0..<abs(decade)).reduce(1.0) { power, _ in power * 10 }
        let lead = [1.0, 2, 5][step - 3 * decade]
        return decade < 0 ? lead / power : lead * power
    }

    private static func step(notAbove wanted: Double) -> Int {
        (-40...56).last { value(of: $0) <= wanted } ?? 0
    }

    private static func step(notBelow wanted: Double) -> Int {
        (-40...56).first { value(of: $0) >= wanted } ?? 1
    }
}
