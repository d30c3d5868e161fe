import Arena
import Phrases
import ReplyMarkdown

/// One prompt and the two answers to it, side by side.
struct TurnView {
    let turn: BlindBattle.BlindTurn
    /// Whether it is the newest turn, and how many there are.
    let isLast: Bool
    let count: Int
    /// What people read above each side where it is not the letters: the names.
    var headings: Sides<HTML>?
    /// Whether the voter stopped the answers.
    let isStopped: Bool
    /// How deep the answers' headings stand.
    var level = 2
    /// Addresses of the frames that show the answers being written to a browser without script.
    let frames: Sides<String>?

    init(turn: BlindBattle.BlindTurn, of battle: BlindBattle, frames: Sides<String>? = nil) {
        self.turn = turn
        self.frames = frames
        count = battle.turns.count
        isLast = turn.number == battle.turns.last?.number
        isStopped = battle.isStopped
    }

    /// The turn; the newest one's answers are those that links and script point at.
    func markup(in context: PageContext) -> HTML {
        let say = context.say
        let turnName = say.text("Turn {n}", ["n": "\(turn.number)"])
        return """
            <section class="turn" aria-label="\(turnName)">
            <div class="asked"><span class="who">\(say("You"))</span>\
            <p class="bubble"\(" tabindex=\"0\"", when: isLong) dir="auto">\(turn.prompt)</p>\
            \(counter(say), when: count > 1)</div>
            \(switcher, when: isLast)
            <div class="pair">
            \(card(.a, in: context))
            \(card(.b, in: context))
            </div>
            </section>
            """
    }

    /// Whether the prompt may need scrolling, which a keyboard can do only with the focus on it.
    private var isLong: Bool { turn.prompt.utf8.count > 700 }

    private func counter(_ say: Phrasebook) -> HTML {
        let words = say("turn {n} of {count}", ["n": "\(turn.number)", "count": "\(count)"])
        return "<span class=\"count\">\(words)</span>"
    }

    private var switcher: HTML {
        """
        <p class="switch"><a href="#answer-a">\(Symbol.mark(.a)) A</a>\
        <a href="#answer-b">B \(Symbol.mark(.b))</a></p>
        """
    }

    private func card(_ side: Side, in context: PageContext) -> HTML {
        let say = context.say
        let reply = turn.replies[side]
        let name = say("Answer {side}", ["side": "\(side.letter)"])
        let id = isLast ? "answer-\(side.rawValue)" : "answer-\(side.rawValue)-\(turn.number)"
        return """
            <section class="card \(side.rawValue)" id="\(id)" aria-labelledby="\(id)-h"\
            \(" aria-busy=\"true\"", when: frames != nil)>
            <header><h\(level) id="\(id)-h" tabindex="0">\(Symbol.mark(side)) \(headings?[side] ?? name)\
            \(repeatMark(say), when: !isLast)</h\(level)>
            <span class="state" data-writing="\(say.text("writing…"))">\
            \(frames == nil ? "" : say.text("writing…"))</span>
            <button class="copy" type="button" hidden data-done="\(say.text("Copied"))">\
            \(say("Copy"))<span class="sr-only"> \(name)</span></button></header>
            <div class="text" dir="auto">\(frames == nil ? rendered(reply, in: context) : .empty)</div>
            \(frames.map { frame(name, $0[side]) })
            \(note(of: reply, say))
            </section>
            """
    }

    /// The answer, its Markdown made into the few elements that may come of it, or as it is.
    private func rendered(_ reply: BlindBattle.BlindReply, in context: PageContext) -> HTML {
        guard !context.preferences.isPlain else {
            return "<div class=\"open\">\(reply.text)</div>"
        }
        return HTML(trusted: Markdown.html(of: reply.text, headingsFrom: level + 1))
    }

    private func repeatMark(_ say: Phrasebook) -> HTML {
        "<span class=\"sr-only\">, \(say("turn {n}", ["n": "\(turn.number)"]))</span>"
    }

    private func frame(_ name: HTML, _ address: String) -> HTML {
        """
        <noscript><iframe src="\(address)" title="\(name)" loading="eager" \
        sandbox></iframe></noscript>
        """
    }

    private func note(of reply: BlindBattle.BlindReply, _ say: Phrasebook) -> HTML {
        let words = frames == nil ? note(of: reply) : nil
        return """
            <p class="note"\(" hidden", when: words == nil) \
            data-missing="\(say.text(Self.missing))" data-broken="\(say.text(Self.broken))" \
            data-stopped="\(say.text(Self.stopped))">\
            \(words.map { say($0) })</p>
            """
    }

    /// How the answer ended, where that has to be said.
    private func note(of reply: BlindBattle.BlindReply) -> String? {
        if reply.state == .failed { return reply.text.isEmpty ? Self.missing : Self.broken }
        return isStopped && isLast ? Self.stopped : nil
    }

    private static let missing = "This answer did not arrive."
    private static let broken = "This answer broke off."
    private static let stopped = "Stopped by you."
}
