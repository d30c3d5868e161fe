/// The exact distribution of a sum of independent outcomes, each 0, ½ or 1.
struct ExactTail {
    /// Chances of sums 0, ½, 1, …
    private var chances = [1.0]
    private var doubled = 0

    /// Adds a vote with the chances of nothing, a half and one, and what it came to.
    mutating func add(loss: Double, tie: Double, win: Double, score: Double) {
        var next = [Double](repeating: 0, count: chances.count + 2)
        for (sum, chance) in chances.enumerated() {
            next[sum] += chance * loss
            next[sum + 1] += chance * tie
            next[sum + 2] += chance * win
        }
        chances = next
        doubled += Int((2 * score).rounded())
    }

    /// How many votes went in.
    var count: Int { chances.count / 2 }

    /// The chance of a sum as large as this one or larger, and as small or smaller.
    var tails: (upper: Double, lower: Double) {
        (
            min(1, chances[doubled...].reduce(0, +)), min(1, chances[...doubled].reduce(0, +))
        )
    }
}
