package import Arena
import Charts
package import Phrases
import Ratings

/// `/b/{id}` after the vote: who answered, what is known of them, and the opened seal.
package struct RevealPage: Page {
    /// The battle as it was judged.
    package let battle: BlindBattle
    /// Who answered.
    package let reveal: Reveal
    /// What the crowd and the ratings say.
    package let facts: RevealFacts
    /// The newest ratings of the pool the vote entered, where there are any.
    package let snapshot: Snapshot?
    /// Votes a contender needs before its rating is told.
    package let minimumVotes: Int
    /// The path of the two models' comparison, where there is one.
    package let comparison: String?
    /// Why the last form was refused, in a sentence for people.
    package let problem: Saying?

    /// A battle and its reveal; a snapshot of another pool is not shown.
    package init(
        battle: BlindBattle, reveal: Reveal, facts: RevealFacts = RevealFacts(),
        snapshot: Snapshot?, minimumVotes: Int, comparison: String? = nil, problem: Saying? = nil
    ) {
        self.battle = battle
        self.reveal = reveal
        self.facts = facts
        self.snapshot = snapshot?.pool == reveal.pool ? snapshot : nil
        self.minimumVotes = minimumVotes
        self.comparison = comparison
        self.problem = problem
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String {
        context.say.text("{a} and {b}", ["a": reveal.sides.a.name, "b": reveal.sides.b.name])
    }

    /// A second vote is answered with the reveal, at another address.
    package var home: String? { "/b/\(battle.id)" }

    /// Keeps battles out of search engines.
    package var head: HTML {
        "<meta name=\"robots\" content=\"noindex\">\n\(Layout.replyStylesheet)"
    }

    /// The names first, the conversation after them.
    package func main(in context: PageContext) -> HTML {
        """
        <div class="battle revealed" id="battle" data-revealed>
        \(problem.map { problem in
            """
            <p class="error" role="alert"\(context.say.mark(problem))>\(context.say.text(problem))</p>
            """
        })
        <div class="result">
        <h1 tabindex="-1" autofocus>\(verdict(context.say))\
        <span class="sr-only"> \(names(context.say))</span></h1>
        <div class="row">
        <a class="button primary" id="again" href="/" aria-keyshortcuts="n">\
        \(context.say("New battle"))<kbd>N</kbd></a>
        \(BattleEnding.rematch(of: battle, in: context))
        </div>
        </div>
        <div class="names">
        \(nameplate(.a, context))
        \(nameplate(.b, context))
        </div>
        \(uncounted(context.say))
        \(CrowdLine(reveal: reveal, facts: facts).markup(in: context))
        \(comparison.map { link(to: $0, context.say) })
        \(ReasonForm.later(
            of: battle, said: facts.remarks, names: reveal.sides.map(\.name), in: context))
        \(SealCheck(battle: battle, reveal: reveal).markup(in: context))
        \(ShareBox(battle: battle.id, reveal: reveal, facts: facts).markup(in: context))
        \(ReportForm(battle: battle.id).markup(in: context))
        <h2 class="later">\(context.say("What they wrote"))</h2>
        \(battle.turns.map { conversation($0, in: context) })
        </div>
        """
    }

    private func verdict(_ say: Phrasebook) -> HTML {
        let names = reveal.sides.map { "\($0.name)" as HTML }
        return switch reveal.outcome {
        case .a: say("You chose A, <bdi>{name}</bdi>.", ["name": names.a])
        case .b: say("You chose B, <bdi>{name}</bdi>.", ["name": names.b])
        case .tie: say("You called it a tie.")
        case .bothBad: say("You found both bad.")
        }
    }

    /// Why the vote enters no rating, where that is so for another reason than practice, which
    /// every page says.
    private func uncounted(_ say: Phrasebook) -> HTML? {
        let words = reveal.kind.uncounted ?? reveal.exclusion?.uncounted
        return words.map { "<p class=\"fine\">\(say($0))</p>" }
    }

    private func names(_ say: Phrasebook) -> HTML {
        say(
            "A was {a}. B was {b}.",
            ["a": "\(reveal.sides.a.name)", "b": "\(reveal.sides.b.name)"])
    }

    private func link(to path: String, _ say: Phrasebook) -> HTML {
        let words = say(
            "Compare <bdi>{a}</bdi> and <bdi>{b}</bdi>",
            ["a": "\(reveal.sides.a.name)", "b": "\(reveal.sides.b.name)"])
        return "<p class=\"row\"><a class=\"button\" href=\"\(path)\"><span>\(words)</span></a></p>"
    }

    private func conversation(_ turn: BlindBattle.BlindTurn, in context: PageContext) -> HTML {
        var view = TurnView(turn: turn, of: battle)
        view.headings = reveal.sides.map { "<bdi>\($0.name)</bdi>" }
        view.level = 3
        return view.markup(in: context)
    }

    private func nameplate(_ side: Side, _ context: PageContext) -> HTML {
        let named = reveal.sides[side]
        let isChosen = reveal.outcome == (side == .a ? .a : .b)
        return """
            <section class="plate \(side.rawValue)\(" chosen", when: isChosen)">
            <h2><span class="was">\(Symbol.mark(side)) \
            \(context.say("{side} was", ["side": "\(side.letter)"]))\
            \(yours(context.say), when: isChosen)</span>
            <bdi>\(named.name)</bdi></h2>
            \(StandingLine(named, in: snapshot, minimumVotes: minimumVotes).markup(in: context))
            \(ReplyFacts(side: named).markup(in: context))
            </section>
            """
    }

    private func yours(_ say: Phrasebook) -> HTML {
        " <b class=\"yours\">✓ \(say("your vote"))</b>"
    }
}

extension BattleKind {
    /// Why a vote on such a battle enters no rating; `nil` where it may.
    fileprivate var uncounted: String? {
        switch self {
        case .random: nil
        case .pair:
            """
            You chose this pair, so the vote stands in <a href="/compare">its record</a> and not in \
            the ratings.
            """
        case .named: "You saw the names from the start, so the vote is kept and not counted."
        case .control:
            """
            This was a control: both answers came from the same model. Such votes show how much of \
            all voting is chance or habit, and enter no rating.
            """
        }
    }
}

extension Ruling.Reason {
    /// Why a vote is kept and not counted.
    fileprivate var uncounted: String {
        switch self {
        case .selfNamed: "An answer named its own model, so this vote is kept but not counted."
        case .unseen:
            "One answer was never on your screen, so this vote is kept but not counted."
        case .stopped: "You stopped the answers, so this vote is kept but not counted."
        case .withdrawn: "This vote was withdrawn, so it is not counted."
        case .overDailyLimit:
            """
            You had cast as many counted votes as one voter may in a day, so this vote is kept but \
            not counted.
            """
        case .newIdentity:
            """
            You are new here, so this vote is kept for now and counted once you have cast 10 votes \
            and a day has passed.
            """
        case .repeatedPrompt:
            "This prompt was voted on often today, so this vote is kept but not counted."
        case .tooFast:
            """
            You voted before both answers could have been read, so this vote is kept but not counted.
            """
        case .overInfluence:
            """
            Your votes had moved a rating that day as far as one voter’s may, so this vote is kept \
            but not counted.
            """
        case .noWork:
            """
            Your browser sent no proof of work with this vote, and of such votes one in four counts; \
            this one is kept but not counted.
            """
        case .quarantine, .byOperator: "The operator left this vote out of the ratings."
        }
    }
}
