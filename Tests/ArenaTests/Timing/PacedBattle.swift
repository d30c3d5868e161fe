import Arena

/// What a voter could write down of one battle: when how much text stood on each side. Time is
/// counted in ticks; no clock runs.
struct PacedBattle {
    /// What was shown, by side.
    let shown: Sides<[Arrival.Piece]>
    /// When the end was told.
    let end: Double

    /// Plays two replies through a pacing.
    init(_ replies: Sides<Arrival>, _ mode: PacingMode, seed: UInt64) {
        if mode == .live {
            shown = replies.map(\.pieces)
            end = max(replies.a.end, replies.b.end)
            return
        }
        var pacing = Pacing(mode, seed: seed)
        var received = Sides(a: 0, b: 0)
        var next = Sides(a: 0, b: 0)
        var seen = Sides(a: 0, b: 0)
        var shown = Sides<[Arrival.Piece]>(a: [], b: [])
        let totals = replies.map(\.characters)
        var time = 0.0
        for tick in 0..<100_000 {
            time = Double(tick) * mode.tickSeconds
            for side in Side.allCases {
                while next[side] < replies[side].pieces.count,
                    replies[side].pieces[next[side]].time <= time
                {
                    received[side] += replies[side].pieces[next[side]].characters
                    next[side] += 1
                }
            }
            let supply = { (side: Side) in
                Pacing.Supply(received: received[side], isEnded: replies[side].end <= time)
            }
            let release = pacing.tick(Sides(a: supply(.a), b: supply(.b)))
            for side in Side.allCases {
                let now = min(received[side], release.reach[side])
                if now > seen[side] {
                    shown[side].append(Arrival.Piece(time: time, characters: now - seen[side]))
                    seen[side] = now
                }
            }
            if seen == totals, release.mayEnd { break }
        }
        self.shown = shown
        end = time
    }
}
