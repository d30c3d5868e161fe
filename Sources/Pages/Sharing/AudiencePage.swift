package import Arena
package import Phrases
import Ratings

/// `/b/{id}` for somebody whom its voter sent the link: blind until he has judged or asked.
package struct AudiencePage: Page {
    private let shared: SharedBattle
    private let battle: BlindBattle
    private let paths: Sides<String?>
    private let problem: Saying?

    /// A shared battle as one visitor sees it.
    ///
    /// - Parameter paths: where the two models' own pages are, once they are named.
    package init(
        _ shared: SharedBattle, paths: Sides<String?> = Sides(a: nil, b: nil),
        problem: Saying? = nil
    ) {
        self.shared = shared
        battle = shared.blind
        self.paths = paths
        self.problem = problem
    }

    /// The tab's title, the same for every battle before it is judged.
    package func title(in context: PageContext) -> String {
        guard let names = shared.names else { return context.say.text("Judge this battle") }
        return context.say.text("{a} and {b}", ["a": names.a.name, "b": names.b.name])
    }

    /// A refused form comes back at another address.
    package var home: String? { address }

    /// Keeps battles out of search engines.
    package var head: HTML {
        "<meta name=\"robots\" content=\"noindex\">\n\(Layout.replyStylesheet)"
    }

    /// The battle with a bar below, or with the names above.
    package func main(in context: PageContext) -> HTML {
        """
        <div class="battle\(" revealed", when: shared.names != nil)" id="battle">
        \(problem.map { problem in
            """
            <p class="error" role="alert"\(context.say.mark(problem))>\(context.say.text(problem))</p>
            """
        })
        \(shared.names.map { revealed($0, in: context) } ?? asked(in: context))
        \(battle.turns.map { view(of: $0).markup(in: context) })
        \(bar(in: context), when: shared.names == nil)
        \(ReportForm(battle: battle.id).markup(in: context))
        </div>
        """
    }

    private var address: String { "/b/\(battle.id)" }

    private func asked(in context: PageContext) -> HTML {
        """
        <h1>\(context.say("Judge it yourself first"))</h1>
        <p class="fine">\(context.say(Self.invitation))</p>
        """
    }

    private static let invitation = """
        Somebody voted on these two answers and sent you the link. Your judgement is shown beside \
        theirs and enters no rating.
        """

    private func view(of turn: BlindBattle.BlindTurn) -> TurnView {
        var view = TurnView(turn: turn, of: battle)
        if let names = shared.names { view.headings = names.map { "<bdi>\($0.name)</bdi>" } }
        return view
    }

    private func bar(in context: PageContext) -> HTML {
        """
        <div class="votebar">
        <p class="question" id="question">\(context.say("Which answer is better?"))</p>
        <form class="choices" method="post" action="\(address)/judge" aria-labelledby="question">
        \(context.tokenField)
        \(VoteBar.buttons(context.say))
        </form>
        <form class="skip-form" method="post" action="\(address)/judge">
        \(context.tokenField)
        <button class="quiet" name="outcome" value="">\(context.say("Just show me"))</button>
        </form>
        </div>
        """
    }

    private func revealed(_ names: Sides<SharedBattle.Named>, in context: PageContext) -> HTML {
        """
        <div class="result">
        <h1 tabindex="-1" autofocus>\(verdict(names, context.say))</h1>
        <div class="row"><a class="button primary" id="again" href="/" aria-keyshortcuts="n">\
        \(context.say("A battle of your own"))<kbd>N</kbd></a></div>
        </div>
        <div class="names">
        \(Side.allCases.map { plate($0, names[$0], context.say) })
        </div>
        \(shared.vote.map { line($0, names, in: context) })
        """
    }

    private func verdict(_ names: Sides<SharedBattle.Named>, _ say: Phrasebook) -> HTML {
        switch shared.own?.outcome {
        case .a: say("You chose A, <bdi>{name}</bdi>.", ["name": "\(names.a.name)"])
        case .b: say("You chose B, <bdi>{name}</bdi>.", ["name": "\(names.b.name)"])
        case .tie: say("You called it a tie.")
        case .bothBad: say("You found both bad.")
        case nil: say("You looked without judging.")
        }
    }

    private func plate(_ side: Side, _ named: SharedBattle.Named, _ say: Phrasebook) -> HTML {
        let name: HTML = "<bdi>\(named.name)</bdi>"
        let isChosen = shared.own?.outcome == (side == .a ? .a : .b)
        return """
            <section class="plate \(side.rawValue)\(" chosen", when: isChosen)">
            <h2><span class="was">\(Symbol.mark(side)) \
            \(say("{side} was", ["side": "\(side.letter)"]))</span>
            \(paths[side].map { "<a href=\"\($0)\">\(name)</a>" } ?? name)</h2>
            </section>
            """
    }

    /// What the voter and the judges chose.
    private func line(
        _ vote: VoteOutcome, _ names: Sides<SharedBattle.Named>, in context: PageContext
    ) -> HTML {
        let say = context.say
        let words: HTML =
            switch vote {
            case .a: say("Its voter chose <bdi>{name}</bdi>.", ["name": "\(names.a.name)"])
            case .b: say("Its voter chose <bdi>{name}</bdi>.", ["name": "\(names.b.name)"])
            case .tie: say("Its voter called it a tie.")
            case .bothBad: say("Its voter found both bad.")
            }
        let judges = JudgementLine(count: shared.count, own: vote, names: names.map(\.name))
        return "<p class=\"crowd\">\(words)</p>\(judges.markup(in: context))"
    }
}
