/// The votes of one slab, with names as numbers of its own.
struct SlabVotes: Sendable {
    /// One vote: the two contenders and the outcome's place in `Outcome.allCases`.
    struct Entry: Sendable {
        let a: UInt32
        let b: UInt32
        let outcome: UInt8
    }

    /// A record that is no vote: how many line feeds and records of the slab come before it.
    struct Fault: Sendable {
        let line: Int
        let record: Int
        let reason: VoteFaultReason
    }

    /// A voter who is not told.
    static let unsigned = UInt32.max

    var contenders = NameTable()
    var voterNames = NameTable()
    var entries: [Entry] = []
    var voters: [UInt32] = []
    var styles: [SIMD8<Double>] = []
    var probabilities: [Double] = []
    var faults: [Fault] = []
    /// The fault that ended the reading.
    var end: Fault?
    /// Records read, votes or not.
    var records = 0
    /// Votes left out by the selection.
    var leftOut = 0
    /// Those of them that were left out for their kind, by kind.
    var otherKinds: [String: Int] = [:]
    /// Votes of battles that were not blind, counted or not.
    var notBlind = 0
    /// Line feeds in the whole slab.
    var lineFeeds = 0
}
