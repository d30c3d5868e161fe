import Arena
import Charts
import Foundation
import Ratings

/// Keeps what is costly to make: figures by snapshot, and what is read from votes.
///
/// What a snapshot gives is kept by its name, for the few boards asked for last. What is read from
/// votes is read again when votes came, but where they are many not sooner than ``pauseSeconds``
/// after the last time.
actor FigureShelf {
    /// Days of ratings that are drawn.
    static let historyDays = 365.0
    /// Seconds from one reading of many votes to the next.
    static let pauseSeconds = 300.0
    /// Boards whose figures are kept.
    private static let most = 8
    /// So few votes are read again whenever one came.
    private static let fewVotes: Int64 = 5_000

    private struct ChartKey: Hashable {
        let snapshot: String
        let contenders: [ContenderID]
        let minimumVotes: Int
    }

    private struct Kept<Value: Sendable>: Sendable {
        let value: Value
        let sequence: Int64
        let votes: Int
        let at: Date
    }

    /// What was read last, each by itself: a page waits for nothing that it does not show.
    private struct Readings: Sendable {
        var votes: [Pool: Kept<VoteReadings>] = [:]
        var method: [Pool: Kept<MethodReadings>] = [:]
        var lastVotes: [Pool: Kept<[ContenderID: Date]>] = [:]
        var calibrations: [Pool: Kept<CalibrationPlot>] = [:]
    }

    private let store: any Store
    private let now: @Sendable () -> Date
    private var charts: [(key: ChartKey, chart: BoardChart)] = []
    private var histories: [String: [RatingLines.Line]] = [:]
    private var readings = Readings()

    init(store: any Store, now: @escaping @Sendable () -> Date) {
        self.store = store
        self.now = now
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
        let store = store
        return try await reading(\.votes, of: pool) { () async throws(ArenaError) in
            try await VoteReadings(of: pool, in: store)
        }
    }

    /// What the votes of a pool say of the arena itself.
    func method(of pool: Pool) async throws(ArenaError) -> MethodReadings {
        let store = store
        return try await reading(\.method, of: pool) { () async throws(ArenaError) in
            try await MethodReadings(of: pool, in: store)
        }
    }

    /// When the last vote on each contender of a pool was cast.
    func lastVotes(of pool: Pool) async throws(ArenaError) -> [ContenderID: Date] {
        let store = store
        return try await reading(\.lastVotes, of: pool) { () async throws(ArenaError) in
            try await store.lastVotes(of: pool)
        }
    }

    /// How well earlier votes foretold later ones, of so many votes up to a number.
    func calibration(
        of pool: Pool, upTo last: Int64, _ votes: Int
    ) async throws(ArenaError) -> CalibrationPlot {
        let store = store
        return try await reading(
            \.calibrations, of: pool, upTo: last, votes
        ) { () async throws(ArenaError) in
            try await Foresight(of: pool, upTo: last, in: store).plot
        }
    }

    /// What was read of all votes of a pool, or is read now.
    private func reading<Value>(
        _ place: any WritableKeyPath<Readings, [Pool: Kept<Value>]> & Sendable, of pool: Pool,
        _ read: () async throws(ArenaError) -> Value
    ) async throws(ArenaError) -> Value {
        let counted = try await store.tally(of: pool)
        return try await reading(
            place, of: pool, upTo: counted.lastSequence, counted.tally.votes, read)
    }

    private func reading<Value>(
        _ place: any WritableKeyPath<Readings, [Pool: Kept<Value>]> & Sendable, of pool: Pool,
        upTo last: Int64, _ votes: Int, _ read: () async throws(ArenaError) -> Value
    ) async throws(ArenaError) -> Value {
        if let kept = readings[keyPath: place][pool], isGood(kept, upTo: last, votes) {
            return kept.value
        }
        let value = try await read()
        readings[keyPath: place][pool] = Kept(
            value: value, sequence: last, votes: votes, at: now())
        return value
    }

    private func isGood(_ kept: Kept<some Any>, upTo last: Int64, _ votes: Int) -> Bool {
        if kept.sequence == last && kept.votes == votes { return true }
        return last > Self.fewVotes
            && abs(now().timeIntervalSince(kept.at)) < Self.pauseSeconds
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
