import Arena
import Catalogue
import Comparisons

extension Measured {
    /// The figures of a model as comparisons take them.
    ///
    /// Sums stand only where every answer is in them: a mean over some answers, printed beside the
    /// number of all, would be of something else.
    init(_ figures: ModelMeasures) {
        let tokens = figures.tokens.flatMap { $0.answers == figures.answers ? $0 : nil }
        self.init(
            calls: figures.calls, failures: figures.failures, refusals: figures.filtered,
            cutOff: figures.cutOff, answers: figures.answers,
            firstText: Quantiles(figures.firstText),
            tokensPerSecond: figures.tokensPerSecond.median,
            wordsPerSecond: figures.wordsPerSecond.median,
            wholeAnswer: figures.wholeAnswer.median, tokensIn: tokens?.input,
            tokensOut: tokens?.output, hiddenTokens: tokens?.reasoning, words: figures.words,
            cost: figures.pricedAnswers == figures.answers ? figures.cost : nil)
    }
}

extension Quantiles {
    /// Five points of a distribution; `nil` of an empty one.
    fileprivate init?(_ values: Distribution) {
        guard let p5 = values.quantile(0.05), let p25 = values.quantile(0.25),
            let p50 = values.quantile(0.5), let p75 = values.quantile(0.75),
            let p95 = values.quantile(0.95)
        else { return nil }
        self.init(p5: p5, p25: p25, p50: p50, p75: p75, p95: p95)
    }
}

extension PairedMeasures {
    /// The figures of a pair as comparisons take them; sums only where every prompt is in them.
    init(_ figures: SamePromptMeasures) {
        let isPriced = figures.pricedPrompts == figures.prompts
        let isCounted = figures.countedPrompts == figures.prompts
        self.init(
            prompts: figures.prompts, firstText: figures.firstText.map(PairedDifference.init),
            wholeAnswer: figures.wholeAnswer.map(PairedDifference.init),
            wordsPerSecond: figures.wordsPerSecond.map(PairedDifference.init),
            cost: isPriced ? figures.cost.map { Sides(a: $0.a, b: $0.b) } : nil,
            tokensOut: isCounted ? figures.tokensOut.map { Sides(a: $0.a, b: $0.b) } : nil)
    }
}

extension PairedDifference {
    fileprivate init(_ difference: MedianDifference) {
        self.init(median: difference.median, interval: difference.interval)
    }
}

extension FieldMeasure {
    /// What was measured of a model beside what was of all models.
    static func all(own: ModelMeasures?, of field: [ModelMeasures]) -> [FieldMeasure] {
        let figures: [(Kind, (ModelMeasures) -> Double?)] = [
            (.firstText, \.firstText.median), (.wordsPerSecond, \.wordsPerSecond.median),
            (.cost, \.meanCost), (.failures, \.failureRate),
        ]
        return figures.map { kind, figure in
            FieldMeasure(kind: kind, own: own.flatMap(figure), values: field.compactMap(figure))
        }
    }
}

extension ModelMeasures {
    /// Answers that a filter cut or kept back; a provider that refuses a call for any other reason,
    /// as a wrong setting, says nothing of the model.
    fileprivate var filtered: Int { refusals - (faults[.refused] ?? 0) }

    fileprivate var meanCost: Double? {
        cost.map { Double($0.picodollars) / 1e12 / Double(max(1, pricedAnswers)) }
    }

    fileprivate var failureRate: Double? {
        calls > 0 ? Double(failures) / Double(calls) : nil
    }
}
