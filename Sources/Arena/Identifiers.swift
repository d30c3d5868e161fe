/// A random 128-bit name of something that `Owner` stands for, as 22 characters of base64url.
///
/// It says nothing about time, order or contenders.
package struct RandomID<Owner>: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The 22 characters.
    package let text: String

    /// Draws a new identifier from the system's cryptographic generator.
    package init() {
        text = RandomText.base64URL(bytes: 16)
    }

    /// Accepts the text of an identifier; `nil` if it cannot be one.
    package init?(_ text: String) {
        guard text.utf8.count == 22, text.utf8.allSatisfy(RandomText.isBase64URL) else {
            return nil
        }
        self.text = text
    }

    /// The identifier's text.
    package var description: String { text }
}

/// The name of one battle.
package typealias BattleID = RandomID<Battle>

/// The opaque identity that opens battles and casts votes: one browser, terminal or token.
package typealias VoterID = RandomID<Vote>

/// The short name of a contender: words of `a`–`z` and `0`–`9` joined by single dashes.
package struct ContenderID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    /// The name.
    package let text: String

    /// Accepts a name of 1 to 80 characters; `nil` when it is not of that form.
    package init?(_ text: String) {
        let edge = { (byte: UInt8?) in byte.map(Self.isWord) ?? false }
        guard (1...80).contains(text.utf8.count), !text.contains("-vs-"),
            !text.contains("--"),
            edge(text.utf8.first), edge(text.utf8.last),
            text.utf8.allSatisfy({ Self.isWord($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        self.text = text
    }

    /// The name.
    package var description: String { text }

    /// By name.
    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    private static func isWord(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

/// Random bytes as text, from the system's cryptographic generator.
package enum RandomText {
    /// `bytes` random bytes in base64url without padding.
    package static func base64URL(bytes count: Int) -> String {
        base64URL(random(bytes: count))
    }

    /// So many random bytes; the system is asked once for each eight.
    package static func random(bytes count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        let words = (0..<(count + 7) / 8).map { _ in generator.next() as UInt64 }
        return Array(words.flatMap { word in withUnsafeBytes(of: word, Array.init) }.prefix(count))
    }

    /// These bytes in base64url (RFC 4648, section 5) without padding.
    package static func base64URL(_ bytes: some Collection<UInt8>) -> String {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var held = 0
        var bits = 0
        for byte in bytes {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[held >> bits & 63])
            }
            held &= (1 << bits) - 1
        }
        if bits > 0 { text.append(alphabet[held << (6 - bits) & 63]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Lower-case hexadecimal.
    package static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self)
    }

    static func isBase64URL(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
