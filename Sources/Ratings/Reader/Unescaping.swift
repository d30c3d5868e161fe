/// Texts of records without their escapes, kept beside the slab.
struct Unescaping {
    /// The texts one after the other, then the padding of a view.
    private(set) var bytes = [UInt8](repeating: 0, count: ByteView.padding)

    /// Whether there is no text.
    var isEmpty: Bool { bytes.count == ByteView.padding }

    /// Forgets all texts.
    mutating func clear() {
        guard !isEmpty else { return }
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: repeatElement(0, count: ByteView.padding))
    }

    /// Adds the contents of a text of JSON whose grammar was checked.
    mutating func add(json text: JSONText, of view: ByteView) -> RawText {
        add { bytes in
            var place = text.start
            while place < text.end {
                guard view[place] == 0x5C else {
                    bytes.append(view[place])
                    place += 1
                    continue
                }
                place = Self.unescape(view, at: place + 1, into: &bytes)
            }
        }
    }

    /// Adds the contents of a quoted cell, in which quotes are doubled.
    mutating func add(cell range: Range<Int>, of view: ByteView) -> RawText {
        add { bytes in
            var place = range.lowerBound
            while place < range.upperBound {
                bytes.append(view[place])
                place += view[place] == 0x22 ? 2 : 1
            }
        }
    }

    private mutating func add(_ fill: (inout [UInt8]) -> Void) -> RawText {
        bytes.removeLast(ByteView.padding)
        let start = bytes.count
        fill(&bytes)
        let length = bytes.count - start
        bytes.append(contentsOf: repeatElement(0, count: ByteView.padding))
        return RawText(start: start, length: length, isUnescaped: true)
    }

    /// Adds the character of an escape; gives the place behind it.
    private static func unescape(
        _ view: ByteView, at place: Int, into bytes: inout [UInt8]
    ) -> Int {
        switch view[place] {
        case 0x62: bytes.append(0x08)
        case 0x66: bytes.append(0x0C)
        case 0x6E: bytes.append(0x0A)
        case 0x72: bytes.append(0x0D)
        case 0x74: bytes.append(0x09)
        case 0x75:
            let high = unit(view, at: place + 1)
            guard high & 0xFC00 == 0xD800 else {
                append(high, to: &bytes)
                return place + 5
            }
            let low = unit(view, at: place + 7)
            append(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF, to: &bytes)
            return place + 11
        default: bytes.append(view[place])
        }
        return place + 1
    }

    private static func unit(_ view: ByteView, at place: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 << 4 | UInt32(view[place + $1].hexadecimal ?? 0) }
    }

    private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
