import Catalogue

/// The table of what was measured.
enum MeasuredTable {
    /// A row for each measure of both models.
    static func table(_ material: Material) -> Table {
        let rows = MeasuredRow.all.map { measure in
            TableRow(measure.id, measure.label, Sides { measure.cell(material.measures, $0) })
        }
        return Table(
            "measured", "Measured here, in seconds and per second",
            columns: Array(material.columns("Measure").dropLast()),
            rows: rows.map { TableRow($0.id, $0.label, Array($0.cells.dropLast())) }
                + [window(material)].compactMap(\.self))
    }

    private static func window(_ material: Material) -> TableRow? {
        guard let evidence = material.measures.evidence else { return nil }
        let basis = Basis.rule("rule/window")
        let days = Figure(Form.count(evidence.days), .rule, of: basis)
        let until = Figure(evidence.until.description, .stated, of: basis)
        return TableRow("window", "Window", [Cell("\(days) days to \(until)"), Cell("the same")])
    }
}

/// One measure of one model.
struct MeasuredRow: Sendable {
    let id: String
    let label: Sentence
    let cell: @Sendable (Measures, PairSide) -> Cell

    static let all: [MeasuredRow] = [
        MeasuredRow(id: "answers", label: "Answers measured") { measures, side in
            guard let measured = measures.side(side) else { return Cell(.notMeasured) }
            return Cell(
                Figure(
                    Form.count(measured.answers), .counted, of: measures.basis(side, "answers")),
                value: .count(measured.answers))
        },
        quantile("first_text_p50", "First word, median", places: 2, " s") { $0.firstText?.p50 },
        quantile("first_text_p95", "First word, slowest of twenty", places: 2, " s") {
            $0.firstText?.p95
        },
        quantile("tokens_per_second", "Tokens a second, median", places: 0, "", \.tokensPerSecond),
        quantile("words_per_second", "Words a second, median", places: 0, "", \.wordsPerSecond),
        quantile("whole_answer", "Whole answer, median", places: 1, " s", \.wholeAnswer),
        mean("tokens_in", "Tokens in, mean", \.tokensIn),
        mean("tokens_out", "Tokens out, mean", \.tokensOut),
        mean("hidden_tokens", "Hidden tokens of thinking, mean", \.hiddenTokens),
        mean("words", "Words, mean", \.words),
        MeasuredRow(id: "cost", label: "Cost per answer, mean") { measures, side in
            measures.cost(side).map { Cell($0) } ?? Cell(measures.missing(side))
        },
        rate("failures", "Failed calls", \.failures),
        rate("refusals", "Refusals", \.refusals),
        rate("cut_off", "Cut off at a limit", \.cutOff),
    ]

    /// The unit of a measure's value; `nil` where nobody measures that.
    static func unit(of id: String) -> String? {
        switch id {
        case "answers": "answers"
        case "first_text_p50", "first_text_p95", "whole_answer": "seconds"
        case "tokens_per_second": "tokens per second"
        case "words_per_second": "words per second"
        case "tokens_in", "tokens_out", "hidden_tokens": "tokens per answer"
        case "words": "words per answer"
        case "cost": "US dollars per answer"
        case "failures", "refusals", "cut_off": "share of calls"
        default: nil
        }
    }

    private static func quantile(
        _ id: String, _ label: Sentence, places: Int, _ unit: String,
        _ read: @escaping @Sendable (Measured) -> Double?
    ) -> MeasuredRow {
        MeasuredRow(id: id, label: label) { measures, side in
            guard let value = measures.statistic(side, read),
                let figure = measures.number(
                    value, places: places, unit: unit, .quantile, [measures.basis(side, id)])
            else { return Cell(measures.missing(side)) }
            return Cell(figure, value: .number(value))
        }
    }

    private static func mean(
        _ id: String, _ label: Sentence, _ read: @escaping @Sendable (Measured) -> Int?
    ) -> MeasuredRow {
        MeasuredRow(id: id, label: label) { measures, side in
            guard let mean = measures.mean(side, read) else { return Cell(measures.missing(side)) }
            let figure = Figure(
                Form.decimal(mean, places: 0), .mean, of: measures.basis(side, id))
            return Cell(figure, value: .number(mean.double))
        }
    }

    private static func rate(
        _ id: String, _ label: Sentence, _ read: @escaping @Sendable (Measured) -> Int
    ) -> MeasuredRow {
        MeasuredRow(id: id, label: label) { measures, side in
            guard let rate = measures.rate(side, read) else {
                return Cell(measures.missing(side))
            }
            return Cell(measures.rateFigure(rate, side, id), value: .number(rate.double))
        }
    }
}

extension Measures {
    /// A rate of calls as a figure, one decimal.
    func rateFigure(_ rate: Rational, _ side: PairSide, _ what: String) -> Figure {
        Figure(
            Form.decimal(rate * Rational(100), places: 1) + "%", .rate, of: basis(side, what))
    }
}
