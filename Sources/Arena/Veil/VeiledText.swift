/// A reply's text on its way to a page, address by address.
///
/// Text goes in, in pieces of any size; what comes out depends on the whole of it and not on how it
/// was cut. A word that may yet turn out to be a host is held back until it ends.
struct VeiledText: Sendable {
    /// A part of the text as it is shown.
    struct Piece: Equatable {
        /// What is shown of it; empty for the rest of an address.
        var shown: String
        /// How many bytes of the text it stands for.
        var source: Int
        /// Whether it stands for something else than itself.
        var isHidden = false
    }

    private let veil: LinkVeil
    private var pending: [UInt8] = []
    private var isAfterWord = false
    /// The brackets that are open in the address being passed over.
    private var tail: AddressTail?

    /// Nothing of a text yet.
    init(under veil: LinkVeil) {
        self.veil = veil
    }

    /// Takes the next piece and gives what can be shown now.
    ///
    /// Complexity: linear in the piece, and in the longest host for what is held back.
    mutating func feed(_ text: String) -> [Piece] {
        pending += text.utf8
        return read(isComplete: false)
    }

    /// Gives what was held back; more may follow as if a blank stood between.
    mutating func finish() -> [Piece] {
        read(isComplete: true)
    }

    /// Lets go of what is held back.
    mutating func drop() {
        pending = []
        tail = nil
        isAfterWord = false
    }

    private mutating func read(isComplete: Bool) -> [Piece] {
        var (pieces, index, plain): ([Piece], Int, Int) = ([], 0, 0)
        reading: while index < pending.count {
            if tail != nil {
                let end = pass(from: index, isComplete: isComplete)
                if end > index {
                    pieces.append(Piece(shown: "", source: end - index, isHidden: true))
                }
                (index, plain) = (end, end)
                if tail != nil { break }
                continue
            }
            switch step(at: index, isComplete: isComplete) {
            case .more: break reading
            case .text(let count): index += count
            case .link(let count):
                keep(plain..<index, in: &pieces)
                pieces.append(Piece(shown: LinkVeil.word, source: count, isHidden: true))
                index += count
                plain = index
                isAfterWord = false
                tail = AddressTail()
            }
        }
        keep(plain..<index, in: &pieces)
        pending.removeFirst(index)
        if isComplete { drop() }
        return pieces
    }

    private func keep(_ range: Range<Int>, in pieces: inout [Piece]) {
        guard !range.isEmpty else { return }
        let shown = String(decoding: pending[range], as: UTF8.self)
        pieces.append(Piece(shown: shown, source: range.count))
    }

    /// Passes over an address after its host; gives where that ends, as far as it has come.
    private mutating func pass(from start: Int, isComplete: Bool) -> Int {
        guard var tail else { return start }
        let end = tail.end(in: pending[start...])
        self.tail = tail.isOver || isComplete ? nil : tail
        return end
    }

    private mutating func step(at index: Int, isComplete: Bool) -> HostReader.Step {
        let byte = pending[index]
        let isWord = HostReader.isAlphanumeric(byte)
        if isAfterWord, isWord { return .text(1) }
        let step = HostReader(bytes: pending, isComplete: isComplete, veil: veil).step(at: index)
        if case .text(let count) = step {
            isAfterWord = HostReader.isAlphanumeric(pending[index + count - 1])
        }
        return step
    }
}

/// What follows a host in an address: port, path, query.
struct AddressTail: Sendable {
    /// Whether the address has ended.
    private(set) var isOver = false
    private var isBegun = false
    private var open: (round: Int, square: Int) = (0, 0)

    /// Signs that belong to the sentence when an address ends on them.
    private static let sentence = Array("?!.,:;*_~'".utf8)
    /// How many of them in a row are taken for part of the address.
    private static let patience = 64

    /// Where the address ends, as far as these bytes of it tell; ends at what may be the sentence's
    /// are left for the next time.
    mutating func end(in bytes: ArraySlice<UInt8>) -> Int {
        var sure = bytes.startIndex
        for index in bytes.indices {
            let byte = bytes[index]
            guard isBegun || "/?#:".utf8.contains(byte), takes(byte) else {
                isOver = true
                return sure
            }
            isBegun = true
            if !Self.sentence.contains(byte) || index - sure >= Self.patience { sure = index + 1 }
        }
        return sure
    }

    /// Whether a byte stands in an address; counts brackets.
    private mutating func takes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("): open.round += 1
        case UInt8(ascii: "["): open.square += 1
        case UInt8(ascii: ")"):
            guard open.round > 0 else { return false }
            open.round -= 1
        case UInt8(ascii: "]"):
            guard open.square > 0 else { return false }
            open.square -= 1
        default: return byte > 0x20 && byte < 0x7F && !"<>\"`\\^{|}".utf8.contains(byte)
        }
        return true
    }
}
