package import Logging
import ServiceLifecycle

package import struct Foundation.Date

/// Plays battles: opens them, has both replies written, takes the vote and reveals.
///
/// What is written is written whether or not anyone watches; a turn that nobody watches for
/// ``Settings/Limits/unwatchedSeconds`` is cancelled, its upstream connections are closed and it
/// is kept as failed. A battle without a vote expires after ``votingHours``.
package actor BattleService: Service {
    /// Hours after which an unvoted battle can no longer be voted on.
    package static let votingHours = 24.0

    /// Who can be called here, drawn now or not.
    package nonisolated let roster: Roster
    let lineup: Lineup
    let store: any Store
    let ratings: RatingService
    private let limits: Settings.Limits
    /// How received text is released to voters.
    package nonisolated let pacing: PacingMode
    let rules: Rules
    let now: @Sendable () -> Date
    private let log: Logger
    private var live: [BattleID: LiveBattle] = [:]
    private var playing: Set<BattleID> = []
    /// Whether nothing new is begun any more.
    package private(set) var isStopping = false
    /// Whether what was being written has been broken off.
    package private(set) var isInterrupted = false
    private let jobs: AsyncStream<LiveBattle>
    private let queue: AsyncStream<LiveBattle>.Continuation

    /// What the operator decided about battles and votes.
    package struct Rules: Sendable, Equatable {
        /// The share of drawn battles that are one contender against itself, 0 to 1.
        package var controlShare: Double
        /// Whether a vote of somebody who is known to have missed an answer is left out.
        package var requiresBothSeen: Bool
        /// What a vote must pass to be counted in a public arena; `nil` where nothing.
        package var integrity: IntegrityRules?

        /// The operator's own categories.
        package var tags: [Tag]

        /// No controls, both answers to be seen, no tags, no guard.
        package init(
            controlShare: Double = 0, requiresBothSeen: Bool = true, tags: [Tag] = [],
            integrity: IntegrityRules? = nil
        ) {
            self.tags = tags
            self.integrity = integrity
            self.controlShare = controlShare
            self.requiresBothSeen = requiresBothSeen
        }
    }

    /// A service over a store and a roster; `now` is the wall clock that stamps what is stored.
    ///
    /// - Parameter lineup: who is drawn now; `nil` for all of the roster, by `rules`.
    package init(
        store: any Store, roster: Roster, lineup: Lineup? = nil, ratings: RatingService,
        limits: Settings.Limits = Settings.Limits(), pacing: PacingMode = .even,
        rules: Rules = Rules(), now: @escaping @Sendable () -> Date = { Date() }, log: Logger
    ) {
        self.store = store
        self.roster = roster
        self.lineup =
            lineup ?? Lineup(roster, policy: PairingPolicy(controlShare: rules.controlShare))
        self.ratings = ratings
        self.limits = limits
        self.pacing = pacing
        self.rules = rules
        self.now = now
        self.log = log
        (jobs, queue) = AsyncStream.makeStream(of: LiveBattle.self)
    }

    /// Writes replies until the service group is told to stop; those under way are then finished.
    package func run() async throws {
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                for await battle in jobs {
                    group.addTask { await self.play(battle) }
                }
            }
        } onGracefulShutdown: {
            self.queue.finish()
        }
    }

    /// Opens a battle on a prompt; its replies begin at once.
    ///
    /// - Throws: ``ArenaError/needTwoContenders``, ``ArenaError/busy``,
    ///   ``ArenaError/budgetUsed(opens:)``,
    ///   ``ArenaError/storage(_:)``; for a chosen pair ``ArenaError/unknownContender``,
    ///   ``ArenaError/notPlaying``, ``ArenaError/sameContender``; ``ArenaError/keyReused``.
    package func open(
        _ prompt: Prompt, for voter: VoterID, as wish: OpenWish = OpenWish(),
        under key: RequestKey? = nil
    ) async throws(ArenaError) -> BlindBattle {
        try makeRoom()
        let battle = try await drawAndPay(prompt, for: voter, as: wish)
        try await paid(battle, Side.allCases) { () throws(ArenaError) in
            try await store.open(battle, for: battle.request(under: key))
        }
        return await start(LiveBattle(battle, under: roster.veil, pacing: pacing, now: .now))
    }

    /// Sends a further prompt to both contenders of a battle.
    ///
    /// - Throws: what ``Battle/begin(_:at:)`` throws; ``ArenaError/noSuchBattle`` to anyone but
    ///   its voter.
    package func proceed(
        _ id: BattleID, with prompt: Prompt, by voter: VoterID
    ) async throws(ArenaError) -> BlindBattle {
        try makeRoom()
        let battle = try await inPlay(id, of: voter)
        guard await battle.blind.state != .streaming else { throw .stillWriting }
        try await rejectExpired(battle)
        let time = now()
        var value = await battle.value
        _ = try value.begin(prompt, at: time)
        guard let turn = value.turns.last else { throw .notComplete }
        try await pay(Side.allCases, of: value)
        try await paid(value, Side.allCases) { () throws(ArenaError) in
            try await store.begin(turn, of: id)
        }
        try await battle.change { (value) throws(ArenaError) in
            try value.begin(prompt, at: time)
        }
        return await start(battle)
    }

    /// What a voter may see of a battle now.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` when there is none, or it is another voter's.
    package func look(at id: BattleID, by voter: VoterID) async throws(ArenaError) -> BlindBattle {
        if let battle = try await running(id, of: voter) {
            await battle.touch(.now)
            return await battle.blind
        }
        return try await stored(id, of: voter).blind(under: roster.veil)
    }

    /// Who opened a battle, for a reader who proved by other means that he may follow it.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``.
    package func voter(of id: BattleID) async throws(ArenaError) -> VoterID {
        if let battle = live[id] { return await battle.value.voter }
        guard let battle = try await store.battle(id) else { throw .noSuchBattle }
        return battle.voter
    }

    /// The names, after the vote; `nil` before it.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` when there is none, or it is another voter's.
    package func reveal(_ id: BattleID, to voter: VoterID) async throws(ArenaError) -> Reveal? {
        try await stored(id, of: voter).reveal
    }

    /// Hands `body` what is new in a battle since a cursor, until its newest turn has ended.
    ///
    /// Every so often `body` gets nothing new: a chance to notice that the reader has left.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``, and what `body` throws.
    package func follow(
        _ id: BattleID, by voter: VoterID, from start: FeedCursor,
        isolation: isolated (any Actor)? = #isolation,
        _ body: ([(event: FeedEvent, id: FeedCursor)]) async throws -> Void
    ) async throws {
        var cursor = start
        guard let battle = try await running(id, of: voter) else {
            return try await body(cursor.advance(to: try await look(at: id, by: voter)))
        }
        do {
            try await battle.watch { bell in
                for await _ in bell {
                    let shown = await battle.blind
                    try await body(cursor.advance(to: shown))
                    if cursor.hasSeenEnd(of: shown) { return }
                }
            }
        } catch {
            await forget(id, unlessWatched: battle)
            throw error
        }
        await forget(id, unlessWatched: battle)
    }

    /// Leaves a battle without a choice; its names stay untold.
    ///
    /// - Throws: what ``Battle/skip(by:)`` throws.
    package func skip(_ id: BattleID, by voter: VoterID) async throws(ArenaError) {
        if let battle = try await running(id, of: voter) {
            guard await battle.blind.state != .streaming else { throw .stillWriting }
        }
        var battle = try await stored(id, of: voter)
        try battle.skip(by: voter)
        try await store.end(id, as: .skipped)
        live[id] = nil
    }

    /// Rings everyone who follows a battle, so that a reader who has left is noticed.
    package func nudge(_ id: BattleID) async {
        await live[id]?.beat()
    }

    /// Begins nothing new from now on.
    package func close() {
        isStopping = true
    }

    /// Whether nothing is being written any more.
    package var isQuiet: Bool { playing.isEmpty }

    /// Breaks off what is being written; it is kept as failed, as far as it came.
    package func interrupt() async {
        isInterrupted = true
        for battle in live.values { await battle.interrupt() }
    }

    /// Forgets the battles of a voter whose data the store has just erased; what is still written
    /// for him is thrown away.
    package func forget(_ voter: VoterID) async {
        for (id, battle) in live where await battle.value.voter == voter { live[id] = nil }
    }
}

