/// What is wrong with a vote file, and where.
public struct VoteFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// The line it begins on, from 1.
    public let line: Int
    /// The record it is in, from 1, the header of a table not counted; 0 if it is in none.
    public let record: Int
    /// What is wrong.
    public let reason: VoteFaultReason

    /// Creates a fault.
    public init(line: Int, record: Int, reason: VoteFaultReason) {
        self.line = line
        self.record = record
        self.reason = reason
    }

    /// Line and reason in a sentence.
    public var description: String { "line \(line): \(reason)" }
}

/// Why a record is no vote.
public enum VoteFaultReason: Error, Sendable, Equatable {
    /// It is not JSON.
    case notJSON(JSONFault)
    /// Its bytes are not UTF-8.
    case invalidUTF8
    /// A field it needs is not there.
    case missing(String)
    /// A field stands twice.
    case repeated(String)
    /// Two fields tell the same thing, as `judge` and `voter` do.
    case rivals(String, String)
    /// A field is not of its kind, as a name that is a number.
    case wrongKind(String, wanted: String)
    /// The outcome is none of the field's words.
    case unknownOutcome(String)
    /// The model said to be chosen took no part.
    case strangerChosen(String)
    /// Whether both are equal and which was chosen contradict each other, or neither is told.
    case noOutcome
    /// A model has no name.
    case emptyName(String)
    /// A model meets itself.
    case sameModel(String)
    /// A time is neither a number nor written as in RFC 3339.
    case badTime(String)
    /// A probability is not in 0 < p ≤ 1.
    case badProbability(String)
    /// A row has more or fewer cells than the header.
    case cellCount(Int, header: Int)
    /// A quote mark stands inside an unquoted cell, or text follows a quoted one.
    case strayQuote
    /// A quoted cell has no end.
    case unclosedQuote
    /// A cell holds a control character other than a tab.
    case controlCharacter
    /// A record is longer than the reader holds in memory, in bytes.
    case tooLong(limit: Int)
    /// The file is something else.
    case notVotes(String)
}

/// Where JSON breaks its grammar (RFC 8259).
public enum JSONFault: String, Error, Sendable, CaseIterable {
    /// Something else stands where a value should.
    case value = "a value is expected"
    /// A key of an object is missing.
    case key = "a key in quotation marks is expected"
    /// A colon is missing.
    case colon = "a colon is expected after a key"
    /// A comma or the closing bracket is missing.
    case separator = "a comma or a closing bracket is expected"
    /// A text has no end, or holds a bare control character.
    case text = "a text is not closed, or holds a bare control character"
    /// An escape is not one of JSON's.
    case escape = "an escape is not one of JSON's"
    /// Half of a surrogate pair stands alone.
    case surrogate = "half of a surrogate pair stands alone"
    /// A number is not written as JSON's are.
    case number = "a number is not written as JSON wants it"
    /// Objects and arrays are nested deeper than 64 levels.
    case depth = "objects are nested deeper than 64 levels"
    /// A record is no object.
    case object = "an object is expected"
    /// Something follows where the record or the file should end.
    case rest = "something follows where the record should end"
    /// The file ends inside a record or an array.
    case end = "the file ends before its array does"
    /// The bytes are not UTF-8.
    case utf8 = "the bytes are not UTF-8"
}
