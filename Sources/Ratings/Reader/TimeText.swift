/// Times as people and programs write them, as far as they are certain: RFC 3339, its date alone,
/// and a blank in place of the `T`; without an offset the time is UTC.
public enum TimeText {
    /// Seconds since 1970, or nil if the text is no such time.
    public static func seconds(_ text: String) -> Double? {
        var reader = DigitReader(text)
        guard let days = reader.date() else { return nil }
        guard !reader.isAtEnd else { return Double(days * 86_400) }
        guard reader.pass("T") || reader.pass("t") || reader.pass(" "),
            let seconds = reader.time(), let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        return Double(days * 86_400 - offset) + seconds
    }
}

/// Reads the parts of a time from left to right.
private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func pass(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest.removeFirst()
        return true
    }

    /// A number of exactly `count` digits in a range.
    mutating func number(_ count: Int, _ range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        rest.removeFirst(count)
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return range.contains(value) ? value : nil
    }

    /// The days from 1970 to a date of the Gregorian calendar.
    mutating func date() -> Int? {
        guard let year = number(4, 0...9999), pass("-"), let month = number(2, 1...12), pass("-")
        else { return nil }
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard let day = number(2, 1...lengths[month - 1]) else { return nil }
        let before = lengths.prefix(month - 1).reduce(0, +)
        let past = year - 1
        let leaps = year > 0 ? past / 4 - past / 100 + past / 400 : -1
        return past * 365 + leaps + before + day - 1 - 719_162
    }

    /// The seconds of a day; a leap second counts as the one before it.
    mutating func time() -> Double? {
        guard let hour = number(2, 0...23), pass(":"), let minute = number(2, 0...59) else {
            return nil
        }
        var seconds = Double(hour * 3600 + minute * 60)
        guard pass(":") else { return seconds }
        guard let second = number(2, 0...60) else { return nil }
        seconds += Double(min(second, 59))
        guard pass(".") else { return seconds }
        var share = 0.1
        var digits = 0
        while let digit = number(1, 0...9) {
            seconds += Double(digit) * share
            share /= 10
            digits += 1
        }
        return digits > 0 ? seconds : nil
    }

    /// The seconds by which the clock is ahead of UTC.
    mutating func offset() -> Int? {
        if isAtEnd || pass("Z") || pass("z") { return 0 }
        let isAhead = pass("+")
        guard isAhead || pass("-"), let hours = number(2, 0...23), pass(":"),
            let minutes = number(2, 0...59)
        else { return nil }
        return (isAhead ? 1 : -1) * (hours * 3600 + minutes * 60)
    }
}
