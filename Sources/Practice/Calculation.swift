import Foundation

/// A sum found in a question, such as `12 * (3 + 4)` or "what is 17% of 250".
struct Calculation: Sendable, Equatable {
    /// The sum as it was understood.
    let reading: String
    /// Its value, at most ten significant digits.
    let result: String

    /// Reads a question; `nil` unless it is one sum with at least one operator and a finite value.
    init?(_ question: String) {
        let text = Self.core(of: question)
        guard text.utf8.count <= 200, text.contains(where: { "+-*/^%".contains($0) }) else {
            return nil
        }
        var reader = SumReader(text)
        guard let value = reader.sum(), reader.isAtEnd, reader.operators > 0, value.isFinite else {
            return nil
        }
        reading = text
        result = Self.written(value)
    }

    /// The question without the words around the sum, operators as ASCII.
    private static func core(of question: String) -> String {
        var text = question.lowercased()
        for lead in ["what is", "what's", "calculate", "compute", "how much is"]
        where text.hasPrefix(lead) {
            text.removeFirst(lead.count)
        }
        let signs: [Character: Character] = ["×": "*", "·": "*", "÷": "/", "−": "-", ":": "/"]
        text = String(text.map { signs[$0] ?? $0 })
        for (words, sign) in [("% of ", "% * "), ("divided by", "/"), ("times", "*")] {
            text = text.split(separator: words, omittingEmptySubsequences: false)
                .joined(separator: sign)
        }
        let edge = { (character: Character) in " \t\n?=.".contains(character) }
        return String(String(text.drop(while: edge).reversed()).drop(while: edge).reversed())
    }

    private static func written(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        return String(format: "%.10g", value)
    }
}

/// Reads a sum by recursive descent; no deeper than ``limit`` brackets.
private struct SumReader {
    private static let limit = 32

    private let characters: [Character]
    private var place = 0
    private var depth = 0
    /// How many operators were read.
    private(set) var operators = 0

    init(_ text: String) {
        characters = text.filter { !$0.isWhitespace }
    }

    var isAtEnd: Bool { place == characters.count }

    mutating func sum() -> Double? {
        guard var value = product() else { return nil }
        while let sign = next(of: "+-") {
            guard let other = product() else { return nil }
            value = sign == "+" ? value + other : value - other
        }
        return value
    }

    private mutating func product() -> Double? {
        guard var value = power() else { return nil }
        while let sign = next(of: "*/") {
            guard let other = power() else { return nil }
            value = sign == "*" ? value * other : value / other
        }
        return value
    }

    private mutating func power() -> Double? {
        guard let base = signed() else { return nil }
        guard next(of: "^") != nil else { return base }
        guard depth < Self.limit else { return nil }
        depth += 1
        defer { depth -= 1 }
        return power().map { pow(base, $0) }
    }

    private mutating func signed() -> Double? {
        guard place < characters.count, characters[place] == "-" else { return atom() }
        place += 1
        return atom().map { -$0 }
    }

    private mutating func atom() -> Double? {
        let value = place < characters.count && characters[place] == "(" ? bracket() : number()
        guard let value else { return nil }
        return next(of: "%") == nil ? value : value / 100
    }

    private mutating func bracket() -> Double? {
        guard depth < Self.limit else { return nil }
        depth += 1
        defer { depth -= 1 }
        place += 1
        guard let value = sum(), place < characters.count, characters[place] == ")" else {
            return nil
        }
        place += 1
        return value
    }

    private mutating func number() -> Double? {
        let digits = characters[place...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        place += digits.count
        return Double(String(digits))
    }

    private mutating func next(of signs: String) -> Character? {
        guard place < characters.count, signs.contains(characters[place]) else { return nil }
        operators += 1
        place += 1
        return characters[place - 1]
    }
}
