import Catalogue

/// Reasons to choose each model, only from facts, votes and measurements (B14).
package struct ChooseIf: Sendable, Hashable {
    /// Each side's reasons, as ends of `Choose it if …`; at most five.
    package let reasons: Sides<[Sentence]>
    /// The block as it is shown.
    package let section: Section

    init(
        _ material: Material, _ price: PriceBlock, _ categories: CategoryBlock,
        _ differences: CapabilityDifferences, _ dates: DateBlock
    ) {
        let rules = ChooseRules(material, price, categories, differences, dates)
        let reasons = Sides { Array(rules.reasons($0).prefix(5)) }
        self.reasons = reasons
        section = Section(
            .choose, "Which to choose",
            sentences: PairSide.allCases.filter { reasons[$0].isEmpty }.map {
                "We have no measured reason to choose \(material.names[$0])."
            },
            lists: PairSide.allCases.filter { !reasons[$0].isEmpty }.map {
                SentenceList("Choose \(material.names[$0]) if", reasons[$0])
            })
    }
}

/// The rules by which a reason is given.
private struct ChooseRules {
    let material: Material
    let price: PriceBlock
    let categories: CategoryBlock
    let differences: CapabilityDifferences
    let dates: DateBlock

    init(
        _ material: Material, _ price: PriceBlock, _ categories: CategoryBlock,
        _ differences: CapabilityDifferences, _ dates: DateBlock
    ) {
        self.material = material
        self.price = price
        self.categories = categories
        self.differences = differences
        self.dates = dates
    }

    func reasons(_ side: PairSide) -> [Sentence] {
        let all = [
            preferred(side), category(side), cost(side), sooner(side), faster(side),
            context(side), output(side), capability(side), open(side), steadier(side),
            providers(side), knowledge(side),
        ]
        return all.compactMap(\.self)
    }

    private func preferred(_ side: PairSide) -> Sentence? {
        guard let words = material.words, words.certainty.isDecided, words.certainty.front == side
        else { return nil }
        return "answers people prefer matter most (about \(words.inTen) in \(words.ten) votes)"
    }

    private func category(_ side: PairSide) -> Sentence? {
        let names = categories.ahead(side).map { Sentence($0.name) }
        return names.isEmpty ? nil : "you mostly do \(names.listed)"
    }

    private func cost(_ side: PairSide) -> Sentence? {
        if let comparison = price.perAnswer, let costs = material.measures.pairedCost {
            guard comparison.lead("cost", least: Rational(10, over: 9))?.side == side else {
                return nil
            }
            return """
                cost per answer matters most (\(costs[side].figure) against \
                \(costs[side.other].figure))
                """
        }
        guard price.blended?.lead("blend", least: Rational(10, over: 9))?.side == side,
            let routes: Sides<PricedRoute> = material.prices.cheapest.both()
        else { return nil }
        let amounts = routes.map { $0.amount(material.prices.mix).figure }
        return """
            cost per token matters most (\(amounts[side]) against \(amounts[side.other]) per \
            million \(material.prices.mix.words))
            """
    }

    private func sooner(_ side: PairSide) -> Sentence? {
        material.measures.sooner == side ? "people wait for the answer to begin" : nil
    }

    private func faster(_ side: PairSide) -> Sentence? {
        material.measures.faster == side ? "answers are long and people read along" : nil
    }

    private func context(_ side: PairSide) -> Sentence? {
        guard material.context.larger(by: .hardContext) == side,
            let smaller = material.context.facts[side.other]
        else { return nil }
        return "your inputs pass \(smaller) tokens"
    }

    private func output(_ side: PairSide) -> Sentence? {
        guard material.output.larger(by: .hardOutput) == side,
            let smaller = material.output.facts[side.other]
        else { return nil }
        return "you need answers over \(smaller) tokens"
    }

    private func capability(_ side: PairSide) -> Sentence? {
        let list = differences.only[side]
        return list.isEmpty ? nil : "you need \(list.listed)"
    }

    private func open(_ side: PairSide) -> Sentence? {
        material.onlyOpen == side ? "you must run it yourself or fine-tune it" : nil
    }

    private func steadier(_ side: PairSide) -> Sentence? {
        material.measures.steadier == side ? "failed calls hurt" : nil
    }

    private func providers(_ side: PairSide) -> Sentence? {
        ProviderBlock.wider(material) == side
            ? "you want a second provider to fall back on" : nil
    }

    private func knowledge(_ side: PairSide) -> Sentence? {
        guard dates.knowsLater == side, let earlier = material.subjects[side.other].cutoff else {
            return nil
        }
        return "you ask about things after \(earlier)"
    }
}

extension CertaintyWords {
    /// The ten of `6 in 10`.
    var ten: Figure { Figure("10", .rule, of: .rule("rule/ten")) }
}
