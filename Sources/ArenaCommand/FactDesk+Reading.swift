import Arena
import Catalogue
import Evidence
import Foundation
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
        if let store {
            for candidate in Pool.allCases {
                guard let snapshot = try await store.latestSnapshot(of: candidate) else { continue }
                pool = candidate
                holdings.snapshot = snapshot
                break
            }
            holdings.tally = try await store.tally(of: pool).tally
            holdings.measures = try await MeasurementService(store: store).measures(of: pool)
        }
        return FactDesk(
            ModelDirectory(catalogue, contenders: settings.contenders),
            roster: Roster(contenders: [], providers: [:]), minimumVotes: settings.minimumVotes,
            holdings: { [holdings] in holdings },
            record: { [pool] (one, other) async throws(ArenaError) in
                try await store?.record(of: one, against: other, in: pool) ?? PairRecord()
            }, history: { (_) async throws(ArenaError) in [] })
    }
}
