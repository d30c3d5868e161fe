package import Catalogue

/// The time between two dates, no more exact than they are: the one function for gaps and ages.
package struct ReleaseGap: Sendable, Hashable {
    /// How far apart.
    package enum Length: Sendable, Hashable {
        /// The same day, or the same month where no days are known.
        case none
        /// So many days.
        case days(Int)
        /// So many months, from dates known to the month.
        case months(Int)
        /// A date is known to the year only.
        case unknown
    }

    /// How far apart.
    package let length: Length
    private let precision: CalendarDate.Precision
    private let inputs: [Basis]

    /// The time between two dates in either order.
    package init(_ one: Fact<CalendarDate>, _ other: Fact<CalendarDate>) {
        self.init(one.value, other.value, of: [one.basis, other.basis])
    }

    init(_ one: CalendarDate, _ other: CalendarDate, of inputs: [Basis]) {
        self.inputs = inputs
        precision = min(one.precision, other.precision)
        let days = abs(one.firstDay - other.firstDay)
        let months = abs((one.year - other.year) * 12 + (one.month ?? 1) - (other.month ?? 1))
        switch precision {
        case .day: length = days == 0 ? .none : .days(days)
        case .month: length = months == 0 ? .none : .months(months)
        case .year: length = .unknown
        }
    }

    /// In words, with the days where they are known: `about 7 months (201 days)`.
    package var words: Sentence {
        guard case .days(let days) = length, (60..<730).contains(days) else { return short }
        return "\(short) (\(counted(days, .day)))"
    }

    /// In words, in short: `about 7 months`.
    package var short: Sentence {
        switch length {
        case .none: return precision == .day ? "the same day" : "the same month"
        case .unknown: return "not known to the month"
        case .months(let months): return "about \(counted(months, .month))"
        case .days(let days) where days < 60: return counted(days, .day)
        case .days(let days) where days < 730:
            let months = Rational(days) / Rational(304_375, over: 10_000)
            return "about \(figure(Form.decimal(months, places: 0), .monthsBetween)) months"
        case .days(let days):
            let years = Rational(days) / Rational(36_525, over: 100)
            return "about \(figure(Form.decimal(years, places: 1), .daysBetween)) years"
        }
    }

    private enum Unit { case day, month }

    private func counted(_ number: Int, _ unit: Unit) -> Sentence {
        let figure = figure(Form.count(number), .daysBetween)
        return switch unit {
        case .day: number == 1 ? "\(figure) day" : "\(figure) days"
        case .month: number == 1 ? "\(figure) month" : "\(figure) months"
        }
    }

    private func figure(_ text: String, _ formula: Formula) -> Figure {
        Figure(text, formula, of: inputs)
    }
}
