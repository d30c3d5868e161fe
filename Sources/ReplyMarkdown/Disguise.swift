/// Signs that are to be read as text, hidden from the parser.
///
/// Unicode sets aside 32 code points, U+FDD0 to U+FDEF, that never stand in a text; ASCII has 32
/// signs of punctuation. A hidden sign passes the parser as a letter would, and ``reveal(_:)``
/// brings it back. The code points themselves, coming from outside, become U+FFFD.
enum Disguise {
    static let signs = [UInt8](#"!"#.utf8) + [UInt8](##""#$%&'()*+,-./:;<=>?@[\]^_`{|}~"##.utf8)
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
    private static let wordJoiner: [UInt8] = [0xE2, 0x81, 0xA0]

    /// Appends a sign of ASCII punctuation as the code point that stands for it; any other byte as
    /// it is.
    static func hide(_ byte: UInt8, in output: inout [UInt8]) {
        guard let index = signs.firstIndex(of: byte) else { return output.append(byte) }
        output += [0xEF, 0xB7, 0x90 + UInt8(index)]
    }

    /// The text with hidden signs as they were.
    static func reveal(_ text: [UInt8]) -> String {
        guard text.contains(0xEF) else { return String(decoding: text, as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if let sign = hidden(text, at: index) {
                output.append(signs[sign])
                index += 3
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// A block's bytes as the parser may have them, and what signs are hidden in it.
    static func apply(to block: ArraySlice<UInt8>, as role: BlockRole) -> [UInt8] {
        let bytes = Array(block)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        var signs = PlainSigns(bytes, isQuote: role == .flow(isQuote: true))
        var index = 0
        while index < bytes.count {
            let plainEnd = index + (role == .code ? 0 : signs.count(at: index))
            let isHidden = plainEnd > index
            repeat {
                append(bytes, &index, &output, isHidden: isHidden)
            } while index < plainEnd
        }
        return output
    }

    private static func append(
        _ bytes: [UInt8], _ index: inout Int, _ output: inout [UInt8], isHidden: Bool
    ) {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\r"):
            let endsLine = index == bytes.count || bytes[index] == UInt8(ascii: "\n")
            if !endsLine { output.append(UInt8(ascii: " ")) }
        case 0: output += replacement
        case 0xEF where hidden(bytes, at: index - 1) != nil:
            output += replacement
            index += 2
        case 0xEF where bytes[index...].starts(with: [0xBB, 0xBF]):
            output += wordJoiner
            index += 2
        default:
            if isHidden { hide(byte, in: &output) } else { output.append(byte) }
        }
    }

    private static func hidden(_ text: [UInt8], at index: Int) -> Int? {
        guard text[index] == 0xEF, index + 2 < text.count, text[index + 1] == 0xB7 else {
            return nil
        }
        return (0x90...0xAF).contains(text[index + 2]) ? Int(text[index + 2] - 0x90) : nil
    }
}
