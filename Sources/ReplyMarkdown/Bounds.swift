/// What a block may ask of the parser; beyond it, the block is shown as plain text.
///
/// cmark-gfm 0.29.0.gfm.6 takes quadratic time for some texts (brackets, table rows, nesting) and
/// fills short rows of a table up with empty cells. Measured on 32 KiB of the worst known texts,
/// these bounds keep a block under 50 ms; of a longer text each block costs that at most, so the
/// whole is linear.
enum Bounds {
    /// Bytes of a block that is not code.
    static let bytes = 32_768
    /// Marks of quotes and lists at the beginning of one line.
    static let depth = 32
    /// Vertical bars on one line.
    static let bars = 128
    /// Columns times lines of what may be a table.
    static let cells = 8_192

    /// Whether a block may be parsed.
    ///
    /// Complexity: linear.
    static func allow(_ block: ArraySlice<UInt8>) -> Bool {
        guard block.count <= bytes else { return false }
        var widest = 0
        var lineCount = 0
        for line in block.split(separator: UInt8(ascii: "\n")) {
            lineCount += 1
            let bars = line.count { $0 == UInt8(ascii: "|") }
            guard bars <= Self.bars, depth(of: line) <= depth else { return false }
            if line.allSatisfy(isDelimiter) { widest = max(widest, bars + 1) }
        }
        return widest * lineCount <= cells
    }

    /// Whether a byte may stand in the row below a table's head, which gives the columns.
    private static func isDelimiter(_ byte: UInt8) -> Bool {
        LineReader.isBlank(byte) || "|:->".utf8.contains(byte)
    }

    private static func depth(of line: ArraySlice<UInt8>) -> Int {
        var reader = LineReader(line, true)
        var depth = 0
        while true {
            _ = reader.blanks(from: 0)
            let digits = reader.digits()
            guard let sign = reader.next else { return depth }
            let isMark = (digits.isEmpty ? ">-*+" : ".)").utf8.contains(sign)
            guard isMark else { return depth }
            reader.position += 1
            let isItem = reader.next.map(LineReader.isBlank) ?? true
            guard isItem || sign == UInt8(ascii: ">") else { return depth }
            depth += 1
        }
    }
}
