package import Catalogue

package import struct Foundation.Data
package import struct Foundation.Date
package import struct Ratings.Tally

/// Where battles, votes and ratings are kept. SQLite by default.
///
/// Whatever a method returned from is on stable storage. Every method throws
/// ``ArenaError/storage(_:)`` when the store cannot do its work, and stores nothing then.
package protocol Store: SharingStore {
    /// Records the versions of these contenders that are not recorded yet; nothing is ever removed.
    func register(_ contenders: [Contender], at time: Date) async throws(ArenaError)

    /// Keeps a new battle with its first turn, before anything is sent to a provider, and the answer
    /// to the request for it, if that has a key.
    ///
    /// - Throws: ``ArenaError/diskLow``; ``ArenaError/keyReused`` when the key was used meanwhile.
    func open(_ battle: Battle, for request: KeptRequest?) async throws(ArenaError)

    /// Keeps a further turn that has just begun.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``; ``ArenaError/closed(_:)`` or
    ///   ``ArenaError/alreadyVoted(_:)`` when the stored battle is over.
    func begin(_ turn: Turn, of battle: BattleID) async throws(ArenaError)

    /// Keeps the replies of a turn that has ended, and the battle's new state.
    func close(_ turn: Turn, of battle: BattleID, leaving state: BattleState)
        async throws(ArenaError)

    /// A battle as it stands in the store; `nil` if there is none.
    func battle(_ id: BattleID) async throws(ArenaError) -> Battle?

    /// Keeps that the failed sides of a battle's newest turn are asked again, and what had failed.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``; ``ArenaError/closed(_:)``,
    ///   ``ArenaError/alreadyVoted(_:)`` when the stored battle is over for good.
    func retry(
        _ sides: Set<Side>, ofTurn turn: Int, of battle: BattleID, at time: Date
    ) async throws(ArenaError)

    /// Notes what happened to a battle; the same twice is kept once.
    func mark(_ battle: BattleID, as mark: BattleMark, at time: Date) async throws(ArenaError)

    /// Keeps a vote: one transaction that finds the battle ready and this voter's, marks it voted,
    /// writes the vote with the categories of its battle and counts it in each, unless the ballot
    /// says that it does not count.
    ///
    /// - Returns: the vote's receipt, whose number grows by one with each vote, and why it does not
    ///   count; of two votes cast at once, the later one may be heard of first.
    /// - Throws: ``ArenaError/noSuchBattle``, ``ArenaError/notComplete``,
    ///   ``ArenaError/alreadyVoted(_:)``, ``ArenaError/closed(_:)``.
    func cast(_ ballot: Ballot, for request: KeptRequest?) async throws(ArenaError) -> KeptVote

    /// The answer that was kept for a voter's request; `nil` for a key he has not used.
    ///
    /// - Throws: ``ArenaError/keyReused`` where something else was asked under the key.
    func keptAnswer(to key: RequestKey, of voter: VoterID) async throws(ArenaError) -> Data?

    /// The receipt of a vote, without what it says; `nil` where there is no vote of this number.
    func receipt(of sequence: Int64) async throws(ArenaError) -> VoteReceipt?

    /// Why nothing is written any more: what is stored is not what was acknowledged. `nil` while all
    /// is well.
    func damage() async -> LedgerDamage?

    /// Keeps a decision on whether a vote counts; tallies follow it.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)`` when there is no such vote, or it stands so
    ///   already.
    func rule(_ ruling: Ruling) async throws(ArenaError)

    /// Keeps what a voter said of a vote after its reveal; once.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` when it is not his, or has no vote;
    ///   ``ArenaError/invalid(field:reason:)`` when he said something before.
    func add(_ remark: Remark, to battle: BattleID, by voter: VoterID) async throws(ArenaError)

    /// What a voter said of a battle's vote, by when he said it.
    func remarks(on battle: BattleID) async throws(ArenaError) -> [Remark]

    /// Ends a battle without a vote, as `skipped` or `expired`; one that is over stays as it is.
    func end(_ battle: BattleID, as state: BattleState) async throws(ArenaError)

    /// Ends what a stop left behind; called once, before the first battle. Turns still being written are failed with
    /// ``ReplyFault/Kind/cancelled`` and their battles go back to `ready` or to `failed`; battles
    /// opened before `deadline` and never voted on expire.
    ///
    /// - Returns: how many battles were changed.
    func recover(expiringBefore deadline: Date) async throws(ArenaError) -> Int

    /// Votes on random battles counted per pair of contender names, and the number of the last
    /// vote in them.
    func tally(of pool: Pool) async throws(ArenaError) -> CountedVotes

    /// Gives categories to votes that were cast before there were any, from the stored prompts;
    /// called at start. Votes that have theirs keep them.
    ///
    /// - Returns: how many votes got theirs.
    func categoriseVotes() async throws(ArenaError) -> Int

    /// Measures the answers of votes that were cast before that was done, from the stored texts;
    /// called at start.
    ///
    /// - Returns: how many votes were looked at.
    func measureStyles() async throws(ArenaError) -> Int

    /// Votes that count, of a choice, cast since a moment or from the first, each with the style of
    /// both answers; those whose answers were never measured are left out.
    func styledVotes(of choice: BoardChoice, since: Date?) async throws(ArenaError) -> StyledCount

    /// Votes on random battles of one category, counted per pair, and the number of the last vote on
    /// a random battle of any.
    func tally(of pool: Pool, in category: Category) async throws(ArenaError) -> CountedVotes

    /// The ratings of one model over time, oldest first: from the last snapshot of each day since a
    /// moment, that of the contender with the most votes where several are the model.
    func history(of contenders: [ContenderID], in pool: Pool, since: Date)
        async throws(ArenaError) -> [RatingPoint]

    /// The boards of the days (UTC) from one moment to before another, each from the last snapshot of
    /// its day, newest first.
    func boards(of pool: Pool, from first: Date, to last: Date)
        async throws(ArenaError) -> [BoardDay]

    /// How the direct votes between two models fell, each given by its contenders; no contender may
    /// stand on both lists.
    func record(of first: [ContenderID], against second: [ContenderID], in pool: Pool)
        async throws(ArenaError) -> PairRecord

    /// What was measured of replies that have ended, whose prompts were sent since a moment: the
    /// newest first, at most `limit` of them.
    func measurements(of pool: Pool, since: Date, limit: Int)
        async throws(ArenaError) -> [ReplyMeasurement]

    /// Keeps a snapshot for good; its ratings stand for its day from now on.
    func save(_ snapshot: Snapshot) async throws(ArenaError)

    /// Votes that count, of one category or of all, cast since a moment, counted per pair, and the
    /// number of the last vote that counts.
    func tally(of choice: BoardChoice, since: Date) async throws(ArenaError) -> CountedVotes

    /// Votes that count and have a number above one and up to another, counted per pair.
    func tally(of pool: Pool, after first: Int64, upTo last: Int64)
        async throws(ArenaError) -> Tally

    /// How the votes that count fell in each week that has one, by rising week.
    func outcomesByWeek(of pool: Pool) async throws(ArenaError) -> [WeekOutcomes]

    /// How votes fell by who was quicker, over the newest votes that count, at most `limit`.
    func speedRecords(of pool: Pool, newest limit: Int) async throws(ArenaError) -> [SpeedRecord]

    /// How votes fell on battles of a contender with itself.
    func controlRecord(of pool: Pool) async throws(ArenaError) -> OutcomeCounts

    /// When the last vote that counts was cast on each contender.
    func lastVotes(of pool: Pool) async throws(ArenaError) -> [ContenderID: Date]

    /// Kept snapshots, the newest first, from before one of this name or from the newest, at most
    /// `limit`.
    func snapshots(of pool: Pool, before id: String?, limit: Int)
        async throws(ArenaError) -> [SnapshotSummary]

    /// A kept snapshot by its name, in either pool; `nil` if there is none.
    func snapshot(_ id: String) async throws(ArenaError) -> Snapshot?

    /// The last snapshot of a pool computed up to a moment; `nil` if there is none.
    func snapshot(of pool: Pool, until: Date) async throws(ArenaError) -> Snapshot?

    /// The newest snapshot of a pool; `nil` before the first.
    func latestSnapshot(of pool: Pool) async throws(ArenaError) -> Snapshot?

    /// Votes in the order they were cast, from after a sequence number, at most `limit` of them.
    func votes(of pool: Pool?, after sequence: Int64, limit: Int)
        async throws(ArenaError) -> [VoteRecord]

    /// Battles that are over, oldest first, from after this one in that order, at most `limit`.
    func battles(of pool: Pool?, after last: BattleCursor?, limit: Int)
        async throws(ArenaError) -> [Battle]

    /// A voter's own battles, newest first, from before this one in that order, at most `limit`.
    func battles(of voter: VoterID, before last: BattleCursor?, limit: Int)
        async throws(ArenaError) -> [Battle]

    /// All votes of one voter, in the order they were cast.
    func votes(of voter: VoterID) async throws(ArenaError) -> [OwnVote]

    /// Erases a voter for good, in one transaction: the texts of his battles and his comments go,
    /// his votes are withdrawn, and each battle gets a name of nobody in place of his. Battles and
    /// votes keep their rows and numbers. What was not over is skipped.
    func erase(_ voter: VoterID, at time: Date) async throws(ArenaError) -> Erasure

    /// Whether a battle's voter had it erased.
    func isErased(_ battle: BattleID) async throws(ArenaError) -> Bool

    /// The last snapshot of each day from a moment to another, oldest first, the newest `limit`.
    func dailySnapshots(of pool: Pool, from start: Date, to end: Date, limit: Int)
        async throws(ArenaError) -> [Snapshot]

    /// Counts and figures for the operator.
    func census() async throws(ArenaError) -> Census
}

