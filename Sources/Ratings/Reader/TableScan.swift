/// Reads a slab of rows; blank lines are passed over.
///
/// A row ends at a line's end outside quotes, where every quotation mark opens or closes. This also
/// tells where the row after a bad one begins.
struct TableScan {
    private let view: ByteView
    private let slab: Slab
    private let header: TableHeader?
    private let category: String?
    private var output: ScanOutput

    init(_ view: ByteView, plan: RecordPlan, slab: Slab) {
        self.view = view
        self.slab = slab
        header = plan.header
        category = plan.reading.category
        output = ScanOutput(view, reading: plan.reading)
    }

    /// The votes of all rows.
    consuming func votes() -> SlabVotes {
        guard let header else { return output.finish() }
        let reader = TableRecord(header: header, category: category)
        var place = slab.isFirst ? endOfRow(from: 0) : 0
        while place < view.count {
            var row = TableRow(view, at: place, delimiter: header.delimiter)
            if row.isBlank {
                place += view[place] == 0x0D ? 2 : 1
                continue
            }
            do throws(VoteFaultReason) {
                let raw = try reader.read(&row, into: &output.texts)
                try output.take(raw)
                place = row.at
            } catch {
                output.texts.clear()
                guard output.note(error, at: place) else { break }
                place = endOfRow(from: place)
            }
            output.count()
        }
        return output.finish()
    }

    private func endOfRow(from start: Int) -> Int {
        var isQuoted = false
        for place in start..<view.count {
            if view[place] == 0x22 { isQuoted.toggle() }
            if view[place] == 0x0A, !isQuoted { return place + 1 }
        }
        return view.count
    }
}
