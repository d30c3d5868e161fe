import Arena
import Foundation
import Ratings
import SQLiteStore
import Testing

/// What the leaderboard and its figures read from the store.
@Suite struct BoardReadTests {
    private let folder = TemporaryFolder()
    private static let day = 86_400.0

    private func store() throws -> SQLiteStore { try SQLiteStore.open(folder: folder.path) }

    @Test func `a period holds the votes cast since its first moment, of random battles only`()
        async throws
    {
        let store = try store()
        for (index, outcome) in [VoteOutcome.a, .b, .tie, .bothBad].enumerated() {
            let battle =
                index % 2 == 0 ? try await store.play() : try await store.play("beta", "alpha")
            try await store.cast(outcome, on: battle, at: time(Self.day * Double(index)))
        }
        try await store.cast(.a, on: try await store.play(kind: .pair), at: time(Self.day * 9))
        let choice = BoardChoice(pool: .real, period: .week)
        let all = try await store.tally(of: choice, since: time(0))
        #expect(all == (try await store.tally(of: .real)))
        let late = try await store.tally(of: choice, since: time(Self.day * 2))
        let pair = try #require(late.tally.pair("alpha", "beta"))
        #expect(pair.ties == 1 && pair.bothBad == 1 && pair.decided == 0)
        #expect(late.lastSequence == 4)
        #expect(try await store.tally(of: choice, since: time(Self.day * 4)).tally.votes == 0)
    }

    @Test func `a period of one category holds the votes that are both`() async throws {
        let store = try store()
        for (index, prompt) in ["Pourquoi est-ce que la mer est bleue ?", "Why is it so?"]
            .enumerated()
        {
            for moment in [0.0, 5] {
                let battle = try await store.play(prompt: prompt)
                try await store.cast(.a, on: battle, at: time(Self.day * moment + Double(index)))
            }
        }
        let choice = BoardChoice(pool: .real, category: .french, period: .week)
        #expect(try await store.tally(of: choice, since: time(0)).tally.votes == 2)
        #expect(try await store.tally(of: choice, since: time(Self.day)).tally.votes == 1)
    }

    @Test func `a range of numbers leaves out its first and holds its last`() async throws {
        let store = try store()
        for outcome in [VoteOutcome.a, .a, .b, .tie] {
            try await store.cast(outcome, on: try await store.play())
        }
        let middle = try await store.tally(of: .real, after: 1, upTo: 3)
        let pair = try #require(middle.pair("alpha", "beta"))
        #expect(pair.firstWins == 1 && pair.secondWins == 1 && pair.ties == 0)
        #expect(try await store.tally(of: .practice, after: 0, upTo: 9).votes == 0)
    }

    @Test func `weeks begin on Monday in UTC`() async throws {
        let store = try store()
        // 4 January 1970 was a Sunday.
        let sunday = Date(timeIntervalSince1970: 3 * Self.day + 86_399)
        let monday = Date(timeIntervalSince1970: 4 * Self.day)
        for (outcome, moment) in [(VoteOutcome.a, sunday), (.b, monday), (.bothBad, monday)] {
            try await store.cast(outcome, on: try await store.play(), at: moment)
        }
        let weeks = try await store.outcomesByWeek(of: .real)
        #expect(weeks.map(\.day) == [-3, 4])
        #expect(weeks.map(\.counts) == [OutcomeCounts(a: 1), OutcomeCounts(b: 1, bothBad: 1)])
    }

