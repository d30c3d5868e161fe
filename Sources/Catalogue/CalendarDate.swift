/// A date of the Gregorian calendar, known to the day, the month or only the year.
package struct CalendarDate: Hashable, Sendable, CustomStringConvertible {
    /// How exactly a date is known.
    package enum Precision: Int, Sendable, Comparable {
        case year, month, day

        /// The coarser is the smaller.
        package static func < (left: Precision, right: Precision) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// The year, 1 to 9999.
    package let year: Int
    /// The month, 1 to 12; `nil` where only the year is known.
    package let month: Int?
    /// The day of the month; `nil` where only the month is known.
    package let day: Int?

    /// A date to the day; `nil` when the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// A date to the month, or to the year when `month` is `nil`; `nil` when there is none such.
    package init?(year: Int, month: Int? = nil) {
        guard (1...9999).contains(year), (1...12).contains(month ?? 1) else { return nil }
        (self.year, self.month, self.day) = (year, month, nil)
    }

    /// Reads `2025`, `2025-04` or `2025-04-14`; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4,
            parts.dropFirst().allSatisfy({ $0.count == 2 }),
            text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 })
        else { return nil }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }
        switch numbers.count {
        case 1: self.init(year: numbers[0])
        case 2: self.init(year: numbers[0], month: numbers[1])
        default: self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        }
    }

    /// How exactly it is known.
    package var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

    /// `2025-04-14`, `2025-04` or `2025`: as exact as it is known.
    package var description: String {
        let text = Self.padded(year, to: 4)
        guard let month else { return text }
        return text + "-" + Self.padded(month, to: 2)
            + (day.map { "-" + Self.padded($0, to: 2) } ?? "")
    }

    /// Days from 1970-01-01 to the first day it may mean.
    ///
    /// Source: Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
    package var firstDay: Int { Self.number(year, month ?? 1, day ?? 1) }

    /// Days from 1970-01-01 to the last day it may mean.
    package var lastDay: Int {
        let last = month ?? 12
        return Self.number(year, last, day ?? Self.days(in: last, of: year))
    }

    /// The date so many days after 1970-01-01, to the day, from the year 1 to the year 9999; days
    /// beyond become the nearest of these.
    ///
    /// Source: as ``firstDay``, `civil_from_days`.
    package init(dayNumber: Int) {
        let shifted = min(max(dayNumber, -719_162), 2_932_896) + 719_468
        let era = shifted / 146_097
        let ofEra = shifted - era * 146_097
        let years = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * years + years / 4 - years / 100)
        let part = (5 * ofYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        self.year = years + era * 400 + (month <= 2 ? 1 : 0)
        self.month = month
        self.day = ofYear - (153 * part + 2) / 5 + 1
    }

    /// Whether it surely lies before another: its last possible day before the other's first.
    package func isSurelyBefore(_ other: CalendarDate) -> Bool { lastDay < other.firstDay }

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let years = month <= 2 ? year - 1 : year
        let era = (years >= 0 ? years : years - 399) / 400
        let ofEra = years - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
