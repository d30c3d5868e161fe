package import Catalogue

/// What may be spent in a day (UTC), in all and with each provider.
package struct Budget: Equatable, Sendable {
    /// In all; `nil` without a ceiling.
    package let daily: Money?
    /// With each provider that has a ceiling of its own.
    package let byProvider: [String: Money]

    /// Ceilings.
    package init(daily: Money? = nil, byProvider: [String: Money] = [:]) {
        self.daily = daily
        self.byProvider = byProvider
    }

    /// Whether anything is limited.
    package var isLimited: Bool { daily != nil || !byProvider.isEmpty }

    /// Whether a contender may enter a new battle after what was spent today. One that costs
    /// nothing, or whose price is not known, always may.
    package func isOpen(to contender: Contender, after spend: Spend) -> Bool {
        guard let price = contender.price, price.input > .zero || price.output > .zero else {
            return true
        }
        if let daily, spend.total >= daily { return false }
        if let own = byProvider[contender.provider], spend[contender.provider] >= own {
            return false
        }
        return true
    }
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
