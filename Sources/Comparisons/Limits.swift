package import Catalogue

/// Two token limits side by side.
package struct Limits: Sendable, Hashable {
    /// The sourced limits.
    package let facts: Sides<Fact<Int>?>
    /// The larger divided by the smaller; `nil` unless both are known and above zero.
    package let ratio: Rational?
    /// The side with the larger; `nil` where they are the same, within 3% or as far as rounded
    /// sources tell, or one is unknown.
    package let larger: PairSide?

    init(_ facts: Sides<Fact<Int>?>) {
        self.facts = facts
        guard let known: Sides<Fact<Int>> = facts.both(), known.a.value > 0, known.b.value > 0
        else {
            (ratio, larger) = (nil, nil)
            return
        }
        let sizes = known.map(\.value)
        let ratio = Rational(Int128(max(sizes.a, sizes.b)), over: Int128(min(sizes.a, sizes.b)))
        let isSame =
            ratio < Rational(103, over: 100)
            || known.a.origin.shown.agrees(with: known.b.origin.shown)
        self.ratio = ratio
        larger = isSame ? nil : sizes.greater
    }

    /// The larger side where the limits differ by so many times or more.
    package func larger(by times: Rational) -> PairSide? {
        guard let ratio, ratio >= times else { return nil }
        return larger
    }

    /// How much larger the larger is: `8.2 times as many`, or `4% more` where that says more.
    var times: Sentence? {
        guard let ratio else { return nil }
        let bases = [facts.a, facts.b].compactMap { $0?.basis }
        guard ratio < Rational(105, over: 100) else {
            return "\(Figure(Form.ratio(ratio), .ratio, of: bases)) times as many"
        }
        return "\(Figure(Form.percent(ratio - Rational(1)), .ratio, of: bases)) more"
    }

    /// The word that goes with ``times``: `as` or `than`.
    var than: Sentence { ratio.map { $0 < Rational(105, over: 100) } == true ? "than" : "as" }

    /// What lies between the two, for a table: `8.2 times`, `the same`.
    var between: Cell {
        guard let times else {
            return facts.a == nil && facts.b == nil ? .empty : Cell(.notComparable)
        }
        if larger != nil { return Cell(times) }
        return facts.a?.value == facts.b?.value ? Cell("the same") : Cell("about the same")
    }

    /// The larger and the smaller limit, where they differ.
    func ordered(_ side: PairSide) -> (larger: Fact<Int>, smaller: Fact<Int>)? {
        guard let one = facts[side], let other = facts[side.other] else { return nil }
        return (one, other)
    }
}
