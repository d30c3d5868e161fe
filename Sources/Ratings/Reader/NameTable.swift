/// Names entered once, by their bytes, in order of first appearance.
///
/// A look-up costs one hash of the bytes and usually one comparison; no name becomes a `String`
/// until it is asked for.
package struct NameTable: Sendable {
    private struct Entry: Sendable {
        let hash: UInt64
        let start: Int
        let length: Int
    }

    private var entries: [Entry] = []
    /// The names' bytes one after the other, then padding.
    private var bytes = [UInt8](repeating: 0, count: ByteView.padding)
    /// Places in `entries`, −1 where free; a power of two of them, at most half taken.
    private var slots = [Int32](repeating: -1, count: 64)

    /// A table without names.
    package init() {}

    /// The number of names.
    package var count: Int { entries.count }

    /// The name with an index.
    func name(_ index: Int) -> String {
        let entry = entries[index]
        return bytes.withPaddedView { $0.text(entry.start..<entry.start + entry.length) }
    }

    /// All names, in order of first appearance.
    package var names: [String] { entries.indices.map(name) }

    /// The index of the name at a place of a view, which is entered if it is new.
    @inline(__always)
    package mutating func index(of view: ByteView, start: Int, length: Int) -> Int {
        let hash = view.hash(start: start, length: length)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            let entry = entries[index]
            if entry.hash == hash, entry.length == length,
                isEqual(entry, view, start: start, length: length)
            {
                return index
            }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        return enter(view, start: start, length: length, hash: hash, slot: slot)
    }

    /// The index of another table's name, which is entered if it is new.
    mutating func index(of other: Int, in table: NameTable) -> Int {
        let entry = table.entries[other]
        return table.bytes.withPaddedView {
            index(of: $0, start: entry.start, length: entry.length)
        }
    }

    @inline(__always)
    private func isEqual(_ entry: Entry, _ view: ByteView, start: Int, length: Int) -> Bool {
        bytes.withPaddedView { mine in
            var place = 0
            while place < length {
                let left = length &- place
                guard
                    mine.word(at: entry.start &+ place, length: left)
                        == view.word(at: start &+ place, length: left)
                else { return false }
                place &+= 8
            }
            return true
        }
    }

    @inline(never)
    private mutating func enter(
        _ view: ByteView, start: Int, length: Int, hash: UInt64, slot: Int
    ) -> Int {
        let entry = Entry(hash: hash, start: bytes.count - ByteView.padding, length: length)
        bytes.removeLast(ByteView.padding)
        bytes.append(contentsOf: view.bytes(start..<start + length))
        bytes.append(contentsOf: repeatElement(0, count: ByteView.padding))
        slots[slot] = Int32(entries.count)
        entries.append(entry)
        if entries.count * 2 > slots.count { grow() }
        return entries.count - 1
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }
}

extension ByteView {
    /// A hash of some bytes: each word is mixed in by a multiplication of 64 by 64 bits, whose
    /// halves are folded.
    @inline(__always)
    func hash(start: Int, length: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
        var place = 0
        while place < length {
            let word = word(at: start &+ place, length: length &- place)
            let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
            hash = product.high ^ product.low &+ 0x9E37_79B9_7F4A_7C15
            place &+= 8
        }
        return hash ^ hash >> 32
    }
}
