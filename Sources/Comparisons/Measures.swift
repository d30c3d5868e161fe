import Catalogue

/// The arena's measurements as figures: each value is there only where it can be said.
package struct Measures: Sendable, Equatable {
    /// The evidence; `nil` where nothing was measured of either.
    package let evidence: MeasuredEvidence?
    let slugs: Sides<String>

    /// Answers below which nothing is said of one model.
    static let fewest = 20
    /// Answers below which nothing is compared.
    static let fewestToCompare = 50
    /// Calls below which failures are not compared.
    static let fewestCalls = 200

    init(_ evidence: MeasuredEvidence?, _ slugs: Sides<String>) {
        self.evidence = evidence
        self.slugs = slugs
    }

    /// What was measured of one side.
    func side(_ side: PairSide) -> Measured? { evidence?.sides[side] }

    /// The basis of a measurement of one side.
    func basis(_ side: PairSide, _ what: String) -> Basis {
        .measured("measured/\(slugs[side])/\(what)")
    }

    /// Why one side has no figure.
    func missing(_ side: PairSide) -> Missing {
        self.side(side) == nil ? .notMeasured : .tooFewMeasurements
    }

    /// A statistic of one side; `nil` where there are too few answers or it is not a number.
    func statistic(_ side: PairSide, _ read: (Measured) -> Double?) -> Double? {
        guard let measured = self.side(side), measured.answers >= Self.fewest,
            let value = read(measured), value.isFinite, value >= 0
        else { return nil }
        return value
    }

    /// A mean of one side: a sum over all answers divided by their number.
    func mean(_ side: PairSide, _ read: (Measured) -> Int?) -> Rational? {
        guard let measured = self.side(side), measured.answers >= Self.fewest,
            let total = read(measured), total >= 0
        else { return nil }
        return Rational(Int128(total), over: Int128(measured.answers))
    }

    /// A rate of one side: a count divided by all its calls.
    func rate(_ side: PairSide, _ read: (Measured) -> Int) -> Rational? {
        guard let measured = self.side(side), measured.calls >= Self.fewest,
            (0...measured.calls).contains(read(measured))
        else { return nil }
        return Rational(Int128(read(measured)), over: Int128(measured.calls))
    }

    /// Whether each side has enough answers for a comparison.
    var canCompare: Bool {
        PairSide.allCases.allSatisfy { (side($0)?.answers ?? 0) >= Self.fewestToCompare }
    }

    /// Seconds to the first text of both, medians.
    var firstText: Sides<Double>? {
        Sides { statistic($0) { $0.firstText?.p50 } }.both()
    }

    /// The side whose first text comes sooner by 0.1 s and 15% or more.
    var sooner: PairSide? {
        guard canCompare, let times = firstText, let slower = times.greater else { return nil }
        let gap = times[slower] - times[slower.other]
        return gap >= 0.1 && gap >= 0.15 * times[slower] ? slower.other : nil
    }

    /// Words a second of both, medians.
    var wordsPerSecond: Sides<Double>? { Sides { statistic($0, \.wordsPerSecond) }.both() }

    /// The side that writes more words a second, by 25% or more.
    var faster: PairSide? {
        guard canCompare, let speeds = wordsPerSecond, let faster = speeds.greater,
            speeds[faster] >= 1.25 * speeds[faster.other]
        else { return nil }
        return faster
    }

    /// The side that fails less, by one percentage point or more of 200 calls or more.
    var steadier: PairSide? {
        guard PairSide.allCases.allSatisfy({ (side($0)?.calls ?? 0) >= Self.fewestCalls }),
            let rates: Sides<Rational> = Sides({ rate($0, \.failures) }).both(),
            let worse = rates.greater
        else { return nil }
        return rates[worse] - rates[worse.other] >= Rational(1, over: 100) ? worse.other : nil
    }

    /// What an answer costs each on the same prompts; `nil` below 50 of them or without prices.
    var pairedCost: Sides<Amount>? {
        guard let paired = evidence?.paired, paired.prompts >= Self.fewestToCompare,
            let cost = paired.cost, min(cost.a, cost.b) >= .zero
        else { return nil }
        return Sides { amount(cost[$0], of: paired.prompts, $0, "paired_cost") }
    }

    /// What an answer costs on average, on whatever prompts it got.
    func cost(_ side: PairSide) -> Amount? {
        guard let measured = self.side(side), measured.answers >= Self.fewest,
            let cost = measured.cost, cost >= .zero
        else { return nil }
        return amount(cost, of: measured.answers, side, "cost")
    }

    /// How many prompts both answered.
    var prompts: Figure? {
        guard let paired = evidence?.paired else { return nil }
        return Figure(
            Form.count(paired.prompts), .counted,
            of: PairSide.allCases.map { basis($0, "paired_prompts") })
    }

    /// Tokens the first writes for each token of the second, on the same prompts.
    var tokenRatio: Rational? {
        guard let paired = evidence?.paired, paired.prompts >= Self.fewestToCompare,
            let tokens = paired.tokensOut, tokens.a > 0, tokens.b > 0
        else { return nil }
        return Rational(Int128(tokens.a), over: Int128(tokens.b))
    }

    /// How many times as many tokens the wordier one writes on the same prompts, and which it is;
    /// `nil` below 5%.
    var wordier: (side: PairSide, times: Figure, less: Figure)? {
        guard let ratio = tokenRatio else { return nil }
        let side: PairSide = ratio < Rational(1) ? .b : .a
        let times = side == .a ? ratio : Rational(1) / ratio
        guard times >= Rational(105, over: 100) else { return nil }
        let bases = PairSide.allCases.map { basis($0, "paired_tokens") }
        return (
            side, Figure(Form.ratio(times), .ratio, of: bases),
            Figure(Form.percent(Rational(1) - Rational(1) / times), .saving, of: bases)
        )
    }

    /// Mean tokens written on the same prompts, and what lies between them.
    var pairedTokens: (cells: Sides<Cell>, between: Cell)? {
        guard tokenRatio != nil, let paired = evidence?.paired, let tokens = paired.tokensOut else {
            return nil
        }
        let cells = Sides { side in
            let mean = Rational(Int128(tokens[side]), over: Int128(paired.prompts))
            let text = Form.decimal(mean, places: 0)
            return Cell(
                Figure(text, .mean, of: basis(side, "paired_tokens")), value: .number(mean.double))
        }
        guard let wordier else { return (cells, Cell("about the same")) }
        return (cells, Cell("\(wordier.times) times as many, or \(wordier.less) fewer"))
    }

    private func amount(
        _ total: Money, of answers: Int, _ side: PairSide, _ what: String
    ) -> Amount {
        let dollars = Rational(total) / Rational(answers)
        return Amount(dollars, Figure(Form.cents(dollars), .mean, of: basis(side, what)))
    }
}

extension Measures {
    /// Seconds as a figure, two decimals.
    func seconds(_ value: Double, _ side: PairSide, _ what: String) -> Figure? {
        number(value, places: 2, unit: " s", .quantile, [basis(side, what)])
    }

    /// A statistic as a figure; `nil` where it is beyond all measure.
    func number(
        _ value: Double, places: Int, unit: String = "", _ formula: Formula, _ bases: [Basis]
    ) -> Figure? {
        guard let value = Rational(value) else { return nil }
        return Figure(Form.decimal(value, places: places) + unit, formula, of: bases)
    }
}
