/// How a line begins, which decides whether it can belong to the block before it.
struct LineOpening: Equatable {
    /// What a line may open.
    enum Kind: Equatable {
        case blank
        /// Four columns of blanks or more.
        case indented
        case fence(mark: UInt8, count: Int)
        /// The end of the open fence; told by ``BlockCutter``, which knows which one is open.
        case fenceEnd
        case heading
        /// A thematic break; one of hyphens alone underlines a paragraph.
        case rule(isUnderline: Bool)
        /// A list item, and the column at which its text begins.
        case item(ListMarker, offset: Int, isEmpty: Bool)
        case quote
        /// The beginning or the end of a formula, alone on its line.
        case formulaMark
        case text
    }

    let indent: Int
    let kind: Kind
}

/// What stands before a list item.
struct ListMarker: Equatable {
    /// A bullet, or what follows the number.
    let sign: UInt8
    /// The number of an ordered item.
    let number: Int?

    /// Whether two items stand in the same list.
    func belongs(with other: ListMarker) -> Bool {
        sign == other.sign && (number == nil) == (other.number == nil)
    }
}

extension LineOpening {
    /// How many bytes of a line that is still being written are looked at.
    private static let glance = 256

    /// Reads a line; `nil` while more of it has to come before that can be said.
    init?(_ line: ArraySlice<UInt8>, isComplete: Bool) {
        var reader = LineReader(isComplete ? line : line.prefix(Self.glance), isComplete)
        let indent = reader.blanks(from: 0)
        guard let first = reader.next else {
            guard isComplete else { return nil }
            self.init(indent: indent, kind: .blank)
            return
        }
        guard indent < 4 else {
            self.init(indent: indent, kind: .indented)
            return
        }
        guard let kind = Self.kind(first, indent, &reader) else { return nil }
        self.init(indent: indent, kind: kind)
    }

    private static func kind(_ first: UInt8, _ indent: Int, _ reader: inout LineReader) -> Kind? {
        switch first {
        case UInt8(ascii: ">"): return .quote
        case UInt8(ascii: "#"): return heading(&reader)
        case UInt8(ascii: "`"), UInt8(ascii: "~"): return fence(first, &reader)
        case UInt8(ascii: "_"): return reader.rule(of: first)
        case UInt8(ascii: "*"), UInt8(ascii: "-"):
            guard let rule = reader.rule(of: first) else { return nil }
            return rule == .text ? item(indent, &reader) : rule
        case UInt8(ascii: "+"), UInt8(ascii: "0")...UInt8(ascii: "9"): return item(indent, &reader)
        case UInt8(ascii: "$"), UInt8(ascii: "\\"):
            let isMark = ["$$", #"\["#, #"\]"#].contains(reader.signPair)
            return reader.isComplete && isMark ? .formulaMark : .text
        default: return .text
        }
    }

    private static func heading(_ reader: inout LineReader) -> Kind? {
        let count = reader.run(of: UInt8(ascii: "#"))
        guard count <= 6 else { return .text }
        guard let next = reader.next else { return reader.isComplete ? .heading : nil }
        return LineReader.isBlank(next) ? .heading : .text
    }

    private static func fence(_ mark: UInt8, _ reader: inout LineReader) -> Kind? {
        let count = reader.run(of: mark)
        guard count >= 3 else {
            return reader.next == nil && !reader.isComplete ? nil : .text
        }
        guard reader.isComplete else { return nil }
        let isCode = mark == UInt8(ascii: "`") && reader.rest.contains(mark)
        return isCode ? .text : .fence(mark: mark, count: count)
    }

    private static func item(_ indent: Int, _ reader: inout LineReader) -> Kind? {
        let start = reader.position
        let digits = reader.digits()
        guard let sign = reader.next else { return reader.isComplete ? .text : nil }
        let signs = digits.isEmpty ? [UInt8](#"-*+"#.utf8) : [UInt8](".)".utf8)
        guard digits.count <= 9, signs.contains(sign) else { return .text }
        reader.position += 1
        if let next = reader.next, !LineReader.isBlank(next) { return .text }
        let end = indent + reader.position - start
        let blanks = reader.blanks(from: end)
        let isEmpty = reader.next == nil
        guard !isEmpty || reader.isComplete else { return nil }
        let marker = ListMarker(
            sign: sign, number: Int(String(decoding: digits, as: UTF8.self)))
        let offset = isEmpty || blanks > 4 ? end + 1 : end + blanks
        return .item(marker, offset: offset, isEmpty: isEmpty)
    }
}
