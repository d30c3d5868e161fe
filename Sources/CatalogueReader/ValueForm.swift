import Catalogue

/// The forms in which values are written, each read from its text; nothing is repaired.
enum ValueForm {
    /// The value of a field from its text; for sets of words from one of them.
    static func value(_ written: String, of type: FieldType) throws(Refusal) -> FactValue {
        switch type {
        case .text: .text(try line(written))
        case .url: .text(try url(written))
        case .count: .count(try count(written))
        case .number: .number(try number(written))
        case .money: .money(try money(written))
        case .date: .date(try date(written))
        case .flag: .flag(try yesOrNo(written))
        case .oneOf(let words): .text(try word(written, of: words))
        case .words(let words): .words([try word(written, of: words)])
        }
    }

    /// One line of text without blanks around it.
    static func line(_ written: String) throws(Refusal) -> String {
        guard !written.isEmpty, written.utf8.count <= 500 else {
            throw Refusal(.wrongValue, "It has no text, or over 500 bytes.", "Write one line.")
        }
        let isPlain = written.unicodeScalars.allSatisfy { scalar in
            ![.control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned]
                .contains(scalar.properties.generalCategory)
                && !(0x202A...0x202E).contains(scalar.value)
                && !(0x2066...0x2069).contains(scalar.value)
        }
        guard isPlain, written.first?.isWhitespace == false, written.last?.isWhitespace == false
        else {
            throw Refusal(
                .wrongValue,
                "\(Refusal.quoted(written)) holds control characters, or has blanks "
                    + "around it.", "Write one line of plain text.")
        }
        return written
    }

    static func url(_ written: String) throws(Refusal) -> String {
        let isAddress = ["https://", "http://"].contains { prefix in
            written.hasPrefix(prefix) && written.utf8.count > prefix.utf8.count
        }
        let banned = Set("\"<>\\^`{|} ".utf8)
        guard isAddress, written.utf8.count <= 2000,
            written.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !banned.contains($0) })
        else {
            throw Refusal(
                .wrongValue, "\(Refusal.quoted(written)) is not a web address.",
                "Write it whole, beginning with https://.")
        }
        return written
    }

    static func count(_ written: String) throws(Refusal) -> Int {
        let isPlain = written == "0" || written.utf8.first.map { (49...57).contains($0) } == true
        guard isPlain, written.utf8.allSatisfy({ (48...57).contains($0) }),
            let count = Int(written), count <= 1_000_000_000_000_000
        else {
            throw Refusal(
                .wrongValue, "\(Refusal.quoted(written)) is not a count.",
                "Write a whole number from 0 to 10^15 in digits, as 1047576.")
        }
        return count
    }

    static func number(_ written: String) throws(Refusal) -> FixedPoint {
        guard let number = FixedPoint(decimal: written) else {
            throw Refusal(
                .wrongValue, "\(Refusal.quoted(written)) is not a plain decimal.",
                "Write digits with at most six decimals, as 64.2.")
        }
        return number
    }

    static func money(_ written: String) throws(Refusal) -> Money {
        guard let money = Money(decimal: written) else {
            throw Refusal(
                .wrongValue, "\(Refusal.quoted(written)) is not an exact price.",
                "Write US dollars with at most six decimals, as 0.40; token prices per million.")
        }
        return money
    }

    static func date(_ written: String) throws(Refusal) -> CalendarDate {
        guard let date = CalendarDate(written) else {
            throw Refusal(
                .wrongValue, "\(Refusal.quoted(written)) is not a date.",
                "Write 2025-04-14, or 2025-04 or 2025 where no more is known.")
        }
        return date
    }

    static func yesOrNo(_ written: String) throws(Refusal) -> Bool {
        switch written {
        case "true": return true
        case "false": return false
        default:
            throw Refusal(
                .wrongValue, "\(Refusal.quoted(written)) is neither true nor false.",
                "Write true or false.")
        }
    }

    static func word(_ written: String, of words: [String]) throws(Refusal) -> String {
        guard words.contains(written) else {
            let near = Spelling.nearest(to: written, among: words).map { "Did you mean \($0)? " }
            throw Refusal(
                .wrongValue, "\(Refusal.quoted(written)) is not one of its words.",
                "\(near ?? "")Write one of: \(words.joined(separator: ", ")).")
        }
        return written
    }

    /// Words of small letters and digits joined by single dashes.
    static func slug(_ written: String) throws(Refusal) -> String {
        let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
        let words = written.split(separator: "-", omittingEmptySubsequences: false)
        guard written.utf8.count <= 80, written.utf8.allSatisfy(letters.contains),
            !words.contains(where: \.isEmpty), !written.contains("-vs-")
        else {
            throw Refusal(
                .wrongValue, "\(Refusal.quoted(written)) is not a slug.",
                "Write a–z and 0–9, in words joined by single dashes and none of them vs, "
                    + "as gpt-4-1-mini.")
        }
        return written
    }
}
