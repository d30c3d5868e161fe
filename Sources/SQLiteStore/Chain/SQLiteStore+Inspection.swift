package import Arena
import Foundation
import GRDB
import Synchronization

extension SQLiteStore {
    /// Holds everything that is stored against everything else, in one unchanging state, and against
    /// the anchor; works beside a running server.
    ///
    /// - Throws: ``ArenaError/storage(_:)`` when nothing can be read at all.
    package func inspect() async throws(ArenaError) -> Inspection {
        // Read first: the database is then never behind it.
        let anchor = AnchorFile.anchor(in: (file as NSString).deletingLastPathComponent)
        let inspection = try await read { db in
            let inspector = Inspector(db: db, anchor: anchor, needsAnchor: true)
            var inspection = try inspector.inspection()
            inspection.findings = Inspector.Check.all.map { $0.finding(by: inspector) }
            return inspection
        }
        return try await rated(inspection)
    }

    /// Holds a copy against itself, and against an anchor where one is given; two connections share
    /// the work, because nobody writes into a copy.
    ///
    /// - Parameter isFresh: whether this process has just written the copy and need not fear its disk.
    /// - Throws: ``ArenaError/storage(_:)`` when nothing can be read at all.
    package func inspectCopy(
        against anchor: LedgerAnchor? = nil, isFresh: Bool = false
    ) async throws(ArenaError) -> Inspection {
        var inspection = try await read { db in
            try Inspector(db: db, anchor: anchor, needsAnchor: false).inspection()
        }
        let work = InspectionWork()
        let file = file
        let settings = isFresh ? ConnectionSettings.inspectingFresh : ConnectionSettings.inspecting
        inspection.findings = await withTaskGroup(of: [Int: Inspection.Finding].self) { group in
            for _ in 0..<2 {
                group.addTask {
                    await Self.findings(in: file, settings, against: anchor, sharing: work)
                }
            }
            return await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        }.sorted { $0.key < $1.key }.map(\.value)
        return try await rated(inspection)
    }

    /// Looks at one thing after the other, by a connection of its own, until none is given.
    private static func findings(
        in copy: String, _ settings: Configuration, against anchor: LedgerAnchor?,
        sharing work: InspectionWork
    ) async -> [Int: Inspection.Finding] {
        var found: [Int: Inspection.Finding] = [:]
        let queue = Result {
            try DatabaseQueue(path: copy, configuration: settings)
        }
        while let number = work.next() {
            let check = Inspector.Check.all[number]
            do {
                found[number] = try await queue.get().read { db in
                    check.finding(by: Inspector(db: db, anchor: anchor, needsAnchor: false))
                }
            } catch {
                found[number] = .broken(
                    check.name, "It cannot be read: \(error.databaseWords)")
            }
        }
        return found
    }

    /// An inspection with what is found on the newest ratings.
    private func rated(_ inspection: Inspection) async throws(ArenaError) -> Inspection {
        var inspection = inspection
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

/// Hands out the checks of an inspection, each once, by their places in ``Inspector/Check/all``.
private final class InspectionWork: Sendable {
    /// The walk along the chain takes longest and comes first.
    private let order = Inspector.Check.all.indices.sorted {
        Inspector.Check.all[$0].name == "chain" && Inspector.Check.all[$1].name != "chain"
    }
    private let taken = Atomic(0)

    /// The place of a check that nobody has taken; `nil` when all are.
    func next() -> Int? {
        let number = taken.add(1, ordering: .relaxed).oldValue
        return number < order.count ? order[number] : nil
    }
}
