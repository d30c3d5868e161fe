import Catalogue

/// How much each model reads and writes (B9).
package struct ContextBlock: Sendable, Hashable {
    /// The contexts.
    package let context: Limits
    /// The output limits.
    package let output: Limits
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material) {
        context = material.context
        output = material.output
        let words = LimitWords(material)
        section = Section(
            .context, "Context and output",
            sentences: [words.context] + words.outputs,
            tables: [words.table])
    }
}

/// The sentences and the table of limits.
struct LimitWords {
    let material: Material

    init(_ material: Material) { self.material = material }

    private var names: Sides<Name> { material.names }

    /// The contexts compared, or what is known of one.
    var context: Sentence {
        let limits = material.context
        guard let facts: Sides<Fact<Int>> = limits.facts.both(), let times = limits.times else {
            return oneSided {
                $0.context.map { "\($0) tokens" } ?? $0.missing(.contextTokens).words
            }
        }
        guard let larger = limits.larger else { return same(facts) }
        return """
            \(names[larger]) takes \(times) tokens \(limits.than) \(names[larger.other]) \
            (\(facts[larger]) against \(facts[larger.other])).
            """
    }

    /// The output limits compared, or what is known of each.
    var outputs: [Sentence] {
        let limits = material.output
        if let facts: Sides<Fact<Int>> = limits.facts.both(), let times = limits.times {
            guard let larger = limits.larger else {
                return facts.a.value == facts.b.value
                    ? ["Both write the same at most: \(facts.a) tokens."]
                    : ["Both write about the same at most: \(facts.a) and \(facts.b) tokens."]
            }
            return [
                """
                \(names[larger]) writes at most \(times) tokens in an answer \(limits.than) \
                \(names[larger.other]) (\(facts[larger]) against \(facts[larger.other])).
                """
            ]
        }
        return PairSide.allCases.map { side in
            material.output.facts[side].map {
                "\(names[side]) writes at most \($0) tokens in an answer."
            } ?? "\(names[side]): \(outputWords(side))."
        }
    }

    var table: Table {
        let context = Sides { side in
            material.subjects[side].cell(.contextTokens, as: Int.self)
        }
        let output = Sides { side in
            material.output.facts[side].map { Cell($0) }
                ?? Cell(material.subjects[side].missingOutput)
        }
        return Table(
            "context", "Limits in tokens", columns: material.columns("Limit"),
            rows: [
                TableRow(
                    "context", "Context",
                    context.marked(material.context.larger(by: .hardContext)),
                    between: material.context.between),
                TableRow(
                    "words", "English words in it, as a rule of thumb",
                    Sides { rule(material.subjects[$0].context) }),
                TableRow(
                    "output", "Longest answer",
                    output.marked(material.output.larger(by: .hardOutput)),
                    between: material.output.between),
            ])
    }

    private func same(_ facts: Sides<Fact<Int>>) -> Sentence {
        if facts.a.value == facts.b.value {
            return "Both take the same context (\(facts.a) tokens)."
        }
        return "Both take about the same context (\(facts.a) and \(facts.b) tokens)."
    }

    private func oneSided(_ words: (Subject) -> Sentence) -> Sentence {
        PairSide.allCases.map { side in
            "\(names[side]): \(words(material.subjects[side]))."
        }.joined()
    }

    private func outputWords(_ side: PairSide) -> Sentence {
        let missing = material.subjects[side].missingOutput
        return missing == .noSeparateLimit
            ? missing.words : "output limit \(missing.words)"
    }

    private func rule(_ context: Fact<Int>?) -> Cell {
        guard let context, context.value >= 0, context.value < 1_000_000_000_000 else {
            return Cell(.notSourced)
        }
        let words = context.value * 3 / 4
        return Cell(
            "about \(Figure(Form.short(words), .ruleOfThumb, of: context.basis))",
            value: .count(words))
    }
}

extension Rational {
    /// How many times larger a context must be to count as a hard difference.
    static let hardContext = Rational(3, over: 2)
    /// How many times larger an output limit must be.
    static let hardOutput = Rational(2)
}
