/// The text of one reply, split into what a voter has been shown and what still waits.
///
/// Text waits as whole characters; the last one is held back while more may come, because the
/// next piece may still belong to it.
struct ShownText: Sendable {
    /// What the voter has been shown.
    private(set) var shown = ""
    private var waiting: Substring = ""

    /// Nothing received yet, or what was shown before.
    init(shown: String = "") {
        self.shown = shown
    }

    /// How many characters could be shown now.
    ///
    /// Complexity: linear in what waits.
    var waitingCount: Int { waiting.count }

    /// Adds received text.
    mutating func receive(_ text: String) {
        waiting += text
    }

    /// Shows `count` more characters, a few fewer where that ends on a word.
    mutating func show(_ count: Int) {
        guard count > 0 else { return }
        var end =
            waiting.index(waiting.startIndex, offsetBy: count, limitedBy: waiting.endIndex)
            ?? waiting.endIndex
        if end < waiting.endIndex, let blank = wordEnd(before: end) { end = blank }
        shown += waiting[..<end]
        waiting = Substring(waiting[end...])
    }

    /// Lets go of what waits.
    mutating func drop() {
        waiting = ""
    }

    private func wordEnd(before end: Substring.Index) -> Substring.Index? {
        var index = end
        for _ in 0..<12 {
            guard index > waiting.startIndex else { return nil }
            let before = waiting.index(before: index)
            if waiting[before].isWhitespace { return index }
            index = before
        }
        return nil
    }
}
