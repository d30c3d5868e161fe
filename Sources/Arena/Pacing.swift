/// Decides how much received text a voter may see, so that speed does not name a model.
///
/// A value: told at every tick what has been received on each side, it answers how much of it may
/// stand on the page. See `Decisions/speed-is-hidden.md` for what each mode hides, and from whom.
package struct Pacing: Sendable, Equatable {
    /// What is known of one side.
    package struct Supply: Sendable, Equatable {
        /// Characters received since the turn began.
        package var received: Int
        /// Whether the reply has ended, whole or broken.
        package var isEnded: Bool

        /// Characters received, and whether no more will come.
        package init(received: Int, isEnded: Bool) {
            self.received = received
            self.isEnded = isEnded
        }
    }

    /// What a tick releases.
    package struct Release: Sendable, Equatable {
        /// Characters of each side, from its beginning, that may be seen; never fewer than before,
        /// and possibly more than were received.
        package var reach: Sides<Int>
        /// Whether the end of the turn may be told now, once all text is seen.
        package var mayEnd: Bool
    }

    private enum Pace: Sendable, Equatable {
        case even(EvenPacing)
        case strict(StrictPacing)
        case live
        case hold
    }

    private var pace: Pace

    /// Pacing of one turn; a seed makes what `even` pretends the same again.
    package init(_ mode: PacingMode, seed: UInt64 = .random(in: 0 ... .max)) {
        pace =
            switch mode {
            case .even: .even(EvenPacing(seed: seed))
            case .strict: .strict(StrictPacing())
            case .live: .live
            case .hold: .hold
            }
    }

    /// How much of each side may be seen from this tick on.
    ///
    /// Ticks are ``PacingMode/tickSeconds`` apart, the first when the turn begins.
    package mutating func tick(_ supply: Sides<Supply>) -> Release {
        switch pace {
        case .even(var even):
            defer { pace = .even(even) }
            return Release(reach: even.tick(supply), mayEnd: true)
        case .strict(var strict):
            defer { pace = .strict(strict) }
            return strict.tick(supply)
        case .live:
            return Release(reach: supply.map(\.received), mayEnd: true)
        case .hold:
            let isWhole = supply.both(\.isEnded)
            return Release(reach: supply.map { isWhole ? $0.received : 0 }, mayEnd: true)
        }
    }
}
