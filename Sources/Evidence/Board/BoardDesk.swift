package import Arena
import Catalogue
import Charts
import Comparisons
import Ratings

package import struct Foundation.Date

/// Puts the leaderboard and its figures together from ratings, measurements, facts and votes.
package struct BoardDesk: Sendable {
    private let store: any Store
    private let ratings: RatingService
    private let measurements: MeasurementService
    private let directory: ModelDirectory
    private let listings: [String: ModelListing]
    private let roster: Roster
    private let settings: Settings
    private let now: @Sendable () -> Date
    private let shelf: FigureShelf

    /// A desk over the arena's services; what takes long to read is read by `aside`.
    package init(
        store: any Store, ratings: RatingService, measurements: MeasurementService,
        directory: ModelDirectory, roster: Roster, settings: Settings,
        aside: QuietWork = QuietWork(), now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.ratings = ratings
        self.measurements = measurements
        self.directory = directory
        self.roster = roster
        self.settings = settings
        self.now = now
        listings = Dictionary(
            directory.catalogue.sorted.map {
                ($0.slug, ModelListing($0, place: nil, snapshot: nil))
            }
        ) { first, _ in first }
        shelf = FigureShelf(store: store, aside: aside, now: now)
    }

    /// The pool in play.
    package var pool: Pool { roster.pool }

    /// The board asked for; `nil` before the first fit, and for a choice without a vote.
    ///
    /// - Throws: ``ArenaError/noSnapshot`` for a past one that is not kept,
    ///   ``ArenaError/invalid(field:reason:)`` for a query that cannot be, and
    ///   ``ArenaError/storage(_:)``.
    package func leaderboard(_ query: BoardQuery) async throws(ArenaError) -> Leaderboard? {
        guard let rated = try await rated(query) else { return nil }
        return try await board(of: rated, query)
    }

    /// The board asked for with its figures; `nil` as for ``leaderboard(_:)``.
    package func figures(_ query: BoardQuery) async throws(ArenaError) -> BoardFigures? {
        guard let rated = try await rated(query) else { return nil }
        let board = try await board(of: rated, query)
        let isWhole = query.at == nil && query.isOfAllVotes
        let chart = await shelf.chart(of: board, rated.tally)
        return BoardFigures(
            board: board, chart: chart,
            lines: isWhole ? try await shelf.lines(of: board) : [],
            weeks: isWhole ? try await shelf.votes(of: board.snapshot.pool).weeks : [])
    }

    /// The board asked for with its direct records; `nil` as for ``leaderboard(_:)``.
    package func square(_ query: BoardQuery) async throws(ArenaError) -> BoardSquare? {
        guard let rated = try await rated(query) else { return nil }
        return BoardSquare(snapshot: shown(of: rated.snapshot, query), tally: rated.tally)
    }

    /// What the votes of a pool say of the arena itself.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func methodology() async throws(ArenaError) -> MethodFindings {
        let pool = roster.pool
        let rated = await ratings.published(of: pool)
        return MethodFindings(
            settings: settings, pool: pool, snapshot: rated?.snapshot,
            sides: try await shelf.votes(of: pool).sides,
            method: try await shelf.method(of: pool),
            calibration: try await shelf.calibration(
                of: pool,
                at: VoteMark(
                    last: rated?.snapshot.lastSequence ?? 0, votes: rated?.snapshot.votes ?? 0)),
            graph: rated.map {
                BoardChart(snapshot: $0.snapshot, tally: $0.tally, minimumVotes: 0).graph
            })
    }

    /// Kept snapshots up to the one that everybody may see, the newest first.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func snapshots(
        of pool: Pool, before id: String?, limit: Int
    ) async throws(ArenaError) -> [SnapshotSummary] {
        guard let newest = await ratings.published(of: pool)?.snapshot else { return [] }
        return try await store.snapshots(of: pool, before: id, limit: limit)
            .filter { $0.lastSequence <= newest.lastSequence }
    }

    /// A kept snapshot up to the one that everybody may see, by its name, or by a day, or by a
    /// moment as `2026-11-21T04:43:00Z`.
    ///
    /// - Throws: ``ArenaError/noSnapshot`` and ``ArenaError/storage(_:)``.
    package func snapshot(
        at text: String, pool: Pool
    ) async throws(ArenaError) -> Snapshot {
        let found: Snapshot?
        if let moment = PastMoment(text)?.end {
            found = try await store.snapshot(of: pool, until: moment)
        } else {
            found = try await store.snapshot(text)
        }
        guard let found else { throw .noSnapshot }
        let newest = await ratings.published(of: found.pool)?.snapshot
        guard let newest else { throw .noSnapshot }
        // A date after the newest batch means that batch.
        if found.lastSequence > newest.lastSequence {
            guard PastMoment(text) != nil else { throw .noSnapshot }
            return newest
        }
        return found
    }

    /// A contender's ratings day by day, oldest first, over at most a year.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func history(of contender: ContenderID) async throws(ArenaError) -> [RatingPoint] {
        try await store.history(
            of: [contender], in: roster.pool,
            since: now().addingTimeInterval(-86_400 * FigureShelf.historyDays))
    }

    private func rated(_ query: BoardQuery) async throws(ArenaError) -> RatedVotes? {
        let pool = query.pool ?? roster.pool
        guard let at = query.at else {
            return try await ratings.board(
                of: BoardChoice(
                    pool: pool, category: query.category, period: query.period,
                    isStyleAdjusted: query.isStyleAdjusted))
        }
        guard query.isOfAllVotes else {
            throw .invalid(
                field: "at", reason: "Past ratings are of all categories and votes, as they fell.")
        }
        let snapshot = try await snapshot(at: at, pool: pool)
        return RatedVotes(
            snapshot: snapshot,
            tally: try await store.tally(
                of: snapshot.pool, after: 0, upTo: snapshot.lastSequence))
    }

    private func board(
        of rated: RatedVotes, _ query: BoardQuery
    ) async throws(ArenaError) -> Leaderboard {
        let whole = rated.snapshot
        let snapshot = shown(of: whole, query)
        let playing = playing
        let measures = try? await measurements.measures(of: whole.pool)
        let lastVotes = try await shelf.lastVotes(of: whole.pool)
        let rows = snapshot.rows.map { standing in
            let slug = directory.slug(of: standing.contender)
            return Leaderboard.Row(
                standing: standing, slug: slug, isRetired: !playing.contains(standing.contender),
                measures: measures?.figures(of: [standing.contender]),
                facts: Self.facts(listings[slug]), lastVote: lastVotes[standing.contender])
        }
        return Leaderboard(
            query: query, snapshot: snapshot, rows: rows,
            minimumVotes: query.minimumVotes ?? settings.minimumVotes,
            notes: await notes(on: query, rated: whole, hidden: whole.rows.count - rows.count))
    }

    private var playing: Set<ContenderID> { Set(roster.contenders.map(\.id)) }

    private func shown(of snapshot: Snapshot, _ query: BoardQuery) -> Snapshot {
        let playing = playing
        return query.showsRetired
            ? snapshot : snapshot.keeping { playing.contains($0.contender) }
    }

    private func notes(
        on query: BoardQuery, rated: Snapshot, hidden: Int
    ) async -> [Leaderboard.Note] {
        var notes: [Leaderboard.Note] = []
        if query.at != nil {
            notes.append(.past)
        } else {
            if await ratings.isBehind(of: rated.pool) { notes.append(.newerFit) }
            if settings.publication == .batched { notes.append(.batched) }
        }
        if query.isStyleAdjusted { notes.append(.styleAdjusted(rated.style ?? [])) }
        let isChosen = query.category != nil || query.period != .all
        if isChosen, rated.votes < Self.fewVotes { notes.append(.fewVotes(rated.votes)) }
        if hidden > 0 { notes.append(.hidden(hidden)) }
        return notes
    }

    /// A category or period with fewer votes is said to have few.
    private static let fewVotes = 100

    private static func facts(_ listing: ModelListing?) -> [BoardColumn: String] {
        guard let listing else { return [:] }
        let columns: [(BoardColumn, Int)] = [
            (.maker, 0), (.price, 3), (.context, 4), (.released, 5), (.licence, 6),
        ]
        var facts: [BoardColumn: String] = [:]
        for (column, index) in columns where listing.cells[index].missing == nil {
            facts[column] = listing.cells[index].words.text
        }
        return facts
    }
}
