package import Catalogue

/// A route with a price for tokens in and for tokens out.
package struct PricedRoute: Sendable, Hashable {
    /// The route.
    package let route: Route
    /// Dollars per million tokens in.
    package let read: Fact<Money>
    /// Dollars per million tokens out.
    package let written: Fact<Money>
    /// Dollars per million tokens in that come from a cache.
    package let cached: Fact<Money>?
    /// Dollars per request.
    package let request: Fact<Money>?

    /// A route of a model; `nil` unless both prices are sourced.
    package init?(_ route: Route, of slug: String) {
        guard let read: Fact<Money> = route.fact(.priceIn, of: slug),
            let written: Fact<Money> = route.fact(.priceOut, of: slug)
        else { return nil }
        self.route = route
        self.read = read
        self.written = written
        cached = route.fact(.priceCachedIn, of: slug)
        request = route.fact(.priceRequest, of: slug)
    }

    /// The priced routes of a model at a tier; for the standard tier, where no price is sourced,
    /// those whose source does not say at which tier they hold. Batch prices are never meant.
    package static func routes(of record: ModelRecord, at tier: Route.Tier) -> [PricedRoute] {
        let priced = record.routes.compactMap { PricedRoute($0, of: record.slug) }
        let wanted = priced.filter { $0.route.tier == tier }
        guard wanted.isEmpty, tier == .standard else { return wanted }
        return priced.filter { $0.route.tier == .unknown }
    }

    /// The route's name.
    package var name: Name { route.name }

    /// What its price rests on.
    var bases: [Basis] { [read.basis, written.basis] }

    /// Price in, as an amount.
    var readAmount: Amount { Amount(Rational(read.value), read.figure) }

    /// Price out, as an amount.
    var writtenAmount: Amount { Amount(Rational(written.value), written.figure) }

    /// The blended price, as an amount.
    func amount(_ mix: Mix) -> Amount {
        let dollars = mix.price(in: read.value, out: written.value)
        return Amount(
            dollars, Figure(Form.dollars(dollars), .blend, of: bases + mix.bases))
    }
}

/// The parts of tokens in and out by which two prices become one.
package struct Mix: Sendable, Hashable {
    /// Parts of tokens in.
    package let read: Int
    /// Parts of tokens out.
    package let written: Int
    /// Whether it is the arena's own mix.
    package let isMeasured: Bool
    /// Which mix it is, as `at a 3:1 blend`.
    package let words: Sentence
    let bases: [Basis]

    /// The exact blended price.
    package func price(in read: Money, out written: Money) -> Rational {
        let parts =
            Int128(read.picodollars) * Int128(self.read)
            + Int128(written.picodollars) * Int128(self.written)
        return Rational(parts, over: Int128(self.read + self.written) * 1_000_000_000_000)
    }

    /// So many parts in to so many parts out.
    init(read: Int, written: Int) {
        (self.read, self.written, isMeasured) = (read, written, false)
        bases = [.chosen("chosen/blend")]
        let parts = Figure("\(read):\(written)", .chosen, of: bases)
        words = "at a \(parts) blend"
    }

    /// The mix of the answers measured here; `nil` unless each model has 200 or more.
    init?(_ measured: MeasuredEvidence?, _ slugs: Sides<String>) {
        guard let sides: Sides<Measured> = measured?.sides.both(),
            min(sides.a.answers, sides.b.answers) >= 200,
            let readA = sides.a.tokensIn, let readB = sides.b.tokensIn,
            let writtenA = sides.a.tokensOut, let writtenB = sides.b.tokensOut
        else { return nil }
        let (read, written) = (readA + readB, writtenA + writtenB)
        guard (1...1_000_000_000_000).contains(read + written), min(read, written) >= 0 else {
            return nil
        }
        let bases: [Basis] = [slugs.a, slugs.b].map { .measured("measured/\($0)/tokens") }
        let answers = sides.a.answers + sides.b.answers
        let means = [read, written].map { total in
            let mean = Rational(Int128(total), over: Int128(answers))
            return Figure(Form.decimal(mean, places: 0), .mean, of: bases)
        }
        (self.read, self.written, isMeasured) = (read, written, true)
        self.bases = bases
        words = "at this arena's mix of \(means[0]) tokens in to \(means[1]) out"
    }
}

/// The mix and the routes that a page prices two models by.
package struct ChosenPrices: Sendable, Hashable {
    /// The mix.
    package let mix: Mix
    /// The cheapest route of each model at the tier; `nil` where none is priced.
    package let cheapest: Sides<PricedRoute?>
    /// Routes of both at one provider; `nil` where they share none that is priced.
    package let shared: Sides<PricedRoute>?

    /// Chooses for two models.
    init(_ subjects: Sides<Subject>, _ measured: MeasuredEvidence?, _ settings: ComparisonSettings)
    {
        let mix = Self.mix(subjects.map(\.slug), measured, settings.blend)
        let routes = subjects.map { subject in
            PricedRoute.routes(of: subject.record, at: settings.tier)
        }
        self.mix = mix
        cheapest = routes.map { Self.cheapest($0, mix) }
        let named = routes.map { Set($0.filter(\.route.isNamed).map(\.route.provider)) }
        let common = named.a.intersection(named.b)
        shared =
            common.sorted().compactMap { provider -> Sides<PricedRoute>? in
                routes.map { Self.cheapest($0.filter { $0.route.provider == provider }, mix) }
                    .both()
            }.first
    }

    private static func mix(
        _ slugs: Sides<String>, _ measured: MeasuredEvidence?, _ blend: Blend?
    ) -> Mix {
        if case .parts(let read, let written) = blend { return Mix(read: read, written: written) }
        return Mix(measured, slugs) ?? Mix(read: 3, written: 1)
    }

    private static func cheapest(_ routes: [PricedRoute], _ mix: Mix) -> PricedRoute? {
        routes.min { one, other in
            let prices = [one, other].map { mix.price(in: $0.read.value, out: $0.written.value) }
            return prices[0] != prices[1]
                ? prices[0] < prices[1] : one.route.label < other.route.label
        }
    }
}
