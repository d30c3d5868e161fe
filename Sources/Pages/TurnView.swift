import Arena

/// One prompt and the two answers to it, side by side.
struct TurnView {
    let turn: BlindBattle.BlindTurn
    /// Whether it is the newest turn, and how many there are.
    let isLast: Bool
    let count: Int
    /// What people read above each side: the letters, or the names after the vote.
    var headings: Sides<HTML>
    /// How deep the answers' headings stand.
    var level = 2
    /// Addresses of the frames that show the answers being written to a browser without script.
    let frames: Sides<String>?

    init(turn: BlindBattle.BlindTurn, of battle: BlindBattle, frames: Sides<String>? = nil) {
        self.turn = turn
        self.frames = frames
        count = battle.turns.count
        isLast = turn.number == battle.turns.last?.number
        headings = Sides(a: "Answer A", b: "Answer B")
    }

    /// The turn; the newest one's answers are those that links and script point at.
    var markup: HTML {
        """
        <section class="turn" aria-label="Turn \(turn.number)">
        <div class="asked"><span class="who">You</span>\
        <p class="bubble"\(" tabindex=\"0\"", when: isLong) dir="auto">\(turn.prompt)</p>\
        \(counter, when: count > 1)</div>
        \(switcher, when: isLast)
        <div class="pair">
        \(card(.a))
        \(card(.b))
        </div>
        </section>
        """
    }

    /// Whether the prompt may need scrolling, which a keyboard can do only with the focus on it.
    private var isLong: Bool { turn.prompt.utf8.count > 700 }

    private var counter: HTML {
        "<span class=\"count\">turn \(turn.number) of \(count)</span>"
    }

    private var switcher: HTML {
        """
        <p class="switch"><a href="#answer-a">\(Symbol.mark(.a)) A</a>\
        <a href="#answer-b">B \(Symbol.mark(.b))</a></p>
        """
    }

    private func card(_ side: Side) -> HTML {
        let reply = turn.replies[side]
        let id = isLast ? "answer-\(side.rawValue)" : "answer-\(side.rawValue)-\(turn.number)"
        return """
            <section class="card \(side.rawValue)" id="\(id)" aria-labelledby="\(id)-h"\
            \(" aria-busy=\"true\"", when: frames != nil)>
            <header><h\(level) id="\(id)-h" tabindex="0">\(Symbol.mark(side)) \(headings[side])\
            \(repeatMark, when: !isLast)</h\(level)>
            <span class="state">\(frames == nil ? "" : "writing…")</span>
            <button class="copy" type="button" hidden>Copy<span class="sr-only"> answer \
            \(side.letter)</span></button></header>
            <div class="text" dir="auto">\(frames == nil ? reply.text : "")</div>
            \(frames.map { frame(side, $0[side]) })
            \(note(of: reply))
            </section>
            """
    }

    private var repeatMark: HTML { "<span class=\"sr-only\">, turn \(turn.number)</span>" }

    private func frame(_ side: Side, _ address: String) -> HTML {
        """
        <noscript><iframe src="\(address)" title="Answer \(side.letter)" loading="eager" \
        sandbox></iframe></noscript>
        """
    }

    private func note(of reply: BlindBattle.BlindReply) -> HTML {
        let hasFailed = frames == nil && reply.state == .failed
        let words = reply.text.isEmpty ? Self.missing : Self.broken
        return """
            <p class="note"\(" hidden", when: !hasFailed) data-missing="\(Self.missing)" \
            data-broken="\(Self.broken)">\(hasFailed ? words : "")</p>
            """
    }

    private static let missing = "This answer did not arrive."
    private static let broken = "This answer broke off."
}
