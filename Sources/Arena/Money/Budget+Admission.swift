package import Catalogue

package import struct Foundation.Date

extension Budget {
    /// Passes where these requests stay under every ceiling beside what is held already, and what
    /// must be free with each provider is free.
    ///
    /// - Throws: ``ArenaError/budgetUsed(opens:)`` with the end of the longest span that is full.
    package func admit(
        _ claims: [Claim], margins: [String: Money], beside held: Held, at time: Date
    ) throws(ArenaError) {
        var needs = margins
        let sum = claims.reduce(Money.zero) { $0.upTo(adding: $1.worst) }
        for (provider, own) in Dictionary(grouping: claims, by: \.provider) {
            let worst = own.reduce(Money.zero) { $0.upTo(adding: $1.worst) }
            needs[provider] = max(needs[provider] ?? .zero, worst)
        }
        for span in Span.allCases {
            let isFull =
                !hasRoom(for: sum, beside: held, in: span)
                || needs.contains { provider, amount in
                    !hasRoom(for: amount, with: provider, beside: held, in: [span])
                }
            guard !isFull else { throw .budgetUsed(opens: span.end(of: time)) }
        }
    }

    /// Whether so much more with whomever stays under the ceilings that hold for all.
    private func hasRoom(for amount: Money, beside held: Held, in span: Span) -> Bool {
        hasRoom(for: amount, with: "", beside: held, in: [span])
    }
}
