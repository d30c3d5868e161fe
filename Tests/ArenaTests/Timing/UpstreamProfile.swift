import Foundation
import Ratings

/// How one contender's text comes over the wire: all that its times could tell.
struct UpstreamProfile {
    /// Seconds to the first text.
    var firstText: Double
    /// Tokens a second.
    var rate: Double
    /// Coefficient of variation of the time between two tokens.
    var jitter: Double
    /// Tokens in a chunk.
    var chunk: Int
    /// Seconds from the last text to the end of the stream.
    var tail: Double

    /// Six, from a quick small model to a slow starter that writes in large chunks.
    static let six = [
        UpstreamProfile(firstText: 0.25, rate: 140, jitter: 0.3, chunk: 1, tail: 0.02),
        UpstreamProfile(firstText: 0.6, rate: 80, jitter: 0.5, chunk: 1, tail: 0.1),
        UpstreamProfile(firstText: 0.4, rate: 45, jitter: 0.4, chunk: 1, tail: 0.05),
        UpstreamProfile(firstText: 1.2, rate: 60, jitter: 0.6, chunk: 4, tail: 0.3),
        UpstreamProfile(firstText: 0.8, rate: 25, jitter: 0.3, chunk: 1, tail: 0.01),
        UpstreamProfile(firstText: 2.5, rate: 110, jitter: 0.8, chunk: 8, tail: 0.2),
    ]

    /// One reply. Lengths are drawn alike for every profile, since the length of a text is on the
    /// page in every mode.
    func reply(using random: inout Random) -> Arrival {
        let tokens = 120 + Int(random.uniform() * 280)
        var time = firstText * exp(0.35 * random.normal())
        let rate = self.rate * exp(0.15 * random.normal())
        var pieces: [Arrival.Piece] = []
        for _ in stride(from: 0, to: tokens, by: chunk) {
            time += gamma(mean: Double(chunk) / rate, variation: jitter, using: &random)
            let characters = (0..<chunk).reduce(0) { sum, _ in sum + 2 + Int(random.uniform() * 6) }
            pieces.append(Arrival.Piece(time: time, characters: characters))
        }
        return Arrival(pieces: pieces, end: time + tail)
    }

    /// A gamma draw by Marsaglia and Tsang's method (2000), whose shape here is at least 1.
    private func gamma(mean: Double, variation: Double, using random: inout Random) -> Double {
        let shape = 1 / (variation * variation)
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = random.normal()
            let v = pow(1 + c * x, 3)
            guard v > 0 else { continue }
            if log(max(random.uniform(), 1e-300)) < 0.5 * x * x + d - d * v + d * log(v) {
                return mean * d * v / shape
            }
        }
    }
}

/// One reply as it comes from upstream.
struct Arrival {
    /// Text that comes at one moment.
    struct Piece: Equatable {
        var time: Double
        var characters: Int
    }

    var pieces: [Piece]
    /// When the stream ends.
    var end: Double

    var characters: Int { pieces.reduce(0) { $0 + $1.characters } }
}
