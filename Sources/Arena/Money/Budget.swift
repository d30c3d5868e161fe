package import Catalogue

/// What may be spent: by everybody together, with each provider, and by each voter.
package struct Budget: Equatable, Sendable {
    /// What becomes of a contender whose price is not known while there is a ceiling.
    package enum Unpriced: String, Sendable, CaseIterable {
        /// It enters no new battle.
        case refuse
        /// It plays, and no ceiling holds it.
        case allow
    }

    /// All together.
    package let all: Ceilings
    /// With each provider that has ceilings of its own.
    package let byProvider: [String: Ceilings]
    /// What the battles of one voter may cost.
    package let perVoter: Ceilings
    /// The rule for contenders without a price.
    package let unpriced: Unpriced
    /// Providers that ask for nothing unless a price is written.
    package let freeProviders: Set<String>
    /// Providers of which it is known that a request that was cut costs no more than what came.
    package let estimating: Set<String>

    /// Ceilings; none unless told.
    package init(
        _ all: Ceilings = Ceilings(), byProvider: [String: Ceilings] = [:],
        perVoter: Ceilings = Ceilings(), unpriced: Unpriced = .refuse,
        freeProviders: Set<String> = [], estimating: Set<String> = []
    ) {
        self.all = all
        self.byProvider = byProvider
        self.perVoter = perVoter
        self.unpriced = unpriced
        self.freeProviders = freeProviders
        self.estimating = estimating
    }

    /// Whether anything is limited.
    package var isLimited: Bool {
        all.isLimited || perVoter.isLimited || byProvider.values.contains(where: \.isLimited)
    }

    /// Whether a contender costs nothing: by its price, or by its provider where it has none.
    package func isFree(_ contender: Contender) -> Bool {
        guard let price = contender.price else {
            return contender.pool == .practice || freeProviders.contains(contender.provider)
        }
        return price.input == .zero && price.output == .zero
    }

    /// Whether a contender is kept out because nobody knows what it costs.
    package func isUnpriced(_ contender: Contender) -> Bool {
        isLimited && unpriced == .refuse && contender.price == nil && !isFree(contender)
    }

    /// What is left under every ceiling that a request to a provider meets in a span; `nil` where
    /// it meets none.
    package func left(_ held: Held, with provider: String, in span: Span) -> Money? {
        let places: [(Money?, Money?)] = [
            (all[span], held.all[span]),
            (byProvider[provider]?[span], held.byProvider[provider]?[span]),
            (perVoter[span], held.voter[span]),
        ]
        return places.compactMap { ceiling, held in
            ceiling.map { $0.less(held ?? .zero) }
        }.min()
    }

    /// Whether so much more with a provider stays under every ceiling of these spans.
    package func hasRoom(
        for amount: Money, with provider: String, beside held: Held,
        in spans: [Span] = Span.allCases
    ) -> Bool {
        spans.allSatisfy { span in
            left(held, with: provider, in: span).map { amount <= $0 } ?? true
        }
    }
}

/// What stands against the ceilings at a moment: what was spent and what is reserved.
package struct Held: Equatable, Sendable {
    /// All together.
    package var all: [Span: Money] = [:]
    /// With each provider.
    package var byProvider: [String: [Span: Money]] = [:]
    /// By one voter.
    package var voter: [Span: Money] = [:]

    /// Nothing yet.
    package init() {}
}

/// What was spent in a day, from the exact costs of stored replies.
package struct Spend: Equatable, Sendable {
    /// With each provider.
    package let byProvider: [String: Money]

    /// Sums by provider.
    package init(_ byProvider: [String: Money] = [:]) {
        self.byProvider = byProvider
    }

    /// With one provider.
    package subscript(provider: String) -> Money { byProvider[provider] ?? .zero }

    /// In all.
    package var total: Money { byProvider.values.reduce(.zero, +) }
}

extension Money {
    /// What is left of it; nothing where more was taken than there was.
    func less(_ taken: Money) -> Money {
        let (rest, isTooSmall) = picodollars.subtractingReportingOverflow(taken.picodollars)
        return isTooSmall || rest < 0 ? .zero : Money(picodollars: rest)
    }

    /// The sum, or the largest amount where it would pass it.
    func upTo(adding other: Money) -> Money {
        let (sum, isTooLarge) = picodollars.addingReportingOverflow(other.picodollars)
        return Money(picodollars: isTooLarge ? .max : sum)
    }
}
