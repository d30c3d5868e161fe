/// Reads a slab of a JSON array of objects, which may be spread over lines.
///
/// A slab ends behind a comma of the array, the last with its closing bracket. A fault of grammar
/// ends the reading even where faults are skipped, for it hides where the next record begins.
struct JSONArrayScan {
    private let view: ByteView
    private let slab: Slab
    private let record: JSONRecord
    private var output: ScanOutput

    init(_ view: ByteView, plan: RecordPlan, slab: Slab) {
        self.view = view
        self.slab = slab
        record = JSONRecord(names: plan.names, category: plan.reading.category)
        output = ScanOutput(view, reading: plan.reading)
    }

    /// The votes of all records.
    consuming func votes() -> SlabVotes {
        var scanner = JSONScanner(view, lineFeedIsSpace: true)
        do throws(JSONFault) {
            var isOpen = try begin(&scanner)
            while isOpen, output.end == nil {
                try readRecord(&scanner)
                guard output.end == nil else { break }
                isOpen = try next(&scanner)
            }
            if output.end == nil { try finish(&scanner) }
        } catch {
            _ = output.note(.notJSON(error), at: scanner.at, isFatal: true)
        }
        return output.finish()
    }

    /// Passes over the opening bracket; tells whether a record follows.
    private func begin(_ scanner: inout JSONScanner) throws(JSONFault) -> Bool {
        scanner.skipSpace()
        var isOpen = true
        if slab.isFirst {
            try scanner.skip(0x5B, else: .value)
            scanner.skipSpace()
            isOpen = view[scanner.at] != 0x5D
        }
        guard scanner.at < view.count else { throw .end }
        return isOpen
    }

    private mutating func readRecord(_ scanner: inout JSONScanner) throws(JSONFault) {
        let start = scanner.at
        do throws(VoteFaultReason) {
            let raw = try record.read(&scanner, into: &output.texts)
            try output.take(raw)
        } catch {
            output.texts.clear()
            if case .notJSON(let fault) = error { throw fault }
            guard output.note(error, at: start) else { return }
            scanner.at = start
            try scanner.skipValue()
        }
        output.count()
    }

    /// Passes over the comma behind a record; tells whether another record follows.
    private func next(_ scanner: inout JSONScanner) throws(JSONFault) -> Bool {
        scanner.skipSpace()
        guard view[scanner.at] == 0x2C else { return false }
        scanner.at += 1
        scanner.skipSpace()
        return scanner.at < view.count
    }

    /// Checks that the slab, and with the last one the array, ends as it should.
    private func finish(_ scanner: inout JSONScanner) throws(JSONFault) {
        guard scanner.at < view.count else {
            guard !slab.isLast else { throw .end }
            return
        }
        try scanner.skip(0x5D, else: .separator)
        scanner.skipSpace()
        guard scanner.at == view.count, slab.isLast else { throw .rest }
    }
}
