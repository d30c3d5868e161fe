/// What one record of a vote file tells, before it is judged.
struct RawRecord {
    var modelA = RawText()
    var modelB = RawText()
    var winner = RawText()
    var chosen = RawText()
    var voter = RawText()
    var language = RawText()
    var kind = RawText()
    var bothEqual: Bool?
    /// Whether the battle was blind.
    var blind: Bool?
    /// Seconds since 1970.
    var time: Double?
    var probability: Double?
    /// Whether the wanted category is among its categories.
    var isInCategory = false
    /// Tokens, headings, list items and bold spans of side a, then of side b.
    var style: SIMD8<Double>?
    /// Which fields were seen, null or not.
    var seen = VoteFieldSet()

    subscript(field: VoteField) -> RawText {
        get {
            switch field {
            case .modelA: modelA
            case .modelB: modelB
            case .winner: winner
            case .chosen: chosen
            case .voter: voter
            case .kind: kind
            default: language
            }
        }
        set {
            switch field {
            case .modelA: modelA = newValue
            case .modelB: modelB = newValue
            case .winner: winner = newValue
            case .chosen: chosen = newValue
            case .voter: voter = newValue
            case .kind: kind = newValue
            default: language = newValue
            }
        }
    }
}

/// A text of a record: a range of the slab, or of the unescaped texts beside it.
struct RawText {
    var start = 0
    var length = -1
    var isUnescaped = false

    /// Whether the record has it.
    var isThere: Bool { length >= 0 }
    var range: Range<Int> { start..<start + length }
}
