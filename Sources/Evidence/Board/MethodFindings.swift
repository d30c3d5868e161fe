package import Arena
package import Charts
package import Ratings

/// What the votes say of the arena itself, with the settings it runs under.
package struct MethodFindings: Sendable {
    /// How it is set up.
    package let settings: Settings
    /// Which pool is rated.
    package let pool: Pool
    /// The ratings everybody sees; `nil` before the first fit.
    package let snapshot: Snapshot?
    /// All counted votes, by side.
    package let sides: OutcomeCounts
    /// Votes on battles of a contender with itself.
    package let control: OutcomeCounts
    /// What earlier votes foretold.
    package let calibration: CalibrationPlot
    /// Who met whom; `nil` before the first fit.
    package let graph: BattleGraph?
    /// What speed was worth.
    package let speed: SpeedBiasPlot

    init(
        settings: Settings, pool: Pool, snapshot: Snapshot?, votes: VoteReadings,
        calibration: CalibrationPlot, graph: BattleGraph?
    ) {
        self.settings = settings
        self.pool = pool
        self.snapshot = snapshot
        sides = votes.sides
        control = votes.control
        self.calibration = calibration
        self.graph = graph
        speed = votes.speed
    }

    /// The interval of side A's share of the decided votes.
    package static func interval(of counts: OutcomeCounts) -> Interval {
        Interval.wilson(counts.a, of: counts.decided)
    }
}
