/// Reads the value of a wanted field as what it must be.
struct JSONFieldValue {
    /// The field's name, for messages.
    let name: String
    var scanner: JSONScanner

    /// Passes over what should have been a text.
    mutating func refuseText() throws(VoteFaultReason) {
        try pass()
        throw .wrongKind(name, wanted: "a text")
    }

    /// `true` or `false`.
    mutating func flag() throws(VoteFaultReason) -> Bool {
        let byte = scanner.view[scanner.at]
        try pass()
        switch byte {
        case 0x74: return true
        case 0x66: return false
        default: throw .wrongKind(name, wanted: "true or false")
        }
    }

    /// A number.
    mutating func number() throws(VoteFaultReason) -> Double {
        let start = scanner.at
        try pass()
        guard let number = NumberText(scanner.view, start..<scanner.at).value else {
            throw .wrongKind(name, wanted: "a number")
        }
        return number
    }

    /// Seconds since 1970, from a number (milliseconds under `timestamp`, as pandas writes them) or
    /// from a text as in RFC 3339.
    mutating func time() throws(VoteFaultReason) -> Double {
        guard scanner.view[scanner.at] == 0x22 else {
            return try number() / (name == "timestamp" ? 1000 : 1)
        }
        let text = try skipText()
        let shown = scanner.view.text(text.start..<text.end)
        guard let time = TimeText.seconds(shown) else { throw .badTime(shown) }
        return time
    }

    /// Whether a category is named: as a text, in an array, or as a key that holds true.
    mutating func isCategory(_ wanted: String) throws(VoteFaultReason) -> Bool {
        let start = scanner.at
        try pass()
        return CategoryScan(wanted: wanted, view: scanner.view).isNamed(start..<scanner.at)
    }

    /// The style of both replies.
    mutating func style(_ object: StyleObject) throws(VoteFaultReason) -> SIMD8<Double> {
        guard scanner.view[scanner.at] == 0x7B else {
            try pass()
            throw .wrongKind(name, wanted: "an object")
        }
        return try object.read(&scanner)
    }

    /// Passes over the value, whatever it is.
    private mutating func pass() throws(VoteFaultReason) {
        do throws(JSONFault) { try scanner.skipValue() } catch { throw .notJSON(error) }
    }

    private mutating func skipText() throws(VoteFaultReason) -> JSONText {
        do throws(JSONFault) { return try scanner.skipText() } catch { throw .notJSON(error) }
    }
}
