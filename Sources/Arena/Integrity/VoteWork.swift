import Crypto

/// The work that a vote in a public arena is asked for: a number that makes a digest begin with so
/// many zero bits.
///
/// It costs a reader nothing he notices, his browser does it while he reads, and a script some
/// computing for each vote. A vote without it is taken and weighs less.
package enum VoteWork {
    /// The most bits there may be: some minutes of a browser's time.
    package static let bits = 0...22

    /// Whether the SHA-256 of `challenge.nonce` begins with so many zero bits.
    package static func isDone(
        _ challenge: some StringProtocol, nonce: some StringProtocol, bits: Int
    ) -> Bool {
        var left = bits
        for byte in SHA256.hash(data: Array("\(challenge).\(nonce)".utf8)) {
            guard left > 0 else { return true }
            if byte.leadingZeroBitCount < min(8, left) { return false }
            left -= 8
        }
        return left <= 0
    }

    /// Does the work: the challenge with its nonce, as a vote sends it; `nil` for what is no
    /// challenge, or asks for more than ``bits``.
    ///
    /// Complexity: 2 to the power of the bits, on average.
    package static func solution(of challenge: String) -> String? {
        guard let bits = bits(of: challenge), Self.bits.contains(bits) else { return nil }
        var nonce = 0
        while !isDone(challenge, nonce: String(nonce), bits: bits) { nonce += 1 }
        return "\(challenge).\(nonce)"
    }

    /// How many bits a challenge asks for: the number it begins with.
    package static func bits(of challenge: some StringProtocol) -> Int? {
        challenge.split(separator: ".", maxSplits: 1).first.flatMap { Int($0) }
    }
}
