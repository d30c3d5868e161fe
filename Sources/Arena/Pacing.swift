/// Decides how much received text a voter may see, so that speed does not name a model.
///
/// A value: told what has been received on each side, it answers how much of it to show next.
/// The constants are those of the design's trial: a tick of 80 ms, about two seconds of buffer,
/// and a rest that is shown within 1.5 seconds once both replies are complete.
package struct Pacing: Sendable, Equatable {
    /// Seconds between two ticks.
    package static let tickSeconds = 0.08

    /// What is known of one side: characters received but not shown, and whether more will come.
    package struct Supply: Sendable, Equatable {
        /// Characters that could be shown now.
        package var waiting: Int
        /// Whether the reply has ended, whole or broken.
        package var isEnded: Bool

        /// Characters waiting, and whether no more will come.
        package init(waiting: Int, isEnded: Bool) {
            self.waiting = waiting
            self.isEnded = isEnded
        }
    }

    private let mode: PacingMode
    private var hasStarted = false
    private var closingRate: Int?

    /// Pacing of one turn.
    package init(_ mode: PacingMode) {
        self.mode = mode
    }

    /// How many more characters each side may show at this tick.
    package mutating func tick(_ supply: Sides<Supply>) -> Sides<Int> {
        switch mode {
        case .live: supply.map(\.waiting)
        case .hold: supply.both(\.isEnded) ? supply.map(\.waiting) : Sides(a: 0, b: 0)
        case .even: evenTick(supply)
        }
    }

    private mutating func evenTick(_ supply: Sides<Supply>) -> Sides<Int> {
        if supply.both(\.isEnded) { return closingTick(supply) }
        let canStart = supply.both { $0.waiting > 0 || $0.isEnded }
        guard hasStarted || canStart else { return Sides(a: 0, b: 0) }
        hasStarted = true
        let open = [supply.a, supply.b].filter { !$0.isEnded }.map(\.waiting)
        guard let least = open.min(), least > 0 else { return Sides(a: 0, b: 0) }
        let share = Int(Double(least) * Self.tickSeconds / 2)
        let step = min(max(share, 4), 400, least)
        return supply.map { min($0.waiting, step) }
    }

    private mutating func closingTick(_ supply: Sides<Supply>) -> Sides<Int> {
        let longest = max(supply.a.waiting, supply.b.waiting)
        let rate =
            closingRate ?? max(4, Int((Double(longest) * Self.tickSeconds / 1.5).rounded(.up)))
        closingRate = rate
        return supply.map { min($0.waiting, rate) }
    }
}
