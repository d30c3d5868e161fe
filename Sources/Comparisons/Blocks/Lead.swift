import Ratings

/// A difference that passed its row's own threshold: who gains, by how much, and in a sentence.
package struct Lead: Sendable, Hashable {
    /// The row of the scorecard, by its id.
    package let row: String
    /// Who gains.
    package let side: PairSide
    /// Standard errors for what was voted or measured, |ln ratio| for prices and limits.
    package let size: Double
    /// The whole sentence.
    package let sentence: Sentence

    init(_ row: String, _ side: PairSide, size: Double, _ sentence: Sentence) {
        self.row = row
        self.side = side
        self.size = size
        self.sentence = sentence
    }

    /// The leads of both sides, each side's largest first, at most five a side.
    static func ranked(_ leads: [Lead]) -> Sides<[Lead]> {
        Sides { side in
            Array(
                leads.filter { $0.side == side }
                    .sorted { ($0.size, $1.row) > ($1.size, $0.row) }.prefix(5))
        }
    }
}

extension Rational {
    /// The natural logarithm of a ratio above zero, as a size among others.
    var logarithm: Double {
        abs(Scale.gap(atShare: double / (1 + double)) / Scale.pointsPerLogOdds)
    }
}

extension PairedDifference {
    /// How many standard errors the median lies from zero.
    var standardErrors: Double? {
        let error = interval.halfWidth / 1.96
        return error > 0 ? abs(median) / error : nil
    }
}
