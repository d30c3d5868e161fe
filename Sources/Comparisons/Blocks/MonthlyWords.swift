import Catalogue
import Ratings

/// The sentences and the table of a month's cost.
struct MonthlyWords {
    let traffic: Sides<Traffic>
    let isMeasured: Bool
    let material: Material

    init(_ traffic: Sides<Traffic>, isMeasured: Bool, _ material: Material) {
        self.traffic = traffic
        self.isMeasured = isMeasured
        self.material = material
    }

    /// A month's dollars of one side.
    func amount(_ dollars: Rational, _ side: PairSide) -> Amount {
        let bases = material.prices.cheapest[side]?.bases ?? []
        return Amount(
            dollars,
            Figure(Form.budget(dollars), .monthly, of: bases + [.chosen("chosen/traffic")]))
    }

    /// What the cost is for, with every assumption in it.
    var assumption: Sentence {
        let (requests, read, written) = (
            requests, figure(traffic.a.tokensIn), figure(traffic.a.tokensOut)
        )
        return """
            for \(requests) requests a month of \(read) tokens in and \(written) tokens out each, \
            \(cached) from a cache and \(retried)
            """
    }

    /// Requests a month: the reader's number, or the method's.
    var requests: Figure {
        let text = Form.count(traffic.a.requests)
        return material.settings.traffic == nil
            ? Figure(text, .rule, of: .rule("rule/traffic"))
            : Figure(text, .chosen, of: .chosen("chosen/traffic"))
    }

    func section(_ amounts: Sides<Amount>?, _ comparison: PriceComparison?) -> Section {
        let sentences: [Sentence]
        if let amounts, let comparison {
            sentences =
                [comparison.sentence] + difference(amounts)
                + [perPreferred(amounts)].compactMap(\.self)
        } else {
            sentences = PairSide.allCases.filter { material.prices.cheapest[$0] == nil }.map {
                "\(material.names[$0]): price not sourced, so there is no total."
            }
        }
        return Section(
            .monthly, "Monthly cost", sentences: sentences,
            tables: [table(amounts, comparison)])
    }

    private var cached: Sentence {
        traffic.a.cached == 0
            ? "none of them" : "\(share(traffic.a.cached, .chosen, .chosen("chosen/cached")))"
    }

    private var retried: Sentence {
        if traffic.a.retries == 0, traffic.b.retries == 0 { return "none sent again" }
        if traffic.a.retries == traffic.b.retries { return "\(retries(.a)) sent again" }
        return "\(retries(.a)) and \(retries(.b)) sent again after failures"
    }

    private func retries(_ side: PairSide) -> Figure {
        material.settings.traffic?.retries == nil
            ? share(traffic[side].retries ?? 0, .rate, material.measures.basis(side, "failures"))
            : share(traffic[side].retries ?? 0, .chosen, .chosen("chosen/retries"))
    }

    /// Hundredths of a percent as a percentage.
    private func share(_ hundredths: Int, _ formula: Formula, _ basis: Basis) -> Figure {
        let percent = Rational(Int128(hundredths), over: 100)
        let places = hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2
        return Figure(Form.decimal(percent, places: places) + "%", formula, of: basis)
    }

    private func difference(_ amounts: Sides<Amount>) -> [Sentence] {
        let dollars = (amounts.a.dollars - amounts.b.dollars).magnitude
        guard dollars > .zero else { return [] }
        return ["The difference is \(gap(dollars, amounts)) a month."]
    }

    private func gap(_ dollars: Rational, _ amounts: Sides<Amount>) -> Figure {
        Figure(
            Form.budget(dollars), .difference,
            of: amounts.a.figure.inputs + amounts.b.figure.inputs)
    }

    /// What one more preferred answer costs, where the dearer model is the preferred one.
    private func perPreferred(_ amounts: Sides<Amount>) -> Sentence? {
        guard let figure = extra(amounts), let front = material.certainty?.front else { return nil }
        return "\(material.names[front]) costs \(figure) more per extra preferred answer."
    }

    private func extra(_ amounts: Sides<Amount>) -> Figure? {
        guard let certainty = material.certainty, certainty.isDecided else { return nil }
        let costs = costs(amounts)
        guard let dollars = BreakEven.dollars(costs.map(\.dollars), certainty) else { return nil }
        let text = Form.budget(dollars)
        return Figure(
            text, .perPreferred,
            of: [material.votesBasis("gap")] + costs.a.figure.inputs + costs.b.figure.inputs)
    }

    /// Dollars an answer: measured on the same prompts, else those of this traffic.
    private func costs(_ amounts: Sides<Amount>) -> Sides<Amount> {
        material.measures.pairedCost
            ?? Sides { side in
                let dollars = amounts[side].dollars / Rational(traffic[side].requests)
                return Amount(dollars, amounts[side].figure)
            }
    }

    private func table(_ amounts: Sides<Amount>?, _ comparison: PriceComparison?) -> Table {
        let totals = Sides { side in amounts.map { Cell($0[side]) } ?? single(side) }
        var rows = [
            TableRow(
                "total", "A month", totals.marked(comparison?.cheaper),
                between: material.prices.between(comparison))
        ]
        if let amounts {
            let dollars = (amounts.a.dollars - amounts.b.dollars).magnitude
            rows.append(
                TableRow(
                    "gap", "Difference a month", Sides(a: .empty, b: .empty),
                    between: Cell(gap(dollars, amounts), value: .decimal(dollars))))
            if let extra = extra(amounts) {
                rows.append(
                    TableRow(
                        "per_preferred", "For an extra preferred answer",
                        Sides(a: .empty, b: .empty), between: Cell(extra)))
            }
        }
        return Table(
            "monthly", "US dollars \(assumption)", columns: material.columns("Cost"), rows: rows)
    }

    private func single(_ side: PairSide) -> Cell {
        material.prices.cheapest[side].map {
            Cell(amount(MonthlyCost.dollars(traffic[side], on: $0), side))
        } ?? Cell(.notSourced)
    }

    private func figure(_ number: Int) -> Figure {
        if material.settings.traffic != nil {
            return Figure(Form.count(number), .chosen, of: .chosen("chosen/traffic"))
        }
        guard isMeasured else {
            return Figure(Form.count(number), .rule, of: .rule("rule/traffic"))
        }
        return Figure(
            Form.count(number), .mean,
            of: PairSide.allCases.map { material.measures.basis($0, "tokens") })
    }
}
