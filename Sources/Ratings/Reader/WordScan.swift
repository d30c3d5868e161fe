/// Finds bytes of a kind eight at a time, by arithmetic on words.
///
/// The tests are the known ones for "has a zero byte" and "has a byte below n": the lowest mark is
/// always right, marks above it may not be, and only the lowest is used.
enum WordScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    static func every(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

    /// A mark in the top bit of the bytes that equal the one `pattern` repeats.
    @inline(__always)
    static func marks(of pattern: UInt64, in word: UInt64) -> UInt64 {
        let difference = word ^ pattern
        return (difference &- ones) & ~difference & tops
    }

    /// A mark in the top bit of the bytes that are below 0x20, or not ASCII.
    @inline(__always)
    static func marksOfControlOrForeign(in word: UInt64) -> UInt64 {
        ((word &- every(0x20)) & ~word | word) & tops
    }

    /// How many bytes equal the one `pattern` repeats; exact in every place.
    @inline(__always)
    static func matches(of pattern: UInt64, in word: UInt64) -> Int {
        let difference = word ^ pattern
        let others = ((difference & ~tops) &+ ~tops | difference) & tops
        return 8 &- others.nonzeroBitCount
    }

    /// The place of the lowest mark.
    @inline(__always)
    static func place(_ marks: UInt64) -> Int { marks.trailingZeroBitCount &>> 3 }
}

extension ByteView {
    /// The first place from `start` that holds a quote, a backslash, a control or a byte that is
    /// not ASCII; `count` at the latest.
    @inline(__always)
    func endOfPlainText(from start: Int) -> Int {
        var place = start
        while true {
            let word = word(at: place)
            let marks =
                WordScan.marks(of: WordScan.every(0x22), in: word)
                | WordScan.marks(of: WordScan.every(0x5C), in: word)
                | WordScan.marksOfControlOrForeign(in: word)
            if marks != 0 { return place &+ WordScan.place(marks) }
            place &+= 8
        }
    }

    /// The first place from `start` that holds a quote or a backslash, or one up to eight bytes
    /// before it that is at or behind `count`.
    @inline(__always)
    func endOfRun(from start: Int) -> Int {
        var place = start
        while place < count {
            let word = word(at: place)
            let marks =
                WordScan.marks(of: WordScan.every(0x22), in: word)
                | WordScan.marks(of: WordScan.every(0x5C), in: word)
            if marks != 0 { return place &+ WordScan.place(marks) }
            place &+= 8
        }
        return place
    }

    /// The first place from `start` that holds a quote, a delimiter, a control or a byte that is
    /// not ASCII; `count` at the latest.
    @inline(__always)
    func endOfPlainCell(from start: Int, delimiter: UInt64) -> Int {
        var place = start
        while true {
            let word = word(at: place)
            let marks =
                WordScan.marks(of: WordScan.every(0x22), in: word)
                | WordScan.marks(of: delimiter, in: word)
                | WordScan.marksOfControlOrForeign(in: word)
            if marks != 0 { return place &+ WordScan.place(marks) }
            place &+= 8
        }
    }

    /// The place behind one character that is not ASCII, or the first byte that makes it ill-formed
    /// (Unicode 16, table 3-7).
    func endOfForeignCharacter(at start: Int) -> (place: Int, isWellFormed: Bool) {
        let lead = self[start]
        let rest: Int
        var allowed: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: rest = 1
        case 0xE0: (rest, allowed) = (2, 0xA0...0xBF)
        case 0xED: (rest, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: rest = 2
        case 0xF0: (rest, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: rest = 3
        case 0xF4: (rest, allowed) = (3, 0x80...0x8F)
        default: return (start, false)
        }
        for place in start + 1...start + rest {
            guard allowed.contains(self[place]) else { return (place, false) }
            allowed = 0x80...0xBF
        }
        return (start + rest + 1, true)
    }
}
