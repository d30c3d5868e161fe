import Catalogue

/// The blocks that questions are answered from.
struct AnswerSources {
    let material: Material
    let price: PriceBlock
    let monthly: MonthlyCost?
    let categories: CategoryBlock
    let dates: DateBlock

    init(
        _ material: Material, _ price: PriceBlock, _ monthly: MonthlyCost?,
        _ categories: CategoryBlock, _ dates: DateBlock
    ) {
        self.material = material
        self.price = price
        self.monthly = monthly
        self.categories = categories
        self.dates = dates
    }

    var questions: [Question] {
        [better, cheaper, faster, longer].compactMap(\.self)
            + PairSide.allCases.compactMap(openSource) + categoryQuestions
            + PairSide.allCases.compactMap(runIt)
            + [places, recent, month, sure].compactMap(\.self)
    }

    private var names: Sides<Name> { material.names }

    private var better: Question {
        let answer = material.words?.full ?? "They have not met, even indirectly."
        return voted("Is \(names.a) better than \(names.b)?", answer)
    }

    private var cheaper: Question? {
        (price.perAnswer ?? price.blended).map { comparison in
            price.perAnswer == nil
                ? sourced("Which is cheaper?", comparison.sentence)
                : measured("Which is cheaper?", comparison.sentence)
        }
    }

    private var faster: Question? {
        let measures = material.measures
        guard measures.canCompare, measures.firstText != nil || measures.wordsPerSecond != nil
        else { return nil }
        let first = measures.sooner.map { "\(names[$0])'s first word comes sooner." as Sentence }
        let speed = measures.faster.map { "\(names[$0]) writes more words a second." as Sentence }
        let known = [speed, first].compactMap(\.self)
        return measured(
            "Which is faster?", known.isEmpty ? "Neither: both are about as fast." : known.joined())
    }

    private var longer: Question? {
        guard material.context.ratio != nil else { return nil }
        return sourced("Which takes longer inputs?", LimitWords(material).context)
    }

    private func openSource(_ side: PairSide) -> Question? {
        Licence(material.subjects[side]).map {
            sourced("Is \(names[side]) open source?", $0.answer)
        }
    }

    private var categoryQuestions: [Question] {
        categories.findings.filter { $0.certainty.state == .ahead || $0.certainty.state == .even }
            .map { finding in
                let path = "votes/\(material.votes?.snapshot ?? "")/categories/\(finding.name.text)"
                let words = CertaintyWords(finding.certainty, names, path: path)
                return voted("Which is better for \(finding.name)?", words.full)
            }
    }

    private func runIt(_ side: PairSide) -> Question? {
        guard let open = material.subjects[side].openWeights else { return nil }
        let said = Figure(open.value ? "Yes" : "No", .stated, of: open.basis, as: .word)
        return sourced(
            "Can I run \(names[side]) myself?",
            open.value
                ? "\(said): its weights are published." : "\(said): its weights are not published.")
    }

    private var places: Question? {
        let providers = material.subjects.map(\.providers)
        guard !providers.a.isEmpty || !providers.b.isEmpty else { return nil }
        let parts = PairSide.allCases.map { side -> Sentence in
            let list = providers[side].map { Sentence(Name($0)) }
            return list.isEmpty
                ? "\(names[side]): no provider is sourced."
                : "\(names[side]) is on \(list.listed)."
        }
        let bases = PairSide.allCases.flatMap { material.subjects[$0].providerBasis }
        return Question(
            "Where can I use them?", parts.joined(), asOf: oldest(of: bases), bases.first)
    }

    private var recent: Question? {
        let cutoffs: Sides<Fact<CalendarDate>>? = material.subjects.map(\.cutoff).both()
        guard let cutoffs else { return nil }
        guard let later = dates.laterCutoff else {
            return sourced(
                "Which knows more recent events?",
                "Neither: the knowledge of both ends at about the same time (\(cutoffs.a)).")
        }
        return sourced(
            "Which knows more recent events?",
            """
            \(names[later]): its knowledge ends at \(cutoffs[later]), that of \
            \(names[later.other]) at \(cutoffs[later.other]).
            """)
    }

    private var month: Question? {
        guard let monthly, let comparison = monthly.comparison else { return nil }
        return sourced(
            "What would \(monthly.requests) requests a month cost?", comparison.sentence)
    }

    private var sure: Question? {
        guard let certainty = material.certainty, let words = material.words,
            certainty.state != .unmet, certainty.votes > 0
        else { return nil }
        return voted(
            "How sure is this?",
            words.numbers.isEmpty ? words.headline : words.numbers + words.needed)
    }
}

extension AnswerSources {
    private func voted(_ question: Sentence, _ answer: Sentence) -> Question {
        Question(question, answer, asOf: material.votes?.asOf, material.votesBasis("as_of"))
    }

    private func measured(_ question: Sentence, _ answer: Sentence) -> Question {
        Question(
            question, answer, asOf: material.measures.evidence?.until,
            material.measures.basis(.a, "until"))
    }

    private func sourced(_ question: Sentence, _ answer: Sentence) -> Question {
        let bases = answer.figures.flatMap(\.inputs)
        return Question(question, answer, asOf: oldest(of: bases), bases.first)
    }

    /// The oldest day for which the facts are vouched.
    private func oldest(of bases: [Basis]) -> CalendarDate? {
        bases.compactMap { basis in
            if case .fact(let origin) = basis { origin.shown.asOf } else { nil }
        }.min { $0.firstDay < $1.firstDay }
    }
}
