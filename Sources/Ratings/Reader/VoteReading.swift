/// What is read from vote files, and which votes count.
public struct VoteReading: Sendable, Equatable {
    /// What is kept of each vote besides the counts.
    ///
    /// The counts alone take memory for the pairs, not for the votes; everything named here costs
    /// 8 bytes a vote, a voter 4 more, a probability 8 and style 64.
    public struct Details: OptionSet, Sendable {
        /// The bits.
        public let rawValue: UInt8
        /// Creates a set from its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The order of the votes, which online Elo needs.
        public static let order = Details(rawValue: 1)
        /// Who voted: `judge`, `voter` or `visitor_id`.
        public static let voter = Details(rawValue: 2)
        /// The style of both replies, from `conv_metadata`.
        public static let style = Details(rawValue: 4)
        /// The probability with which the pair was drawn: `probability` or `propensity`.
        public static let probability = Details(rawValue: 8)
    }

    /// What becomes of records that are no votes.
    public enum BadRecords: Sendable, Equatable {
        /// The first one is thrown.
        case stop
        /// They are left out and counted.
        case skip
    }

    /// What is kept of each vote.
    public var details: Details = []
    /// What becomes of records that are no votes.
    public var badRecords = BadRecords.stop
    /// Only votes from this time on count, in seconds since 1970.
    public var since: Double?
    /// Only votes of this category count.
    ///
    /// A record is in it if `category_tag` (or `category`, `selected_category`) is that text, an
    /// array with that text, or an object in which a key of that name holds true at any depth.
    public var category: String?
    /// Only votes whose `language` is this text count.
    public var language: String?
    /// Only votes whose `anony` is not false count.
    public var blindOnly = false
    /// Only votes of these kinds count; nil where `kind` is not looked at.
    ///
    /// A record without `kind`, or with an empty one, is `random`: its pair was drawn. A vote of
    /// another kind is not judged further: `control` has the same model twice.
    public var kinds: Set<String>?
    /// Votes with one of these models do not count.
    public var leftOut: Set<String> = []

    /// Reads the counts of all votes and stops at a bad record.
    public init() {}

    /// The fields that must be looked at.
    var fields: [VoteField] {
        var fields: [VoteField] = [.modelA, .modelB, .winner, .chosen, .bothEqual, .blind]
        if details.contains(.voter) { fields.append(.voter) }
        if details.contains(.style) { fields.append(.style) }
        if details.contains(.probability) { fields.append(.probability) }
        if since != nil { fields.append(.time) }
        if category != nil { fields.append(.category) }
        if language != nil { fields.append(.language) }
        if kinds != nil { fields.append(.kind) }
        return fields
    }
}
