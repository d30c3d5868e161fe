/// Why a vote or a count cannot stand in a tally.
public enum TallyError: Error, Sendable, Equatable {
    /// A contender has no name.
    case emptyName
    /// A contender meets itself.
    case sameContender(String)
    /// A count is negative.
    case negativeCount(Int)
    /// More votes would stand in the tally than a double counts exactly, 2⁵³.
    case tooManyVotes
    /// More votes are to be taken away than the pair has.
    case tooFewVotes(String, String)
    /// A contender's name stands twice in a list of contenders.
    case repeatedName(String)
    /// A pair stands twice in a list of pairs, or its index names no contender.
    case strayPair(Int, Int)
    /// A weight is not a finite positive number.
    case badWeight(Double)
    /// A style measurement is missing, negative, infinite or one too many.
    case badFeature
}
