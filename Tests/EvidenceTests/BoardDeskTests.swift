import Arena
import Catalogue
import Charts
import Evidence
import Foundation
import Ratings
import Synchronization
import Testing

/// The leaderboard put together from a real store.
struct BoardDeskTests {
    private let names = ["alder", "birch", "cedar"]

    /// Thirty votes: alder beats birch, birch beats cedar, each loses now and then.
    private func filled() async throws -> BoardRig {
        let rig = try BoardRig()
        for round in 0..<5 {
            let upset = round == 4
            for (one, other) in [("alder", "birch"), ("birch", "cedar"), ("alder", "cedar")] {
                try await rig.vote(upset ? .b : .a, one, other)
                try await rig.vote(upset ? .tie : .b, other, one, seconds: 3)
            }
        }
        return rig
    }

    @Test func `a board has what was measured, and every figure there is something for`()
        async throws
    {
        let rig = try await filled()
        let desk = try await rig.desk(playing: names)
        let figures = try #require(try await desk.figures(BoardQuery()))
        let board = figures.board
        #expect(board.rows.map(\.standing.name) == ["Alder", "Birch", "Cedar"])
        #expect(board.snapshot.votes == 30 && board.notes.isEmpty)
        for row in board.rows {
            #expect(row.measures?.calls == 20 && row.failureShare == 0)
            #expect(row.costPerAnswer?.picodollars == 10_000)
            #expect(row.lastVote == rig.now && !row.isRetired)
        }
        #expect(figures.all.map(\.name) == BoardFigures.Name.allCases)
        #expect(figures.plot(.weeks)?.finding.hasPrefix("30 votes in 1 week") == true)
        #expect(figures.plot(.battles)?.table.rows.map(\.last) == ["10", "10", "10"])
    }

    @Test func `average shares are those of the snapshot, with intervals around them`() async throws
    {
        let desk = try await filled().desk(playing: names)
        let figures = try #require(try await desk.figures(BoardQuery()))
        let plot = try #require(figures.plot(.averageShare) as? AverageShares)
        for (row, standing) in zip(plot.rows, figures.board.snapshot.rows) {
            #expect(abs(row.share - (standing.averageShare ?? 0)) < 1e-9)
            #expect(row.low < row.share && row.share < row.high)
        }
    }

    @Test func `a contender that left is hidden, asked for it is there, and places close up`()
        async throws
    {
        let rig = try await filled()
        let desk = try await rig.desk(playing: ["birch", "cedar"])
        let board = try #require(try await desk.leaderboard(BoardQuery()))
        #expect(board.rows.map(\.standing.name) == ["Birch", "Cedar"])
        #expect(board.notes == [.hidden(1)])
        #expect(board.rows.map(\.standing.rankLow).min() == 1)
        #expect(board.rows.map(\.standing.rankHigh).max() == 2)
        let share = try #require(board.rows[0].standing.averageShare)
        #expect(share > 0.5 && abs(share + (board.rows[1].standing.averageShare ?? 0) - 1) < 1e-9)
        var query = BoardQuery()
        query.showsRetired = true
        let all = try #require(try await desk.leaderboard(query))
        #expect(all.rows.map(\.isRetired) == [true, false, false] && all.notes.isEmpty)
    }

    @Test func `a choice of votes is fitted by itself, and says when it holds few`() async throws {
        let rig = try await filled()
        try await rig.vote(.a, "cedar", "alder", prompt: "Pourquoi est-ce que la mer est bleue ?")
        let desk = try await rig.desk(playing: names)
        var query = BoardQuery()
        query.category = .french
        let board = try #require(try await desk.leaderboard(query))
        #expect(board.snapshot.votes == 1 && board.notes.contains(.fewVotes(1)))
        #expect(board.rows.map(\.standing.name) == ["Cedar", "Alder"])
        query.category = .korean
        #expect(try await desk.leaderboard(query) == nil)
        query.category = .french
        query.at = "2026-11-21"
        await #expect(throws: ArenaError.self) { try await desk.leaderboard(query) }
    }

    @Test func `a style-adjusted board says what style is worth, and is never a past one`()
        async throws
    {
        let desk = try await filled().desk(playing: names)
        var query = BoardQuery()
        query.isStyleAdjusted = true
        let board = try #require(try await desk.leaderboard(query))
        let effects = try #require(board.snapshot.style)
        #expect(effects.map(\.feature) == ReplyStyle.features)
        #expect(board.notes.first == .styleAdjusted(effects))
        #expect(board.snapshot.votes == 30)
        let document = LeaderboardDocument(board)
        #expect(document.style?.map(\.name) == ReplyStyle.features)
        #expect(document.notes?.first == effects.sentence)
        // All answers of the rig are alike: nothing is taken out.
        let plain = try #require(try await desk.leaderboard(BoardQuery()))
        for (one, other) in zip(board.rows, plain.rows) {
            #expect(abs(one.standing.rating - other.standing.rating) < 1e-6)
        }
        query.at = plain.snapshot.id
        await #expect(throws: ArenaError.self) { try await desk.leaderboard(query) }
    }