extension BattleService {
    func makeRoom() throws(ArenaError) {
        guard !isStopping else { throw .stopping }
        guard 2 * (playing.count + 1) <= limits.concurrentReplies else { throw .busy }
    }

    func start(_ battle: LiveBattle) async -> BlindBattle {
        let blind = await battle.blind
        live[blind.id] = battle
        playing.insert(blind.id)
        queue.yield(battle)
        return blind
    }

    func stored(_ id: BattleID, of voter: VoterID) async throws(ArenaError) -> Battle {
        guard let battle = try await store.battle(id), battle.voter == voter else {
            throw .noSuchBattle
        }
        return battle
    }

    func running(_ id: BattleID, of voter: VoterID) async throws(ArenaError) -> LiveBattle? {
        guard let battle = live[id] else { return nil }
        guard await battle.value.voter == voter else { throw .noSuchBattle }
        return battle
    }

    func inPlay(_ id: BattleID, of voter: VoterID) async throws(ArenaError) -> LiveBattle {
        if let battle = try await running(id, of: voter) { return battle }
        return LiveBattle(
            try await stored(id, of: voter), under: roster.veil, pacing: pacing, now: .now)
    }

    func rejectExpired(_ battle: Battle) async throws(ArenaError) {
        guard battle.state == .ready,
            now().timeIntervalSince(battle.openedAt) > Self.votingHours * 3600
        else { return }
        try await store.end(battle.id, as: .expired)
        live[battle.id] = nil
        throw .closed(.expired)
    }

    /// Lets go of a battle that is over; the store has all of it.
    func drop(_ id: BattleID) {
        live[id] = nil
    }

    private func rejectExpired(_ battle: LiveBattle) async throws(ArenaError) {
        try await rejectExpired(battle.value)
    }

    /// Has one turn written and shown, to its end.
    private func play(_ battle: LiveBattle) async {
        await TurnTask(
            battle: battle, roster: roster, store: store, purse: lineup.purse, limits: limits,
            log: log
        ).run()
        let id = await battle.value.id
        playing.remove(id)
        await forget(id, unlessWatched: battle)
    }

    /// Forgets a battle that is neither played nor watched: the store has all of it.
    private func forget(_ id: BattleID, unlessWatched battle: LiveBattle) async {
        guard !playing.contains(id), await battle.isUnwatched else { return }
        live[id] = nil
    }
}