/// A place in the order of battles: by the time they were opened, then by name.
package struct BattleCursor: Sendable, Equatable {
    /// When the battle was opened.
    package let openedAt: Date
    /// The battle.
    package let id: BattleID

    /// The place of one battle.
    package init(openedAt: Date, id: BattleID) {
        self.openedAt = openedAt
        self.id = id
    }
}

/// One stored vote with what an export tells of it.
package struct VoteRecord: Sendable, Equatable {
    /// 1 for the first vote of this store.
    package let sequence: Int64
    /// The vote.
    package let vote: Vote
    /// Which pool it counts in.
    package let pool: Pool
    /// Whether the pair was drawn or chosen by the voter.
    package let kind: BattleKind
    /// The contenders' names, by side.
    package let contenders: Sides<ContenderID>
    /// How many turns were complete.
    package let turns: Int
    /// Unicode scalars of the first prompt.
    package let promptCharacters: Int
    /// The last complete replies without their text, by side.
    package let replies: Sides<ReplyFigures>
    /// How the answers were shown; `nil` for votes from before this was kept.
    package let pace: ShownPace?
    /// Whether the voter looked at each answer, where it is known.
    package let seen: Sides<Bool?>

    /// Whether the vote enters the ratings.
    package var isCounted: Bool { kind.isRated && vote.exclusion == nil }

    /// A record from its parts.
    package init(
        sequence: Int64, vote: Vote, pool: Pool, kind: BattleKind = .random,
        contenders: Sides<ContenderID>, turns: Int, promptCharacters: Int,
        replies: Sides<ReplyFigures>, pace: ShownPace? = nil,
        seen: Sides<Bool?> = Sides(a: nil, b: nil)
    ) {
        self.sequence = sequence
        self.vote = vote
        self.pool = pool
        self.kind = kind
        self.contenders = contenders
        self.turns = turns
        self.promptCharacters = promptCharacters
        self.replies = replies
        self.pace = pace
        self.seen = seen
    }
}

/// The figures of one reply.
package struct ReplyFigures: Sendable, Equatable {
    /// Words of the text, split at white space.
    package let words: Int
    /// Token counts, where the provider sent them.
    package let usage: TokenUsage?
    /// Times at the upstream socket.
    package let timing: ReplyTiming?
    /// Exact cost, where known.
    package let cost: Money?

    /// The figures of one reply.
    package init(words: Int, usage: TokenUsage?, timing: ReplyTiming?, cost: Money?) {
        self.words = words
        self.usage = usage
        self.timing = timing
        self.cost = cost
    }
}
