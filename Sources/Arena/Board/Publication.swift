package import struct Foundation.Date

/// When public pages go on to newer ratings.
///
/// A counter that ticks with every vote could be watched during one's own battle; see
/// `Decisions/counters-in-batches.md`.
package enum Publication: String, Sendable, CaseIterable {
    /// As soon as they are computed.
    case live
    /// Not before ``seconds`` after the last time, and with at least ``votes`` new votes.
    case batched

    /// Seconds from one batch to the next.
    package static let seconds = 900.0
    /// New votes of one batch.
    package static let votes = 10

    /// Whether newer ratings may take the place of those shown.
    ///
    /// - Parameters:
    ///   - newest: votes in the newest ratings.
    ///   - shown: votes in the ratings shown, and since when these are; `nil` with none.
    func isDue(_ newest: Int, after shown: (votes: Int, since: Date)?, at now: Date) -> Bool {
        guard self == .batched else { return true }
        guard let shown else { return newest >= Self.votes }
        // Counts that fell, as by a ruling, are shown with the next batch too.
        return abs(newest - shown.votes) >= Self.votes
            && now.timeIntervalSince(shown.since) >= Self.seconds
    }
}

extension Settings {
    /// When public pages show newer ratings: as chosen, else at once on loopback and else in
    /// batches.
    package var publication: Publication {
        counters ?? (Self.loopback.contains(listen.host) ? .live : .batched)
    }

    private static let loopback: Set<String> = ["127.0.0.1", "::1", "localhost"]
}
