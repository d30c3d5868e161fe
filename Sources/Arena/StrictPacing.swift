/// One fixed rate for every contender: 80 characters a second on each side, in whole steps.
///
/// Where a step begins, both sides go for the whole step or wait for the whole step: they go when
/// every side still being written has the step's text in hand. The first step begins at a multiple
/// of five seconds, the others every two and a half. All that times tell is in which steps both
/// waited; the end is told where a step begins, too.
struct StrictPacing: Sendable, Equatable {
    static let tickSeconds = 0.25
    /// Characters that a tick shows on each side.
    static let charactersPerTick = 20
    /// Ticks in a step.
    static let ticksPerStep = 10
    /// Ticks between two moments at which the first step may begin.
    static let ticksPerStart = 20

    private var tickNumber = 0
    private var goes = false
    private var shown = 0

    mutating func tick(_ supply: Sides<Pacing.Supply>) -> Pacing.Release {
        defer { tickNumber += 1 }
        let grid = shown == 0 ? Self.ticksPerStart : Self.ticksPerStep
        let beginsStep = tickNumber % grid == 0
        if beginsStep { goes = tickNumber > 0 && supply.both(hasStep) }
        if goes { shown += Self.charactersPerTick }
        return Pacing.Release(reach: Sides(a: shown, b: shown), mayEnd: beginsStep)
    }

    private func hasStep(_ supply: Pacing.Supply) -> Bool {
        supply.isEnded
            || supply.received >= shown + Self.charactersPerTick * Self.ticksPerStep
    }
}
