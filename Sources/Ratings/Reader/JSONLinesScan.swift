/// Reads a slab of JSON lines: one object a line, blank lines passed over.
struct JSONLinesScan {
    private let view: ByteView
    private let record: JSONRecord
    private var output: ScanOutput

    init(_ view: ByteView, plan: RecordPlan) {
        self.view = view
        record = JSONRecord(names: plan.names, category: plan.reading.category)
        output = ScanOutput(view, reading: plan.reading)
    }

    /// The votes of all lines.
    consuming func votes() -> SlabVotes {
        var scanner = JSONScanner(view, lineFeedIsSpace: false)
        var lines = 0
        while scanner.at < view.count {
            let start = scanner.at
            lines &+= 1
            scanner.skipSpace()
            if view[scanner.at] == 0x0A || scanner.at == view.count {
                scanner.at += 1
                continue
            }
            do throws(VoteFaultReason) {
                let raw = try record.read(&scanner, into: &output.texts)
                try endLine(&scanner)
                try output.take(raw)
            } catch {
                output.texts.clear()
                guard output.note(error, at: start) else { break }
                scanner.at = endOfLine(from: start)
            }
            output.count()
        }
        return output.finish(lineFeeds: lines)
    }

    @inline(__always)
    private func endLine(_ scanner: inout JSONScanner) throws(VoteFaultReason) {
        scanner.skipSpace()
        guard view[scanner.at] == 0x0A || scanner.at == view.count else {
            throw .notJSON(.rest)
        }
        scanner.at &+= 1
    }

    private func endOfLine(from start: Int) -> Int {
        let rest = view.bytes(start..<view.count)
        return rest.firstIndex(of: 0x0A).map { start + $0 + 1 } ?? view.count
    }
}