    @Test func `past ratings are found by name and by day, with the votes of then`() async throws {
        let rig = try await filled()
        let first = try #require(
            try await rig.desk(playing: names).leaderboard(BoardQuery()))
        rig.clock.withLock { $0 += 86_400 * 3 }
        try await rig.vote(.b, "alder", "cedar")
        let desk = try await rig.desk(playing: names)
        var query = BoardQuery()
        for at in [first.snapshot.id, first.snapshot.asOf.formatted(.iso8601.year().month().day())]
        {
            query.at = at
            let figures = try #require(try await desk.figures(query))
            #expect(figures.board.snapshot.id == first.snapshot.id, "\(at)")
            #expect(figures.board.notes == [.past])
            #expect(figures.plot(.battles)?.table.rows.map(\.last) == ["10", "10", "10"])
            #expect(figures.plot(.weeks) == nil && figures.plot(.history) == nil)
        }
        for at in ["ffffffffffff", "1999-01-01", "yesterday"] {
            query.at = at
            await #expect(throws: ArenaError.noSnapshot) { try await desk.leaderboard(query) }
        }
        let kept = try await desk.snapshots(of: .real, before: nil, limit: 9)
        #expect(kept.map(\.votes) == [31, 30])
    }

    @Test func `in batches nothing newer than the batch can be asked for`() async throws {
        let rig = try await filled()
        let desk = try await rig.desk(playing: names, publication: .batched)
        let shown = try #require(try await desk.leaderboard(BoardQuery()))
        #expect(shown.snapshot.votes == 30 && shown.notes == [.batched])
        try await rig.vote(.b, "alder", "cedar")
        let newest = try #require(
            try await rig.desk(playing: names).leaderboard(BoardQuery()))
        #expect(newest.snapshot.votes == 31)
        #expect(try await desk.snapshots(of: .real, before: nil, limit: 9).map(\.votes) == [30])
        var query = BoardQuery()
        query.at = newest.snapshot.id
        await #expect(throws: ArenaError.noSnapshot) { try await desk.leaderboard(query) }
    }

    @Test func `rows are sorted as asked, what is not known last`() async throws {
        let desk = try await filled().desk(playing: names)
        var query = BoardQuery()
        query.sort = .model
        query.isReversed = true
        let board = try #require(try await desk.leaderboard(query))
        #expect(board.groups[0].ranked.map(\.standing.name) == ["Cedar", "Birch", "Alder"])
        query.sort = .wins
        query.isReversed = false
        let wins = try #require(try await desk.leaderboard(query)).groups[0].ranked
        #expect(wins.map(\.standing.wins) == wins.map(\.standing.wins).sorted(by: >))
        query.sort = .maker
        #expect(try await desk.leaderboard(query)?.groups[0].rows.count == 3)
    }

    @Test func `without a vote there is no board, and the methodology says so`() async throws {
        let desk = try await BoardRig().desk(playing: names)
        #expect(try await desk.leaderboard(BoardQuery()) == nil)
        #expect(try await desk.figures(BoardQuery()) == nil)
        let found = try await desk.methodology()
        #expect(found.snapshot == nil && found.sides.votes == 0)
        #expect(found.calibration.finding.hasPrefix("There are too few votes"))
        #expect(found.speed.rows.isEmpty)
    }

    @Test func `the methodology counts sides, speed and later votes that were foretold`()
        async throws
    {
        let rig = try BoardRig()
        for round in 0..<100 {
            // In every ten votes alder takes seven, whichever side it stands on.
            let isAlder = round % 10 < 7
            let isLeft = round % 2 == 0
            try await rig.vote(
                isAlder == isLeft ? .a : .b, isLeft ? "alder" : "birch",
                isLeft ? "birch" : "alder")
        }
        let desk = try await rig.desk(playing: ["alder", "birch"])
        let found = try await desk.methodology()
        #expect(found.sides == OutcomeCounts(a: 50, b: 50) || found.sides.votes == 100)
        #expect(found.speed.rows.map(\.votes) == [100])
        let bins = found.calibration.bins
        #expect(bins.reduce(0) { $0 + $1.votes } == 50)
        for bin in bins {
            #expect(abs(bin.predicted - 0.7) < 0.02 && abs(bin.observed - 0.7) < 1e-9)
            #expect(bin.low < 0.7 && 0.7 < bin.high)
        }
        #expect(found.graph?.finding.hasPrefix("All models are linked") == true)
    }

    @Test func `no vote helps to foretell itself`() async throws {
        let rig = try BoardRig()
        for round in 0..<100 {
            // Alder takes seven in ten of the first half, three in ten of the second.
            let wins = round < 50 ? 7 : 3
            try await rig.vote(round % 10 < wins ? .a : .b, "alder", "birch")
        }
        let found = try await rig.desk(playing: ["alder", "birch"]).methodology()
        let first = try #require(found.calibration.bins.last)
        #expect(abs(first.predicted - 0.7) < 0.01)
        #expect(first.votes == 10 && abs(first.observed - 0.3) < 1e-9)
    }
}
