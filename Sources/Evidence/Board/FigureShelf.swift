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

    private struct Kept<Value> {
        let value: Value
        let sequence: Int64
        let votes: Int
        let at: Date
    }

    private let store: any Store
    private let now: @Sendable () -> Date
    private var charts: [(key: ChartKey, chart: BoardChart)] = []
    private var histories: [String: [RatingLines.Line]] = [:]
    private var readings: [Pool: Kept<VoteReadings>] = [:]
    private var calibrations: [Pool: Kept<CalibrationPlot>] = [:]

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

    /// What is read from the votes of a pool.
    func votes(of pool: Pool) async throws(ArenaError) -> VoteReadings {
        let counted = try await store.tally(of: pool)
        let (last, votes) = (counted.lastSequence, counted.tally.votes)
        if let kept = readings[pool], isGood(kept, upTo: last, votes) { return kept.value }
        let reading = try await VoteReadings(of: pool, in: store)
        readings[pool] = Kept(value: reading, sequence: last, votes: votes, at: now())
        return reading
    }

    /// How well earlier votes foretold later ones, of so many votes up to a number.
    func calibration(
        of pool: Pool, upTo last: Int64, _ votes: Int
    ) async throws(ArenaError) -> CalibrationPlot {
        if let kept = calibrations[pool], isGood(kept, upTo: last, votes) { return kept.value }
        let plot = try await Foresight(of: pool, upTo: last, in: store).plot
        calibrations[pool] = Kept(value: plot, sequence: last, votes: votes, at: now())
        return plot
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
