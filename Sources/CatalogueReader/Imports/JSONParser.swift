/// Reads JSON (RFC 8259) strictly: no comment, no `NaN`, no key twice, no half a character.
struct JSONParser {
    /// How deep lists and objects may stand in one another.
    static let depthLimit = 32
    /// The most bytes a text within may have.
    static let stringLimit = 65_536

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    /// The value of a text.
    ///
    /// - Throws: ``JSONFailure`` with the byte where it stops being JSON.
    static func parse(_ bytes: [UInt8]) throws(JSONFailure) -> JSONNode {
        var parser = JSONParser(bytes: bytes)
        parser.skipBlanks()
        let node = try parser.value()
        parser.skipBlanks()
        guard parser.index == bytes.count else { throw parser.failure("Something follows the end") }
        return node
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func failure(_ reason: String) -> JSONFailure {
        JSONFailure(reason: index < bytes.count ? reason : "It ends too soon", offset: index)
    }

    private mutating func skipBlanks() {
        while let byte, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { index += 1 }
    }

    private mutating func take(_ expected: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: expected) else { return false }
        index += 1
        return true
    }

    private mutating func value() throws(JSONFailure) -> JSONNode {
        let start = index
        switch byte {
        case UInt8(ascii: "{"): return JSONNode(value: .object(try object()), offset: start)
        case UInt8(ascii: "["): return JSONNode(value: .array(try array()), offset: start)
        case UInt8(ascii: "\""): return JSONNode(value: .string(try string()), offset: start)
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return JSONNode(value: .number(try number()), offset: start)
        }
    }

    private mutating func word(
        _ text: String, _ value: JSONNode.Value
    ) throws(JSONFailure) -> JSONNode {
        guard bytes[index...].starts(with: text.utf8) else { throw failure("No value begins here") }
        defer { index += text.utf8.count }
        return JSONNode(value: value, offset: index)
    }

    private mutating func open() throws(JSONFailure) {
        depth += 1
        guard depth <= Self.depthLimit else { throw failure("It is nested too deeply") }
        index += 1
        skipBlanks()
    }

    private mutating func object() throws(JSONFailure) -> [JSONNode.Member] {
        try open()
        defer { depth -= 1 }
        var members: [JSONNode.Member] = []
        var keys: Set<String> = []
        if take("}") { return members }
        while true {
            let start = index
            let key = try string()
            guard keys.insert(key).inserted else {
                throw JSONFailure(
                    reason: "The key \(Refusal.quoted(key)) stands twice", offset: start)
            }
            skipBlanks()
            guard take(":") else { throw failure("A colon is missing") }
            skipBlanks()
            members.append(JSONNode.Member(key: key, node: try value()))
            skipBlanks()
            if take("}") { return members }
            guard take(",") else { throw failure("A comma is missing") }
            skipBlanks()
        }
    }

    private mutating func array() throws(JSONFailure) -> [JSONNode] {
        try open()
        defer { depth -= 1 }
        var elements: [JSONNode] = []
        if take("]") { return elements }
        while true {
            elements.append(try value())
            skipBlanks()
            if take("]") { return elements }
            guard take(",") else { throw failure("A comma is missing") }
            skipBlanks()
        }
    }

    private mutating func digits() throws(JSONFailure) {
        guard let first = byte, (48...57).contains(first) else {
            throw failure("No value begins here")
        }
        while let byte, (48...57).contains(byte) { index += 1 }
    }

    private mutating func number() throws(JSONFailure) -> String {
        let start = index
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        guard index - start <= 100 else {
            throw JSONFailure(reason: "The number is longer than 100 bytes", offset: start)
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}

extension JSONParser {
    private mutating func string() throws(JSONFailure) -> String {
        let start = index
        guard take("\"") else { throw failure("A text is missing") }
        var text: [UInt8] = []
        while !take("\"") {
            guard let next = byte, next >= 0x20 else { throw failure("A text is not closed") }
            index += 1
            if next == UInt8(ascii: "\\") {
                text += Array(String(try escape()).utf8)
            } else {
                text.append(next)
            }
            guard text.count <= Self.stringLimit else {
                throw JSONFailure(
                    reason: "A text is longer than \(Self.stringLimit) bytes", offset: start)
            }
        }
        guard let string = String(validating: text, as: UTF8.self) else {
            throw JSONFailure(reason: "A text is not UTF-8", offset: start)
        }
        return string
    }

    private mutating func escape() throws(JSONFailure) -> Unicode.Scalar {
        let marks: [(Unicode.Scalar, Unicode.Scalar)] = [
            ("\"", "\""), ("\\", "\\"), ("/", "/"), ("b", "\u{8}"), ("f", "\u{C}"), ("n", "\n"),
            ("r", "\r"), ("t", "\t"),
        ]
        for (mark, meaning) in marks where take(mark) { return meaning }
        guard take("u") else { throw failure("There is no such escape") }
        let first = try unit()
        guard (0xD800...0xDBFF).contains(first) else {
            guard let scalar = Unicode.Scalar(first) else { throw failure("Half a character") }
            return scalar
        }
        guard take("\\"), take("u") else { throw failure("Half a character") }
        let second = try unit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw failure("Half a character") }
        return scalar
    }

    private mutating func unit() throws(JSONFailure) -> UInt32 {
        let end = index + 4
        guard end <= bytes.count else {
            index = bytes.count
            throw failure("Half an escape")
        }
        let text = String(decoding: bytes[index..<end], as: UTF8.self)
        guard bytes[index..<end].allSatisfy({ $0 != 43 && $0 != 45 }),
            let unit = UInt32(text, radix: 16)
        else { throw failure("Half an escape") }
        index = end
        return unit
    }
}
