/// Votes counted for each pair in the order it was shown: how often a met b with which outcome.
struct PairCounts: Sendable {
    /// The pairs, a in the upper and b in the lower half, in order of first appearance.
    private var pairs: [UInt64] = []
    /// Four counts a pair, in the order of `Outcome.allCases`.
    private var counts: [Int] = []
    private var slots = [Int32](repeating: -1, count: 256)

    /// Counts one vote.
    @inline(__always)
    mutating func add(a: Int, b: Int, outcome: Int) {
        counts[place(UInt64(a) << 32 | UInt64(b)) &* 4 &+ outcome] &+= 1
    }

    /// How often each pair had each outcome, where it had it, in order of first appearance.
    var cells: some Sequence<(a: Int, b: Int, outcome: Outcome, count: Int)> {
        counts.indices.lazy.filter { counts[$0] > 0 }.map { place in
            let pair = pairs[place / 4]
            let outcome = Outcome.allCases[place % 4]
            return (Int(pair >> 32), Int(pair & 0xFFFF_FFFF), outcome, counts[place])
        }
    }

    @inline(__always)
    private mutating func place(_ pair: UInt64) -> Int {
        var slot = Self.hash(pair) & (slots.count &- 1)
        while slots[slot] >= 0 {
            if pairs[Int(slots[slot])] == pair { return Int(slots[slot]) }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        return enter(pair, slot: slot)
    }

    @inline(never)
    private mutating func enter(_ pair: UInt64, slot: Int) -> Int {
        slots[slot] = Int32(pairs.count)
        pairs.append(pair)
        counts.append(contentsOf: repeatElement(0, count: 4))
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
