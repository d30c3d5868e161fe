import Logging
import Ratings

import struct Foundation.Date
import struct Foundation.TimeInterval

/// Ratings by category and period, fitted when somebody asks for one.
///
/// Fits are made here one after another and kept: a board is fitted again only when votes came
/// since, or its period has moved on, and not sooner than ``pauseSeconds`` after the last time.
actor ChosenBoards {
    /// Seconds between two fits of one board.
    static let pauseSeconds: TimeInterval = 10
    /// Seconds after which a period is looked at again although no vote came.
    static let periodSeconds: TimeInterval = 3600

    fileprivate struct Board {
        var counted: CountedVotes
        var snapshot: Snapshot?
        var upTo: Int64
        var at: Date
    }

    private let store: any Store
    private let names: [ContenderID: String]
    private let now: @Sendable () -> Date
    private let log: Logger
    private var boards: [BoardChoice: Board] = [:]

    init(
        store: any Store, names: [ContenderID: String], now: @escaping @Sendable () -> Date,
        log: Logger
    ) {
        self.store = store
        self.names = names
        self.now = now
        self.log = log
    }

    /// The ratings of a choice that know all votes up to a number, or are a few seconds old; `nil`
    /// without a vote in it.
    func board(
        of choice: BoardChoice, upTo sequence: Int64
    ) async throws(ArenaError) -> RatedVotes? {
        if let kept = boards[choice], isGood(kept, choice, upTo: sequence) { return kept.rated }
        let count = try await count(of: choice)
        // Somebody else may have fitted it while the store was read.
        if let kept = boards[choice], isGood(kept, choice, upTo: sequence) { return kept.rated }
        boards[choice] = fitted(count, of: choice, upTo: sequence)
        return boards[choice]?.rated
    }

    /// Forgets the boards of a pool, whose votes were ruled on.
    func forget(_ pool: Pool) {
        boards = boards.filter { $0.key.pool != pool }
    }

    private func count(of choice: BoardChoice) async throws(ArenaError) -> Count {
        let start = choice.period.start(before: now())
        guard choice.isStyleAdjusted else {
            return .plain(try await tally(of: choice, since: start))
        }
        return .styled(try await store.styledVotes(of: choice, since: start))
    }

    private func tally(
        of choice: BoardChoice, since start: Date?
    ) async throws(ArenaError) -> CountedVotes {
        if let start {
            return try await store.tally(of: choice, since: start)
        }
        guard let category = choice.category else { return try await store.tally(of: choice.pool) }
        return try await store.tally(of: choice.pool, in: category)
    }

    private func isGood(_ board: Board, _ choice: BoardChoice, upTo sequence: Int64) -> Bool {
        let age = abs(now().timeIntervalSince(board.at))
        if age < Self.pauseSeconds { return true }
        return board.upTo >= sequence && (choice.period == .all || age < Self.periodSeconds)
    }

    /// The board of a count: the one that is there where no vote of this choice came, and where the
    /// fit fails.
    private func fitted(_ count: Count, of choice: BoardChoice, upTo sequence: Int64) -> Board {
        let last = boards[choice]
        let counted = count.counted
        let known = max(sequence, counted.lastSequence)
        var board = Board(
            counted: counted, snapshot: last?.snapshot, upTo: known, at: now())
        guard counted.tally.votes > 0 else {
            board.snapshot = nil
            return board
        }
        guard counted.tally != last?.counted.tally else { return board }
        do {
            board.snapshot = try snapshot(of: count, choice)
        } catch {
            log.error(
                "a board could not be fitted",
                metadata: ["choice": "\(choice)", "error": "\(error)"])
        }
        return board
    }

    private func snapshot(of count: Count, _ choice: BoardChoice) throws(FitError) -> Snapshot {
        switch count {
        case .plain(let counted):
            Snapshot(
                try BoardFit(counted.tally, warmStart: nil), pool: choice.pool, asOf: now(),
                lastSequence: counted.lastSequence, names: names)
        case .styled(let counted):
            Snapshot(
                try StyledBoardFit(counted.votes), pool: choice.pool, asOf: now(),
                lastSequence: counted.lastSequence, names: names)
        }
    }
}

/// The votes of a choice, with or without the style of their answers.
private enum Count {
    case plain(CountedVotes)
    case styled(StyledCount)

    var counted: CountedVotes {
        switch self {
        case .plain(let counted): counted
        case .styled(let counted):
            CountedVotes(tally: counted.votes.total, lastSequence: counted.lastSequence)
        }
    }
}

extension ChosenBoards.Board {
    fileprivate var rated: RatedVotes? {
        snapshot.map { RatedVotes(snapshot: $0, tally: counted.tally) }
    }
}
