/// A seeded generator: the same seed gives the same digits on every machine.
///
/// xoshiro256++ 1.0 (Blackman and Vigna 2019), its four words filled from the seed by SplitMix64
/// (Steele, Lea and Flood 2014). For simulation and resampling only; nothing that must be secret
/// may be drawn from it.
public struct Random: RandomNumberGenerator, Sendable, Equatable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// Starts from a seed.
    public init(seed: UInt64) {
        var mixer = SplitMix(state: seed)
        state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
    }

    /// Starts from a seed and the number of a stream; streams of one seed do not overlap in
    /// practice.
    public init(seed: UInt64, stream: UInt64) {
        var mixer = SplitMix(state: stream)
        self.init(seed: seed ^ mixer.next())
    }

    /// Starts from its four words, which must not all be zero.
    package init(state: (UInt64, UInt64, UInt64, UInt64)) {
        self.state = state
    }

    /// 64 random bits.
    public mutating func next() -> UInt64 {
        let sum = state.0 &+ state.3
        let result = (sum << 23 | sum >> 41) &+ state.0
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = state.3 << 45 | state.3 >> 19
        return result
    }

    /// A number in 0 ≤ u < 1, a multiple of 2⁻⁵³.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number in 0 < u < 1.
    mutating func openUniform() -> Double {
        (Double(next() >> 12) + 0.5) * 0x1p-52
    }

    /// A draw from the standard normal distribution, by Marsaglia's polar method.
    public mutating func normal() -> Double {
        while true {
            let x = 2 * openUniform() - 1
            let y = 2 * openUniform() - 1
            let square = x * x + y * y
            if square < 1 && square > 0 {
                return x * (-2 * naturalLog(square) / square).squareRoot()
            }
        }
    }

    /// Whether both will give the same numbers.
    public static func == (left: Random, right: Random) -> Bool {
        left.state == right.state
    }
}

/// SplitMix64, for filling a state from a seed.
package struct SplitMix {
    private var state: UInt64

    /// Starts from a state.
    /// Starts from its four words, which must not all be zero.
    package init(state: UInt64) {
        self.state = state
    }

    /// 64 random bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
