import Crypto

/// 32 bytes of SHA-256, told as 64 lower-case hexadecimal digits.
package struct LedgerHash: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes.
    package let bytes: [UInt8]

    /// What stands before the first vote: 32 zero bytes.
    package static let start = LedgerHash(unchecked: [UInt8](repeating: 0, count: 32))

    /// Accepts 32 bytes; `nil` for any other number.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.bytes = Array(bytes)
    }

    /// Accepts 64 hexadecimal digits in lower case; `nil` for anything else.
    package init?(hex: String) {
        let digits = hex.utf8.map { Self.value(of: $0) }
        guard digits.count == 64, !digits.contains(nil) else { return nil }
        let values = digits.compactMap(\.self)
        bytes = (0..<32).map { values[2 * $0] << 4 | values[2 * $0 + 1] }
    }

    /// The SHA-256 of a tag and what follows it. Tags keep a leaf from being taken for a head.
    init(tag: UInt8, _ parts: [UInt8]...) {
        var hash = SHA256()
        hash.update(data: [tag])
        for part in parts { hash.update(data: part) }
        bytes = Array(hash.finalize())
    }

    init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The 64 digits.
    package var description: String { RandomText.hex(bytes) }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension LedgerHash: Codable {
    /// Reads 64 hexadecimal digits.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = LedgerHash(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not 64 hexadecimal digits")
        }
        self = hash
    }

    /// Writes 64 hexadecimal digits.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// What a voter holds to prove that his vote was kept: its number, its leaf and the head over it
/// and all before it.
package struct VoteReceipt: Codable, Hashable, Sendable {
    /// The number of the vote, from 1.
    package let sequence: Int64
    /// What the vote says, hashed; see ``VoteLeaf``.
    package let leaf: LedgerHash
    /// SHA-256 over `0x01`, the head before and the leaf.
    package let head: LedgerHash

    /// A receipt as it was kept.
    package init(sequence: Int64, leaf: LedgerHash, head: LedgerHash) {
        self.sequence = sequence
        self.leaf = leaf
        self.head = head
    }

    /// The receipt of the vote that follows a head.
    package init(sequence: Int64, leaf: LedgerHash, after previous: LedgerHash) {
        self.init(
            sequence: sequence, leaf: leaf,
            head: LedgerHash(tag: 1, previous.bytes, leaf.bytes))
    }
}
