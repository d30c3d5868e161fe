import Arena
import Catalogue
import Foundation
import Ratings
import SQLiteStore
import Testing

@Suite struct ExportTests {
    private let folder = TemporaryFolder()

    @Test func `a vote tells the figures of the last complete turn`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        var battle = try await store.play()
        _ = try battle.begin(try Prompt("Ça va 👩‍👩‍👧‍👦?"), at: time(30))
        try await store.begin(try #require(battle.turns.last), of: battle.id)
        answer(&battle, a: "Three little words", b: "\u{0} Two\n")
        try await store.keep(battle)
        _ = try battle.begin(try Prompt("A turn that fails"), at: time(40))
        try await store.begin(try #require(battle.turns.last), of: battle.id)
        for side in Side.allCases { battle.fail(side, with: ReplyFault(.stalled)) }
        try await store.keep(battle)
        try await store.cast(.bothBad, on: battle)

        let figures = { (words: Int) in
            ReplyFigures(
                words: words, usage: report.usage, timing: report.timing,
                cost: Money(picodollars: 12 * 400_000 + 34 * 1_600_000))
        }
        let vote = Vote(
            battle: battle.id, voter: battle.voter, outcome: .bothBad, castAt: time(60),
            sequence: 1)
        let record = VoteRecord(
            sequence: 1, vote: vote, pool: .real, contenders: battle.contenders.map(\.id),
            turns: 2, promptCharacters: "Why is the sky blue?".count,
            replies: Sides(a: figures(3), b: figures(2)), pace: .even)
        #expect(try await store.votes(of: .real, after: 0, limit: 1) == [record])
    }

    @Test func `votes come page by page, of one pool or of all`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        for index in 0..<25 {
            let pool: Pool = index % 3 == 0 ? .practice : .real
            try await store.cast(.a, on: try await store.play(pool: pool))
        }
        var seen: [Int64] = []
        while true {
            let page = try await store.votes(of: nil, after: seen.last ?? 0, limit: 10)
            guard !page.isEmpty else { break }
            #expect(page.count <= 10)
            seen += page.map(\.sequence)
        }
        #expect(seen == Array(1...25))
        let practice = try await store.votes(of: .practice, after: 1, limit: 3)
        #expect(practice.map(\.sequence) == [4, 7, 10])
        #expect(practice.allSatisfy { $0.pool == .practice })
    }

    @Test func `battles that are over come page by page, oldest first`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        var expected: [Battle] = []
        for index in 0..<12 {
            var battle = try await store.play(
                pool: index % 2 == 0 ? .real : .practice, openedAt: time(Double(index / 4)))
            try battle.skip(by: battle.voter)
            try await store.end(battle.id, as: .skipped)
            expected.append(battle)
        }
        _ = try await store.play(openedAt: time(1))
        expected.sort { ($0.openedAt, $0.id.text) < ($1.openedAt, $1.id.text) }
        var seen: [Battle] = []
        while true {
            let last = seen.last.map { BattleCursor(openedAt: $0.openedAt, id: $0.id) }
            let page = try await store.battles(of: nil, after: last, limit: 5)
            guard !page.isEmpty else { break }
            seen += page
        }
        #expect(seen == expected)
        let real = try await store.battles(of: .real, after: nil, limit: 100)
        #expect(real == expected.filter { $0.pool == .real })
    }
}