    @Test func `the quicker side is the one whose first answer was whole sooner`() async throws {
        let store = try store()
        for (seconds, outcome) in [
            ((1.0, 2.0), VoteOutcome.a), ((2, 1), .b), ((3, 2), .a), ((1, 2), .tie), ((2, 2), .b),
        ] {
            try await store.cast(outcome, on: try await timed(seconds, in: store))
        }
        #expect(
            try await store.speedRecords(of: .real, newest: 9)
                == [SpeedRecord(pacing: "even", quicker: 2, slower: 1, draws: 1)])
        #expect(
            try await store.speedRecords(of: .real, newest: 2)
                == [SpeedRecord(pacing: "even", quicker: 0, slower: 0, draws: 1)])
    }

    @Test func `battles of a contender with itself are counted by side, and nowhere else`()
        async throws
    {
        let store = try store()
        for outcome in [VoteOutcome.a, .a, .b, .tie] {
            try await store.cast(
                outcome, on: try await store.play("alpha", "alpha", kind: .control))
        }
        #expect(try await store.controlRecord(of: .real) == OutcomeCounts(a: 2, b: 1, ties: 1))
        #expect(try await store.outcomesByWeek(of: .real).isEmpty)
        #expect(try await store.lastVotes(of: .real).isEmpty)
    }

    @Test func `a vote that is ruled out is in no period, no week and no range`() async throws {
        let store = try store()
        let battle = try await store.play()
        let vote = Vote(
            battle: battle.id, voter: battle.voter, outcome: .a, castAt: time(60))
        _ = try await store.cast(Ballot(vote, in: battle.categories, exclusion: .selfNamed))
        let choice = BoardChoice(pool: .real, period: .week)
        #expect(try await store.tally(of: choice, since: time(0)).tally.votes == 0)
        #expect(try await store.tally(of: .real, after: 0, upTo: 9).votes == 0)
        #expect(try await store.outcomesByWeek(of: .real).isEmpty)
        #expect(try await store.speedRecords(of: .real, newest: 9).isEmpty)
        #expect(try await store.lastVotes(of: .real).isEmpty)
    }

    @Test func `the last vote on each contender is known, on whichever side it stood`() async throws
    {
        let store = try store()
        try await store.cast(.a, on: try await store.play("alpha", "beta"), at: time(10))
        try await store.cast(.a, on: try await store.play("gamma", "alpha"), at: time(20))
        let last = try await store.lastVotes(of: .real)
        #expect(
            last.map { ($0.key.text, $0.value) }.sorted { $0.0 < $1.0 }.map(\.1)
                == [time(20), time(10), time(20)])
    }

    @Test func `kept snapshots are listed newest first, found by name and by moment`() async throws
    {
        let store = try store()
        let names = (1...5).map { String(format: "%012d", $0) }
        for (index, name) in names.enumerated() {
            try await store.save(
                snapshot(name, asOf: time(Double(index) * 100), lastSequence: Int64(index)))
        }
        let first = try await store.snapshots(of: .real, before: nil, limit: 2)
        #expect(first.map(\.id) == [names[4], names[3]])
        #expect(first.allSatisfy { $0.models == 1 && $0.votes == 3 })
        let rest = try await store.snapshots(of: .real, before: first.last?.id, limit: 9)
        #expect(rest.map(\.id) == [names[2], names[1], names[0]])
        #expect(try await store.snapshot(names[1])?.lastSequence == 1)
        #expect(try await store.snapshot("ffffffffffff") == nil)
        #expect(try await store.snapshot(of: .real, until: time(250))?.id == names[2])
        #expect(try await store.snapshot(of: .real, until: time(-1)) == nil)
        #expect(try await store.snapshots(of: .practice, before: nil, limit: 9).isEmpty)
    }

    /// A battle whose answers took so many seconds.
    private func timed(_ seconds: (a: Double, b: Double), in store: SQLiteStore) async throws
        -> Battle
    {
        var battle = try streaming()
        try await store.open(battle)
        for (side, total) in [(Side.a, seconds.a), (.b, seconds.b)] {
            battle.append("An answer.", to: side)
            battle.complete(
                side,
                with: ReplyReport(
                    finish: .stop, usage: nil, timing: ReplyTiming(firstText: 0.1, total: total),
                    upstreamModel: nil))
        }
        try await store.keep(battle)
        return battle
    }
}
