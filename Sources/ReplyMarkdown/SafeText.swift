/// Text for markup: the last gate, through which everything of a reply passes.
enum SafeText {
    /// Appends text for an element or a quoted attribute.
    ///
    /// What markup gives a meaning to is written as a character reference. Control characters, and
    /// the two that make a reader see letters in the wrong order (U+202D and U+202E), become
    /// U+FFFD.
    static func append(_ text: some StringProtocol, to output: inout [UInt8]) {
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case UInt8(ascii: "'"): output += "&#39;".utf8
            case 0xAD, 0xAE:
                guard previous == (0xE2, 0x80) else {
                    output.append(byte)
                    break
                }
                output.removeLast(2)
                output += Disguise.replacement
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): output.append(byte)
            case 0..<0x20, 0x7F: output += Disguise.replacement
            default: output.append(byte)
            }
            previous = (previous.1, byte)
        }
    }
}
