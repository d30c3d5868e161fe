/// An amount of money with how it is printed and what it was computed from.
struct Amount: Sendable, Hashable {
    let dollars: Rational
    let figure: Figure

    init(_ dollars: Rational, _ figure: Figure) {
        self.dollars = dollars
        self.figure = figure
    }
}

/// Two prices in words: never a percentage over fifty, never a times cheaper.
package struct PriceComparison: Sendable, Hashable {
    /// What the words say.
    package enum Finding: Sendable, Hashable {
        /// Both cost nothing.
        case bothFree
        /// One costs nothing.
        case oneFree
        /// Less than 5% apart.
        case same
        /// One costs up to half less.
        case less
        /// One costs twice as much or more.
        case times
    }

    /// What the words say.
    package let finding: Finding
    /// The cheaper one; `nil` where they cost the same or about the same.
    package let cheaper: PairSide?
    /// The larger price divided by the smaller; `nil` where the smaller is nothing.
    package let ratio: Rational?
    /// The sentence.
    package let sentence: Sentence
    /// The finding in short, as `56 times as much` or `33% less`.
    package let short: Sentence

    /// Compares two amounts; `basis` is what they are for, as `per answer`.
    init(_ amounts: Sides<Amount>, _ names: Sides<Name>, per basis: Sentence) {
        let low = amounts.map(\.dollars).greater?.other ?? .b
        let words = Words(
            low: names[low], high: names[low.other], priceLow: amounts[low].figure,
            priceHigh: amounts[low.other].figure, basis: basis)
        let (smaller, larger) = (amounts[low].dollars, amounts[low.other].dollars)
        guard smaller > .zero else {
            finding = larger > .zero ? .oneFree : .bothFree
            ratio = nil
            cheaper = larger > .zero ? low : nil
            sentence = larger > .zero ? words.oneFree : words.bothFree
            short = "free"
            return
        }
        let ratio = larger / smaller
        self.ratio = ratio
        finding = Self.finding(ratio)
        cheaper = finding == .same ? nil : low
        let inputs = amounts.a.figure.inputs + amounts.b.figure.inputs
        switch finding {
        case .times:
            let times = Figure(Form.ratio(ratio), .ratio, of: inputs)
            sentence = words.times(times)
            short = "\(times) times as much"
        case .less:
            let saving = Form.percent(Rational(1) - smaller / larger)
            let less = Figure(saving, .saving, of: inputs)
            sentence = words.less(less)
            short = "\(less) less"
        case .same, .bothFree, .oneFree:
            sentence = words.same(amounts.map(\.figure))
            short = "about the same"
        }
    }

    private static func finding(_ ratio: Rational) -> Finding {
        if ratio < Rational(105, over: 100) { return .same }
        return ratio < Rational(2) ? .less : .times
    }

    private struct Words {
        let low: Name
        let high: Name
        let priceLow: Figure
        let priceHigh: Figure
        let basis: Sentence

        var bothFree: Sentence { "Both are free \(basis) on these routes." }

        var oneFree: Sentence {
            "\(low) is free on this route; \(high) costs \(priceHigh) \(basis)."
        }

        func same(_ prices: Sides<Figure>) -> Sentence {
            "They cost about the same \(basis) (\(prices.a), \(prices.b))."
        }

        func less(_ saving: Figure) -> Sentence {
            "\(low) costs \(saving) less \(basis) (\(priceLow) against \(priceHigh))."
        }

        func times(_ ratio: Figure) -> Sentence {
            """
            \(high) costs \(ratio) times as much as \(low) \(basis) \
            (\(priceHigh) against \(priceLow)).
            """
        }
    }
}
