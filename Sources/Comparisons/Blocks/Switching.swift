import Catalogue

/// What changes for somebody who leaves one model for the other (B17).
package struct Switching: Sendable, Hashable {
    /// What is the same in both directions.
    package let common: [Sentence]
    /// What changes for those who leave the model of this side.
    package let leaving: Sides<[Sentence]>
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material, _ differences: CapabilityDifferences) {
        let rules = SwitchRules(material, differences)
        let (common, names) = (rules.common, material.names)
        let leaving = Sides { rules.leaving($0) }
        self.common = common
        self.leaving = leaving
        section = Section(
            .switching, "Switching", sentences: common,
            lists: PairSide.allCases.filter { !leaving[$0].isEmpty }.map {
                SentenceList("From \(names[$0]) to \(names[$0.other])", leaving[$0])
            })
    }
}

/// The rules by which a change is told.
private struct SwitchRules {
    let material: Material
    let differences: CapabilityDifferences

    init(_ material: Material, _ differences: CapabilityDifferences) {
        self.material = material
        self.differences = differences
    }

    /// Lines that read the same in both directions, written once.
    var common: [Sentence] {
        let providers = material.subjects.map(\.providers)
        let shared = providers.a.filter(providers.b.contains)
        var lines: [Sentence] = []
        if !shared.isEmpty {
            let list = shared.map { Sentence(Name($0)) }.listed
            lines.append("Both are on \(list): try the other there first.")
        }
        if let routes = material.prices.shared {
            let mix = material.prices.mix
            lines.append(
                PriceComparison(
                    routes.map { $0.amount(mix) }, material.names,
                    per: "on \(Name(routes.a.route.provider)) \(mix.perToken)"
                ).sentence)
        }
        return lines
    }

    func leaving(_ side: PairSide) -> [Sentence] {
        let all =
            capabilities(side) + [
                limit(material.context, side, "The context"),
                limit(material.output, side, "The longest answer"), tokens(side), wait(side),
                votes(side), rate(side, "Failed calls", \.failures, "failures"),
                rate(side, "Refusals", \.refusals, "refusals"),
            ]
        return all.compactMap(\.self)
    }

    private func capabilities(_ side: PairSide) -> [Sentence?] {
        let (lost, gained) = (differences.only[side], differences.only[side.other])
        return [
            lost.isEmpty ? nil : "You lose \(lost.listed).",
            gained.isEmpty ? nil : "You gain \(gained.listed).",
        ]
    }

    private func limit(_ limits: Limits, _ side: PairSide, _ what: Sentence) -> Sentence? {
        guard limits.larger == side, let old = limits.facts[side],
            let new = limits.facts[side.other]
        else { return nil }
        return "\(what) shrinks from \(old) to \(new) tokens."
    }

    private func tokens(_ side: PairSide) -> Sentence? {
        guard let wordier = material.measures.wordier else { return nil }
        let change: Sentence =
            wordier.side == side ? "\(wordier.less) fewer" : "\(wordier.times) times as many"
        return "Expect \(change) tokens for the same prompts, so limits and bills shift."
    }

    private func wait(_ side: PairSide) -> Sentence? {
        let measures = material.measures
        guard let sooner = measures.sooner, let times = measures.firstText,
            let change = measures.number(
                abs(times.a - times.b), places: 2, unit: " s", .difference,
                PairSide.allCases.map { measures.basis($0, "first_text") })
        else { return nil }
        return sooner == side
            ? "The first word comes \(change) later." : "The first word comes \(change) sooner."
    }

    private func votes(_ side: PairSide) -> Sentence? {
        guard let words = material.words, let share = words.shares?[side] else { return nil }
        return "Expect voters to prefer the old model's answer \(share) of the time."
    }

    private func rate(
        _ side: PairSide, _ what: Sentence, _ read: (Measured) -> Int, _ id: String
    ) -> Sentence? {
        let measures = material.measures
        let calls = PairSide.allCases.map { measures.side($0)?.calls ?? 0 }
        guard calls.allSatisfy({ $0 >= Measures.fewestCalls }),
            let rates: Sides<Rational> = Sides({ measures.rate($0, read) }).both()
        else { return nil }
        let old = measures.rateFigure(rates[side], side, id)
        let new = measures.rateFigure(rates[side.other], side.other, id)
        return old.text == new.text ? nil : "\(what) go from \(old) to \(new)."
    }
}
