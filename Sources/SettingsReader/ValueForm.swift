import Arena
import Catalogue
import Foundation

/// What is wrong with a value, and what to write instead.
struct Refusal: Error {
    let reason: String
    let advice: String
}

/// The forms in which values are written, each read from its text.
enum ValueForm {
    static func text(_ written: String, limit: Int = 200) throws(Refusal) -> String {
        guard !written.allSatisfy(\.isWhitespace) else {
            throw Refusal(reason: "It is empty.", advice: "Write a text, or leave the key out.")
        }
        guard written.utf8.count <= limit else {
            throw Refusal(
                reason: "It is longer than \(limit) bytes.", advice: "Write a shorter text.")
        }
        let isControl = { (byte: UInt8) in byte < 0x20 && byte != 0x09 && byte != 0x0A }
        guard !written.utf8.contains(where: { isControl($0) || $0 == 0x7F }) else {
            throw Refusal(
                reason: "It holds a control character.", advice: "Write it without.")
        }
        return written
    }

    /// One line of text without blanks around it.
    static func line(_ written: String) throws(Refusal) -> String {
        let text = try text(written)
        guard !text.contains(where: \.isNewline), text.first != " ", text.last != " " else {
            throw Refusal(
                reason: "It has blanks around it, or more than one line.",
                advice: "Write one line without blanks around it.")
        }
        return text
    }

    static func whole(_ written: String, in range: ClosedRange<Int>) throws(Refusal) -> Int {
        guard let number = Int(written), range.contains(number) else {
            throw Refusal(
                reason: "\(Secrets.quoted(written)) is not a whole number in its range.",
                advice: "Write one from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    static func number(_ written: String, in range: ClosedRange<Double>) throws(Refusal) -> Double {
        let digits = Set("0123456789.-+eE")
        guard written.allSatisfy(digits.contains), let number = Double(written),
            range.contains(number)
        else {
            throw Refusal(
                reason: "\(Secrets.quoted(written)) is not a number in its range.",
                advice: "Write one from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    static func yesOrNo(_ written: String) throws(Refusal) -> Bool {
        switch written {
        case "true": return true
        case "false": return false
        default:
            throw Refusal(
                reason: "\(Secrets.quoted(written)) is neither true nor false.",
                advice: "Write true or false.")
        }
    }

    static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ written: String
    ) throws(Refusal) -> Word {
        if let word = Word(rawValue: written) { return word }
        let words = Word.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: written, among: words).map { "Did you mean \($0)? " }
        throw Refusal(
            reason: "\(Secrets.quoted(written)) is not one of its words.",
            advice: "\(nearest ?? "")Write one of: \(words.joined(separator: ", ")).")
    }

    /// Words of small letters and digits joined by single dashes.
    static func slug(_ written: String) throws(Refusal) -> String {
        let words = written.split(separator: "-", omittingEmptySubsequences: false)
        let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
        guard written.utf8.count <= 80, written.utf8.allSatisfy(letters.contains),
            !words.contains(where: \.isEmpty)
        else {
            throw Refusal(
                reason: "\(Secrets.quoted(written)) is not a slug.",
                advice: "Write a–z and 0–9, in words joined by single dashes, as gpt-4-1-mini.")
        }
        return written
    }

    static func contender(_ written: String) throws(Refusal) -> ContenderID {
        guard let id = ContenderID(written), !written.contains("--") else {
            throw Refusal(
                reason: "\(Secrets.quoted(written)) is not a name for a contender.",
                advice: "Write at most 80 of a–z, 0–9 and single dashes, without -vs- in it.")
        }
        return id
    }

    /// An exact amount of dollars that may be spent.
    static func dollars(_ written: String) throws(Refusal) -> Money {
        guard let money = Money(decimal: written) else {
            throw Refusal(
                reason: "\(Secrets.quoted(written)) is not an amount.",
                advice: "Write US dollars with at most 6 decimals, as \"5.00\".")
        }
        return money
    }

    /// An exact amount of dollars, from the digits as they are written.
    static func money(_ written: String) throws(Refusal) -> Money {
        guard let money = Money(decimal: written) else {
            throw Refusal(
                reason: "\(Secrets.quoted(written)) is not an exact price.",
                advice: "Write US dollars per million tokens with at most 6 decimals, as \"0.40\".")
        }
        return money
    }
}
