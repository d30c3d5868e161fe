/// Reads the wanted fields of one record written as a JSON object.
struct JSONRecord {
    let names: FieldNames
    let category: String?
    private let styleObject = StyleObject()

    init(names: FieldNames, category: String?) {
        self.names = names
        self.category = category
    }

    /// Reads the object at whose opening brace the scanner stands, and passes over it.
    /// - Throws: `VoteFaultReason`; the scanner then stands somewhere inside the object.
    @inline(__always)
    func read(
        _ scanner: inout JSONScanner, into texts: inout Unescaping
    ) throws(VoteFaultReason) -> RawRecord {
        var record = RawRecord()
        do throws(JSONFault) {
            try scanner.skip(0x7B, else: .object)
            scanner.skipSpace()
            if scanner.view[scanner.at] == 0x7D {
                scanner.at += 1
                return record
            }
        } catch { throw .notJSON(error) }
        while true {
            try readMember(&scanner, &record, &texts)
            do throws(JSONFault) {
                scanner.skipSpace()
                if scanner.view[scanner.at] == 0x2C {
                    scanner.at += 1
                    scanner.skipSpace()
                    continue
                }
                try scanner.skip(0x7D, else: .separator)
            } catch { throw .notJSON(error) }
            return record
        }
    }

    @inline(__always)
    private func readMember(
        _ scanner: inout JSONScanner, _ record: inout RawRecord, _ texts: inout Unescaping
    ) throws(VoteFaultReason) {
        let index: Int?
        do throws(JSONFault) {
            guard scanner.view[scanner.at] == 0x22 else { throw .key }
            let key = try scanner.skipText()
            scanner.skipSpace()
            try scanner.skip(0x3A, else: .colon)
            scanner.skipSpace()
            index =
                key.hasEscapes
                ? find(key, in: scanner.view)
                : names.index(scanner.view, start: key.start, length: key.end &- key.start)
            if index == nil { try scanner.skipValue() }
        } catch { throw .notJSON(error) }
        if let index {
            try readField(index, &scanner, &record, &texts)
        }
    }

    /// The index of a name that was written with escapes.
    private func find(_ key: JSONText, in view: ByteView) -> Int? {
        var texts = Unescaping()
        let name = texts.add(json: key, of: view)
        return texts.bytes.withPaddedView {
            names.index($0, start: name.start, length: name.length)
        }
    }

    @inline(__always)
    private func readField(
        _ index: Int, _ scanner: inout JSONScanner, _ record: inout RawRecord,
        _ texts: inout Unescaping
    ) throws(VoteFaultReason) {
        let field = names.fields[index]
        guard !record.seen.contains(field) else { throw .repeated(names.texts[index]) }
        record.seen.insert(field)
        if field.isText, scanner.view[scanner.at] == 0x22 {
            record[field] = try readText(&scanner, &texts)
            return
        }
        try readValue(field, names.texts[index], &scanner, &record, &texts)
    }

    @inline(__always)
    private func readText(
        _ scanner: inout JSONScanner, _ texts: inout Unescaping
    ) throws(VoteFaultReason) -> RawText {
        let text: JSONText
        do throws(JSONFault) { text = try scanner.skipText() } catch { throw .notJSON(error) }
        guard !text.hasEscapes else { return texts.add(json: text, of: scanner.view) }
        return RawText(start: text.start, length: text.end &- text.start)
    }

    private func readValue(
        _ field: VoteField, _ name: String, _ scanner: inout JSONScanner,
        _ record: inout RawRecord, _ texts: inout Unescaping
    ) throws(VoteFaultReason) {
        do throws(JSONFault) {
            if scanner.view[scanner.at] == 0x6E { return try scanner.skipWord() }
        } catch { throw .notJSON(error) }
        var value = JSONFieldValue(name: name, scanner: scanner)
        defer { scanner = value.scanner }
        switch field {
        case .bothEqual: record.bothEqual = try value.flag()
        case .blind: record.blind = try value.flag()
        case .time: record.time = try value.time()
        case .probability: record.probability = try value.number()
        case .style: record.style = try value.style(styleObject)
        case .category: record.isInCategory = try value.isCategory(category ?? "")
        default: try value.refuseText()
        }
    }
}
