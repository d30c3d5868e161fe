/// Cuts the bytes of a file into slabs of whole records, whatever the chunks they come in.
package struct SlabSplitter {
    /// The longest record, in bytes; more is a fault, so that memory stays bounded.
    package static let longestRecord = 64 << 20

    private let format: VoteFormat
    /// Bytes behind the last cut.
    private var carry: [UInt8] = []
    private var isFirst = true
    private var lineFeedsCut = 0
    private var quotes = QuoteParity()
    private var brackets = BracketDepth()

    /// A splitter of a file's bytes.
    package init(_ format: VoteFormat) {
        self.format = format
    }

    /// Adds bytes; gives the records that are now whole.
    /// - Throws: `VoteFault` if a record is too long.
    package mutating func split(_ chunk: [UInt8]) throws(VoteFault) -> Slab? {
        guard let cut = cut(in: chunk) else {
            carry.append(contentsOf: chunk)
            guard carry.count <= Self.longestRecord else {
                throw VoteFault(
                    line: lineFeedsCut + 1, record: 0,
                    reason: .tooLong(limit: Self.longestRecord))
            }
            return nil
        }
        var bytes = carry
        bytes.reserveCapacity(carry.count + cut + ByteView.padding)
        bytes.append(contentsOf: chunk[..<cut])
        carry = Array(chunk[cut...])
        return slab(bytes, isLast: false)
    }

    /// Gives what is left when the file has ended; nil if there is nothing. An array must have
    /// something left, its closing bracket, and gives a slab in any case.
    mutating func rest() -> Slab? {
        guard !carry.isEmpty || format == .jsonArray else { return nil }
        defer { carry = [] }
        return slab(carry, isLast: true)
    }

    private mutating func slab(_ bytes: [UInt8], isLast: Bool) -> Slab {
        defer { isFirst = false }
        return Slab(bytes, isFirst: isFirst, isLast: isLast)
    }

    private mutating func cut(in chunk: [UInt8]) -> Int? {
        switch format {
        case .jsonLines: chunk.lastIndex(of: 0x0A).map { $0 + 1 }
        case .table: quotes.lastLineEnd(in: chunk)
        case .jsonArray: brackets.lastComma(in: chunk)
        }
    }
}

/// Whether the bytes so far end inside quotes.
private struct QuoteParity {
    private var isOpen = false

    /// The place behind the last line feed of a chunk that stands outside quotes.
    mutating func lastLineEnd(in chunk: [UInt8]) -> Int? {
        if chunk.isOdd(countOf: 0x22) { isOpen.toggle() }
        var isQuoted = isOpen
        for place in chunk.indices.reversed() {
            if chunk[place] == 0x22 { isQuoted.toggle() }
            if chunk[place] == 0x0A, !isQuoted { return place + 1 }
        }
        return nil
    }
}

/// How deep the bytes so far end inside brackets, and whether inside a text.
private struct BracketDepth {
    private var depth = 0
    private var isText = false
    private var isEscaped = false

    /// The place behind the last comma between elements of the outermost array.
    mutating func lastComma(in chunk: [UInt8]) -> Int? {
        chunk.withSearchView { view, rest in
            var last: Int?
            var place = 0
            while place < view.count {
                if isText, !isEscaped { place = min(view.endOfRun(from: place), view.count - 1) }
                if step(view[place]) { last = place &+ 1 }
                place &+= 1
            }
            for place in rest.indices where step(chunk[place]) { last = place + 1 }
            return last
        }
    }

    /// Takes a byte in; tells whether it is a comma of the outermost array.
    @inline(__always)
    private mutating func step(_ byte: UInt8) -> Bool {
        if isText {
            if isEscaped {
                isEscaped = false
            } else {
                isText = byte != 0x22
                isEscaped = byte == 0x5C
            }
        } else if byte == 0x22 {
            isText = true
        } else if byte | 0x20 == 0x7B {
            depth &+= 1
        } else if byte | 0x20 == 0x7D {
            depth &-= 1
        }
        return byte == 0x2C && depth == 1 && !isText
    }
}
