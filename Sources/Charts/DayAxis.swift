package import Phrases

/// A scale of days with ticks at days, weeks, months or years, whichever are few enough.
package struct DayAxis: Equatable, Sendable {
    /// One tick.
    package struct Tick: Equatable, Sendable {
        /// Where it stands.
        package let day: PlotDay
        /// Its date, as exact as the distance of ticks needs.
        package var label: String { said.english }
        /// The same for any language.
        package let said: Saying
    }

    /// The first day.
    package let first: PlotDay
    /// The last day; the first if there is but one.
    package let last: PlotDay
    /// The ticks, ascending, all within the axis.
    package let ticks: [Tick]

    /// An axis from one day to another with at most `most` ticks, at least one.
    package init(from first: PlotDay, to last: PlotDay, most: Int) {
        self.first = min(first, last)
        self.last = max(first, last)
        let span = self.last.number - self.first.number
        if let step = [1, 2, 7, 14].first(where: { span / $0 < most }) {
            ticks = Self.days(from: self.first, to: self.last, step: step)
        } else {
            ticks = Self.months(from: self.first, to: self.last, most: most)
        }
    }

    /// Where a day stands between the ends, 0 to 1; in the middle if there is but one day.
    package func position(of day: PlotDay) -> Double {
        let span = last.number - first.number
        guard span > 0 else { return 0.5 }
        return min(max(Double(day.number - first.number) / Double(span), 0), 1)
    }

    /// Counted from the last day back, because that is the day one asks about.
    private static func days(from first: PlotDay, to last: PlotDay, step: Int) -> [Tick] {
        stride(from: last.number, through: first.number, by: -step).reversed().map { number in
            let day = PlotDay(number: number)
            return Tick(day: day, said: day.saidShort)
        }
    }

    /// First days of months, every so many that they are few enough.
    private static func months(from first: PlotDay, to last: PlotDay, most: Int) -> [Tick] {
        let (start, end) = (first.date, last.date)
        let firstMonth = start.year * 12 + start.month - 1 + (start.day > 1 ? 1 : 0)
        let lastMonth = end.year * 12 + end.month - 1
        let span = max(lastMonth - firstMonth, 0)
        let steps = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1_200, 12_000]
        let step = steps.first { span / $0 < most } ?? 120_000
        let begin = (firstMonth + step - 1) / step * step
        return stride(from: begin, through: lastMonth, by: step).map { month in
            let name = Saying(phrase: PlotDay.months[month % 12])
            let year = String(month / 12)
            return Tick(
                day: PlotDay(year: month / 12, month: month % 12 + 1, day: 1),
                said: step >= 12 ? "\(year)" : "\(name) \(year)")
        }
    }
}
