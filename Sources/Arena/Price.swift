package import Catalogue

/// What a provider asks for a million tokens.
package struct Price: Hashable, Sendable {
    /// Dollars per million tokens read.
    package let input: Money
    /// Dollars per million tokens written.
    package let output: Money

    /// Dollars per million tokens, in and out.
    package init(input: Money, output: Money) {
        self.input = input
        self.output = output
    }

    /// The exact cost of one reply; `nil` where it would pass the range of ``Money``.
    package func cost(of usage: TokenUsage) -> Money? {
        let read = (input.picodollars / 1_000_000).multipliedReportingOverflow(
            by: Int64(usage.input))
        let written = (output.picodollars / 1_000_000).multipliedReportingOverflow(
            by: Int64(usage.output))
        let sum = read.partialValue.addingReportingOverflow(written.partialValue)
        guard !read.overflow, !written.overflow, !sum.overflow else { return nil }
        return Money(picodollars: sum.partialValue)
    }
}
