import Crypto
package import Foundation

/// The last vote that was acknowledged, as it is kept outside the database.
///
/// SQLite opens a database whose log was cut or deleted without a word; only a mark elsewhere tells
/// that votes are gone. It is kept in a file of two slots, written in turn, so that a write that is
/// torn leaves the one before it.
package struct LedgerAnchor: Equatable, Sendable {
    /// Bytes of one slot: no disk writes more than this at once, and none less than all of it.
    package static let slotSize = 4096

    /// Counts the writes.
    package let generation: UInt64
    /// The number of the vote; 0 before the first.
    package let sequence: Int64
    /// The head over it.
    package let head: LedgerHash

    /// A mark; by default that of an arena without a vote.
    package init(generation: UInt64 = 0, sequence: Int64 = 0, head: LedgerHash = .start) {
        self.generation = generation
        self.sequence = sequence
        self.head = head
    }

    /// The mark after this one.
    package func next(sequence: Int64, head: LedgerHash) -> LedgerAnchor {
        LedgerAnchor(generation: generation + 1, sequence: sequence, head: head)
    }

    /// Where in the file this mark is written.
    package var offset: Int { Int(generation % 2) * Self.slotSize }

    /// The slot: one line of text, with a checksum, and blanks.
    package var slot: Data {
        let words = "arena-anchor 1 \(generation) \(sequence) \(head)"
        let line = "\(words) \(Self.checksum(of: words))\n"
        return Data(line.utf8) + Data(repeating: 0x20, count: Self.slotSize - line.utf8.count)
    }

    /// The newest whole mark in a file; `nil` where there is none.
    package init?(file: Data) {
        let slots = [0, Self.slotSize].compactMap { start in
            LedgerAnchor(slot: file.dropFirst(start).prefix(Self.slotSize))
        }
        guard let newest = slots.max(by: { $0.generation < $1.generation }) else { return nil }
        self = newest
    }

    private init?(slot: Data) {
        guard let line = slot.split(separator: 0x0A, maxSplits: 1).first else { return nil }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
        guard words.count == 6, words[0] == "arena-anchor", words[1] == "1",
            let generation = UInt64(words[2]), let sequence = Int64(words[3]), sequence >= 0,
            let head = LedgerHash(hex: words[4]),
            words[5] == Self.checksum(of: words.dropLast().joined(separator: " "))
        else { return nil }
        self.init(generation: generation, sequence: sequence, head: head)
    }

    private static func checksum(of words: String) -> String {
        RandomText.hex(SHA256.hash(data: Array(words.utf8)).prefix(8))
    }
}
