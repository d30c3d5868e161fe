import Arena
import Foundation
import GRDB
import Ratings
import SQLiteStore
import Testing

@Suite struct RecordTests {
    private let folder = TemporaryFolder()

    @Test func `the record of a pair is what counting the votes gives, from either side`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        var generator = SplitMix(seed: 12)
        let names = ["alpha", "alpha-warm", "beta", "beta-2", "gamma"]
        for number in 0..<400 {
            let pair = names.shuffled(using: &generator)
            let battle = try await store.play(
                pair[0], pair[1],
                pool: Int.random(in: 0...4, using: &generator) == 0 ? .practice : .real,
                kind: Bool.random(using: &generator) ? .random : .pair)
            try await store.cast(
                Outcome.allCases[Int.random(in: 0...3, using: &generator)], on: battle,
                at: time(Double(number)))
        }
        let votes = try await store.votes(of: .real, after: 0, limit: 1000)
        for (first, second) in [
            (["alpha"], ["beta"]), (["beta", "beta-2"], ["alpha-warm", "alpha"]),
            (["gamma"], ["beta", "beta-2"]),
        ] {
            let record = try await store.record(
                of: ids(first), against: ids(second), in: .real)
            #expect(record == counted(votes, first, second))
            #expect(record.random.votes > 5 && record.chosen.votes > 5)
            let other = try await store.record(
                of: ids(second), against: ids(first), in: .real)
            #expect(other.random.firstWins == record.random.secondWins)
            #expect(other.chosen.ties == record.chosen.ties)
            #expect(other.lastVoteAt == record.lastVoteAt)
        }
    }

    @Test func `two that never met have an empty record`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        try await store.cast(.a, on: try await store.play())
        let empty = PairRecord()
        #expect(try await store.record(of: ids(["x"]), against: ids(["y"]), in: .real) == empty)
        #expect(try await store.record(of: [], against: ids(["beta"]), in: .real) == empty)
        #expect(
            try await store.record(of: ids(["alpha"]), against: ids(["beta"]), in: .practice)
                == empty)
    }

    @Test func `a record is counted from the index alone`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let plan = try await store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT kind, outcome, count(*), max(cast_at)
                    FROM votes INDEXED BY votes_by_pair
                    WHERE a_contender IN ('a', 'b') AND b_contender IN ('c') AND pool = 'real'
                        AND kind IN ('random', 'pair')
                    GROUP BY kind, outcome
                    """, adapter: SuffixRowAdapter(fromIndex: 3))
        }
        #expect(plan.contains { $0.contains("COVERING INDEX votes_by_pair (a_contender=?") })
    }

    private func ids(_ names: [String]) throws -> [ContenderID] {
        try names.map { try #require(ContenderID($0)) }
    }

    private func counted(
        _ votes: [VoteRecord], _ first: [String], _ second: [String]
    ) -> PairRecord {
        var counts: [BattleKind: [Outcome: Int]] = [:]
        var last: Date?
        for vote in votes {
            let (a, b) = (vote.contenders.a.text, vote.contenders.b.text)
            let outcome: Outcome
            if first.contains(a), second.contains(b) {
                outcome = vote.vote.outcome
            } else if first.contains(b), second.contains(a) {
                outcome = vote.vote.outcome.swapped
            } else {
                continue
            }
            counts[vote.kind, default: [:]][outcome, default: 0] += 1
            last = max(last ?? vote.vote.castAt, vote.vote.castAt)
        }
        let tally = { (kind: BattleKind) in
            PairTally(
                first: 0, second: 1, firstWins: counts[kind]?[.a] ?? 0,
                secondWins: counts[kind]?[.b] ?? 0, ties: counts[kind]?[.tie] ?? 0,
                bothBad: counts[kind]?[.bothBad] ?? 0)
        }
        return PairRecord(random: tally(.random), chosen: tally(.pair), lastVoteAt: last)
    }
}
