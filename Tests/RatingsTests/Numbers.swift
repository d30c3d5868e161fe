import Foundation
import Ratings

/// eˣ and ln x by their full names, as the tests read them.
func exponential(_ x: Double) -> Double { exp(x) }
func logarithm(_ x: Double) -> Double { log(x) }

/// Contenders with known strengths whose battles can be drawn.
struct Planted {
    let strengths: [Double]
    /// The share of votes that end in a tie whatever the contenders.
    var ties = 0.0

    var names: [String] { strengths.indices.map { "c\($0)" } }

    /// The expected share of i against j that a fit should find: ties count half.
    func outcome(_ i: Int, _ j: Int, shift: Double = 0, _ random: inout Random) -> Outcome {
        if random.uniform() < ties { return .tie }
        let gap = strengths[i] - strengths[j] + shift
        return random.uniform() < 1 / (1 + exp(-gap)) ? .a : .b
    }

    /// Two different contenders, uniformly.
    func pair(_ random: inout Random) -> (Int, Int) {
        let first = Int.random(in: 0..<strengths.count, using: &random)
        let other = Int.random(in: 0..<(strengths.count - 1), using: &random)
        return (first, other < first ? other : other + 1)
    }

    func tally(votes: Int, _ random: inout Random) throws -> Tally {
        var tally = Tally()
        let names = names
        for name in names { try tally.register(name) }
        for _ in 0..<votes {
            let (i, j) = pair(&random)
            try tally.add(outcome(i, j, &random), first: i, second: j)
        }
        return tally
    }

    /// The gap in log-odds that half-point ties make of a true gap: E = t/2 + (1 − t)·p.
    func halfTieGap(_ gap: Double) -> Double {
        let share = ties / 2 + (1 - ties) / (1 + exp(-gap))
        return log(share / (1 - share))
    }
}
