import Arena
import Foundation
import Ratings
import SQLiteStore
import Testing

/// What is kept beside votes, and decisions on whether they count.
@Suite struct RulingTests {
    private let folder = TemporaryFolder()

    @Test func `what is told of a vote comes back with it`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        let remark = try Remark(
            .before, reasons: Sides(a: [.clear, .correct], b: [.tooLong]), comment: "A was short")
        let vote = Vote(battle: battle.id, voter: battle.voter, outcome: .a, castAt: time(60))
        _ = try await store.cast(
            Ballot(
                vote, in: battle.categories, pace: .broken, seen: Sides(a: true, b: false),
                remark: remark, exclusion: .unseen))
        let record = try #require(try await store.votes(of: .real, after: 0, limit: 1).first)
        #expect(record.pace == .broken && record.seen == Sides(a: true, b: false))
        #expect(!record.isCounted && record.vote.exclusion == .unseen)
        #expect(try await store.battle(battle.id)?.reveal?.exclusion == .unseen)
        #expect(try await store.tally(of: .real).tally.votes == 0)
        let after = try Remark(.after, comment: "Now I know")
        try await store.add(after, to: battle.id, by: battle.voter)
        #expect(try await store.remarks(on: battle.id) == [remark, after])
        await #expect(throws: ArenaError.self) {
            try await store.add(after, to: battle.id, by: battle.voter)
        }
        await #expect(throws: ArenaError.noSuchBattle) {
            try await store.add(after, to: battle.id, by: VoterID())
        }
    }

    @Test func `a vote ruled out and in again leaves the tallies as they were`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        for outcome in [Outcome.a, .b, .tie] {
            try await store.cast(outcome, on: try await store.play(prompt: "Solve 2x = 4"))
        }
        let before = try await store.tally(of: .real)
        let math = try await store.tally(of: .real, in: .math)
        let out = Ruling(
            sequence: 2, counts: false, reason: .byOperator, note: "a test", author: "ada",
            at: time(90))
        try await store.rule(out)
        #expect(try await store.tally(of: .real).tally.votes == 2)
        #expect(try await store.tally(of: .real, in: .math).tally.votes == 2)
        await #expect(throws: ArenaError.self) { try await store.rule(out) }
        try await store.rule(
            Ruling(
                sequence: 2, counts: true, reason: .byOperator, author: "ada", at: time(91)))
        #expect(try await store.tally(of: .real) == before)
        #expect(try await store.tally(of: .real, in: .math) == math)
        await #expect(throws: ArenaError.self) {
            try await store.rule(
                Ruling(
                    sequence: 9, counts: false, reason: .byOperator, author: "ada", at: time(92)))
        }
    }

    @Test func `a failed side is asked again and what failed is kept`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        var battle = try streaming()
        try await store.open(battle)
        battle.append("Whole", to: .a)
        battle.complete(.a, with: report)
        battle.append("Broken", to: .b)
        battle.fail(.b, with: ReplyFault(.stalled))
        try await store.keep(battle)
        await #expect(throws: ArenaError.nothingFailed) {
            try await store.retry([.a], ofTurn: 1, of: battle.id, at: time(70))
        }
        try await store.retry([.b], ofTurn: 1, of: battle.id, at: time(70))
        _ = try battle.retry()
        #expect(try await store.battle(battle.id) == battle)
        battle.append("Mended", to: .b)
        battle.complete(.b, with: report)
        try await store.keep(battle)
        try await store.cast(.b, on: battle)
        await #expect(throws: ArenaError.alreadyVoted(battle.id)) {
            try await store.retry([.b], ofTurn: 1, of: battle.id, at: time(80))
        }
    }

    @Test func `marks are kept once each`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        for mark in BattleMark.allCases + BattleMark.allCases {
            try await store.mark(battle.id, as: mark, at: time(5))
        }
        #expect(try await store.battle(battle.id)?.marks == Set(BattleMark.allCases))
    }
}
