/// Walks through JSON text value by value and checks the whole grammar on the way (RFC 8259).
///
/// When a method throws, `at` is the first byte that cannot stand where it does.
struct JSONScanner {
    let view: ByteView
    /// The next byte.
    var at: Int
    /// The line feed where a record may hold one, else a blank.
    private let lineFeed: UInt8

    /// Begins at a place; in one record a line, a line feed is no white space.
    init(_ view: ByteView, at: Int = 0, lineFeedIsSpace: Bool) {
        self.view = view
        self.at = at
        lineFeed = lineFeedIsSpace ? 0x0A : 0x20
    }

    /// Passes over white space.
    @inline(__always)
    mutating func skipSpace() {
        while view[at] <= 0x20 {
            let byte = view[at]
            guard byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == lineFeed else { return }
            at &+= 1
        }
    }

    /// Passes over one byte that must come next.
    @inline(__always)
    mutating func skip(_ byte: UInt8, else fault: JSONFault) throws(JSONFault) {
        guard view[at] == byte else { throw fault }
        at &+= 1
    }

    /// Passes over a text at whose opening quote the scanner stands.
    /// - Returns: where its contents are, and whether they hold escapes.
    @inline(__always)
    mutating func skipText() throws(JSONFault) -> JSONText {
        let start = at &+ 1
        at = view.endOfPlainText(from: start)
        if view[at] == 0x22 {
            at &+= 1
            return JSONText(start: start, end: at &- 1, hasEscapes: false)
        }
        return try skipRestOfText(from: start)
    }

    private mutating func skipRestOfText(from start: Int) throws(JSONFault) -> JSONText {
        var hasEscapes = false
        while true {
            switch view[at] {
            case 0x22:
                at &+= 1
                return JSONText(start: start, end: at &- 1, hasEscapes: hasEscapes)
            case 0x5C:
                hasEscapes = true
                try skipEscape()
            case 0x80...:
                let (place, isWellFormed) = view.endOfForeignCharacter(at: at)
                at = place
                guard isWellFormed else { throw .utf8 }
            default: throw .text
            }
            if view[at] < 0x80 { at = view.endOfPlainText(from: at) }
        }
    }

    private mutating func skipEscape() throws(JSONFault) {
        at &+= 1
        switch view[at] {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: at &+= 1
        case 0x75:
            let unit = try skipUnit()
            guard unit & 0xF800 == 0xD800 else { return }
            guard unit < 0xDC00 else { throw .surrogate }
            guard view[at] == 0x5C else { throw .surrogate }
            at &+= 1
            guard view[at] == 0x75 else { throw .surrogate }
            guard try skipUnit() & 0xFC00 == 0xDC00 else { throw .surrogate }
        default: throw .escape
        }
    }

    /// Passes over `u` and four hexadecimal digits.
    private mutating func skipUnit() throws(JSONFault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            at &+= 1
            guard let digit = view[at].hexadecimal else { throw .escape }
            unit = unit << 4 | UInt16(digit)
        }
        at &+= 1
        return unit
    }

    /// Passes over a number at whose first byte the scanner stands.
    @inline(__always)
    mutating func skipNumber() throws(JSONFault) {
        if view[at] == 0x2D { at &+= 1 }
        if view[at] == 0x30 { at &+= 1 } else { try skipDigits() }
        if view[at] == 0x2E {
            at &+= 1
            try skipDigits()
        }
        guard view[at] | 0x20 == 0x65 else { return }
        at &+= 1
        if view[at] == 0x2B || view[at] == 0x2D { at &+= 1 }
        try skipDigits()
    }

    @inline(__always)
    private mutating func skipDigits() throws(JSONFault) {
        guard view[at] &- 0x30 < 10 else { throw .number }
        repeat { at &+= 1 } while view[at] &- 0x30 < 10
    }

    /// Passes over `true`, `false` or `null`.
    @inline(__always)
    mutating func skipWord() throws(JSONFault) {
        let word = view.word(at: at, length: 5)
        let four = word & 0xFFFF_FFFF
        if four == JSONWord.yes || four == JSONWord.null {
            at &+= 4
        } else if word == JSONWord.no {
            at &+= 5
        } else {
            throw .value
        }
    }
}

/// The values of JSON that are words, the first byte in the lowest place.
private enum JSONWord {
    static let yes: UInt64 = 0x6575_7274
    static let no: UInt64 = 0x65_736C_6166
    static let null: UInt64 = 0x6C6C_756E
}

/// Where the contents of a text stand.
struct JSONText {
    let start: Int
    let end: Int
    let hasEscapes: Bool
}

extension UInt8 {
    /// The value of a hexadecimal digit.
    var hexadecimal: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}
