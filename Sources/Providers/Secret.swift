/// A key that cannot be printed: no description, no mirror and no encoding tells it.
package struct Secret: Sendable, Equatable {
    /// The key, for the one place that writes it into a request header.
    let exposed: String

    /// Keeps a key, without the blank space that pasting leaves around it.
    package init(_ text: String) {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let core = text.utf8.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
        exposed = String(decoding: Array(core), as: UTF8.self)
    }

    /// Whether there is nothing in it.
    package var isEmpty: Bool { exposed.isEmpty }

    /// The text with every occurrence of this key blacked out.
    package func redacted(from text: String) -> String {
        guard !isEmpty else { return text }
        return text.split(separator: exposed, omittingEmptySubsequences: false)
            .joined(separator: "[key]")
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always the same words.
    package var description: String { "[key]" }

    /// Always the same words.
    package var debugDescription: String { "[key]" }

    /// A mirror that shows nothing.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
