package import Arena
import Charts
import Ratings

/// `/b/{id}` after the vote: who answered, what is known of them, and the opened seal.
package struct RevealPage: Page {
    /// The battle as it was judged.
    package let battle: BlindBattle
    /// Who answered.
    package let reveal: Reveal
    /// The newest ratings of the pool the vote entered, where there are any.
    package let snapshot: Snapshot?
    /// Votes a contender needs before its rating is told.
    package let minimumVotes: Int

    /// A battle and its reveal; a snapshot of another pool is not shown.
    package init(battle: BlindBattle, reveal: Reveal, snapshot: Snapshot?, minimumVotes: Int) {
        self.battle = battle
        self.reveal = reveal
        self.snapshot = snapshot?.pool == reveal.pool ? snapshot : nil
        self.minimumVotes = minimumVotes
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String {
        "\(reveal.sides.a.name) and \(reveal.sides.b.name)"
    }

    /// A second vote is answered with the reveal, at another address.
    package var home: String? { "/b/\(battle.id)" }

    /// Keeps battles out of search engines.
    package var head: HTML { "<meta name=\"robots\" content=\"noindex\">" }

    /// The names first, the conversation after them.
    package func main(in context: PageContext) -> HTML {
        """
        <div class="battle revealed" id="battle" data-revealed>
        <div class="result">
        <h1 tabindex="-1" autofocus>\(verdict)<span class="sr-only"> \(names)</span></h1>
        <div class="row">
        <a class="button primary" id="again" href="/" aria-keyshortcuts="n">New battle\
        <kbd>N</kbd></a>
        \(BattleEnding.rematch(of: battle, in: context))
        </div>
        </div>
        <div class="names">
        \(nameplate(.a))
        \(nameplate(.b))
        </div>
        \(chosenPair, when: reveal.kind == .pair)
        \(SealCheck(battle: battle, reveal: reveal).markup)
        <h2 class="later">What they wrote</h2>
        \(battle.turns.map(conversation))
        </div>
        """
    }

    private var verdict: HTML {
        let (a, b) = (reveal.sides.a.name, reveal.sides.b.name)
        return switch reveal.outcome {
        case .a: "You chose A, <bdi>\(a)</bdi>."
        case .b: "You chose B, <bdi>\(b)</bdi>."
        case .tie: "You called it a tie."
        case .bothBad: "You found both bad."
        }
    }

    private var chosenPair: HTML {
        """
        <p class="fine">You chose this pair, so the vote stands in <a href="/compare">its record</a> \
        and not in the ratings.</p>
        """
    }

    private var names: HTML {
        "A was \(reveal.sides.a.name). B was \(reveal.sides.b.name)."
    }

    private func conversation(_ turn: BlindBattle.BlindTurn) -> HTML {
        var view = TurnView(turn: turn, of: battle)
        view.headings = reveal.sides.map { "<bdi>\($0.name)</bdi>" }
        view.level = 3
        return view.markup
    }

    private func nameplate(_ side: Side) -> HTML {
        let named = reveal.sides[side]
        let isChosen = reveal.outcome == (side == .a ? .a : .b)
        return """
            <section class="plate \(side.rawValue)\(" chosen", when: isChosen)">
            <h2><span class="was">\(Symbol.mark(side)) \(side.letter) was\
            \(" <b class=\"yours\">✓ your vote</b>", when: isChosen)</span>
            <bdi>\(named.name)</bdi></h2>
            \(StandingLine(named, in: snapshot, minimumVotes: minimumVotes).markup)
            \(ReplyFacts(side: named).markup)
            </section>
            """
    }
}
