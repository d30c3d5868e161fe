/// The kinds of battle whose votes count.
struct VoteKinds: Sendable {
    /// The kind of a vote that names none.
    static let drawn = "random"
    /// The same as eight bytes, the first in the lowest place.
    private static let word: UInt64 = 0x6D6F_646E_6172

    private let wanted: Set<String>?
    private let wantsDrawn: Bool

    /// These kinds; nil for all.
    init(_ wanted: Set<String>?) {
        self.wanted = wanted
        wantsDrawn = wanted?.contains(Self.drawn) ?? true
    }

    /// Whether a kind is among them.
    @inline(__always)
    func contain(_ kind: RawText, _ texts: RecordTexts) -> Bool {
        guard kind.length > 0 else { return wantsDrawn }
        if kind.length == 6,
            texts.view(of: kind).word(at: kind.start, length: 6) == Self.word
        {
            return wantsDrawn
        }
        return wanted?.contains(texts.string(kind)) ?? true
    }
}
