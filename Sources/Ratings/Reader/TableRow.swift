/// Walks through the cells of a row (RFC 4180).
struct TableRow {
    let view: ByteView
    private let delimiter: UInt8
    private let pattern: UInt64
    /// The next byte.
    private(set) var at: Int
    /// Whether the row is over; the next cell then belongs to the next row.
    private(set) var isAtEnd = false

    init(_ view: ByteView, at: Int = 0, delimiter: UInt8) {
        self.view = view
        self.at = at
        self.delimiter = delimiter
        pattern = WordScan.every(delimiter)
    }

    /// Whether the row holds nothing at all.
    var isBlank: Bool { view[at] == 0x0A || view[at] == 0x0D && view[at &+ 1] == 0x0A }

    /// Reads the next cell and passes over what ends it.
    /// - Throws: `VoteFaultReason`, standing at the first byte that cannot be there.
    @inline(__always)
    mutating func readCell() throws(VoteFaultReason) -> TableCell {
        if view[at] == 0x22 { return try readQuotedCell() }
        let start = at
        at = view.endOfPlainCell(from: start, delimiter: pattern)
        while view[at] >= 0x80 || view[at] == 0x09 && delimiter != 0x09 {
            try passForeign()
            at = view.endOfPlainCell(from: at, delimiter: pattern)
        }
        let end = at
        try passEnd()
        return TableCell(start: start, end: end, hasQuotes: false)
    }

    private mutating func readQuotedCell() throws(VoteFaultReason) -> TableCell {
        let start = at + 1
        var hasQuotes = false
        at = start
        while true {
            at = view.endOfPlainText(from: at)
            if view[at] == 0x22 {
                guard view[at + 1] == 0x22 else { break }
                hasQuotes = true
                at += 2
            } else {
                try passQuoted()
            }
        }
        let end = at
        at += 1
        try passEnd()
        return TableCell(start: start, end: end, hasQuotes: hasQuotes)
    }

    /// Passes over a byte of a quoted cell that is not plain text.
    private mutating func passQuoted() throws(VoteFaultReason) {
        guard at < view.count else { throw .unclosedQuote }
        switch view[at] {
        case 0x09, 0x0A, 0x0D, 0x5C: at += 1
        case 0x80...: try passForeign()
        default: throw .controlCharacter
        }
    }

    private mutating func passForeign() throws(VoteFaultReason) {
        guard view[at] >= 0x80 else {
            at += 1
            return
        }
        let (place, isWellFormed) = view.endOfForeignCharacter(at: at)
        at = place
        guard isWellFormed else { throw .invalidUTF8 }
    }

    /// Passes over the delimiter or the line's end.
    @inline(__always)
    private mutating func passEnd() throws(VoteFaultReason) {
        if view[at] == delimiter {
            at &+= 1
            return
        }
        if view[at] == 0x0D, view[at &+ 1] == 0x0A || at &+ 1 == view.count { at &+= 1 }
        if view[at] == 0x0A {
            at &+= 1
        } else if at < view.count {
            throw view[at] < 0x20 ? .controlCharacter : .strayQuote
        }
        isAtEnd = true
    }
}

/// Where the contents of a cell stand, and whether quotes in them are doubled.
struct TableCell {
    let start: Int
    let end: Int
    let hasQuotes: Bool

    /// The contents, unescaped if they must be.
    @inline(__always)
    func text(of view: ByteView, _ texts: inout Unescaping) -> RawText {
        hasQuotes
            ? texts.add(cell: start..<end, of: view)
            : RawText(start: start, length: end &- start)
    }
}
