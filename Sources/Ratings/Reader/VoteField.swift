/// What a column of a vote file tells.
enum VoteField: UInt8, CaseIterable {
    case modelA, modelB, winner, chosen, bothEqual
    case voter, time, language, category, style, probability, blind, kind

    /// The names it goes by in the field's files.
    var names: [String] {
        switch self {
        case .modelA: ["model_a", "model_a_name"]
        case .modelB: ["model_b", "model_b_name"]
        case .winner: ["winner"]
        case .chosen: ["chosen_model_name"]
        case .bothEqual: ["both_equal"]
        case .voter: ["judge", "voter", "visitor_id"]
        case .time: ["tstamp", "timestamp", "at"]
        case .language: ["language"]
        case .category: ["category_tag", "category", "selected_category"]
        case .style: ["conv_metadata"]
        case .probability: ["probability", "propensity"]
        case .blind: ["anony"]
        case .kind: ["kind"]
        }
    }

    /// Whether its value is a text that is kept as it is.
    @inline(__always)
    var isText: Bool {
        switch self {
        case .modelA, .modelB, .winner, .chosen, .voter, .language, .kind: true
        default: false
        }
    }
}

/// A set of fields.
struct VoteFieldSet: Sendable {
    private var bits: UInt16 = 0

    init(_ fields: [VoteField] = []) {
        for field in fields { insert(field) }
    }

    @inline(__always)
    func contains(_ field: VoteField) -> Bool { bits >> UInt16(field.rawValue) & 1 == 1 }

    @inline(__always)
    mutating func insert(_ field: VoteField) { bits |= 1 << UInt16(field.rawValue) }
}

/// One name of a field, of at most 24 bytes, compared eight bytes at a time.
struct FieldName: Sendable {
    private let length: Int
    private let first: UInt64
    private let middle: UInt64
    private let last: UInt64

    init(_ text: String) {
        let bytes = Array(text.utf8)
        length = bytes.count
        let word = { (part: ArraySlice<UInt8>) in
            part.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        first = word(bytes.prefix(8))
        middle = word(bytes.dropFirst(8).prefix(8))
        last = word(bytes.suffix(8))
    }

    /// Whether the bytes at a place are this name.
    @inline(__always)
    func matches(_ view: ByteView, start: Int, length: Int) -> Bool {
        guard length == self.length, view.word(at: start, length: length) == first else {
            return false
        }
        guard length > 8 else { return true }
        guard view.word(at: start &+ length &- 8) == last else { return false }
        return length <= 16 || view.word(at: start &+ 8) == middle
    }
}

/// The names under which the wanted fields are looked for, by their length.
struct FieldNames: Sendable {
    private static let longest = 24

    /// The names as they are written, the shortest first.
    let texts: [String]
    /// The field of each name.
    let fields: [VoteField]
    private let names: [FieldName]
    /// `names[starts[n]..<starts[n + 1]]` are those of n bytes.
    private let starts: [Int]

    init(_ wanted: some Sequence<VoteField>) {
        let pairs = wanted.flatMap { field in field.names.map { (text: $0, field: field) } }
            .sorted { $0.text.utf8.count < $1.text.utf8.count }
        texts = pairs.map(\.text)
        fields = pairs.map(\.field)
        names = texts.map(FieldName.init)
        let lengths = texts.map(\.utf8.count)
        starts = (0...Self.longest + 1).map { length in lengths.count { $0 < length } }
    }

    /// The index of the name at a place, or nil if it is none of them.
    @inline(__always)
    func index(_ view: ByteView, start: Int, length: Int) -> Int? {
        guard length <= Self.longest else { return nil }
        var index = starts[length]
        while index < starts[length &+ 1] {
            if names[index].matches(view, start: start, length: length) { return index }
            index &+= 1
        }
        return nil
    }
}
