/// Reads the votes of one slab.
struct SlabScanner {
    private let plan: RecordPlan
    private let slab: Slab

    /// Prepares to read a slab.
    init(_ slab: Slab, plan: RecordPlan) {
        self.slab = slab
        self.plan = plan
    }

    /// The slab's votes. O(bytes).
    func votes() -> SlabVotes {
        slab.withView { view in
            switch plan.format {
            case .jsonLines: JSONLinesScan(view, plan: plan).votes()
            case .jsonArray: JSONArrayScan(view, plan: plan, slab: slab).votes()
            case .table: TableScan(view, plan: plan, slab: slab).votes()
            }
        }
    }
}

/// What the three scans share: where the slab's votes go, and what becomes of faults.
struct ScanOutput {
    var intake: VoteIntake
    var texts = Unescaping()
    private(set) var records = 0
    private(set) var end: SlabVotes.Fault?
    private let view: ByteView
    private let skips: Bool

    init(_ view: ByteView, reading: VoteReading) {
        self.view = view
        intake = VoteIntake(reading)
        skips = reading.badRecords == .skip
    }

    /// Judges a record.
    @inline(__always)
    mutating func take(_ record: RawRecord) throws(VoteFaultReason) {
        guard texts.isEmpty else { return try takeUnescaped(record) }
        try intake.take(record, RecordTexts(slab: view, unescaped: view))
    }

    /// Counts a record as read.
    @inline(__always)
    mutating func count() { records &+= 1 }

    /// Notes a fault of the record counted next.
    /// - Returns: whether the reading goes on.
    mutating func note(
        _ reason: VoteFaultReason, at place: Int, isFatal: Bool = false
    ) -> Bool {
        let fault = SlabVotes.Fault(
            line: view.occurrences(of: 0x0A, before: min(place, view.count)), record: records,
            reason: reason)
        guard skips, !isFatal else {
            end = fault
            return false
        }
        intake.note(fault)
        return true
    }

    /// Ends the slab; `lineFeeds` are those in it.
    mutating func finish(lineFeeds: Int) -> SlabVotes {
        intake.finish(records: records, lineFeeds: lineFeeds, end: end)
    }

    /// Ends the slab, whose line feeds nobody counted yet.
    mutating func finish() -> SlabVotes {
        finish(lineFeeds: view.occurrences(of: 0x0A, before: view.count))
    }

    private mutating func takeUnescaped(_ record: RawRecord) throws(VoteFaultReason) {
        let view = view
        var intake = intake
        let result = texts.bytes.withPaddedView { unescaped -> Result<Void, VoteFaultReason> in
            do throws(VoteFaultReason) {
                return .success(
                    try intake.take(record, RecordTexts(slab: view, unescaped: unescaped)))
            } catch { return .failure(error) }
        }
        self.intake = intake
        texts.clear()
        try result.get()
    }
}
