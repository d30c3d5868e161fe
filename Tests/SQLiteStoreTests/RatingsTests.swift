import Arena
import Foundation
import GRDB
import Ratings
import SQLiteStore
import Testing

@Suite struct RatingsTests {
    private let folder = TemporaryFolder()

    @Test func `the tally is what counting the votes gives, after any history`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        var generator = SplitMix(seed: 4)
        let names = ["alpha", "beta", "gamma", "delta-10", "delta-9"]
        var expected: [Pool: Tally] = [.real: Tally(), .practice: Tally()]
        for _ in 0..<300 {
            let pair = names.shuffled(using: &generator)
            let pool = Pool.allCases[Int.random(in: 0...1, using: &generator)]
            let outcome = Outcome.allCases[Int.random(in: 0...3, using: &generator)]
            let battle = try await store.play(pair[0], pair[1], pool: pool)
            guard Int.random(in: 0...9, using: &generator) > 0 else {
                try await store.end(battle.id, as: .skipped)
                continue
            }
            try await store.cast(outcome, on: battle)
            try expected[pool]?.add(outcome, between: pair[0], and: pair[1])
        }
        for pool in Pool.allCases {
            let counted = try await store.tally(of: pool)
            let votes = try await store.votes(of: pool, after: 0, limit: 1000)
            #expect(counted.tally == expected[pool])
            #expect(counted.tally.votes == votes.count)
            #expect(counted.lastSequence == votes.last?.sequence)
        }
        #expect(try differences(in: store.file) == 0)
    }

    @Test func `an empty pool has an empty tally`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let counted = try await store.tally(of: .practice)
        #expect(counted == CountedVotes(tally: Tally(), lastSequence: 0))
    }

    @Test func `a snapshot comes back exactly, and the newest of its pool is given`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        #expect(try await store.latestSnapshot(of: .real) == nil)
        let first = try snapshot("000000000001")
        let second = try snapshot("000000000002", asOf: time(-5), lastSequence: 2)
        try await store.save(first)
        #expect(try await store.latestSnapshot(of: .real) == first)
        try await store.save(second)
        try await store.save(first)
        #expect(try await store.latestSnapshot(of: .real) == second)
        #expect(try await store.latestSnapshot(of: .practice) == nil)
        let practice = try snapshot("000000000001", of: .practice)
        try await store.save(practice)
        #expect(try await store.latestSnapshot(of: .practice) == practice)
    }

    @Test func `a snapshot that JSON cannot hold is refused`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let broken = Snapshot(
            id: "000000000001", pool: .real, asOf: time(0), votes: 0, lastSequence: 0, method: "",
            prior: nil, rounds: 0, gradient: .nan, rows: [], covariance: [])
        await #expect(throws: ArenaError.self) { try await store.save(broken) }
        #expect(try await store.latestSnapshot(of: .real) == nil)
    }

    /// Counts that differ between the kept tallies and a count of all votes.
    private func differences(in file: String) throws -> Int? {
        let counting = """
            SELECT pool, min(a_contender, b_contender) AS first,
                max(a_contender, b_contender) AS second,
                sum(outcome = iif(a_contender < b_contender, 'a', 'b')) AS first_wins,
                sum(outcome = iif(a_contender < b_contender, 'b', 'a')) AS second_wins,
                sum(outcome = 'tie') AS ties, sum(outcome = 'both_bad') AS both_bad
            FROM votes GROUP BY 1, 2, 3
            """
        return try DatabaseQueue(path: file).read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT (SELECT count(*) FROM (\(counting) EXCEPT SELECT * FROM pair_tallies))
                        + (SELECT count(*) FROM (SELECT * FROM pair_tallies EXCEPT \(counting)))
                    """)
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
