package import Phrases

/// A day of the Gregorian calendar, for axes of time.
package struct PlotDay: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    package let number: Int

    /// The day so many days after 1 January 1970.
    package init(number: Int) {
        self.number = min(max(number, -700_000), 2_900_000)
    }

    /// The day of a date from year 1 on; a month or day out of range counts as the nearest in it.
    ///
    /// Years are counted from March, so that the leap day is the last of a year, after Hinnant's
    /// "chrono-compatible low-level date algorithms".
    package init(year: Int, month: Int, day: Int) {
        let months = min(max(year, 1), 9_999) * 12 + min(max(month, 1), 12) - 1
        let shifted = months - 2
        let (y, m) = (shifted / 12, shifted % 12)
        let days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5
        self.init(number: days + min(max(day, 1), 31) - 719_469)
    }

    /// The day in Greenwich of a moment; `nil` for a moment that is no number or ages away.
    package init?(secondsSince1970 seconds: Double) {
        guard seconds.magnitude < 6e10 else { return nil }
        self.init(number: Int((seconds / 86_400).rounded(.down)))
    }

    /// A day as ``words`` writes it; `nil` for anything else.
    package init?(words: String) {
        let parts = words.split(separator: " ")
        guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]),
            let month = Self.months.firstIndex(of: String(parts[1]))
        else { return nil }
        self.init(year: year, month: month + 1, day: day)
    }

    /// Year, month from 1, day from 1.
    package var date: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let day = shifted - era * 146_097
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let inYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * inYear + 2) / 153
        let isLate = month >= 10
        return (
            year + era * 400 + (isLate ? 1 : 0), isLate ? month - 9 : month + 3,
            inYear - (153 * month + 2) / 5 + 1
        )
    }

    /// `21 Nov 2026`.
    package var words: String {
        let date = date
        return "\(date.day) \(Self.months[date.month - 1]) \(date.year)"
    }

    /// `21 Nov`, for any language.
    var saidShort: Saying {
        "\(String(date.day)) \(Saying(phrase: Self.months[date.month - 1]))"
    }

    /// `21 Nov 2026`, for any language.
    package var said: Saying {
        let date = date
        return
            "\(String(date.day)) \(Saying(phrase: Self.months[date.month - 1])) \(String(date.year))"
    }

    /// The earlier day is the smaller.
    package static func < (first: PlotDay, second: PlotDay) -> Bool {
        first.number < second.number
    }

    static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
