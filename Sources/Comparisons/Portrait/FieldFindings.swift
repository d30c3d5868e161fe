/// What sets a model apart from the others measured here: it is in the best or the worst quarter.
struct FieldFindings {
    let pros: [Sentence]
    let cons: [Sentence]
    let section: Section

    /// Models below which there is no field to compare with.
    static let fewest = 5

    init(_ subject: Subject, _ field: [FieldMeasure]) {
        let findings = field.compactMap { FieldFinding($0, subject) }
        let (pros, cons) = (
            findings.filter(\.isGood).map(\.sentence),
            findings.filter { !$0.isGood }.map(\.sentence)
        )
        self.pros = pros
        self.cons = cons
        section = Section(
            .prosAndCons, "Pros and cons",
            tables: findings.isEmpty
                ? []
                : [
                    Table(
                        "field", "Against the median of the models measured here",
                        columns: ["Measure", Sentence(subject.name), "Median"],
                        rows: findings.map(\.row))
                ],
            lists: [
                SentenceList("For \(subject.name)", pros),
                SentenceList("Against \(subject.name)", cons),
            ].filter { !$0.items.isEmpty })
    }
}

/// One measure in which a model is in the best or the worst quarter.
private struct FieldFinding {
    let isGood: Bool
    let sentence: Sentence
    let row: TableRow

    init?(_ measure: FieldMeasure, _ subject: Subject) {
        let values = measure.values.filter(\.isFinite).sorted()
        guard values.count >= FieldFindings.fewest, let own = measure.own, own.isFinite else {
            return nil
        }
        let rank = values.count { $0 < own }
        let ties = values.count { $0 == own }
        let quarter = values.count / 4
        let isLow = rank + ties <= max(1, quarter)
        let isHigh = rank >= values.count - max(1, quarter)
        let middle = Self.median(values)
        guard isLow != isHigh, own != middle,
            let figures = Self.figures(own, middle, measure, subject)
        else { return nil }
        let words = Self.words(measure.kind)
        isGood = isLow == words.isLessBetter
        sentence = Self.sentence(measure, isLow: isLow, figures)
        row = TableRow(
            measure.word ?? measure.kind.rawValue,
            measure.word.map { "Called \(Name(word: $0))" } ?? words.label,
            [Cell(figures.own, value: .number(own)), Cell(figures.median, value: .number(middle))])
    }

    private static func median(_ sorted: [Double]) -> Double {
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    private static func figures(
        _ own: Double, _ median: Double, _ measure: FieldMeasure, _ subject: Subject
    ) -> (own: Figure, median: Figure)? {
        guard let own = Rational(own), let median = Rational(median) else { return nil }
        let path = measure.word.map { "reason/\($0)" } ?? measure.kind.rawValue
        return (
            Figure(
                text(own, measure.kind), .mean, of: .measured("measured/\(subject.slug)/\(path)")),
            Figure(text(median, measure.kind), .median, of: .measured("measured/field/\(path)"))
        )
    }

    private static func text(_ value: Rational, _ kind: FieldMeasure.Kind) -> String {
        switch kind {
        case .firstText: Form.decimal(value, places: 2) + " s"
        case .wordsPerSecond: Form.decimal(value, places: 0)
        case .cost: Form.cents(value)
        case .failures: Form.decimal(value * Rational(100), places: 1) + "%"
        case .reason: Form.percent(value)
        }
    }

    private static func words(
        _ kind: FieldMeasure.Kind
    ) -> (label: Sentence, low: Sentence, high: Sentence, isLessBetter: Bool) {
        switch kind {
        case .firstText:
            ("First word, median", "The first word comes soon", "The first word comes late", true)
        case .wordsPerSecond:
            ("Words a second", "Writes few words a second", "Writes many words a second", false)
        case .cost: ("Cost per answer", "Costs little per answer", "Costs much per answer", true)
        case .failures: ("Failed calls", "Calls seldom fail", "Calls often fail", true)
        case .reason: ("Called", "Seldom called", "Often called", true)
        }
    }

    private static func sentence(
        _ measure: FieldMeasure, isLow: Bool, _ figures: (own: Figure, median: Figure)
    ) -> Sentence {
        if let word = measure.word {
            return
                "Called \(Name(word: word)) in \(figures.own) of its battles (median \(figures.median))."
        }
        let words = words(measure.kind)
        return "\(isLow ? words.low : words.high): \(figures.own) (median \(figures.median))."
    }
}
