/// Pairs of indices and the order in which they first appeared: a hash table of its own, for the
/// inner loop of counting, without seeds and without allocation per pair.
struct PairTable: Sendable {
    /// The pairs, one index in the upper and one in the lower half, in order of first appearance.
    private(set) var pairs: [UInt64] = []
    private var slots = [Int32](repeating: -1, count: 16)

    /// The key of two indices in this order.
    @inline(__always)
    static func key(_ one: Int, _ other: Int) -> UInt64 { UInt64(one) << 32 | UInt64(other) }

    /// The key of two indices without their order.
    @inline(__always)
    static func unordered(_ one: Int, _ other: Int) -> UInt64 {
        key(min(one, other), max(one, other))
    }

    /// The place of a pair; `nil` when it never appeared.
    func place(of pair: UInt64) -> Int? {
        var slot = Self.hash(pair) & (slots.count &- 1)
        while slots[slot] >= 0 {
            if pairs[Int(slots[slot])] == pair { return Int(slots[slot]) }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        return nil
    }

    /// The place of a pair, which is `pairs.count` before the call if it is new.
    @inline(__always)
    mutating func enter(_ pair: UInt64) -> Int {
        var slot = Self.hash(pair) & (slots.count &- 1)
        while slots[slot] >= 0 {
            if pairs[Int(slots[slot])] == pair { return Int(slots[slot]) }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        return append(pair, slot: slot)
    }

    @inline(never)
    private mutating func append(_ pair: UInt64, slot: Int) -> Int {
        slots[slot] = Int32(pairs.count)
        pairs.append(pair)
        if pairs.count * 2 > slots.count { grow() }
        return pairs.count - 1
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (index, pair) in pairs.enumerated() {
            var slot = Self.hash(pair) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    @inline(__always)
    private static func hash(_ pair: UInt64) -> Int {
        let product = pair.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: product.high ^ product.low)
    }
}
