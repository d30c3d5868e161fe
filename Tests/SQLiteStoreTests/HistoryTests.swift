import Arena
import Foundation
import GRDB
import Ratings
import SQLiteStore
import Schema
import Testing

@Suite struct HistoryTests {
    private let folder = TemporaryFolder()
    private let day = Date(timeIntervalSince1970: 20_700 * 86_400)

    @Test func `the history of a rating has one point a day, from the last snapshot of it`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let moments: [TimeInterval] = [0, 3600, 7200, 172_800, 259_205]
        for (number, moment) in moments.enumerated() {
            try await store.save(
                snapshot(
                    "00000000000\(number)", asOf: day.addingTimeInterval(moment),
                    lastSequence: Int64(number + 1)))
        }
        let alpha = try #require(ContenderID("alpha"))
        let points = try await store.history(of: [alpha], in: .real, since: day)
        let expected: [Date] = moments.suffix(3).map { day.addingTimeInterval($0) }
        #expect(points.map(\.at) == expected)
        #expect(points.allSatisfy { $0.rating == 1012.3456789012345 && $0.low == 990.1 })
        let late = try await store.history(
            of: [alpha], in: .real, since: day.addingTimeInterval(259_200))
        #expect(late.count == 1)
        let beta = try #require(ContenderID("beta"))
        #expect(try await store.history(of: [beta], in: .real, since: day).isEmpty)
        #expect(try await store.history(of: [alpha], in: .practice, since: day).isEmpty)
        #expect(try await store.history(of: [], in: .real, since: day).isEmpty)
    }

    @Test func `who is not on the last board of a day is not on that day`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let first = try [standing("alpha"), standing("beta", rating: 990)]
        try await store.save(snapshot("000000000001", asOf: day, rows: first))
        let second = try [standing("alpha", rating: 1001)]
        try await store.save(
            snapshot("000000000002", asOf: day + 60, lastSequence: 2, rows: second))
        // Kept already: the day stays with the newer one.
        try await store.save(snapshot("000000000001", asOf: day + 90, rows: first))
        let alpha = try await store.history(
            of: [#require(ContenderID("alpha"))], in: .real, since: day)
        #expect(alpha.map(\.rating) == [1001])
        #expect(alpha.map(\.at) == [day + 60])
        let beta = try await store.history(
            of: [#require(ContenderID("beta"))], in: .real, since: day)
        #expect(beta.isEmpty)
    }

    @Test func `boards come newest first, most votes first, and only of days that are asked for`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        for number in 0..<4 {
            let rows = try [
                standing("alpha", rating: 1000 + Double(number), votes: 5),
                standing("beta", rating: 990, votes: 9), standing("gamma", votes: 5, component: 1),
            ]
            try await store.save(
                snapshot(
                    "00000000000\(number)", asOf: day + 86_400 * Double(number) + 3600,
                    lastSequence: Int64(number), rows: rows))
        }
        let boards = try await store.boards(of: .real, from: day + 86_400, to: day + 3 * 86_400)
        #expect(boards.map(\.at) == [day + 2 * 86_400 + 3600, day + 86_400 + 3600])
        #expect(boards.first?.rows.map(\.contender.text) == ["beta", "alpha", "gamma"])
        #expect(boards.map { $0.rows[1].rating } == [1002, 1001])
        #expect(boards.first?.rows.map(\.component) == [0, 0, 1])
        let practice = try await store.boards(of: .practice, from: day, to: day + 999_999)
        #expect(practice.isEmpty)
    }

    @Test func `an old database gets the days of its snapshots, with the same answers as before`()
        async throws
    {
        let snapshots = try oldSnapshots()
        let queue = try oldDatabase(snapshots)
        let names = ["alpha", "beta", "beta-warm", "gamma"]
        let asked = [["alpha"], ["beta", "beta-warm"], ["gamma"]]
        let before = try readWhole(asked, in: queue)
        let store = try SQLiteStore.open(folder: folder.path)
        var after: [[RatingPoint]] = []
        for pool in Pool.allCases {
            for contenders in asked {
                after.append(
                    try await store.history(
                        of: contenders.map { try #require(ContenderID($0)) }, in: pool,
                        since: day + 86_400))
            }
        }
        #expect(after == before)
        #expect(after.map(\.count).reduce(0, +) > 60)
        let places = try await store.boards(of: .real, from: day, to: day + 86_400 * 40)
        #expect(places.count == 30)
        #expect(Set(places.flatMap(\.rows).map(\.contender.text)) == Set(names))
    }

    @Test func `a history is found by its contenders, not by its days`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let plan = try await store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT max(votes) FROM rating_days
                    WHERE pool = 'real' AND day >= 1 AND as_of >= 1 AND contender IN ('a', 'b')
                    GROUP BY +day ORDER BY +day
                    """, adapter: SuffixRowAdapter(fromIndex: 3))
        }
        #expect(
            plan.contains { $0.contains("PRIMARY KEY (pool=? AND contender=? AND day>?)") },
            "\(plan)")
    }

    /// 90 snapshots of each pool in 30 days, in which contenders come, change and go.
    private func oldSnapshots() throws -> [Snapshot] {
        var generator = SplitMix(seed: 3)
        return try (0..<180).map { number in
            let names = ["alpha", "beta", "beta-warm", "gamma"].filter { _ in
                Int.random(in: 0...3, using: &generator) > 0
            }
            let rows = try names.enumerated().map { place, name in
                try standing(
                    name, rating: Double.random(in: 900...1100, using: &generator),
                    votes: number * 4 + place)
            }
            return try snapshot(
                String(format: "%012d", number), of: Pool.allCases[number % 2],
                asOf: day + 86_400 * Double(number / 6) + 600 * Double(number % 6),
                lastSequence: Int64(number), rows: rows)
        }
    }

    /// A database of the second schema with snapshots in it.
    private func oldDatabase(_ snapshots: [Snapshot]) throws -> DatabaseQueue {
        try FileManager.default.createDirectory(
            atPath: folder.path, withIntermediateDirectories: true)
        var migrator = DatabaseMigrator()
        for migration in Schema.sqlite.prefix(2) {
            migrator.registerMigration(migration.name) { db in
                try db.execute(sql: migration.sql)
            }
        }
        let queue = try DatabaseQueue(path: folder.path + "/arena.db")
        try migrator.migrate(queue)
        try queue.write { db in
            for snapshot in snapshots {
                try db.execute(
                    sql: """
                        INSERT INTO snapshots (id, pool, as_of, last_sequence, document)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        snapshot.id, snapshot.pool.rawValue,
                        Int64(snapshot.asOf.timeIntervalSince1970 * 1000), snapshot.lastSequence,
                        String(decoding: try JSONEncoder().encode(snapshot), as: UTF8.self),
                    ])
            }
        }
        return queue
    }

    private func readWhole(_ asked: [[String]], in queue: DatabaseQueue) throws -> [[RatingPoint]] {
        defer { try? queue.close() }
        return try queue.read { db in
            try Pool.allCases.flatMap { pool in
                try asked.map { try Self.readWhole($0, pool, since: day + 86_400, in: db) }
            }
        }
    }

    /// A history as it was read from whole snapshots before there was a table of days.
    private static func readWhole(
        _ names: [String], _ pool: Pool, since: Date, in db: Database
    ) throws -> [RatingPoint] {
        let places = names.map { _ in "?" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db,
            sql: """
                WITH days AS (
                    SELECT max(number) AS number FROM snapshots
                    WHERE pool = ? AND as_of >= ? GROUP BY as_of / 86400000
                )
                SELECT as_of, row.value ->> '$.rating' AS rating, row.value ->> '$.low' AS low,
                    row.value ->> '$.high' AS high, max(row.value ->> '$.votes') AS votes
                FROM days JOIN snapshots USING (number),
                    json_each(snapshots.document, '$.rows') AS row
                WHERE row.value ->> '$.contender.text' IN (\(places))
                GROUP BY number ORDER BY number
                """,
            arguments: [pool.rawValue, Int64(since.timeIntervalSince1970 * 1000)]
                + StatementArguments(names))
        return rows.map { row in
            RatingPoint(
                at: Date(timeIntervalSince1970: Double(row["as_of"] as Int64) / 1000),
                rating: row["rating"], low: row["low"], high: row["high"], votes: row["votes"])
        }
    }
}
