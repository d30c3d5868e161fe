/// Finds TeX between its usual marks, so that its signs stay as they were written.
struct Formulas {
    private enum Mark: Int, CaseIterable {
        case parentheses, brackets, dollars, dollar

        var closer: [UInt8] {
            switch self {
            case .parentheses: Array(#"\)"#.utf8)
            case .brackets: Array(#"\]"#.utf8)
            case .dollars: Array("$$".utf8)
            case .dollar: Array("$".utf8)
            }
        }
    }

    /// How long a formula may be.
    private static let limit = 4_096

    private let bytes: [UInt8]
    private let isQuote: Bool
    /// For each mark, up to where no formula begins.
    private var failed = [Int](repeating: 0, count: Mark.allCases.count)

    init(_ bytes: [UInt8], isQuote: Bool) {
        self.bytes = bytes
        self.isQuote = isQuote
    }

    /// How many bytes the formula has that begins here; nought when none does.
    mutating func count(at index: Int) -> Int {
        guard let mark = mark(at: index), index >= failed[mark.rawValue] else { return 0 }
        let start = index + mark.closer.count
        let limit = min(bytes.count, start + Self.limit)
        var position = start
        while position < limit, !stops(at: position, in: mark) {
            if bytes[position...].starts(with: mark.closer) {
                let end = position + mark.closer.count
                if mark == .dollar, !isFormula(start..<position) { break }
                return end - index
            }
            position += 1
        }
        failed[mark.rawValue] = position
        return 0
    }

    private func mark(at index: Int) -> Mark? {
        let previous = index > 0 ? bytes[index - 1] : UInt8(ascii: " ")
        guard index + 1 < bytes.count, previous != UInt8(ascii: "\\") else { return nil }
        switch (bytes[index], bytes[index + 1]) {
        case (UInt8(ascii: "\\"), UInt8(ascii: "(")): return .parentheses
        case (UInt8(ascii: "\\"), UInt8(ascii: "[")): return .brackets
        case (UInt8(ascii: "$"), UInt8(ascii: "$")): return .dollars
        case (UInt8(ascii: "$"), let next):
            let isInside = Self.isWord(previous) || previous == UInt8(ascii: "$")
            return isInside || Self.isBlank(next) ? nil : .dollar
        default: return nil
        }
    }

    /// Whether a formula cannot go on here: at code, at a blank line, in a quote at any line.
    private func stops(at position: Int, in mark: Mark) -> Bool {
        guard bytes[position] == UInt8(ascii: "\n") else {
            return bytes[position] == UInt8(ascii: "`")
        }
        guard mark != .dollar, !isQuote else { return true }
        let next = bytes[(position + 1)...].first { !LineReader.isBlank($0) }
        return next == nil || next == UInt8(ascii: "\n")
    }

    /// Whether what stands between two single dollars is more likely TeX than prices.
    private func isFormula(_ range: Range<Int>) -> Bool {
        guard let last = bytes[range].last, !Self.isBlank(last) else { return false }
        if range.upperBound + 1 < bytes.count, Self.isWord(bytes[range.upperBound + 1]) {
            return false
        }
        return bytes[range].contains { #"\_^*"#.utf8.contains($0) }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        LineReader.isBlank(byte) || byte == UInt8(ascii: "\n")
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
