package import Arena
import Foundation
import GRDB

extension SQLiteStore {
    /// Holds everything that is stored against everything else, and against the anchor; works
    /// beside a running server.
    ///
    /// - Throws: ``ArenaError/storage(_:)`` when nothing can be read at all.
    package func inspect() async throws(ArenaError) -> Inspection {
        // Read first: the database is then never behind it.
        let anchor = AnchorFile.anchor(in: (file as NSString).deletingLastPathComponent)
        return try await inspect(against: anchor, needingAnchor: true)
    }

    /// Holds a copy against itself, and against an anchor where one is given; two connections share
    /// the work, because nobody writes into a copy.
    package func inspectCopy(
        against anchor: LedgerAnchor? = nil
    ) async throws(ArenaError) -> Inspection {
        async let walked = Self.walk(along: file)
        var inspection = try await inspect(
            against: anchor, needingAnchor: false, isWalking: false)
        let place = inspection.findings.firstIndex { $0.check == "anchor" }
        inspection.findings.insert(await walked, at: place ?? inspection.findings.endIndex)
        return inspection
    }

    /// What is found on the chain of a file that nobody writes.
    private static func walk(along file: String) async -> Inspection.Finding {
        do {
            let queue = try DatabaseQueue(path: file, configuration: ConnectionSettings.reading)
            return try await queue.read { db in
                Inspector(db: db, anchor: nil, needsAnchor: false).walk()
            }
        } catch {
            return .broken("chain", "It cannot be read: \(error.databaseWords)")
        }
    }

    private func inspect(
        against anchor: LedgerAnchor?, needingAnchor: Bool, isWalking: Bool = true
    ) async throws(ArenaError) -> Inspection {
        var inspection = try await read { db in
            try Inspector(db: db, anchor: anchor, needsAnchor: needingAnchor)
                .inspection(isWalking: isWalking)
        }
        for pool in Pool.allCases {
            guard let snapshot = try await latestSnapshot(of: pool) else { continue }
            inspection.findings.append(await finding(on: snapshot))
        }
        return inspection
    }

    /// Whether the newest ratings are those of the votes behind them.
    private func finding(on snapshot: Snapshot) async -> Inspection.Finding {
        let name = "ratings_\(snapshot.pool.rawValue)"
        do {
            let tally = try await tally(of: snapshot.pool, after: 0, upTo: snapshot.lastSequence)
            let isRuledOn = try await isRuledOn(since: snapshot)
            guard let deviation = try snapshot.deviation(from: tally) else {
                return isRuledOn
                    ? .sound(name, "votes were ruled on since; not compared")
                    : .broken(name, "They were made from other votes.")
            }
            return deviation <= 1e-6
                ? .sound(name, "as computed anew")
                : .broken(name, "They are \(deviation) points from those computed anew.")
        } catch {
            return .broken(name, "They cannot be computed anew.")
        }
    }

    /// Whether votes were ruled on at or after the day of a snapshot; of some only the day is kept.
    private func isRuledOn(since snapshot: Snapshot) async throws(ArenaError) -> Bool {
        let day = snapshot.asOf.milliseconds / 86_400_000 * 86_400_000
        return try await read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM vote_rulings WHERE at >= ?)",
                arguments: [day]) ?? false
        }
    }
}
