import Arena
import Foundation
import GRDB
import Logging
import Ratings
import SQLiteStore
import Testing

@Suite struct StyleTests {
    private let folder = TemporaryFolder()

    private func play(
        _ store: SQLiteStore, a: String, b: String, prompt: String = "Why is the sky blue?",
        styled: Bool = true, at moment: Date = time(60)
    ) async throws -> Battle {
        var battle = try streaming(prompt: prompt)
        try await store.open(battle)
        answer(&battle, a: a, b: b)
        try await store.keep(battle)
        let vote = Vote(battle: battle.id, voter: battle.voter, outcome: .a, castAt: moment)
        _ = try await store.cast(
            Ballot(vote, in: battle.categories, styles: styled ? battle.styles : nil))
        return battle
    }

    @Test func `a vote keeps the style of both sides, and boards choose among them`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        _ = try await play(store, a: "# One\n- a", b: "Because.")
        _ = try await play(
            store, a: "**No**", b: "1. x\n2. y", prompt: "Écris une fonction Python.",
            at: time(90_000))
        let all = try await store.styledVotes(of: BoardChoice(pool: .real), since: nil)
        #expect(all.votes.count == 2)
        #expect(all.lastSequence == 2)
        #expect(all.votes.total.pair("alpha", "beta")?.firstWins == 2)
        let code = BoardChoice(pool: .real, category: .code)
        #expect(try await store.styledVotes(of: code, since: nil).votes.count == 1)
        let whole = BoardChoice(pool: .real)
        #expect(try await store.styledVotes(of: whole, since: time(80_000)).votes.count == 1)
        let practice = BoardChoice(pool: .practice)
        #expect(try await store.styledVotes(of: practice, since: nil).votes.count == 0)
        #expect(try await kept(in: store) == ["9,1,0,1|8,0,0,0", "6,0,1,0|9,0,0,2"])
        #expect(try await store.measureStyles() == 0)
    }

    @Test func `old votes are measured from their texts, and what is gone is not made up`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let gone = try await play(store, a: "# One", b: "Two.", styled: false)
        _ = try await play(store, a: "- a\n- b", b: "**c**", styled: false)
        _ = try await store.erase(gone.voter, at: time(100))
        #expect(try await store.measureStyles() == 2)
        #expect(try await kept(in: store) == ["", "7,0,0,2|5,0,1,0"])
        #expect(try await store.measureStyles() == 0)
        let votes = try await store.styledVotes(of: BoardChoice(pool: .real), since: nil).votes
        #expect(votes.count == 1)
    }

    @Test func `counts of an erased battle that were kept with its vote stay`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await play(store, a: "# One", b: "Two.")
        _ = try await store.erase(battle.voter, at: time(100))
        #expect(try await kept(in: store) == ["5,1,0,0|4,0,0,0"])
    }

    @Test func `the service's style-adjusted board follows the votes`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        for number in 0..<12 {
            var battle =
                try number % 2 == 0 ? streaming("alpha", "beta") : streaming("beta", "alpha")
            try await store.open(battle)
            answer(&battle, a: String(repeating: "long ", count: 40), b: "short")
            try await store.keep(battle)
            let outcome: VoteOutcome = number % 6 == 5 ? .b : .a
            let vote = Vote(
                battle: battle.id, voter: battle.voter, outcome: outcome, castAt: time(60))
            _ = try await store.cast(
                Ballot(vote, in: battle.categories, styles: battle.styles))
        }
        let ratings = RatingService(store: store, contenders: [], log: Logger(label: "test"))
        try await ratings.load()
        let choice = BoardChoice(pool: .real, isStyleAdjusted: true)
        let board = try #require(try await ratings.board(of: choice)).snapshot
        #expect(board.method.hasPrefix("style-control/1"))
        #expect(board.votes == 12)
        let length = try #require(board.style?.first { $0.feature == "length" })
        #expect(length.twice.points > 30)
        #expect(board.rows.map(\.rating).allSatisfy { abs($0 - 1000) < 100 })
        #expect(try await ratings.board(of: BoardChoice(pool: .real))?.snapshot.style == nil)
    }

    /// The rows, side a then side b; empty where nothing is known.
    private func kept(in store: SQLiteStore) async throws -> [String] {
        try await store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT ifnull(
                        a_length || ',' || a_headings || ',' || a_bold || ',' || a_items || '|'
                        || b_length || ',' || b_headings || ',' || b_bold || ',' || b_items, '')
                    FROM vote_styles ORDER BY sequence
                    """)
        }
    }
}
