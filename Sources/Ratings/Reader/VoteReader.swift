/// Reads vote files from chunks of bytes: JSON lines, a JSON array, or a table.
///
/// ```swift
/// var reader = VoteReader()
/// while let chunk = nextChunk() { try reader.read(chunk) }
/// let tally = try reader.finish().tally()
/// ```
///
/// The bytes are passed over once. Texts are compared as bytes; no `String` is made but for each
/// contender, once. The votes, their order and every digit made of them are the same however the
/// bytes are cut into chunks and however many tasks read them. Without details the memory is that
/// of the pairs, of one slab a task and of the longest record, whatever the size of the file.
public struct VoteReader: Sendable {
    private let reading: VoteReading
    private var opening: [UInt8] = []
    private var splitter: SlabSplitter?
    private var format: VoteFormat?
    private var plan: RecordPlan?
    private var linesBefore = 0
    private var recordsBefore = 0
    private var book: VoteBook

    /// Creates a reader of one file, whose votes are added to those of `book`.
    public init(_ reading: VoteReading = VoteReading(), adding book: VoteBook? = nil) {
        self.reading = reading
        self.book = book ?? VoteBook(details: reading.details)
    }

    /// Reads the next bytes of the file.
    /// - Throws: `VoteFault`; the reader is then of no more use.
    public mutating func read(_ chunk: [UInt8]) throws(VoteFault) {
        guard let work = try cut(chunk) else { return }
        try add(work.scanner.votes())
    }

    /// Ends the file and gives all votes.
    /// - Throws: `VoteFault`, also if the file holds nothing at all.
    public mutating func finish() throws(VoteFault) -> VoteBook {
        if let work = try cutRest() { try add(work.scanner.votes()) }
        return book
    }

    /// Reads all bytes that `next` gives, in child tasks while `next` fetches more.
    ///
    /// At most `tasks` slabs and one more are in memory.
    /// - Throws: ``VoteFault``, `CancellationError`, and what `next` throws.
    public mutating func read(
        tasks: Int, from next: () throws -> [UInt8]?
    ) async throws -> VoteBook {
        try await withThrowingTaskGroup(of: (Int, SlabVotes).self) { group in
            var queue = SlabQueue()
            while let chunk = try next() {
                try Task.checkCancellation()
                guard let work = try cut(chunk) else { continue }
                queue.begin(work, in: &group)
                while queue.held > max(1, tasks), let done = try await group.next() {
                    queue.end(done)
                    while let votes = queue.nextInOrder() { try add(votes) }
                }
            }
            if let work = try cutRest() { queue.begin(work, in: &group) }
            while let done = try await group.next() {
                queue.end(done)
                while let votes = queue.nextInOrder() { try add(votes) }
            }
        }
        return book
    }

    private mutating func add(_ votes: SlabVotes) throws(VoteFault) {
        book.add(votes, linesBefore: linesBefore, recordsBefore: recordsBefore)
        if let end = votes.end {
            throw VoteFault(end, linesBefore: linesBefore, recordsBefore: recordsBefore)
        }
        linesBefore += votes.lineFeeds
        recordsBefore += votes.records
    }

    private mutating func cut(_ chunk: [UInt8]) throws(VoteFault) -> SlabWork? {
        guard splitter == nil else { return try work(splitter?.split(chunk)) }
        opening.append(contentsOf: chunk)
        guard opening.count > 4, let format = try VoteFormat.recognised(in: content) else {
            return nil
        }
        return try open(format)
    }

    /// The opening without a byte order mark.
    private var content: ArraySlice<UInt8> {
        opening.dropFirst(opening.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }

    private mutating func open(_ format: VoteFormat) throws(VoteFault) -> SlabWork? {
        self.format = format
        splitter = SlabSplitter(format)
        let bytes = Array(content)
        opening = []
        return try work(splitter?.split(bytes))
    }

    private mutating func cutRest() throws(VoteFault) -> SlabWork? {
        if splitter == nil {
            guard let format = try VoteFormat.recognised(in: content) else {
                throw VoteFault(line: 1, record: 0, reason: .notVotes("an empty file"))
            }
            if let work = try open(format) { return work }
        }
        return try work(splitter?.rest())
    }

    private mutating func work(_ slab: Slab?) throws(VoteFault) -> SlabWork? {
        guard let slab, let format else { return nil }
        if plan == nil { plan = try RecordPlan(format, first: slab, reading: reading) }
        return plan.map { SlabWork(slab: slab, plan: $0) }
    }
}

/// A slab and how to read it.
struct SlabWork: Sendable {
    let slab: Slab
    let plan: RecordPlan

    var scanner: SlabScanner { SlabScanner(slab, plan: plan) }
}

/// The slabs under way, and those that wait for one before them.
private struct SlabQueue {
    private var begun = 0
    private var taken = 0
    private var waiting: [Int: SlabVotes] = [:]

    /// Slabs begun and not yet taken in order.
    var held: Int { begun - taken }

    mutating func begin(
        _ work: SlabWork, in group: inout ThrowingTaskGroup<(Int, SlabVotes), any Error>
    ) {
        let number = begun
        group.addTask { (number, work.scanner.votes()) }
        begun += 1
    }

    mutating func end(_ done: (Int, SlabVotes)) {
        waiting[done.0] = done.1
    }

    mutating func nextInOrder() -> SlabVotes? {
        guard let votes = waiting.removeValue(forKey: taken) else { return nil }
        taken += 1
        return votes
    }
}
