/// Judges the records of a slab one by one: a vote, a vote that does not count, or a fault.
struct VoteIntake {
    private let reading: VoteReading
    private let leftOut: Set<String>
    private let kinds: VoteKinds
    private(set) var votes = SlabVotes()
    /// Whether each contender of the slab is to be left out.
    private var isLeftOut: [Bool] = []

    init(_ reading: VoteReading) {
        self.reading = reading
        leftOut = reading.leftOut
        kinds = VoteKinds(reading.kinds)
    }

    /// Enters a record if it is a vote that counts; one of another kind is not judged further.
    /// - Throws: `VoteFaultReason` if it is no vote.
    @inline(__always)
    mutating func take(_ record: RawRecord, _ texts: RecordTexts) throws(VoteFaultReason) {
        guard kinds.contain(record.kind, texts) else {
            let kind = record.kind.length > 0 ? texts.string(record.kind) : VoteKinds.drawn
            votes.otherKinds[kind, default: 0] &+= 1
            votes.leftOut &+= 1
            return
        }
        let a = try contender(record.modelA, "model_a", texts)
        let b = try contender(record.modelB, "model_b", texts)
        guard a != b else { throw .sameModel(texts.string(record.modelA)) }
        let outcome =
            record.winner.isThere
            ? try texts.outcome(record.winner) : try chosenOutcome(record, texts, a: a, b: b)
        if record.blind == false { votes.notBlind &+= 1 }
        try enter(record, texts, SlabVotes.Entry(a: a, b: b, outcome: outcome))
    }

    /// Notes a fault.
    mutating func note(_ fault: SlabVotes.Fault) { votes.faults.append(fault) }

    /// Ends the slab's votes.
    mutating func finish(records: Int, lineFeeds: Int, end: SlabVotes.Fault?) -> SlabVotes {
        votes.records = records
        votes.lineFeeds = lineFeeds
        votes.end = end
        return votes
    }

    @inline(__always)
    private mutating func enter(
        _ record: RawRecord, _ texts: RecordTexts, _ entry: SlabVotes.Entry
    ) throws(VoteFaultReason) {
        if reading.selects {
            guard try isSelected(record, texts, entry) else {
                votes.leftOut &+= 1
                return
            }
        }
        if !reading.details.isEmpty { try keepDetails(record, texts) }
        votes.entries.append(entry)
    }

    @inline(__always)
    private mutating func contender(
        _ name: RawText, _ field: StaticString, _ texts: RecordTexts
    ) throws(VoteFaultReason) -> UInt32 {
        guard name.length > 0 else {
            throw name.isThere ? .emptyName("\(field)") : .missing("\(field)")
        }
        let index = votes.contenders.index(
            of: texts.view(of: name), start: name.start, length: name.length)
        if index == isLeftOut.count {
            isLeftOut.append(!leftOut.isEmpty && leftOut.contains(texts.string(name)))
        }
        return UInt32(truncatingIfNeeded: index)
    }

    private mutating func keepDetails(
        _ record: RawRecord, _ texts: RecordTexts
    ) throws(VoteFaultReason) {
        if reading.details.contains(.probability) {
            guard let probability = record.probability else { throw .missing("probability") }
            guard probability > 0, probability <= 1 else {
                throw .badProbability("\(probability)")
            }
            votes.probabilities.append(probability)
        }
        if reading.details.contains(.style) {
            guard let style = record.style else { throw .missing("conv_metadata") }
            votes.styles.append(style)
        }
        guard reading.details.contains(.voter) else { return }
        guard record.voter.length > 0 else {
            votes.voters.append(SlabVotes.unsigned)
            return
        }
        let voter = votes.voterNames.index(
            of: texts.view(of: record.voter), start: record.voter.start,
            length: record.voter.length)
        votes.voters.append(UInt32(truncatingIfNeeded: voter))
    }

    private func isSelected(
        _ record: RawRecord, _ texts: RecordTexts, _ entry: SlabVotes.Entry
    ) throws(VoteFaultReason) -> Bool {
        if isLeftOut[Int(entry.a)] || isLeftOut[Int(entry.b)] { return false }
        if reading.blindOnly, record.blind == false { return false }
        if let since = reading.since {
            guard let time = record.time else { throw .missing("tstamp") }
            guard time >= since else { return false }
        }
        if reading.category != nil, !record.isInCategory { return false }
        guard let language = reading.language else { return true }
        return record.language.isThere && texts.string(record.language) == language
    }

    /// ComparIA's columns: equal, or the name of the chosen one.
    private func chosenOutcome(
        _ record: RawRecord, _ texts: RecordTexts, a: UInt32, b: UInt32
    ) throws(VoteFaultReason) -> UInt8 {
        guard record.chosen.isThere || record.bothEqual != nil else { throw .missing("winner") }
        let isEqual = record.bothEqual ?? false
        guard record.chosen.length > 0 else {
            guard isEqual else { throw .noOutcome }
            return 2
        }
        guard !isEqual else { throw .noOutcome }
        let chosen = texts.string(record.chosen)
        if chosen == votes.contenders.name(Int(a)) { return 0 }
        if chosen == votes.contenders.name(Int(b)) { return 1 }
        throw .strangerChosen(chosen)
    }
}

extension VoteReading {
    /// Whether any vote might be left out.
    var selects: Bool {
        since != nil || category != nil || language != nil || blindOnly || !leftOut.isEmpty
    }
}

/// The texts of a record: in the slab, or unescaped beside it.
struct RecordTexts {
    let slab: ByteView
    let unescaped: ByteView

    @inline(__always)
    func view(of text: RawText) -> ByteView { text.isUnescaped ? unescaped : slab }

    /// A text as a string.
    func string(_ text: RawText) -> String { view(of: text).text(text.range) }

    /// The place of an outcome in `Outcome.allCases`, read from the field's words.
    @inline(__always)
    func outcome(_ text: RawText) throws(VoteFaultReason) -> UInt8 {
        let view = view(of: text)
        let word = view.word(at: text.start, length: text.length)
        switch text.length {
        case 7 where word == OutcomeWord.modelA: return 0
        case 7 where word == OutcomeWord.modelB: return 1
        case 3 where word == OutcomeWord.tie: return 2
        case 8 where word == OutcomeWord.bothBad, 7 where word == OutcomeWord.bothbadAlone: return 3
        default:
            guard string(text) == "tie (bothbad)" else {
                throw .unknownOutcome(String(string(text).prefix(60)))
            }
            return 3
        }
    }
}

/// The field's words for outcomes as eight bytes, the first in the lowest place.
private enum OutcomeWord {
    static let modelA: UInt64 = 0x61_5F6C_6564_6F6D
    static let modelB: UInt64 = 0x62_5F6C_6564_6F6D
    static let tie: UInt64 = 0x65_6974
    static let bothBad: UInt64 = 0x6461_625F_6874_6F62
    static let bothbadAlone: UInt64 = 0x64_6162_6874_6F62
}
