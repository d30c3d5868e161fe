import Ratings

/// Both sides at the pace of the slower one, with about two seconds of buffer.
///
/// A side that has ended goes on in pretence, as it came, so that the pace after the shorter text's
/// end does not tell which of the two was the slow one.
struct EvenPacing: Sendable, Equatable {
    /// Ticks that one side's pretence may keep back text that both have written: 30 seconds.
    static let patience = 375

    private var arrivals = Sides(a: Arrivals(), b: Arrivals())
    private var random: Random
    private var shown = 0
    private var ticksSinceEnd = 0
    private var closingStep: Int?

    init(seed: UInt64) {
        random = Random(seed: seed)
    }

    mutating func tick(_ supply: Sides<Pacing.Supply>) -> Sides<Int> {
        for side in Side.allCases { arrivals[side].note(supply[side], using: &random) }
        if supply.both(\.isEnded) { ticksSinceEnd += 1 }
        shown += step(supply)
        return Sides(a: shown, b: shown)
    }

    private mutating func step(_ supply: Sides<Pacing.Supply>) -> Int {
        let bound = [arrivals.a, arrivals.b].compactMap(\.reach).min()
        if supply.both(\.isEnded), bound == nil || ticksSinceEnd > Self.patience {
            return closing(supply)
        }
        guard let bound, supply.both({ $0.received > 0 || $0.isEnded }) else { return 0 }
        let waiting = bound - shown
        guard waiting > 0 else { return 0 }
        return min(max(waiting / Self.ticksOfBuffer, 4), 400, waiting)
    }

    /// The rest, at one rate fixed when it begins, within a second and a half.
    private mutating func closing(_ supply: Sides<Pacing.Supply>) -> Int {
        let rest = max(supply.a.received, supply.b.received) - shown
        let step = closingStep ?? max(4, (rest + Self.closingTicks - 1) / Self.closingTicks)
        closingStep = step
        return step
    }

    private static let ticksOfBuffer = 25
    private static let closingTicks = 18
}

/// How one side's text came, tick by tick, and how far it might have come had it not ended.
///
/// Each pretended tick is drawn from all ticks before it, pretended ones included (Pólya's urn):
/// a mere replay would repeat itself, and a patient eye could see that.
struct Arrivals: Sendable, Equatable {
    /// Ticks of text without which a pretence would be a guess: a third of a second.
    static let leastTicks = 4

    private var perTick: [Int] = []
    private var received = 0
    private var isEnded = false
    private var urn: [Int] = []
    private var pretended = 0

    /// Characters up to which this side lets both go; `nil` where it sets no bound.
    var reach: Int? {
        guard isEnded else { return received }
        return urn.isEmpty ? nil : received + pretended
    }

    /// Takes what is known at one more tick. The one character that a text holds back until it ends
    /// came earlier.
    mutating func note(_ supply: Pacing.Supply, using random: inout Random) {
        let new = supply.received - received
        received = supply.received
        guard isEnded else {
            isEnded = supply.isEnded
            let isHeldBack = isEnded && new == 1
            if received > 0 { perTick.append(isHeldBack ? 0 : new) }
            if isEnded { end(using: &random) }
            return
        }
        if !urn.isEmpty { pretended += draw(using: &random) }
    }

    /// Keeps the whole ticks of text. The first and the last were begun and left in their midst,
    /// and what came after the last text was no pause of the contender's: it is made up for.
    private mutating func end(using random: inout Random) {
        guard let last = perTick.lastIndex(where: { $0 > 0 }), last > Self.leastTicks else {
            return
        }
        urn = Array(perTick[1..<last])
        pretended = draw(using: &random) / 2
        for _ in (last + 1)..<max(last + 1, perTick.count) { pretended += draw(using: &random) }
    }

    private mutating func draw(using random: inout Random) -> Int {
        let drawn = urn[Int(random.uniform() * Double(urn.count))]
        urn.append(drawn)
        return drawn
    }
}
