package import struct Foundation.Date

/// What can go wrong in the arena, told once, in a closed set.
///
/// The server turns a kind into an HTTP problem, the command line into an exit code. No case
/// carries a provider's words, a contender's name or anything else a voter must not learn.
package enum ArenaError: Error, Equatable, Sendable {
    /// The request is not what the arena takes; `field` names the part, `reason` says why.
    case invalid(field: String, reason: String)
    /// A text is longer than `limit` UTF-8 bytes.
    case tooLarge(field: String, limit: Int)
    /// Fewer than two contenders can play in this pool.
    case needTwoContenders
    /// Nobody of this name plays here, or ever did.
    case unknownContender
    /// A battle of a contender with itself was asked for.
    case sameContender
    /// A contender of this name is known, but is not drawn from now.
    case notPlaying
    /// There is no such battle, or it is not this voter's: the two are not told apart.
    case noSuchBattle
    /// There was such a battle; its voter had it erased.
    case erased
    /// Only a voter can ask for this, and nobody is known by the request's cookie.
    case noVoter
    /// A reply is still being written.
    case stillWriting
    /// Nothing failed that could be asked for again.
    case nothingFailed
    /// The last turn has no two complete replies to choose from.
    case notComplete
    /// The battle has had all its turns.
    case turnLimit(Int)
    /// A vote was cast before; it stands.
    case alreadyVoted(BattleID)
    /// The battle ended without a vote: skipped, expired or failed.
    case closed(BattleState)
    /// No ratings have been computed yet.
    case noSnapshot
    /// Too many replies are being written at once.
    case busy
    /// The server is about to stop; what is under way may end, nothing new begins.
    case stopping
    /// What may be spent is spent; contenders that cost money wait until then.
    case budgetUsed(opens: Date)
    /// One visitor reported too much in a day.
    case tooManyReports
    /// Something else was asked before under the key of this request.
    case keyReused
    /// The disk is full: nothing was kept.
    case diskFull
    /// What is left of the disk is for votes on battles that are open.
    case diskLow
    /// What is stored is not what was acknowledged, so nothing is written; see ``LedgerDamage``.
    case readOnly
    /// The store could not keep or read something. Details go to the operator's log only.
    case storage(String)
}
