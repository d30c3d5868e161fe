/// Web addresses that stand in a text as they are.
enum WrittenAddress {
    /// A piece of text: plain, or an address with the link that it means.
    enum Piece: Equatable {
        case text(Substring)
        case link(Substring, WebLink)
    }

    private static let openings = ["http://", "https://", "www."].map { Array($0.utf8) }

    /// Cuts a text at the addresses in it.
    ///
    /// An address is ASCII and ends before blanks, `<`, quotation marks and, as GitHub has it,
    /// before punctuation that belongs to the sentence.
    ///
    /// Complexity: linear.
    static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        let bytes = text.utf8
        var shown = text.startIndex
        var index = text.startIndex
        var isAfterWord = false
        while index < text.endIndex {
            if !isAfterWord, let end = end(of: bytes[index...]), let link = link(text[index..<end])
            {
                if shown < index { pieces.append(.text(text[shown..<index])) }
                pieces.append(.link(text[index..<end], link))
                (shown, index) = (end, end)
                isAfterWord = true
            } else {
                isAfterWord = isWord(bytes[index])
                bytes.formIndex(after: &index)
            }
        }
        if shown < text.endIndex { pieces.append(.text(text[shown...])) }
        return pieces
    }

    private static func link(_ text: Substring) -> WebLink? {
        let isWhole = text.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "h")
        guard let link = WebLink(isWhole ? String(text) : "http://" + text) else { return nil }
        return isWhole || link.host.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1 ? link : nil
    }

    private static func end(of rest: Substring.UTF8View.SubSequence) -> String.Index? {
        guard let first = rest.first, first | 0x20 == 0x68 || first | 0x20 == 0x77,
            openings.contains(where: { begins(rest, with: $0) })
        else { return nil }
        var address = rest.prefix(WebLink.limit + 1).prefix {
            $0 > 0x20 && $0 < 0x7F && !"<\"`\\^{|}".utf8.contains($0)
        }
        var surplus = [
            (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")),
        ].map { open, close in
            (close, address.count { $0 == close } - address.count { $0 == open })
        }
        while let last = address.last {
            if let index = surplus.firstIndex(where: { $0.0 == last }) {
                guard surplus[index].1 > 0 else { break }
                surplus[index].1 -= 1
            } else if !"?!.,:;*_~'>".utf8.contains(last) {
                break
            }
            address.removeLast()
        }
        return address.endIndex
    }

    private static func begins(_ rest: Substring.UTF8View, with word: [UInt8]) -> Bool {
        var index = rest.startIndex
        for byte in word {
            guard index < rest.endIndex, rest[index] | 0x20 == byte | 0x20 else { return false }
            rest.formIndex(after: &index)
        }
        return true
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
