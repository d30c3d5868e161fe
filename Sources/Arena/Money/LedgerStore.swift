package import Catalogue

package import struct Foundation.Date

/// Where money is set aside, and where it is kept what was spent.
///
/// Whatever a method returned from is on stable storage. Every method throws
/// ``ArenaError/storage(_:)`` when the store cannot do its work.
package protocol LedgerStore: Sendable {
    /// Sets money aside for requests, all or none, in one write.
    ///
    /// - Parameter margins: what must be free with each provider before; see ``Purse``.
    /// - Throws: ``ArenaError/budgetUsed(opens:)`` where a ceiling would be passed.
    func claim(
        _ claims: [Claim], margins: [String: Money], within budget: Budget, at time: Date
    ) async throws(ArenaError)

    /// Books what requests cost; money that was settled before stays as it was.
    func settle(_ settlements: [Settlement]) async throws(ArenaError)

    /// Books what a stop left behind; called once, before the first battle. An answer that was kept
    /// costs what it was kept with; of a battle that was never stored nothing went out; all others
    /// cost what was set aside for them.
    ///
    /// - Returns: how many there were.
    func settleAbandoned() async throws(ArenaError) -> Int

    /// What stands against the ceilings in the spans that hold a moment.
    func held(by voter: VoterID?, at time: Date) async throws(ArenaError) -> Held

    /// What was set aside and spent since a moment: a line for each day, provider and contender,
    /// the newest day first.
    func ledger(since: Date) async throws(ArenaError) -> [LedgerLine]

    /// What was spent and what is set aside in the span that holds a moment, by provider; with an
    /// empty name for all together.
    func totals(in span: Span, at time: Date) async throws(ArenaError) -> [String: LedgerTotal]
}

/// One day's requests to one contender.
package struct LedgerLine: Equatable, Sendable {
    /// When the day begins (UTC).
    package let day: Date
    /// Who was paid.
    package let provider: String
    /// Who answered.
    package let contender: ContenderID
    /// How many requests.
    package let requests: Int
    /// What is still set aside.
    package let reserved: Money
    /// What the provider's counts come to.
    package let reported: Money
    /// What was booked without such counts.
    package let estimated: Money

    /// A line from its parts.
    package init(
        day: Date, provider: String, contender: ContenderID, requests: Int, reserved: Money,
        reported: Money, estimated: Money
    ) {
        self.day = day
        self.provider = provider
        self.contender = contender
        self.requests = requests
        self.reserved = reserved
        self.reported = reported
        self.estimated = estimated
    }
}

/// What was spent, and what is set aside.
package struct LedgerTotal: Equatable, Sendable {
    /// Booked.
    package let spent: Money
    /// Set aside for requests under way.
    package let reserved: Money

    /// Two amounts; nothing unless told.
    package init(spent: Money = .zero, reserved: Money = .zero) {
        self.spent = spent
        self.reserved = reserved
    }
}
