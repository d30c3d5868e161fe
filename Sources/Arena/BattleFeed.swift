/// What a voter's stream tells, built from blind values only.
package enum FeedEvent: Equatable, Sendable {
    /// A turn is being shown.
    case turn(Int)
    /// Text to append on one side.
    case delta(Side, String)
    /// How a side stands now.
    case state(Side, ReplyState)
    /// The turn is over; whether it may be voted on.
    case end(turn: Int, isVotable: Bool)
}

/// How far one reader of a stream has come.
///
/// Written as `turn.a.b.states`, with the UTF-8 bytes of text shown on each side, it serves as
/// the event id: a reader who comes back, even after a restart of the server, is continued from
/// the very byte, however the text was cut into events before. It tells a reader nothing that the
/// text on the page does not.
package struct FeedCursor: Equatable, Sendable, CustomStringConvertible {
    private var turn: Int
    private var bytes: Sides<Int>
    private var states: Sides<ReplyState>
    private var hasEnded: Bool

    /// The beginning of a battle's newest turn.
    package init() {
        turn = 0
        bytes = Sides(a: 0, b: 0)
        states = Sides(a: .writing, b: .writing)
        hasEnded = false
    }

    /// Reads an event id; `nil` when it is not one.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, let turn = Int(parts[0]), turn >= 0,
            let a = Int(parts[1]), a >= 0, let b = Int(parts[2]), b >= 0
        else { return nil }
        let letters = Array(parts[3])
        guard letters.count == 2 || (letters.count == 3 && letters[2] == "e"),
            let first = ReplyState(letter: letters[0]), let second = ReplyState(letter: letters[1])
        else { return nil }
        self.turn = turn
        bytes = Sides(a: a, b: b)
        states = Sides(a: first, b: second)
        hasEnded = letters.count == 3
    }

    /// The event id.
    package var description: String {
        "\(turn).\(bytes.a).\(bytes.b).\(states.a.letter)\(states.b.letter)\(hasEnded ? "e" : "")"
    }

    /// What this reader has been sent of one side of the battle's newest turn.
    package func seen(_ side: Side, of battle: BlindBattle) -> String {
        guard let shown = battle.turns.last, shown.number == turn else { return "" }
        return String(decoding: shown.replies[side].text.utf8.prefix(bytes[side]), as: UTF8.self)
    }

    /// Whether this reader has seen the end of the battle's newest turn.
    package func hasSeenEnd(of battle: BlindBattle) -> Bool {
        hasEnded && turn == battle.turns.last?.number
    }

    /// Moves to what a battle shows now and tells what is new, each with the id that stands after
    /// it.
    package mutating func advance(to battle: BlindBattle) -> [(event: FeedEvent, id: FeedCursor)] {
        guard let shown = battle.turns.last else { return [] }
        var news: [(event: FeedEvent, id: FeedCursor)] = []
        if turn != shown.number {
            self = FeedCursor()
            turn = shown.number
            news.append((.turn(turn), self))
        }
        for side in Side.allCases {
            let rest = shown.replies[side].text.utf8.dropFirst(bytes[side])
            guard !rest.isEmpty else { continue }
            bytes[side] += rest.count
            news.append((.delta(side, String(decoding: rest, as: UTF8.self)), self))
        }
        for side in Side.allCases where states[side] != shown.replies[side].state {
            states[side] = shown.replies[side].state
            news.append((.state(side, states[side]), self))
        }
        if !hasEnded, battle.state != .streaming, battle.state != .created {
            hasEnded = true
            news.append((.end(turn: turn, isVotable: battle.isVotable), self))
        }
        return news
    }
}

extension ReplyState {
    fileprivate init?(letter: Character) {
        switch letter {
        case "w": self = .writing
        case "c": self = .complete
        case "f": self = .failed
        default: return nil
        }
    }

    fileprivate var letter: String {
        switch self {
        case .writing: "w"
        case .complete: "c"
        case .failed: "f"
        }
    }
}
