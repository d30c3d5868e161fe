import Catalogue

/// The sentences about prices.
struct PriceWords {
    let material: Material
    let blended: PriceComparison?
    let read: PriceComparison?
    let written: PriceComparison?
    let perAnswer: PriceComparison?

    init(
        _ material: Material, _ blended: PriceComparison?, _ read: PriceComparison?,
        _ written: PriceComparison?, _ perAnswer: PriceComparison?
    ) {
        self.material = material
        self.blended = blended
        self.read = read
        self.written = written
        self.perAnswer = perAnswer
    }

    var all: [Sentence] {
        (blended == nil ? oneSided : likeForLike + perToken + routes) + answers
    }

    private var perToken: [Sentence] {
        guard let blended, let read, let written else { return [] }
        guard let ratio = read.ratio, ratio == written.ratio, read.finding == .times,
            read.cheaper == written.cheaper, let low = read.cheaper,
            let routes: Sides<PricedRoute> = material.prices.cheapest.both()
        else { return [blended.sentence, read.sentence, written.sentence] }
        let high = low.other
        let times = Figure(Form.ratio(ratio), .ratio, of: routes.a.bases + routes.b.bases)
        let (dear, cheap) = (routes[high], routes[low])
        return [
            """
            \(material.names[high]) costs \(times) times as much as \(material.names[low]) per \
            token at any blend (\(dear.read) against \(cheap.read) in, \(dear.written) against \(cheap.written) out).
            """
        ]
    }

    /// The pair at one provider, where both are sold there and it is not what is compared anyway.
    private var likeForLike: [Sentence] {
        guard let shared = material.prices.shared,
            shared.a != material.prices.cheapest.a || shared.b != material.prices.cheapest.b
        else { return [] }
        let mix = material.prices.mix
        let basis: Sentence = "on \(Name(shared.a.route.provider)) \(mix.perToken)"
        return [
            PriceComparison(shared.map { $0.amount(mix) }, material.names, per: basis).sentence
        ]
    }

    private var routes: [Sentence] {
        guard let routes: Sides<PricedRoute> = material.prices.cheapest.both() else { return [] }
        let (a, b) = (material.names.a, material.names.b)
        let named: Sentence =
            "The prices are those of \(routes.a.name) for \(a) and \(routes.b.name) for \(b)."
        return [named]
            + PairSide.allCases.filter { routes[$0].route.tier == .unknown }.map { side in
                let source = Name(routes[side].read.origin.shown.source.title)
                return """
                    The source (\(source)) does not say at which tier the price of \
                    \(material.names[side]) holds.
                    """
            }
    }

    private var oneSided: [Sentence] {
        PairSide.allCases.map { side in
            guard let route = material.prices.cheapest[side] else {
                return "\(material.names[side]): price not sourced."
            }
            return """
                \(material.names[side]) costs \(route.read) per million tokens in and \
                \(route.written) per million tokens out on \(route.name).
                """
        }
    }

    private var answers: [Sentence] {
        guard let perAnswer else { return [] }
        guard let wordier = material.measures.wordier else { return [perAnswer.sentence] }
        return [
            """
            \(material.names[wordier.side]) writes \(wordier.times) times as many tokens as \
            \(material.names[wordier.side.other]) on the same prompts.
            """, perAnswer.sentence,
        ]
    }
}
