import Catalogue

/// What a month of the reader's traffic costs with each model, exactly (B8).
package struct MonthlyCost: Sendable, Hashable {
    /// The traffic, retries filled in from the failures measured here where none were chosen.
    package let traffic: Sides<Traffic>
    /// Whether the traffic is the means of the arena's own answers.
    package let isMeasured: Bool
    /// The exact dollars a month; `nil` where a price is not sourced.
    package let dollars: Sides<Rational?>
    /// Requests a month, as printed.
    let requests: Figure
    /// The two totals compared; `nil` where one is not known.
    package let comparison: PriceComparison?
    /// The block as it is shown.
    package let section: Section

    /// Traffic that a page offers, each with its name.
    package static let presets: [(name: String, traffic: Traffic)] = [
        ("chat", Traffic(requests: 100_000, tokensIn: 500, tokensOut: 300)),
        ("long documents", Traffic(requests: 100_000, tokensIn: 8000, tokensOut: 500)),
        (
            "LLM Reference's unstated 800M in and 250M out",
            Traffic(requests: 1_000_000, tokensIn: 800, tokensOut: 250)
        ),
    ].compactMap { name, traffic in traffic.map { (name, $0) } }

    /// The exact dollars that traffic costs on a route.
    ///
    /// Tokens from a cache cost the cached price, or the full price where none is sourced.
    package static func dollars(_ traffic: Traffic, on route: PricedRoute) -> Rational {
        let whole: Int128 = 10_000
        let (full, cached) = (
            perToken(route.read.value), perToken((route.cached ?? route.read).value)
        )
        let share = Int128(traffic.cached)
        let read = (full * (whole - share) + cached * share) * Int128(traffic.tokensIn)
        let written = perToken(route.written.value) * whole * Int128(traffic.tokensOut)
        let request = read + written + Int128(route.request?.value.picodollars ?? 0) * whole
        let sent = Int128(traffic.requests) * (whole + Int128(traffic.retries ?? 0))
        return Rational(request * sent, over: whole * whole * 1_000_000_000_000)
    }

    /// Units of 10⁻¹² dollars for one token: whole, because prices have at most six decimals.
    private static func perToken(_ price: Money) -> Int128 {
        Int128(price.picodollars / 1_000_000)
    }

    init?(_ material: Material) {
        let chosen = material.settings.traffic
        let measured = Traffic(arenaMeansOf: material.measures)
        guard let base = chosen ?? measured ?? Self.presets.first?.traffic else { return nil }
        let traffic = Sides { base.retried(at: material.measures.rate($0, \.failures)) }
        let dollars = Sides { side in
            material.prices.cheapest[side].map { Self.dollars(traffic[side], on: $0) }
        }
        let isMeasured = chosen == nil && measured != nil
        let words = MonthlyWords(traffic, isMeasured: isMeasured, material)
        let amounts: Sides<Amount>? = Sides { side in
            dollars[side].map { words.amount($0, side) }
        }.both()
        self.traffic = traffic
        self.dollars = dollars
        self.isMeasured = isMeasured
        requests = words.requests
        comparison = amounts.map { PriceComparison($0, material.names, per: words.assumption) }
        section = words.section(amounts, comparison)
    }

    /// What another number of requests a month costs each; `nil` where a price is not sourced.
    package func dollars(requests: Int) -> Sides<Rational?> {
        Sides { side in
            dollars[side].map {
                $0 * Rational(Int128(requests), over: Int128(traffic[side].requests))
            }
        }
    }
}

extension Traffic {
    /// A hundred thousand requests of the mean answer here; `nil` where it is not known.
    fileprivate init?(arenaMeansOf measures: Measures) {
        let means: [Rational?] = [
            measures.mean(.a, \.tokensIn), measures.mean(.b, \.tokensIn),
            measures.mean(.a, \.tokensOut), measures.mean(.b, \.tokensOut),
        ]
        let known = means.compactMap(\.self)
        guard known.count == 4 else { return nil }
        let pairs = [known[0] + known[1], known[2] + known[3]].map {
            Int(($0 / Rational(2)).scaled(places: 0))
        }
        self.init(requests: 100_000, tokensIn: pairs[0], tokensOut: pairs[1])
    }

    /// The same with the retries that a rate of failures asks for, where none were chosen.
    fileprivate func retried(at failures: Rational?) -> Traffic {
        let rate = retries ?? Int(((failures ?? .zero) * Rational(10_000)).scaled(places: 0))
        return Traffic(
            requests: requests, tokensIn: tokensIn, tokensOut: tokensOut, cached: cached,
            retries: rate) ?? self
    }
}
