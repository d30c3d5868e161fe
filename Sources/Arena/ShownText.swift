/// The text of one reply, split into what a voter has been shown and what still waits.
///
/// Before it is shown it passes under a ``LinkVeil``. Text counts as whole characters; the last one is held back while more may come, because the
/// next piece may still belong to it.
struct ShownText: Sendable {
    /// What the voter has been shown.
    private(set) var shown = ""
    /// Whole characters received.
    private(set) var receivedCount = 0
    private var shownCount = 0
    private var waiting = ""
    private var unsettled = ""

    private var veiled: VeiledText

    /// Nothing received yet, or what was shown before.
    init(shown: String = "", under veil: LinkVeil) {
        self.shown = shown
        veiled = VeiledText(under: veil)
    }

    /// Whether all that was received is shown.
    var isAllShown: Bool { waiting.isEmpty && unsettled.isEmpty }

    /// Adds received text.
    ///
    /// Complexity: linear in `text`.
    mutating func receive(_ text: String) {
        add(veiled.feed(text))
        guard let last = unsettled.indices.last else { return }
        settle(before: unsettled.utf8.count > Self.longestCharacter ? unsettled.endIndex : last)
    }

    /// Notes that no more will come: the last character is whole.
    mutating func end() {
        add(veiled.finish())
        settle(before: unsettled.endIndex)
    }

    /// Lets go of what waits.
    mutating func drop() {
        waiting = ""
        unsettled = ""
        veiled.drop()
        receivedCount = shownCount
    }

    /// Shows the text up to a count of characters from its beginning, a few fewer where that ends
    /// on a word; all of it where there are not as many.
    ///
    /// Complexity: linear in what is shown, and in what waits for moving it.
    mutating func show(upTo count: Int) {
        guard count > shownCount, !waiting.isEmpty else { return }
        var end = waiting.startIndex
        var wordEnd: (index: String.Index, count: Int)?
        var number = shownCount
        while number < count, end < waiting.endIndex {
            let isBlank = waiting[end].isWhitespace
            end = waiting.index(after: end)
            number += 1
            if isBlank { wordEnd = (end, number) }
        }
        if end < waiting.endIndex, let wordEnd, number - wordEnd.count <= 12 {
            (end, number) = (wordEnd.index, wordEnd.count)
        }
        shown += waiting[..<end]
        waiting.removeSubrange(..<end)
        shownCount = number
    }

    private mutating func add(_ pieces: [VeiledText.Piece]) {
        for piece in pieces { unsettled += piece.shown }
    }

    private mutating func settle(before end: String.Index) {
        receivedCount += unsettled[..<end].count
        waiting += unsettled[..<end]
        unsettled.removeSubrange(..<end)
    }

    /// Bytes beyond which a single character is shown though more of it may come.
    private static let longestCharacter = 256
}
