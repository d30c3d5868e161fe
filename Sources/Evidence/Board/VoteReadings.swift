import Arena
import Charts
import Foundation
import Ratings

/// How the votes of a pool fell.
struct VoteReadings: Sendable {
    /// The votes of each week.
    let weeks: [OutcomeWeeks.Row]
    /// All of them together, by side.
    let sides: OutcomeCounts

    /// Reads them. Linear in the votes.
    init(of pool: Pool, in store: any Store) async throws(ArenaError) {
        let weeks = try await store.outcomesByWeek(of: pool)
        self.weeks = weeks.map { week in
            OutcomeWeeks.Row(
                day: PlotDay(number: week.day), a: week.counts.a, ties: week.counts.ties,
                bothBad: week.counts.bothBad, b: week.counts.b)
        }
        sides = weeks.reduce(OutcomeCounts()) { $0 + $1.counts }
    }
}

/// What the votes of a pool say of the arena itself.
struct MethodReadings: Sendable {
    /// What speed was worth, by how answers were shown.
    let speed: SpeedBiasPlot
    /// Votes on battles of a contender with itself.
    let control: OutcomeCounts

    /// The newest votes whose times are looked at.
    private static let timedVotes = 200_000

    /// Reads them. Linear in the votes.
    init(of pool: Pool, in store: any Store) async throws(ArenaError) {
        let records = try await store.speedRecords(of: pool, newest: Self.timedVotes)
        speed = SpeedBiasPlot(rows: records.map(SpeedBiasPlot.Row.init))
        control = try await store.controlRecord(of: pool)
    }
}

extension SpeedBiasPlot.Row {
    fileprivate init(_ record: SpeedRecord) {
        let decided = record.quicker + record.slower
        let ends = Interval.wilson(record.quicker, of: decided)
        self.init(
            label: Self.words(for: record.pacing),
            share: decided > 0 ? Double(record.quicker) / Double(decided) : 0.5, low: ends.low,
            high: ends.high, votes: decided)
    }

    private static func words(for pacing: String?) -> String {
        switch pacing {
        case "even": "At one even pace"
        case "live": "As they come"
        case "hold": "Whole at the end"
        case "broken": "Even pace given up"
        case nil: "Not noted"
        case .some(let other): other.prefix(1).uppercased() + other.dropFirst()
        }
    }
}
