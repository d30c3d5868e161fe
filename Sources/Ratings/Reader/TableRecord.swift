/// Reads the wanted fields of one row of a table.
struct TableRecord {
    let header: TableHeader
    let category: String?
    private let styleObject = StyleObject()

    init(header: TableHeader, category: String?) {
        self.header = header
        self.category = category
    }

    /// Reads the row that begins where `row` stands, and passes over it.
    /// - Throws: `VoteFaultReason`; the row then stands somewhere inside.
    @inline(__always)
    func read(
        _ row: inout TableRow, into texts: inout Unescaping
    ) throws(VoteFaultReason) -> RawRecord {
        var record = RawRecord()
        var column = 0
        repeat {
            let cell = try row.readCell()
            if column < header.columns.count, header.columns[column] >= 0, cell.end > cell.start {
                let text = cell.text(of: row.view, &texts)
                try enter(text, header.columns[column], row, texts, &record)
            }
            column &+= 1
        } while !row.isAtEnd
        guard column == header.columns.count else {
            throw .cellCount(column, header: header.columns.count)
        }
        return record
    }

    @inline(__always)
    private func enter(
        _ cell: RawText, _ name: Int, _ row: TableRow, _ texts: Unescaping,
        _ record: inout RawRecord
    ) throws(VoteFaultReason) {
        let field = header.names.fields[name]
        switch field {
        case .modelA, .modelB, .winner, .chosen, .voter, .language, .kind: record[field] = cell
        default: try convert(cell, name, row.view, texts, &record)
        }
    }

    private func convert(
        _ cell: RawText, _ name: Int, _ view: ByteView, _ texts: Unescaping,
        _ record: inout RawRecord
    ) throws(VoteFaultReason) {
        let bytes =
            cell.isUnescaped ? Array(texts.bytes[cell.range]) : Array(view.bytes(cell.range))
        let padded = bytes + [UInt8](repeating: 0, count: ByteView.padding)
        let result = padded.withPaddedView { part -> Result<RawRecord, VoteFaultReason> in
            var changed = record
            do throws(VoteFaultReason) {
                try convert(part, name, &changed)
                return .success(changed)
            } catch { return .failure(error) }
        }
        record = try result.get()
    }

    private func convert(
        _ cell: ByteView, _ index: Int, _ record: inout RawRecord
    ) throws(VoteFaultReason) {
        let range = 0..<cell.count
        let name = header.names.texts[index]
        switch header.names.fields[index] {
        case .bothEqual: record.bothEqual = try flag(cell.text(range), name)
        case .blind: record.blind = try flag(cell.text(range), name)
        case .time: record.time = try time(cell, name)
        case .probability:
            guard let number = NumberText(cell, range).value else {
                throw .wrongKind(name, wanted: "a number")
            }
            record.probability = number
        case .category:
            record.isInCategory =
                cell.text(range) == category
                || CategoryScan(wanted: category ?? "", view: cell).isNamed(range)
        default: record.style = try style(cell, name)
        }
    }

    private func flag(_ text: String, _ name: String) throws(VoteFaultReason) -> Bool {
        switch text {
        case "true", "True", "TRUE", "1": return true
        case "false", "False", "FALSE", "0": return false
        default: throw .wrongKind(name, wanted: "true or false")
        }
    }

    private func time(_ cell: ByteView, _ name: String) throws(VoteFaultReason) -> Double {
        let text = cell.text(0..<cell.count)
        if let number = NumberText(cell, 0..<cell.count).value {
            return number / (name == "timestamp" ? 1000 : 1)
        }
        guard let time = TimeText.seconds(text) else { throw .badTime(text) }
        return time
    }

    private func style(_ cell: ByteView, _ name: String) throws(VoteFaultReason) -> SIMD8<Double> {
        var scanner = JSONScanner(cell, lineFeedIsSpace: true)
        guard cell[0] == 0x7B else { throw .wrongKind(name, wanted: "an object of JSON") }
        let style = try styleObject.read(&scanner)
        guard scanner.at == cell.count else { throw .notJSON(.rest) }
        return style
    }
}
