import Logging
import Ratings

import struct Foundation.Date
import struct Foundation.TimeInterval

/// Ratings by category, fitted when somebody asks for one.
///
/// Fits are made here one after another and kept: a category is fitted again only when votes came
/// since, and not sooner than ``pauseSeconds`` after the last time.
actor CategoryBoards {
    /// Seconds between two fits of one category.
    static let pauseSeconds: TimeInterval = 10

    private struct Key: Hashable {
        let pool: Pool
        let category: Category
    }

    private struct Board {
        var counted: CountedVotes
        var snapshot: Snapshot?
        var at: Date
    }

    private let store: any Store
    private let names: [ContenderID: String]
    private let now: @Sendable () -> Date
    private let log: Logger
    private var boards: [Key: Board] = [:]

    init(
        store: any Store, names: [ContenderID: String], now: @escaping @Sendable () -> Date,
        log: Logger
    ) {
        self.store = store
        self.names = names
        self.now = now
        self.log = log
    }

    /// The ratings of one category that know all votes up to a number, or are a few seconds old;
    /// `nil` without a vote in it.
    func board(
        of pool: Pool, in category: Category, upTo sequence: Int64
    ) async throws(ArenaError) -> Snapshot? {
        let key = Key(pool: pool, category: category)
        if let kept = boards[key], isGood(kept, upTo: sequence) { return kept.snapshot }
        let counted = try await store.tally(of: pool, in: category)
        // Somebody else may have fitted it while the store was read.
        if let kept = boards[key], isGood(kept, upTo: sequence) { return kept.snapshot }
        boards[key] = fitted(counted, of: key)
        return boards[key]?.snapshot
    }

    /// Forgets the boards of a pool, whose votes were ruled on.
    func forget(_ pool: Pool) {
        boards = boards.filter { $0.key.pool != pool }
    }

    private func isGood(_ board: Board, upTo sequence: Int64) -> Bool {
        board.counted.lastSequence >= sequence
            || abs(now().timeIntervalSince(board.at)) < Self.pauseSeconds
    }

    /// The board of a tally: the one that is there where no vote of this category came, and where
    /// the fit fails.
    private func fitted(_ counted: CountedVotes, of key: Key) -> Board {
        let last = boards[key]
        let same = Board(counted: counted, snapshot: last?.snapshot, at: now())
        guard counted.tally.votes > 0, counted.tally != last?.counted.tally else { return same }
        do {
            let rated = try BoardFit(counted.tally, warmStart: nil)
            let snapshot = Snapshot(
                rated, pool: key.pool, asOf: now(), lastSequence: counted.lastSequence,
                names: names)
            return Board(counted: counted, snapshot: snapshot, at: now())
        } catch {
            log.error(
                "a category could not be fitted",
                metadata: ["category": "\(key.category.rawValue)", "error": "\(error)"])
            return same
        }
    }
}
