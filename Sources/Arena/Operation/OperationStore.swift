package import struct Foundation.Date

/// Where the operator's side is kept: who may vote, who administers, what was decided.
///
/// Whatever a method returned from is on stable storage; a change and its line in the audit log
/// are stored together or not at all. Every method throws ``ArenaError/storage(_:)`` when the
/// store cannot do its work.
package protocol OperationStore: Store, LedgerStore, IntegrityStore {
    /// Makes an invitation.
    func invite(_ invitation: NewInvitation, logging entry: AuditEntry) async throws(ArenaError)

    /// Revokes an invitation, with the right of all who joined by it, or lets it stand again.
    ///
    /// - Returns: whether that changed anything.
    func setRevoked(_ isRevoked: Bool, invitation: Int64, logging entry: AuditEntry)
        async throws(ArenaError) -> Bool

    /// Every invitation, the newest first.
    func invitations() async throws(ArenaError) -> [Invitation]

    /// The invitation of a code's digest; `nil` if there is none.
    func invitation(of digest: String) async throws(ArenaError) -> Invitation?

    /// Lets a voter join by an invitation; joining again by the same one changes nothing.
    func join(_ voter: VoterID, by digest: String, at time: Date)
        async throws(ArenaError) -> Admission

    /// Whether a voter joined by an invitation that was not revoked.
    func isMember(_ voter: VoterID) async throws(ArenaError) -> Bool

    /// Opens a session; its line in the log bears the author that the session gets.
    func openSession(digest: String, name: String, at time: Date, until end: Date)
        async throws(ArenaError) -> AdminSession

    /// The session of a token's digest, over or not; `nil` if there is none.
    func session(of digest: String) async throws(ArenaError) -> AdminSession?

    /// Sessions that are open at a moment, the newest first.
    func sessions(openAt time: Date) async throws(ArenaError) -> [AdminSession]

    /// Ends a session.
    func endSession(_ number: Int64, logging entry: AuditEntry) async throws(ArenaError)

    /// What was decided on contenders.
    func contenderStates() async throws(ArenaError) -> [ContenderID: ContenderState]

    /// Decides on a contender.
    func set(_ state: ContenderState, of contender: ContenderID, logging entry: AuditEntry)
        async throws(ArenaError)

    /// How pairs are drawn, as decided last; `nil` if nobody ever decided.
    func pairingPolicy() async throws(ArenaError) -> PairingPolicy?

    /// Decides how pairs are drawn.
    func set(_ policy: PairingPolicy, logging entry: AuditEntry) async throws(ArenaError)

    /// Notes something that changes nothing in the store.
    func note(_ entry: AuditEntry) async throws(ArenaError)

    /// Entries of the log below a number, the newest first.
    func auditLog(before number: Int64?, limit: Int) async throws(ArenaError) -> [NumberedEntry]

    /// What the replies since a moment cost, by provider.
    func spend(since: Date) async throws(ArenaError) -> Spend

    /// The counts of a day and of all time, for a pool where they are about votes.
    func figures(of pool: Pool, since: Date) async throws(ArenaError) -> DayFigures

    /// Votes that pass a filter below a number, the newest first.
    func votes(_ filter: VoteFilter, before sequence: Int64?, limit: Int)
        async throws(ArenaError) -> [ListedVote]

    /// Voters with at least so many votes in one hour since a moment, the most votes first.
    func bursts(of least: Int, since: Date, limit: Int) async throws(ArenaError) -> [Burst]

    /// What contenders were reported to be in battles opened since a moment, the oldest first.
    func reportedModels(since: Date) async throws(ArenaError) -> [ReportedModel]

    /// Deletes the texts of battles that are over and were opened before a moment, the oldest first;
    /// votes, times and counts stay.
    ///
    /// - Returns: of how many, at most `limit`.
    func fade(openedBefore deadline: Date, limit: Int, at time: Date)
        async throws(ArenaError) -> Int

    /// Forgets what told near prompts apart on days before yesterday.
    func forgetSketches(at time: Date) async throws(ArenaError)

    /// Clears the files of texts that were deleted.
    func sweepTexts() async throws(ArenaError)

    /// Stored snapshots, the newest first.
    func snapshots(limit: Int) async throws(ArenaError) -> [SnapshotLine]
}
