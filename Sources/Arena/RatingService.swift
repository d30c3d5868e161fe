package import Logging
package import Ratings
import ServiceLifecycle

package import struct Foundation.Date

/// Turns votes into snapshots, and snapshots into the next pair.
///
/// The store counts votes as it keeps them, so a refresh reads a tally and never the votes; a vote
/// never waits for one. Votes that come while a fit runs share the next, and two fits are at least
/// ``pause`` apart, so that a rush of votes does not fill the store with snapshots.
package actor RatingService: Service {
    private let store: any Store
    private let names: [ContenderID: String]
    private let minimumVotes: Int
    private let now: @Sendable () -> Date
    private let log: Logger
    private let publication: Publication
    private let chosen: ChosenBoards
    /// The categories that boards are made of: those of ``Category/allCases``, then the tags'.
    package nonisolated let categories: [Category]
    private var shown: [Pool: Shown] = [:]
    private var boards: [Pool: Board] = [:]
    private let bell: AsyncStream<Void>
    private let ringer: AsyncStream<Void>.Continuation

    /// Time from one refresh to the next.
    private static let pause = Duration.seconds(1)

    /// What is known of one pool.
    private struct Board {
        var counted: CountedVotes
        var fit: Fit?
        var snapshot: Snapshot?
        var isStale: Bool
        var isFitting = false
    }

    /// What public pages show of one pool.
    private struct Shown {
        var rated: RatedVotes
        var since: Date
    }

    /// A service over a store.
    ///
    /// - Parameters:
    ///   - contenders: give the names that people read.
    ///   - minimumVotes: votes a contender should get before pairs are chosen for what they tell.
    ///   - publication: when public pages go on to newer ratings.
    ///   - tags: the operator's own categories.
    package init(
        store: any Store, contenders: [Contender], minimumVotes: Int = 30,
        publication: Publication = .live, tags: [Tag] = [],
        now: @escaping @Sendable () -> Date = { Date() }, log: Logger
    ) {
        self.store = store
        self.minimumVotes = minimumVotes
        names = Dictionary(contenders.map { ($0.id, $0.name) }) { first, _ in first }
        self.now = now
        self.log = log
        self.publication = publication
        categories = Category.allCases + tags.map(\.category)
        chosen = ChosenBoards(store: store, names: names, now: now, log: log)
        (bell, ringer) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Loads tallies and newest snapshots, rates what was voted since, and fits the rest anew, so that
    /// the first pair after a start is drawn as the last one before it was. Votes of an older
    /// arena get their categories first.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func load() async throws(ArenaError) {
        let count = try await store.categoriseVotes()
        if count > 0 { log.info("old votes got categories", metadata: ["votes": "\(count)"]) }
        let measured = try await store.measureStyles()
        if measured > 0 { log.info("old votes got styles", metadata: ["votes": "\(measured)"]) }
        for pool in Pool.allCases {
            let counted = try await store.tally(of: pool)
            let snapshot = try await store.latestSnapshot(of: pool)
            let isStale =
                counted.lastSequence > (snapshot?.lastSequence ?? 0)
                || counted.tally.votes != (snapshot?.votes ?? 0)
            boards[pool] = Board(counted: counted, snapshot: snapshot, isStale: isStale)
            if !isStale, counted.tally.votes > 0 { await restoreFit(of: pool, from: counted.tally) }
        }
        await refresh()
        if publication == .batched { try await restoreShown() }
    }

    /// Refits after votes until the service group is told to stop.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in self.bell {
                await self.refresh()
                guard (try? await Task.sleep(for: Self.pause)) != nil else { return }
            }
        }
    }

    /// Notes that a vote was stored; the ratings follow soon.
    package func noteVote(in pool: Pool) {
        boards[pool]?.isStale = true
        ringer.yield()
    }

    /// Notes that votes were ruled out or in; ratings and categories follow soon.
    package func noteRulings(in pool: Pool) async {
        await chosen.forget(pool)
        noteVote(in: pool)
    }

    /// The newest snapshot of a pool; `nil` before the first. Public pages show ``published(of:)``.
    package func snapshot(of pool: Pool) -> Snapshot? {
        boards[pool]?.snapshot
    }

    /// The ratings of a pool that everybody may see, with their votes; `nil` before the first.
    package func published(of pool: Pool) -> RatedVotes? {
        let time = now()
        // Without a vote left there is nothing to show, and nothing to watch.
        if let board = boards[pool], board.snapshot == nil { shown[pool] = nil }
        let last = shown[pool].map { (votes: $0.rated.snapshot.votes, since: $0.since) }
        guard let board = boards[pool], let snapshot = board.snapshot,
            snapshot.id != shown[pool]?.rated.snapshot.id,
            publication.isDue(snapshot.votes, after: last, at: time)
        else { return shown[pool]?.rated }
        let rated = RatedVotes(snapshot: snapshot, tally: board.counted.tally)
        shown[pool] = Shown(rated: rated, since: time)
        return rated
    }

    /// Whether votes came that the newest ratings do not know, and everybody may know that.
    package func isBehind(of pool: Pool) -> Bool {
        publication == .live && boards[pool].map { $0.isStale || $0.isFitting } ?? false
    }

    /// The votes that a pool's newest ratings were made from, and how far they reach.
    func counted(in pool: Pool) -> CountedVotes? {
        boards[pool]?.counted
    }

    /// The ratings of one category, by the method of the whole board, prior included; `nil` without a
    /// vote in it. Never stored, and under load a few seconds old.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func board(
        of pool: Pool, in category: Category
    ) async throws(ArenaError) -> Snapshot? {
        try await board(of: BoardChoice(pool: pool, category: category))?.snapshot
    }

    /// The ratings of a choice of votes that everybody may see; of those by category or period as
    /// ``board(of:in:)`` says.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func board(of choice: BoardChoice) async throws(ArenaError) -> RatedVotes? {
        let whole = published(of: choice.pool)
        if choice.isWhole { return whole }
        return try await chosen.board(of: choice, upTo: whole?.snapshot.lastSequence ?? 0)
    }

    /// The ratings of every category that has a vote, in the order of ``categories``.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func categoryBoards(
        of pool: Pool
    ) async throws(ArenaError) -> [(category: Category, snapshot: Snapshot)] {
        var found: [(category: Category, snapshot: Snapshot)] = []
        for category in categories {
            guard let snapshot = try await board(of: pool, in: category) else { continue }
            found.append((category, snapshot))
        }
        return found
    }

    /// Draws the next pair of those in play, by the sampling rule over the newest fit.
    ///
    /// - Throws: ``ArenaError/needTwoContenders``.
    package func pair(
        from roster: Roster, by policy: PairingPolicy = PairingPolicy()
    ) throws(ArenaError) -> Pairing {
        let board = boards[roster.pool]
        var generator = SystemRandomNumberGenerator()
        return try roster.draw(
            by: policy, minimumVotes: minimumVotes, tally: board?.counted.tally ?? Tally(),
            fit: board?.fit, using: &generator)
    }

    /// Draws who plays against a contender, by the sampling rule over the newest fit.
    ///
    /// - Returns: the other, and the probability of this pair among all of that contender's.
    /// - Throws: ``ArenaError/needTwoContenders``.
    package func rival(
        of contender: Contender, from others: [Contender]
    ) throws(ArenaError) -> (contender: Contender, probability: Double) {
        let board = boards[contender.pool]
        let rivals = others.filter { $0.id != contender.id && $0.pool == contender.pool }
        let chances = SamplingRule(minimumVotes: minimumVotes).distribution(
            over: ([contender] + rivals).map(\.id.text), tally: board?.counted.tally ?? Tally(),
            fit: board?.fit
        ).chances.filter { $0.first == contender.id.text || $0.second == contender.id.text }
        let total = chances.reduce(0) { $0 + $1.probability }
        var left = Double.random(in: 0..<1) * total
        let drawn = chances.first { chance in
            left -= chance.probability
            return left <= 0
        }
        guard let chance = drawn ?? chances.last, total > 0,
            let rival = rivals.first(where: { [chance.first, chance.second].contains($0.id.text) })
        else { throw .needTwoContenders }
        return (rival, min(1, chance.probability / total))
    }

    /// Fits what the newest snapshot was made from; a snapshot keeps no fit.
    private func restoreFit(of pool: Pool, from tally: Tally) async {
        do {
            boards[pool]?.fit = try await Self.rate(tally, warmStart: nil).fit
        } catch {
            log.error("the ratings could not be fitted", metadata: ["error": "\(error)"])
        }
    }

    /// Shows the newest ratings that are old enough, until the next batch.
    private func restoreShown() async throws(ArenaError) {
        let time = now()
        for pool in Pool.allCases {
            let old = try await store.snapshot(
                of: pool, until: time.addingTimeInterval(-Publication.seconds))
            guard let old else { continue }
            let tally = try await store.tally(of: pool, after: 0, upTo: old.lastSequence)
            shown[pool] = Shown(rated: RatedVotes(snapshot: old, tally: tally), since: time)
        }
    }

    /// Rates every pool that has votes its snapshot does not know.
    private func refresh() async {
        for pool in Pool.allCases {
            guard let board = boards[pool], board.isStale else { continue }
            boards[pool]?.isStale = false
            boards[pool]?.isFitting = true
            await refresh(pool, from: board)
            boards[pool]?.isFitting = false
        }
    }

    private func refresh(_ pool: Pool, from board: Board) async {
        do {
            let counted = try await store.tally(of: pool)
            guard counted.tally.votes > 0 else {
                boards[pool] = Board(counted: counted, isStale: false)
                return
            }
            let rating = try await Self.rate(counted.tally, warmStart: board.fit)
            let snapshot = Snapshot(
                rating, pool: pool, asOf: now(), lastSequence: counted.lastSequence,
                names: names)
            try await store.save(snapshot)
            boards[pool]?.counted = counted
            boards[pool]?.fit = rating.fit
            boards[pool]?.snapshot = snapshot
        } catch {
            boards[pool]?.isStale = true
            log.error("the ratings could not be refreshed", metadata: ["error": "\(error)"])
        }
    }

    /// Fits off the actor, so that no one who asks for a snapshot waits.
    @concurrent
    private static func rate(_ tally: Tally, warmStart: Fit?) async throws(FitError) -> BoardFit {
        try BoardFit(tally, warmStart: warmStart)
    }
}
