/// Takes out of a text what must not be published with it: keys and passwords, addresses of mail,
/// numbers of cards, accounts and telephones. What it takes for one is replaced by `[key]`,
/// `[mail]`, `[card]`, `[account]` or `[phone]`.
///
/// A net with holes: it knows forms, not meanings, and a name or a street stays. Linear in the text.
package struct Scrubber: Sendable {
    /// The text without what was found.
    package let text: String
    /// How much was found.
    package let count: Int

    /// Reads a text.
    package init(_ text: String) {
        var reading = ScrubReading(Array(text.utf8))
        reading.run()
        count = reading.count
        self.text = count == 0 ? text : String(decoding: reading.output, as: UTF8.self)
    }
}

/// One pass over the bytes of a text.
private struct ScrubReading {
    let bytes: [UInt8]
    private(set) var output: [UInt8] = []
    private(set) var count = 0
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        output.reserveCapacity(bytes.count)
    }

    mutating func run() {
        while place < bytes.count {
            let isStart = place == 0 || !bytes[place - 1].isWordByte
            if isStart,
                let found = SecretForms.match(bytes[place...], isWithinNumber: isWithinNumber)
            {
                output += Array(found.mark.utf8)
                place = found.end
                count += 1
            } else {
                output.append(bytes[place])
                place += 1
            }
        }
    }
}

extension ScrubReading {
    /// Whether digits stand before the blank before this place: the rest of `2 000 000 000` is none.
    private var isWithinNumber: Bool {
        place >= 2 && bytes[place - 1] == 0x20 && bytes[place - 2].isDigit
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isUpper: Bool { (0x41...0x5A).contains(self) }
    var isLetter: Bool { isUpper || (0x61...0x7A).contains(self) }
    var isWordByte: Bool { isDigit || isLetter || self >= 0x80 }
}
