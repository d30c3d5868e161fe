import Arena
import Catalogue
import Foundation
import Ratings
import SQLiteStore
import Testing

/// What an operator sees of battles and votes.
@Suite struct OperatorFiguresTests {
    private let folder = TemporaryFolder()

    @Test func `votes that are excluded leave the tally, and restored they are as before`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        for outcome in [VoteOutcome.a, .a, .b, .tie, .bothBad] {
            try await store.cast(outcome, on: try await store.play())
        }
        let before = try await store.tally(of: .real).tally
        try await store.rule(rulings([1, 3, 5], counts: false), logging: entry(.votesExcluded))
        let less = try await store.tally(of: .real).tally
        #expect(less.votes == 2)
        let pair = try #require(less.pair("alpha", "beta"))
        #expect(pair.firstWins == 1 && pair.secondWins == 0 && pair.ties == 1)
        try await store.rule(rulings([1, 3, 5], counts: true), logging: entry(.votesRestored))
        #expect(try await store.tally(of: .real).tally == before)
        #expect(try await store.auditLog(before: nil, limit: 9).count == 2)
    }

    @Test func `of several decisions all are made or none`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        for _ in 0..<2 { try await store.cast(.a, on: try await store.play()) }
        await #expect(throws: ArenaError.self) {
            try await store.rule(
                rulings([1, 2, 99], counts: false), logging: entry(.votesExcluded))
        }
        #expect(try await store.tally(of: .real).tally.votes == 2)
    }

    @Test func `the list shows votes only, and every filter holds`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        try await store.cast(
            .a, on: try await store.play(prompt: "Write a function in Swift: func f() {}"))
        try await store.cast(.b, on: try await store.play("alpha", "gamma"), at: time(2))
        try await store.cast(.tie, on: try await store.play(kind: .pair), at: time(7200))
        _ = try await store.play("beta", "gamma")
        try await store.rule(rulings([2], counts: false), logging: entry(.votesExcluded))

        let hour = Int64(time(7200).timeIntervalSince1970) / 3600
        let cases: [((inout VoteFilter) -> Void, [Int64])] = [
            ({ _ in }, [3, 2, 1]), ({ $0.contender = ContenderID("gamma") }, [2]),
            (
                {
                    $0.contender = ContenderID("beta")
                    $0.rival = ContenderID("alpha")
                }, [3, 1]
            ),
            ({ $0.kind = .pair }, [3]), ({ $0.category = .code }, [1]),
            ({ $0.standing = .uncounted }, [2]), ({ $0.standing = .operator }, [2]),
            ({ $0.standing = .selfNamed }, []), ({ $0.standing = .counted }, [3, 1]),
            ({ $0.underSeconds = 5 }, [2]), ({ $0.sameVoterAs = 3 }, [3]),
            ({ $0.hour = hour }, [3]),
            ({ $0.isStopped = true }, []),
        ]
        for (change, expected) in cases {
            var filter = VoteFilter()
            change(&filter)
            let found = try await store.votes(filter, before: nil, limit: 9).map(\.sequence)
            #expect(found == expected, "\(filter)")
        }
        #expect(try await store.votes(VoteFilter(), before: 3, limit: 1).map(\.sequence) == [2])
        let vote = try #require(try await store.votes(VoteFilter(), before: 3, limit: 1).first)
        #expect(vote.seconds == 2 && vote.words == 3 && vote.uncounted == "operator")
    }

    @Test func `many votes of one voter in one hour are a burst`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let voter = VoterID()
        for index in 0..<6 {
            var battle = try streaming()
            battle = Battle(
                voter: index < 4 ? voter : VoterID(), contenders: battle.contenders,
                probability: 0.25, openedAt: time(0))
            _ = try battle.begin(try Prompt("Hello"), at: time(0))
            try await store.open(battle)
            answer(&battle)
            try await store.keep(battle)
            try await store.cast(.a, on: battle)
        }
        let bursts = try await store.bursts(of: 3, since: time(-1), limit: 9)
        #expect(bursts.map(\.votes) == [4] && bursts.map(\.voter) == [voter])
        #expect(bursts.map(\.last) == [4])
        #expect(try await store.bursts(of: 3, since: time(3600), limit: 9).isEmpty)
        #expect(try await store.bursts(of: 5, since: time(-1), limit: 9).isEmpty)
    }

    @Test func `a day is told in counts, with its exact cost`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        try await store.cast(.a, on: try await store.play())
        try await store.cast(.b, on: try await store.play())
        try await store.cast(.a, on: try await store.play())
        try await store.cast(.b, on: try await store.play(kind: .control))
        let skipped = try await store.play()
        try await store.end(skipped.id, as: .skipped)
        try await store.cast(.a, on: try await store.play(pool: .practice))
        try await store.cast(.a, on: try await store.play(openedAt: time(-90_000)), at: time(-9000))
        try await store.rule(
            [Ruling(sequence: 1, counts: false, reason: .selfNamed, author: "arena", at: time(0))],
            logging: entry(.votesExcluded))
        let figures = try await store.figures(of: .real, since: time(-10))
        #expect(figures.battles == 5 && figures.votes == 4 && figures.skipped == 1)
        #expect(figures.replies == 10 && figures.failed == 0)
        #expect(figures.allVotes == 5 && figures.uncounted == 1 && figures.selfNamed == 1)
        #expect(figures.sides == DayFigures.Decided(left: 2, right: 1))
        #expect(figures.controls == DayFigures.Decided(left: 0, right: 1))
        #expect(figures.controlVotes == 1)
        #expect(figures.databaseBytes > 0 && (figures.freeBytes ?? 0) > 0)
        // Six battles of today, two replies each: 12 × 0.40 + 34 × 1.60 dollars per million.
        let one = 12 * 400_000 + 34 * 1_600_000
        #expect(figures.spend.byProvider == ["local": Money(picodollars: Int64(12 * one))])
        #expect(try await store.spend(since: time(-10)) == figures.spend)
        #expect(try await store.spend(since: time(99_999)) == Spend())
    }

    private func rulings(_ sequences: [Int64], counts: Bool) -> [Ruling] {
        sequences.map {
            Ruling(
                sequence: $0, counts: counts, reason: .byOperator, note: "a test", author: "Ada",
                at: time(100))
        }
    }

    private func entry(_ action: AuditEntry.Action) -> AuditEntry {
        AuditEntry(at: time(0), author: "Ada (session 1)", action: action, subject: "votes")
    }
}
