package import struct Foundation.Date

/// Where the guard of votes reads and writes.
///
/// Whatever a method returned from is on stable storage; a change and its line in the audit log
/// are stored together or not at all. Every method throws ``ArenaError/storage(_:)`` when the
/// store cannot do its work.
package protocol IntegrityStore: Sendable {
    /// Counts the held votes of voters who are not new any more and not under suspicion.
    ///
    /// - Returns: the pools that changed.
    func releaseHeldVotes(by rules: IntegrityRules, at time: Date) async throws(ArenaError)
        -> Set<Pool>

    /// The votes on drawn pairs since a moment, by voter, and the battles he left; without those of
    /// voters who were found or cleared before, and without withdrawn ones. Beside them the votes
    /// that count at that instant.
    func patterns(in pool: Pool, since: Date) async throws(ArenaError) -> VotePatterns

    /// Takes the votes of voters out of the count, in every pool, and notes why. Who erased himself
    /// since he was looked at has no votes under that name, and none is noted.
    ///
    /// - Returns: the pools that changed.
    func quarantine(
        _ found: [(voter: VoterID, found: Suspicion)], logging entry: AuditEntry
    ) async throws(ArenaError) -> Set<Pool>

    /// The votes on drawn pairs since a moment that count, by voter, each voter's in the order they
    /// were cast; without those on which anybody but the arena decided.
    func weighedVotes(in pool: Pool, since: Date)
        async throws(ArenaError) -> [VoterID: [WeighedVote]]

    /// Decides whether votes count, all or none of them.
    func rule(_ rulings: [Ruling], logging entry: AuditEntry) async throws(ArenaError)

    /// What the cap on influence left out since a moment.
    func influenceFigures(since: Date) async throws(ArenaError) -> InfluenceFigures

    /// Who was found, the newest first, from below a number on or from the newest.
    func suspicions(before number: Int64?, limit: Int) async throws(ArenaError) -> [NotedSuspicion]

    /// Every contender version that was ever put in play, with its votes; none is ever left out.
    func registry() async throws(ArenaError) -> [RegistryLine]

    /// Clears a voter, whose votes then count again, or confirms what was found.
    ///
    /// - Returns: the pools that changed.
    /// - Throws: ``ArenaError/invalid(field:reason:)`` when there is no such suspicion, or it was
    ///   decided so before.
    func decide(
        _ decision: NotedSuspicion.Decision, on number: Int64, logging entry: AuditEntry
    ) async throws(ArenaError) -> Set<Pool>
}

/// A suspicion as it is kept.
package struct NotedSuspicion: Equatable, Sendable {
    /// What an operator decided.
    package enum Decision: String, Sendable, CaseIterable {
        /// Nothing yet: the votes are out until he does.
        case open
        /// It stands.
        case confirmed
        /// It was a mistake; the voter is not looked at again.
        case cleared
    }

    /// Its number.
    package let number: Int64
    /// Who.
    package let voter: VoterID
    /// What was found.
    package let found: Suspicion
    /// The same in words.
    package let note: String
    /// When.
    package let at: Date
    /// What was decided.
    package let decision: Decision
    /// The number of the voter's last vote, to look at his votes by.
    package let lastVote: Int64?

    /// A suspicion from its parts.
    package init(
        number: Int64, voter: VoterID, found: Suspicion, note: String, at: Date,
        decision: Decision, lastVote: Int64?
    ) {
        self.number = number
        self.voter = voter
        self.found = found
        self.note = note
        self.at = at
        self.decision = decision
        self.lastVote = lastVote
    }
}

extension Suspicion {
    /// The evidence in one line, for the audit log.
    package var note: String {
        let words =
            switch detector {
            case .favourite: "exact tail \(short) for or against \(contender ?? "one contender")"
            case .cohort: "as a group: evidence \(short) on \(contender ?? "one contender")"
            case .side: "exact tail \(short) for one side"
            case .crowd: "z = \(short) against the crowd"
            case .cadence: "share \(short) in one beat or on one prompt"
            case .selective:
                "exact tail \(short) for voting where \(contender ?? "one contender") plays"
            case .evidence: "evidence \(short) by the e-process"
            }
        let among = shown.map { " on \($0) battles shown" } ?? ""
        return "\(detector.rawValue): \(words), \(votes) votes\(among)"
    }

    /// Three digits.
    private var short: String {
        let parts = "\(figure)".split(separator: "e", maxSplits: 1)
        return parts[0].prefix(5) + (parts.count == 2 ? "e\(parts[1])" : "")
    }
}
