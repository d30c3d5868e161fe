/// Reads the beginning of one line.
struct LineReader {
    let isComplete: Bool
    var position: Int
    private let line: ArraySlice<UInt8>

    init(_ line: ArraySlice<UInt8>, _ isComplete: Bool) {
        self.line = line.last == UInt8(ascii: "\n") ? line.dropLast() : line
        self.isComplete = isComplete
        position = line.startIndex
    }

    /// The byte to be read; `nil` at the end.
    var next: UInt8? { position < line.endIndex ? line[position] : nil }

    /// What has not been read.
    var rest: ArraySlice<UInt8> { line[position...] }

    /// The two signs that the rest consists of but for blanks; empty for any other rest.
    var signPair: String {
        let isPair = rest.dropFirst(2).allSatisfy(Self.isBlank)
        return isPair ? String(decoding: rest.prefix(2), as: UTF8.self) : ""
    }

    /// Whether a byte is blank inside a line; a carriage return is one, wherever it stands.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    /// Reads blanks that begin at a column and gives how many columns they fill.
    mutating func blanks(from column: Int) -> Int {
        var end = column
        while let byte = next, Self.isBlank(byte) {
            end += byte == UInt8(ascii: "\t") ? 4 - end % 4 : 1
            position += 1
        }
        return end - column
    }

    /// Reads one sign as often as it stands there.
    mutating func run(of sign: UInt8) -> Int {
        let start = position
        while next == sign { position += 1 }
        return position - start
    }

    /// Reads digits.
    mutating func digits() -> ArraySlice<UInt8> {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        position = digits.endIndex
        return digits
    }

    /// Whether the rest is a thematic break, or text; `nil` while it may become either. Reads
    /// nothing.
    func rule(of mark: UInt8) -> LineOpening.Kind? {
        guard rest.allSatisfy({ $0 == mark || Self.isBlank($0) }) else { return .text }
        guard isComplete else { return nil }
        var trimmed = rest
        while let last = trimmed.last, Self.isBlank(last) { trimmed.removeLast() }
        guard trimmed.count(where: { $0 == mark }) >= 3 else { return .text }
        return .rule(
            isUnderline: mark == UInt8(ascii: "-") && trimmed.allSatisfy { $0 == mark })
    }

    /// Whether the line closes a fence.
    mutating func closesFence(_ mark: UInt8, _ count: Int) -> Bool {
        guard blanks(from: 0) < 4, run(of: mark) >= count else { return false }
        return rest.allSatisfy(Self.isBlank)
    }
}
