/// Finds the signs of a block that the parser is not to see.
///
/// Each search remembers how far it found nothing, so that all of them together read the block a
/// few times at most.
struct PlainSigns {
    private let bytes: [UInt8]
    private var formulas: Formulas

    init(_ bytes: [UInt8], isQuote: Bool) {
        self.bytes = bytes
        formulas = Formulas(bytes, isQuote: isQuote)
    }

    /// How many bytes from here on are plain text; nought when the parser is to read this one.
    mutating func count(at index: Int) -> Int {
        switch bytes[index] {
        case UInt8(ascii: "<"): isKept(at: index) ? 0 : 1
        // A colon after a bracket would make a link reference definition.
        case UInt8(ascii: ":"): index > 0 && bytes[index - 1] == UInt8(ascii: "]") ? 1 : 0
        case UInt8(ascii: "$"): formulas.count(at: index)
        case UInt8(ascii: "\\"): max(formulas.count(at: index), bracket(at: index))
        default: 0
        }
    }

    /// A bracket or parenthesis of TeX that has no partner: its backslash stays too.
    private func bracket(at index: Int) -> Int {
        guard index + 1 < bytes.count, "()[]".utf8.contains(bytes[index + 1]) else { return 0 }
        let isEscaped = index > 0 && bytes[index - 1] == UInt8(ascii: "\\")
        return isEscaped ? 0 : 2
    }

    /// Whether a less-than sign begins an address, a link's destination or a line break.
    private func isKept(at index: Int) -> Bool {
        let rest = bytes[(index + 1)...]
        if Self.begins(rest, with: "http://") || Self.begins(rest, with: "https://") {
            return closes(rest, after: { !LineReader.isBlank($0) })
        }
        if index > 1, bytes[index - 2] == UInt8(ascii: "]"), bytes[index - 1] == UInt8(ascii: "(") {
            return closes(rest, after: { _ in true })
        }
        return Self.isLineBreak(rest) && isInsideLine(index)
    }

    /// Whether an angle bracket closes before another opens.
    private func closes(_ rest: ArraySlice<UInt8>, after isInside: (UInt8) -> Bool) -> Bool {
        let end = rest.first {
            $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "\n")
                || !isInside($0)
        }
        return end == UInt8(ascii: ">")
    }

    private static func isLineBreak(_ rest: ArraySlice<UInt8>) -> Bool {
        begins(rest, with: "br>") || begins(rest, with: "br/>") || begins(rest, with: "br />")
    }

    /// Whether something that is no container's mark stands before on the line; at a line's
    /// beginning a tag would make a block.
    private func isInsideLine(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = bytes[index - 1]
        return !LineReader.isBlank(before) && before != UInt8(ascii: "\n")
            || index > 1 && before == UInt8(ascii: " ") && Self.isWord(bytes[index - 2])
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "|")
            || ("a"..."z").contains(Character(UnicodeScalar(byte)))
            || ("A"..."Z").contains(Character(UnicodeScalar(byte)))
    }

    private static func begins(_ rest: ArraySlice<UInt8>, with word: StaticString) -> Bool {
        let word = Array("\(word)".utf8)
        guard rest.count >= word.count else { return false }
        return zip(rest, word).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
}
