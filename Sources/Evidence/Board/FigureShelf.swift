import Arena
import Charts
import Foundation
import Ratings

/// Keeps what is costly to make: figures by snapshot, and what is read from votes.
///
/// What a snapshot gives is kept by its name, for the few boards asked for last. What is read from
/// votes is kept as a ``LastReading``, each by itself: a page waits for nothing that it does not show.
actor FigureShelf {
    /// Days of ratings that are drawn.
    static let historyDays = 365.0
    /// Seconds from one reading of many votes to the next.
    static let pauseSeconds = 300.0
    /// Boards whose figures are kept.
    private static let most = 8

    private struct ChartKey: Hashable {
        let snapshot: String
        let contenders: [ContenderID]
        let minimumVotes: Int
    }

    private let store: any Store
    private let now: @Sendable () -> Date
    private var charts: [(key: ChartKey, chart: BoardChart)] = []
    private var histories: [String: [RatingLines.Line]] = [:]
    private let voteReadings: LastReading<Pool, VoteReadings>
    private let methodReadings: LastReading<Pool, MethodReadings>
    private let lastVoteReadings: LastReading<Pool, [ContenderID: Date]>
    private let calibrations: LastReading<Pool, CalibrationPlot>

    /// A shelf over a store; long readings are made by `aside` where that is served.
    init(store: any Store, aside: QuietWork, now: @escaping @Sendable () -> Date) {
        self.store = store
        self.now = now
        let pause = Self.pauseSeconds
        voteReadings = LastReading(pause: pause, aside: aside, now: now) {
            (pool, _) async throws(ArenaError) in try await VoteReadings(of: pool, in: store)
        }
        methodReadings = LastReading(pause: pause, aside: aside, now: now) {
            (pool, _) async throws(ArenaError) in try await MethodReadings(of: pool, in: store)
        }
        lastVoteReadings = LastReading(pause: pause, aside: aside, now: now) {
            (pool, _) async throws(ArenaError) in try await store.lastVotes(of: pool)
        }
        calibrations = LastReading(pause: pause, aside: aside, now: now) {
            (pool, mark) async throws(ArenaError) in
            try await Foresight(of: pool, upTo: mark?.last ?? 0, in: store).plot
        }
    }

    /// The figures of a board.
    func chart(of board: Leaderboard, _ tally: Tally) -> BoardChart {
        let key = ChartKey(
            snapshot: board.snapshot.id, contenders: board.rows.map(\.standing.contender),
            minimumVotes: board.minimumVotes)
        if let kept = charts.first(where: { $0.key == key }) { return kept.chart }
        let chart = BoardChart(
            snapshot: board.snapshot, tally: tally, minimumVotes: board.minimumVotes,
            places: Self.places(in: board.snapshot))
        charts = [(key, chart)] + charts.prefix(Self.most - 1)
        return chart
    }

    /// The ratings over time of the models highest on a board.
    func lines(of board: Leaderboard) async throws(ArenaError) -> [RatingLines.Line] {
        let day = Int(now().timeIntervalSince1970 / 86_400)
        let rows = board.groups.first?.rows.prefix(RatingLines.most) ?? []
        let names = rows.map(\.standing.contender.text)
        let key = "\(board.snapshot.id) \(day) \(names.joined(separator: " "))"
        if let kept = histories[key] { return kept }
        var lines: [RatingLines.Line] = []
        for row in rows {
            let points = try await store.history(
                of: [row.standing.contender], in: board.snapshot.pool,
                since: now().addingTimeInterval(-86_400 * Self.historyDays))
            lines.append(
                RatingLines.Line(
                    label: row.standing.name, rows: points.compactMap(HistoryPlot.Row.init)))
        }
        if histories.count >= Self.most { histories = [:] }
        histories[key] = lines
        return lines
    }

    /// How the votes of a pool fell.
    func votes(of pool: Pool) async throws(ArenaError) -> VoteReadings {
        try await voteReadings.value(of: pool, at: try await mark(of: pool))
    }

    /// What the votes of a pool say of the arena itself.
    func method(of pool: Pool) async throws(ArenaError) -> MethodReadings {
        try await methodReadings.value(of: pool, at: try await mark(of: pool))
    }

    /// When the last vote on each contender of a pool was cast.
    func lastVotes(of pool: Pool) async throws(ArenaError) -> [ContenderID: Date] {
        try await lastVoteReadings.value(of: pool, at: try await mark(of: pool))
    }

    /// How well earlier votes foretold later ones.
    func calibration(
        of pool: Pool, at mark: VoteMark
    ) async throws(ArenaError) -> CalibrationPlot {
        try await calibrations.value(of: pool, at: mark)
    }

    private func mark(of pool: Pool) async throws(ArenaError) -> VoteMark {
        let counted = try await store.tally(of: pool)
        return VoteMark(last: counted.lastSequence, votes: counted.tally.votes)
    }

    /// How likely each place is for each contender of the largest group; 2,000 seeded draws.
    private static func places(in snapshot: Snapshot) -> RankMatrix {
        let members = snapshot.rows.indices.filter { snapshot.rows[$0].component == 0 }
            .sorted { snapshot.rows[$0].rating > snapshot.rows[$1].rating }
        guard members.count > 1 else { return RankMatrix(rows: []) }
        var covariance = SquareMatrix(count: members.count)
        for (i, row) in members.enumerated() {
            for (j, column) in members.enumerated() {
                covariance[i, j] = snapshot.covariance[row * snapshot.rows.count + column]
            }
        }
        let shares = RankProbabilities(
            members: members, points: members.map { snapshot.rows[$0].rating },
            covariance: covariance, draws: 2_000
        ).shares
        return RankMatrix(
            rows: members.indices.map { i in
                RankMatrix.Row(
                    label: snapshot.rows[members[i]].name,
                    probabilities: members.indices.map { shares[i, $0] })
            })
    }
}

extension HistoryPlot.Row {
    /// A kept rating as a point of a line.
    fileprivate init?(_ point: RatingPoint) {
        guard let day = PlotDay(secondsSince1970: point.at.timeIntervalSince1970) else {
            return nil
        }
        self.init(day: day, value: point.rating, low: point.low, high: point.high)
    }
}
