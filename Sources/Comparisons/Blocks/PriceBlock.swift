import Catalogue

/// What the two models cost a token: all routes, and what lies between the chosen ones (B7).
package struct PriceBlock: Sendable, Hashable {
    /// The routes and the mix that are compared.
    package let chosen: ChosenPrices
    /// The blended prices compared; `nil` where one is not sourced.
    package let blended: PriceComparison?
    /// The prices of tokens in compared.
    package let read: PriceComparison?
    /// The prices of tokens out compared.
    package let written: PriceComparison?
    /// What an answer costs here compared; `nil` below 50 answers to the same prompts.
    package let perAnswer: PriceComparison?
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material) {
        let prices = material.prices
        let names = material.names
        chosen = prices
        let routes: Sides<PricedRoute>? = prices.cheapest.both()
        blended = routes.map { routes in
            PriceComparison(routes.map { $0.amount(prices.mix) }, names, per: prices.mix.perToken)
        }
        read = routes.map { PriceComparison($0.map(\.readAmount), names, per: "per input token") }
        written = routes.map {
            PriceComparison($0.map(\.writtenAmount), names, per: "per output token")
        }
        perAnswer = material.measures.costComparison(names)
        section = Section(
            .price, "Price",
            sentences: PriceWords(material, blended, read, written, perAnswer).all,
            tables: PriceTables(material, blended, read, written, perAnswer).all)
    }
}

extension Mix {
    /// What a blended price is for.
    var perToken: Sentence { "per token \(words)" }
}

extension Measures {
    /// Costs of answers to the same prompts compared.
    func costComparison(_ names: Sides<Name>) -> PriceComparison? {
        guard let pairedCost, let prompts else { return nil }
        return PriceComparison(
            pairedCost, names, per: "per answer here, on the same \(prompts) prompts")
    }
}
