package import Arena
package import Charts

/// What the votes say of the arena itself, with the settings it runs under.
package struct MethodFindings: Sendable {
    /// Its figures by the names they have in addresses.
    package enum Name: String, Sendable, CaseIterable {
        /// What was foretold against what was seen.
        case calibration
        /// Who met whom.
        case graph
        /// What speed was worth.
        case speed
    }

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
        settings: Settings, pool: Pool, snapshot: Snapshot?, sides: OutcomeCounts,
        method: MethodReadings, calibration: CalibrationPlot, graph: BattleGraph?
    ) {
        self.settings = settings
        self.pool = pool
        self.snapshot = snapshot
        self.sides = sides
        control = method.control
        self.calibration = calibration
        self.graph = graph
        speed = method.speed
    }

    /// One figure; `nil` where there is none.
    package func plot(_ name: Name) -> (any Plot)? {
        switch name {
        case .calibration: calibration
        case .graph: graph
        case .speed: speed
        }
    }

    /// All figures, in order.
    package var figures: [(name: Name, plot: any Plot)] {
        Name.allCases.compactMap { name in plot(name).map { (name, $0) } }
    }
}
