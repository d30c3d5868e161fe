/// The first row of a table: which column tells what, and what parts the cells.
struct TableHeader: Sendable {
    /// The byte between cells.
    let delimiter: UInt8
    /// For each column the index of its name, −1 if it is not wanted.
    let columns: [Int]
    let names: FieldNames

    /// Reads the header at the beginning of a slab.
    ///
    /// Cells are parted by tabs if the row has one outside quotes, else by commas, else by
    /// semicolons.
    /// - Throws: `VoteFaultReason.missing` if a column for a model or the outcome is not there.
    init(_ view: ByteView, names: FieldNames) throws(VoteFaultReason) {
        self.names = names
        let marks = Self.marks(view)
        delimiter = marks.contains(0x09) ? 0x09 : marks.contains(0x2C) ? 0x2C : 0x3B
        var row = TableRow(view, delimiter: delimiter)
        var columns: [Int] = []
        var texts = Unescaping()
        repeat {
            let cell = try row.readCell().text(of: view, &texts)
            let index =
                cell.isUnescaped
                ? texts.bytes.withPaddedView {
                    names.index($0, start: cell.start, length: cell.length)
                } : names.index(view, start: cell.start, length: cell.length)
            columns.append(index ?? -1)
        } while !row.isAtEnd
        self.columns = columns
        try check()
    }

    private static func marks(_ view: ByteView) -> Set<UInt8> {
        var isQuoted = false
        var marks: Set<UInt8> = []
        for byte in view.bytes(0..<view.count) {
            if byte == 0x22 { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == 0x0A { break }
            marks.insert(byte)
        }
        return marks
    }

    private func check() throws(VoteFaultReason) {
        var seen: [VoteField: String] = [:]
        for index in columns where index >= 0 {
            let (field, text) = (names.fields[index], names.texts[index])
            if let other = seen[field] {
                throw other == text ? .repeated(other) : .rivals(other, text)
            }
            seen[field] = text
        }
        for field in [VoteField.modelA, .modelB] where seen[field] == nil {
            throw .missing(field.names[0])
        }
        guard seen[.winner] != nil || seen[.chosen] != nil else { throw .missing("winner") }
    }
}
