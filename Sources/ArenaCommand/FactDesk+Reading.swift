import Arena
import Catalogue
import Evidence
import Foundation
import Logging
import Ratings
import SQLiteStore
import SettingsReader

extension FactDesk {
    /// A desk over a data folder, beside a running server or without one; where nothing was stored
    /// yet, it knows facts only.
    ///
    /// - Throws: ``Failure`` for settings or a store that cannot be read.
    static func reading(_ options: ConfigOptions, catalogue: ModelCatalogue) async throws
        -> FactDesk
    {
        let settings = try Assembly.settings(options).settings
        let store: SQLiteStore?
        do {
            store = try Assembly.reader(options)
        } catch let failure as Failure where failure.code == "no-database" {
            store = nil
        }
        var holdings = Holdings(snapshot: nil, tally: .init())
        var pool = Pool.real
        if let store, let snapshot = try await newestSnapshot(in: store) {
            pool = snapshot.pool
            holdings = try await self.holdings(of: snapshot, in: store, settings)
        }
        let rated = holdings.snapshot?.rows ?? []
        return FactDesk(
            ModelDirectory(
                catalogue, contenders: settings.contenders + rated.unknown(to: settings)),
            roster: Roster(contenders: [], providers: [:]), minimumVotes: settings.minimumVotes,
            store: store, pool: pool, holdings: { [holdings] in holdings })
    }

    /// A desk that reads what it is asked for from a store; from none it knows nothing of votes.
    init(
        _ directory: ModelDirectory, roster: Roster, minimumVotes: Int, store: SQLiteStore?,
        pool: Pool, holdings: @escaping @Sendable () async -> Holdings
    ) {
        self.init(
            directory, roster: roster, minimumVotes: minimumVotes, holdings: holdings,
            record: { (one, other) async throws(ArenaError) in
                try await store?.record(of: one, against: other, in: pool) ?? PairRecord()
            },
            history: { (contenders) async throws(ArenaError) in
                try await store?.history(
                    of: contenders, in: pool, since: Date() - 86_400 * Self.historyDays) ?? []
            },
            former: { (first, last) async throws(ArenaError) in
                try await store?.boards(of: pool, from: first, to: last) ?? []
            })
    }

    /// Days of ratings that a model's page draws.
    private static let historyDays = 365.0

    /// Real votes come first: a practice board says nothing of models.
    private static func newestSnapshot(in store: SQLiteStore) async throws -> Snapshot? {
        for pool in Pool.allCases {
            if let snapshot = try await store.latestSnapshot(of: pool) { return snapshot }
        }
        return nil
    }

    private static func holdings(
        of snapshot: Snapshot, in store: SQLiteStore, _ settings: Settings
    ) async throws -> Holdings {
        let ratings = RatingService(
            store: store, contenders: settings.contenders, minimumVotes: settings.minimumVotes,
            tags: settings.tags, log: Logger(label: "arena"))
        return Holdings(
            snapshot: snapshot, tally: try await store.tally(of: snapshot.pool).tally,
            categories: try await ratings.categoryBoards(of: snapshot.pool).map {
                ($0.category.name, $0.snapshot)
            },
            measures: try await MeasurementService(store: store).measures(of: snapshot.pool))
    }
}

extension [Standing] {
    /// Contenders that were rated here and are not configured: found model servers, practice
    /// guides, and those of former settings.
    fileprivate func unknown(to settings: Settings) -> [Contender] {
        let known = Set(settings.contenders.map(\.id))
        return filter { !known.contains($0.contender) }.map {
            Contender(id: $0.contender, name: $0.name, provider: "", upstreamModel: "")
        }
    }
}
