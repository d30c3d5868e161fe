/// Reads `conv_metadata`, FastChat's measurements of the style of both replies.
struct StyleObject: Sendable {
    /// The features, in the order of a record's style.
    static let features = ["tokens", "headers", "lists", "bold"]

    private let keys = ["a", "b"].flatMap { side in
        [
            "sum_assistant_\(side)_tokens", "header_count_\(side)", "list_count_\(side)",
            "bold_count_\(side)",
        ]
    }
    private let names: [FieldName]

    init() {
        names = keys.map(FieldName.init)
    }

    /// Reads the object at whose brace the scanner stands.
    ///
    /// A count is a number, or an object of numbers that are summed, as FastChat does with the
    /// levels of headings and the kinds of lists.
    /// - Throws: `VoteFaultReason.missing` if one of the eight is not there.
    func read(_ scanner: inout JSONScanner) throws(VoteFaultReason) -> SIMD8<Double> {
        var style = SIMD8<Double>(repeating: -1)
        var isOpen = try open(&scanner)
        while isOpen {
            let key = try readKey(&scanner)
            if let place = place(of: key, in: scanner.view) {
                guard style[place] < 0 else { throw .repeated(keys[place]) }
                style[place] = try sum(&scanner, of: place)
            } else {
                do throws(JSONFault) { try scanner.skipValue() } catch { throw .notJSON(error) }
            }
            isOpen = try next(&scanner)
        }
        for place in 0..<8 where style[place] < 0 { throw .missing(keys[place]) }
        return style
    }

    private func place(of key: JSONText, in view: ByteView) -> Int? {
        let length = key.end &- key.start
        for place in 0..<8 where names[place].matches(view, start: key.start, length: length) {
            return place
        }
        return nil
    }

    private func sum(_ scanner: inout JSONScanner, of place: Int) throws(VoteFaultReason) -> Double
    {
        guard scanner.view[scanner.at] == 0x7B else { return try count(&scanner, of: place) }
        var sum = 0.0
        var isOpen = try open(&scanner)
        while isOpen {
            _ = try readKey(&scanner)
            sum += try count(&scanner, of: place)
            isOpen = try next(&scanner)
        }
        return sum
    }

    private func count(
        _ scanner: inout JSONScanner, of place: Int
    ) throws(VoteFaultReason) -> Double {
        let start = scanner.at
        do throws(JSONFault) { try scanner.skipValue() } catch { throw .notJSON(error) }
        guard let number = NumberText(scanner.view, start..<scanner.at).value, number >= 0 else {
            throw .wrongKind(keys[place], wanted: "a count")
        }
        return number
    }
}

/// The steps through an object.
extension StyleObject {
    /// Passes over the brace; tells whether a member follows.
    private func open(_ scanner: inout JSONScanner) throws(VoteFaultReason) -> Bool {
        scanner.at &+= 1
        scanner.skipSpace()
        guard scanner.view[scanner.at] == 0x7D else { return true }
        scanner.at &+= 1
        return false
    }

    /// Passes over a key and its colon; one with escapes has no name that is wanted.
    private func readKey(_ scanner: inout JSONScanner) throws(VoteFaultReason) -> JSONText {
        do throws(JSONFault) {
            guard scanner.view[scanner.at] == 0x22 else { throw .key }
            let key = try scanner.skipText()
            scanner.skipSpace()
            try scanner.skip(0x3A, else: .colon)
            scanner.skipSpace()
            return key
        } catch { throw .notJSON(error) }
    }

    /// Passes over the comma or the closing brace; tells whether a member follows.
    private func next(_ scanner: inout JSONScanner) throws(VoteFaultReason) -> Bool {
        scanner.skipSpace()
        let byte = scanner.view[scanner.at]
        guard byte == 0x2C || byte == 0x7D else { throw .notJSON(.separator) }
        scanner.at &+= 1
        scanner.skipSpace()
        return byte == 0x2C
    }
}
