package import struct Foundation.Date

/// One version of a contender that was ever put in play here: what answered, not what it is called.
package struct RegistryLine: Equatable, Sendable {
    /// The contender's short name.
    package let contender: ContenderID
    /// What answered; see ``Contender/version``.
    package let version: String
    /// Its name for people, as it was last.
    package let name: String
    /// Which ratings its votes enter.
    package let pool: Pool
    /// When it was first put in play.
    package let firstSeen: Date
    /// The day (UTC) of the last vote on it.
    package let lastVote: Date?
    /// Votes on it, counted or not.
    package let votes: Int
    /// Where the contender stands now.
    package let status: ContenderState.Status
    /// Since when it stands so; `nil` where nobody ever decided.
    package let since: Date?
    /// Why, where it is retired and somebody said so.
    package let reason: String
    /// The slug of its model's record, where it has one.
    package let model: String?
    /// Which configured provider served it.
    package let provider: String
    /// The host it was asked at; `nil` for versions from before this was kept. For the operator:
    /// it may tell of a private network.
    package let host: String?

    /// A line from its parts.
    package init(
        contender: ContenderID, version: String, name: String, pool: Pool, firstSeen: Date,
        lastVote: Date?, votes: Int, status: ContenderState.Status, since: Date?,
        reason: String = "", model: String? = nil, provider: String = "", host: String? = nil
    ) {
        self.reason = reason
        self.model = model
        self.provider = provider
        self.host = host
        self.contender = contender
        self.version = version
        self.name = name
        self.pool = pool
        self.firstSeen = firstSeen
        self.lastVote = lastVote
        self.votes = votes
        self.status = status
        self.since = since
    }
}

/// All versions that were ever in play, read anew at most every quarter of an hour: nobody can see
/// a count go up while a battle of his is open, and many readers cost one look.
package struct Registry: Sendable {
    /// Reads all lines.
    package typealias Reading = @Sendable () async throws(ArenaError) -> [RegistryLine]

    private enum Key { case all }

    private let last: LastReading<Key, [RegistryLine]>

    /// A registry over a store.
    package init(
        aside: QuietWork = QuietWork(), now: @escaping @Sendable () -> Date = { Date() },
        _ reading: @escaping Reading
    ) {
        last = LastReading(
            pause: Publication.seconds, aside: aside, now: now
        ) { _, _ throws(ArenaError) in try await reading() }
    }

    /// The lines, by contender and then by age.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func lines() async throws(ArenaError) -> [RegistryLine] {
        try await last.value(of: .all)
    }
}
