/// The votes read from files: counts, and what else was asked for.
public struct VoteBook: Sendable {
    /// Records read, votes or not.
    public private(set) var records = 0
    /// Votes that count.
    public private(set) var votes = 0
    /// Votes that the selection left out.
    public private(set) var leftOut = 0
    /// Those of them that were left out for their kind, by kind.
    public private(set) var otherKinds: [String: Int] = [:]
    /// Votes of battles said not to be blind, whether they count or not.
    public private(set) var notBlind = 0
    /// Records that were no votes and were skipped.
    public private(set) var skipped = 0
    /// The first of the skipped ones, at most 100.
    public private(set) var faults: [VoteFault] = []
    /// What was kept of each vote.
    public let details: VoteReading.Details

    private(set) var contenderNames = NameTable()
    private(set) var voterNames = NameTable()
    private(set) var counts = PairCounts()
    /// The kept votes, in the order of the file: a, b and outcome as in ``PairCounts``.
    private(set) var entries: [SlabVotes.Entry] = []
    private(set) var voters: [UInt32] = []
    private(set) var styles: [SIMD8<Double>] = []
    private(set) var probabilities: [Double] = []

    /// Creates an empty book.
    init(details: VoteReading.Details) {
        self.details = details
    }

    /// The names of the contenders, in order of first appearance.
    public var contenders: [String] { contenderNames.names }

    /// Adds the votes of the next slab.
    mutating func add(_ slab: SlabVotes, linesBefore: Int, recordsBefore: Int) {
        var places = [Int](repeating: -1, count: slab.contenders.count)
        for entry in slab.entries {
            let a = place(entry.a, in: slab.contenders, &places)
            let b = place(entry.b, in: slab.contenders, &places)
            counts.add(a: a, b: b, outcome: Int(entry.outcome))
            if !details.isEmpty {
                entries.append(
                    SlabVotes.Entry(a: UInt32(a), b: UInt32(b), outcome: entry.outcome))
            }
        }
        addDetails(slab)
        votes += slab.entries.count
        records += slab.records
        leftOut += slab.leftOut
        otherKinds.merge(slab.otherKinds, uniquingKeysWith: +)
        notBlind += slab.notBlind
        skipped += slab.faults.count
        for fault in slab.faults.prefix(100 - faults.count) {
            faults.append(
                VoteFault(fault, linesBefore: linesBefore, recordsBefore: recordsBefore))
        }
    }

    @inline(__always)
    private mutating func place(
        _ index: UInt32, in table: NameTable, _ places: inout [Int]
    ) -> Int {
        let known = places[Int(index)]
        if known >= 0 { return known }
        let new = contenderNames.index(of: Int(index), in: table)
        places[Int(index)] = new
        return new
    }

    private mutating func addDetails(_ slab: SlabVotes) {
        styles.append(contentsOf: slab.styles)
        probabilities.append(contentsOf: slab.probabilities)
        var places: [UInt32] = []
        for index in 0..<slab.voterNames.count {
            places.append(UInt32(voterNames.index(of: index, in: slab.voterNames)))
        }
        for voter in slab.voters {
            voters.append(voter == SlabVotes.unsigned ? voter : places[Int(voter)])
        }
    }
}

extension VoteFault {
    init(_ fault: SlabVotes.Fault, linesBefore: Int, recordsBefore: Int) {
        self.init(
            line: linesBefore + fault.line + 1, record: recordsBefore + fault.record + 1,
            reason: fault.reason)
    }
}
