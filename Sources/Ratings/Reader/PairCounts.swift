/// Votes counted for each pair in the order it was shown: how often a met b with which outcome.
struct PairCounts: Sendable {
    private var table = PairTable()
    /// Four counts a pair, in the order of `Outcome.allCases`.
    private var counts: [Int] = []

    /// Counts one vote.
    @inline(__always)
    mutating func add(a: Int, b: Int, outcome: Int) {
        let place = table.enter(PairTable.key(a, b)) &* 4
        if place == counts.count { counts.append(contentsOf: repeatElement(0, count: 4)) }
        counts[place &+ outcome] &+= 1
    }

    /// How often each pair had each outcome, where it had it, in order of first appearance.
    var cells: some Sequence<(a: Int, b: Int, outcome: Outcome, count: Int)> {
        counts.indices.lazy.filter { counts[$0] > 0 }.map { place in
            let pair = table.pairs[place / 4]
            let outcome = Outcome.allCases[place % 4]
            return (Int(pair >> 32), Int(pair & 0xFFFF_FFFF), outcome, counts[place])
        }
    }
}
