package import Catalogue

/// What the operator and the reader chose for a comparison.
package struct ComparisonSettings: Sendable, Hashable {
    /// The day on which ages are counted.
    package var today: CalendarDate
    /// Votes of each model below which nothing is said of who is preferred.
    package var minimumVotes: Int
    /// How tokens in and out are weighed; `nil` for the arena's own mix where it is known, else 3:1.
    package var blend: Blend?
    /// The service level whose routes are priced.
    package var tier: Route.Tier
    /// The reader's traffic; `nil` for the arena's own means.
    package var traffic: Traffic?

    /// Choices, the usual ones unless told.
    package init(
        today: CalendarDate, minimumVotes: Int = 30, blend: Blend? = nil,
        tier: Route.Tier = .standard, traffic: Traffic? = nil
    ) {
        self.today = today
        self.minimumVotes = minimumVotes
        self.blend = blend
        self.tier = tier
        self.traffic = traffic
    }
}

/// How tokens in and out are weighed into one price.
package enum Blend: Sendable, Hashable, CustomStringConvertible {
    /// So many parts in to so many parts out.
    case parts(in: Int, out: Int)
    /// The mean tokens in and out of these two models' answers here.
    case arena

    /// Reads `3:1`, `70:30` or `arena`; `nil` for anything else, and for parts beyond 0…1000.
    package init?(_ text: some StringProtocol) {
        if text == "arena" {
            self = .arena
            return
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let read = parts[0], let written = parts[1],
            (0...1000).contains(read), (0...1000).contains(written), read + written > 0
        else { return nil }
        self = .parts(in: read, out: written)
    }

    /// The blends a page offers.
    package static let offered = [
        Blend.parts(in: 3, out: 1), .parts(in: 70, out: 30), .arena,
    ]

    /// As it stands in an address.
    package var description: String {
        switch self {
        case .parts(let read, let written): "\(read):\(written)"
        case .arena: "arena"
        }
    }
}

/// A month's traffic, as the form of a page asks for it.
package struct Traffic: Sendable, Hashable {
    /// Requests a month, 1 to 100 million.
    package let requests: Int
    /// Tokens read by a request, up to 10 million.
    package let tokensIn: Int
    /// Tokens written by a request, up to 10 million.
    package let tokensOut: Int
    /// The share of tokens read that comes from a cache, in hundredths of a percent.
    package let cached: Int
    /// Requests sent again after a failure, in hundredths of a percent of all; `nil` for the
    /// failures measured here.
    package let retries: Int?

    /// Traffic; `nil` where a value is out of its range.
    package init?(
        requests: Int, tokensIn: Int, tokensOut: Int, cached: Int = 0, retries: Int? = nil
    ) {
        guard (1...100_000_000).contains(requests), (0...10_000_000).contains(tokensIn),
            (0...10_000_000).contains(tokensOut), (0...10_000).contains(cached),
            (0...10_000).contains(retries ?? 0)
        else { return nil }
        self.requests = requests
        self.tokensIn = tokensIn
        self.tokensOut = tokensOut
        self.cached = cached
        self.retries = retries
    }
}
