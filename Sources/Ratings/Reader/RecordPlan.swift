/// All that a task must know to read a slab of one file.
struct RecordPlan: Sendable {
    let format: VoteFormat
    let reading: VoteReading
    let names: FieldNames
    /// The header, of a table only.
    let header: TableHeader?

    /// Plans the reading of a file from its first slab.
    /// - Throws: `VoteFault` if a table has no usable header.
    init(_ format: VoteFormat, first: Slab, reading: VoteReading) throws(VoteFault) {
        self.format = format
        self.reading = reading
        let names = FieldNames(reading.fields)
        self.names = names
        guard format == .table else {
            header = nil
            return
        }
        let result = first.withView { view -> Result<TableHeader, VoteFaultReason> in
            do throws(VoteFaultReason) {
                return .success(try TableHeader(view, names: names))
            } catch { return .failure(error) }
        }
        do throws(VoteFaultReason) { header = try result.get() } catch {
            throw VoteFault(line: 1, record: 0, reason: error)
        }
    }
}
