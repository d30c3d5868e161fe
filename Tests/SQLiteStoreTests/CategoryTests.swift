import Arena
import Foundation
import GRDB
import Logging
import Ratings
import SQLiteStore
import Synchronization
import Testing

@Suite struct CategoryTests {
    private let folder = TemporaryFolder()

    static let prompts: [(String, Set<Arena.Category>)] = [
        ("Why is the sky blue?", [.english]),
        ("Écris une fonction Python.", [.french, .code]),
        ("Solve 2x + 3 = 7", [.unknownLanguage, .math]),
        ("Show in a Python script what the ∑ is", [.english, .code, .math]),
    ]

    @Test func `a vote is counted in each category of its battle, a chosen one in none`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        var generator = SplitMix(seed: 8)
        let names = ["alpha", "beta", "gamma"]
        var expected: [Arena.Category: Tally] = [:]
        for _ in 0..<240 {
            let pair = names.shuffled(using: &generator)
            let kind: BattleKind = Int.random(in: 0...3, using: &generator) == 0 ? .pair : .random
            let (prompt, categories) = Self.prompts[Int.random(in: 0...3, using: &generator)]
            let outcome = Outcome.allCases[Int.random(in: 0...3, using: &generator)]
            let battle = try await store.play(pair[0], pair[1], kind: kind, prompt: prompt)
            #expect(battle.categories == categories)
            try await store.cast(outcome, on: battle)
            guard kind == .random else { continue }
            for category in categories {
                try expected[category, default: Tally()].add(
                    outcome, between: pair[0], and: pair[1])
            }
        }
        #expect(expected.count == 5)
        let last = try await store.tally(of: .real).lastSequence
        for category in Arena.Category.allCases {
            let counted = try await store.tally(of: .real, in: category)
            #expect(counted.tally == expected[category] ?? Tally(), "\(category)")
            #expect(counted.lastSequence == last)
            #expect(try await store.tally(of: .practice, in: category).tally == Tally())
        }
        let kept = try await store.read { db in
            try Int.fetchOne(db, sql: "SELECT count(DISTINCT sequence) FROM vote_categories")
        }
        #expect(kept == 240)
        #expect(try await store.categoriseVotes() == 0)
    }

    @Test func `a vote that is refused leaves no category`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        try await store.cast(.a, on: battle)
        await #expect(throws: ArenaError.alreadyVoted(battle.id)) {
            try await store.cast(.b, on: battle)
        }
        #expect(try await store.tally(of: .real, in: .english).tally.votes == 1)
    }

    @Test func `a category's board is the fit of its votes, with gaps from the whole covariance`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let names = ["alpha", "beta", "gamma"]
        for number in 0..<150 {
            let pair = [names[number % 3], names[(number + 1) % 3]]
            let prompt = Self.prompts[number % 2].0
            let outcome: Outcome = number % 5 == 0 ? .tie : number % 7 < 4 ? .a : .b
            try await store.cast(
                outcome, on: try await store.play(pair[0], pair[1], prompt: prompt))
        }
        let ratings = try service(store)
        try await ratings.load()
        let tally = try await store.tally(of: .real, in: .code).tally
        #expect(tally.votes == 75)
        let fit = try BradleyTerry().fit(tally)
        let board = try #require(try await ratings.board(of: .real, in: .code))
        #expect(board.votes == 75 && board.prior == nil && board.method.hasSuffix("sandwich"))
        for one in names {
            for other in names where other != one {
                let wanted = try #require(fit.gap(from: other, to: one))
                let found = try #require(try board.gap(id(one), id(other)))
                #expect(abs(found.points - wanted.points) < 1e-6)
                #expect(abs(found.standardError - wanted.standardError) < 1e-6)
                #expect(found.connected)
            }
        }
        let all = try await ratings.categoryBoards(of: .real)
        #expect(all.map(\.category) == [.code, .english, .french])
        #expect(all.map(\.snapshot.votes) == [75, 75, 75])
        #expect(try await ratings.board(of: .real, in: .math) == nil)
        #expect(try await ratings.categoryBoards(of: .practice).isEmpty)
        #expect(await ratings.snapshot(of: .real)?.votes == 150)
    }

    @Test func `few votes of a category are rated under the weak prior, as the board is`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        try await store.cast(.a, on: try await store.play())
        let ratings = try service(store)
        try await ratings.load()
        let whole = try #require(await ratings.snapshot(of: .real))
        let board = try #require(try await ratings.board(of: .real, in: .english))
        #expect(board.prior == 1 && board.rows == whole.rows)
        #expect(board.covariance == whole.covariance)
    }

    @Test func `a category is fitted again after new votes, and not at every call`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let clock = Mutex(time(0))
        let ratings = RatingService(
            store: store, contenders: [], now: { clock.withLock { $0 } }, log: Logger(label: "t"))
        try await store.cast(.a, on: try await store.play())
        try await ratings.load()
        let first = try #require(try await ratings.board(of: .real, in: .english))
        try await store.cast(.b, on: try await store.play())
        try await ratings.load()
        clock.withLock { $0 = time(9) }
        #expect(try await ratings.board(of: .real, in: .english) == first)
        clock.withLock { $0 = time(11) }
        let second = try #require(try await ratings.board(of: .real, in: .english))
        #expect(second.votes == 2 && second.asOf == time(11))
        try await store.cast(.b, on: try await store.play(prompt: "Pourquoi est-ce que la mer ?"))
        try await ratings.load()
        clock.withLock { $0 = time(30) }
        #expect(try await ratings.board(of: .real, in: .english) == second)
    }

    private func id(_ name: String) throws -> ContenderID { try #require(ContenderID(name)) }

    private func service(_ store: SQLiteStore) throws -> RatingService {
        RatingService(store: store, contenders: [], log: Logger(label: "test"))
    }
}
