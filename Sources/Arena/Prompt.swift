/// The checked text a visitor sends.
package struct Prompt: Hashable, Sendable, Codable {
    /// The most bytes a prompt may have, counted in UTF-8 before anything else looks at it.
    package static let byteLimit = 32_768

    /// The text, with line ends as `\n` and no blank space around it.
    package let text: String

    /// Accepts a text.
    ///
    /// - Throws: ``ArenaError/tooLarge(field:limit:)`` above ``byteLimit``;
    ///   ``ArenaError/invalid(field:reason:)`` when it is blank or holds control characters
    ///   other than tabs and line ends.
    package init(_ raw: String) throws(ArenaError) {
        guard raw.utf8.count <= Self.byteLimit else {
            throw .tooLarge(field: "prompt", limit: Self.byteLimit)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.utf8.count)
        for byte in raw.utf8 {
            switch byte {
            case 0x0A where bytes.last == 0x0D: bytes[bytes.count - 1] = 0x0A
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x80...: bytes.append(byte)
            default: throw .invalid(field: "prompt", reason: "It holds a control character.")
            }
        }
        let unified = bytes.map { $0 == 0x0D ? 0x0A : $0 }
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A }
        let core = unified.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
        guard !core.isEmpty else {
            throw .invalid(field: "prompt", reason: "It is empty.")
        }
        text = String(decoding: Array(core), as: UTF8.self)
    }

    /// Restores a prompt that passed the check when it was stored.
    package init(stored text: String) {
        self.text = text
    }
}
