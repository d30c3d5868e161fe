/// A seeded generator, so that a failure comes again.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

extension String {
    /// Pieces of at most so many scalars; of that many exactly unless `random`.
    func pieces(of size: Int, using random: inout Seeded, isExact: Bool = false) -> [String] {
        var pieces: [String] = []
        var rest = unicodeScalars[...]
        while !rest.isEmpty {
            let count = isExact ? size : Int.random(in: 1...size, using: &random)
            let piece = rest.prefix(count)
            pieces.append(String(piece))
            rest = rest[piece.endIndex...]
        }
        return pieces
    }
}

/// A code point that never stands in a text, and that Swift does not let a literal hold.
func noncharacter(_ value: UInt32) -> String {
    UnicodeScalar(value).map { String(Character($0)) } ?? ""
}
