import Foundation

/// Spoils bytes in the ways that break parsers, the same way for the same seed.
package struct Mutation {
    private var state: UInt64

    /// A source of mistakes.
    package init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    /// The bytes with one to eight mistakes in them.
    package mutating func spoil(_ bytes: [UInt8], with words: [String] = []) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(8) { spoilOnce(&bytes, words) }
        return bytes
    }

    /// One of some things; `nil` of none.
    package mutating func one<Element>(of things: [Element]) -> Element? {
        things.isEmpty ? nil : things[below(things.count)]
    }

    private static let signs = Array("{}[]()<>\"'\\/:;,.=&%*#-+ \t\r\n\0".utf8)

    private mutating func spoilOnce(_ bytes: inout [UInt8], _ words: [String]) {
        let place = below(bytes.count + 1)
        let rest = bytes.count - place
        switch below(8) {
        case 0 where rest > 0: bytes[place] ^= 1 << UInt8(below(8))
        case 1 where rest > 0: bytes.removeSubrange(place..<place + below(rest) / 4)
        case 2: bytes.insert(UInt8(below(256)), at: place)
        case 3: bytes.insert(Self.signs[below(Self.signs.count)], at: place)
        case 4 where rest > 0:
            let piece = bytes[place..<place + min(rest, 1 + below(24))]
            bytes.insert(contentsOf: piece, at: below(bytes.count))
        case 5:
            bytes.insert(contentsOf: repeatElement(one(of: Self.signs) ?? 0, count: 40), at: place)
        case 6: bytes.insert(contentsOf: Array((one(of: words) ?? "9e999").utf8), at: place)
        default: bytes.removeLast(min(bytes.count, below(6)))
        }
    }

    /// A number below a bound (xorshift64*).
    private mutating func below(_ bound: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(1, bound)
    }

    /// The files kept for one parser, by name: whatever was found once is tried for ever.
    package static func corpus(_ name: String) throws -> [[UInt8]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fuzz/Corpus/\(name)")
        return try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil
        ).sorted { $0.path < $1.path }.map { Array(try Data(contentsOf: $0)) }
    }
}
