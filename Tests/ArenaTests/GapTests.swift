import Arena
import Foundation
import Ratings
import Testing

struct GapTests {
    @Test func `a gap takes its error from the whole covariance`() throws {
        let board = try board()
        let gap = try #require(board.gap(id("aspen"), id("birch")))
        // 9 + 16 − 2 · 4.5 = 16.
        #expect(gap == Gap(points: 30, standardError: 4))
        #expect(try board.gap(id("birch"), id("aspen")) == gap.swapped)
        #expect(try board.gap(id("birch"), id("birch"))?.standardError == 0)
    }

    @Test func `groups that never met are not connected, and strangers have no gap`() throws {
        let board = try board()
        #expect(try board.gap(id("aspen"), id("dogwood"))?.connected == false)
        #expect(try board.gap(id("aspen"), id("nobody")) == nil)
    }

    @Test func `the median contender is that of the group`() throws {
        let board = try board()
        #expect(try board.gapToMedian(of: id("aspen"))?.points == 30)
        #expect(try board.gapToMedian(of: id("cedar"))?.points == -20)
        #expect(try board.gapToMedian(of: id("birch")) == nil)
        #expect(try board.gapToMedian(of: id("dogwood")) == nil)
    }

    private func id(_ name: String) throws -> ContenderID { try #require(ContenderID(name)) }

    private func board() throws -> Snapshot {
        let rows = try [
            ("aspen", 1030.0, 0), ("birch", 1000, 0), ("cedar", 980, 0), ("dogwood", 1000, 1),
        ]
        .map { name, rating, component in
            Standing(
                contender: try id(name), name: name, rating: rating, low: rating - 9,
                high: rating + 9, rankLow: 1, rankHigh: 3, component: component,
                isProvisional: false, votes: 9, wins: 3, losses: 3, ties: 3, bothBad: 0,
                averageShare: nil)
        }
        return Snapshot(
            id: "000000000001", pool: .real, asOf: Samples.time, votes: 18, lastSequence: 18,
            method: "", prior: nil, rounds: 1, gradient: 0, rows: rows,
            covariance: [9, 4.5, 1, 0, 4.5, 16, 2, 0, 1, 2, 4, 0, 0, 0, 0, 1])
    }
}
